"""A programme folder into the database, in one transaction."""

from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from samskab.common.errors import Fault, InputError
from samskab.planner.folder import facilitators, people, places, rooms
from samskab.planner.model import problem as told
from samskab.web.accounts.enums import OrganisationKind
from samskab.web.accounts.models import Organisation, User
from samskab.web.audit.actions import record
from samskab.web.people.models import Calendar, Facilitator, Person, Place, Room
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.folder.belongings import store_files, store_tables
from samskab.web.programmes.folder.busy import window_of
from samskab.web.programmes.folder.calendar_rows import calendars_named, store_calendars, widened
from samskab.web.programmes.folder.reading import ReadTables, read_busy, read_tables
from samskab.web.programmes.folder.register import rows_by_key, units_by_name
from samskab.web.programmes.models import Programme, Revision
from samskab.web.programmes.queries import programmes_of

LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of a folder.

    Attributes:
        warnings: of its tables and calendars.
        is_new: whether the programme was not there before.
    """

    programme: Programme
    warnings: tuple[Fault, ...]
    is_new: bool


def import_folder(
    root: Path, *, organisation: Organisation, by: User | None, into: Programme | None = None
) -> Imported:
    """Store a folder: register rows by their keys, the programme by its title.

    Rows of the register that the folder does not name stay, and so do those of other
    organisations: where a provider's facilitator or room takes part already, only which modules
    she can lead is taken from the folder.

    Args:
        root: the folder.
        organisation: a municipality; whose people they are.
        by: who imports.
        into: the programme that it is; by default the one of its title, else a new one.

    Raises:
        InputError: with everything that is wrong with the folder; nothing is stored then.
    """
    if organisation.kind != OrganisationKind.MUNICIPALITY:
        values = {"organisation": organisation.name}
        raise InputError([Fault("import_not_a_municipality", values)])
    tables = read_tables(root)
    known = calendars_named(organisation, tables.calendars.files)
    window = widened(window_of(tables.problem.programme), known.values())
    readings = read_busy(root, tables.calendars, window)
    warnings = tuple(warning for reading in readings.values() for warning in reading.warnings)
    with transaction.atomic():
        programme, is_new = _programme(tables, organisation, by, into)
        found = calendars_named(organisation, tables.calendars.files)
        calendars = store_calendars(organisation, found, readings, window)
        _store(programme, tables, calendars)
        record(
            by=by,
            organisation=organisation,
            action="programme_imported",
            subject=f"programme:{programme.pk}",
            people=len(tables.problem.people),
            needs=len(tables.problem.needs),
            calendars=len(calendars),
            revision=programme.revision,
        )
    return Imported(programme, (*tables.warnings, *warnings), is_new)


def _programme(
    tables: ReadTables, organisation: Organisation, by: User | None, into: Programme | None
) -> tuple[Programme, bool]:
    frame = tables.problem.programme
    title = frame.title.replace("\0", " ")[:LONGEST_TITLE]
    found = into or _by_title(organisation, title)
    programme = found and Programme.objects.select_for_update().get(pk=found.pk)
    if programme is None:
        programme = Programme(
            municipality=organisation, state=ProgrammeState.SHARED, revision=0, text=""
        )
    elif programme.text != tables.text and programme.state == ProgrammeState.SIGNED:
        raise InputError([Fault("import_signed", {"title": title}, "programme.toml")])
    if programme.text != tables.text:
        programme.text, programme.title = tables.text, title
        programme.first_day, programme.last_day = frame.first_day, frame.last_day
        programme.revision += 1
        programme.save()
        Revision.objects.create(
            programme=programme,
            number=programme.revision,
            text=programme.text,
            made_by=by,
            made_for=organisation,
        )
    return programme, found is None


def _by_title(organisation: Organisation, title: str) -> Programme | None:
    found = list(programmes_of(organisation).filter(title=title).order_by("pk"))
    if len(found) > 1:
        numbers = ", ".join(str(programme.pk) for programme in found)
        values = {"organisation": organisation.name, "title": title, "numbers": numbers}
        raise InputError([Fault("import_title_several", values, "programme.toml")])
    return found[0] if found else None


def _store(programme: Programme, tables: ReadTables, calendars: dict[str, Calendar]) -> None:
    of, problem = programme.municipality, tables.problem
    geography = {p.id: {"name": p.name, "lat": p.lat, "lon": p.lon} for p in problem.places}
    rows_by_key(Place, of, geography, places.PLACES_FILE)
    owned = _Owned(tables, calendars)
    store_tables(
        programme,
        problem,
        owned.people(of),
        owned.facilitators(programme),
        owned.rooms(programme),
    )
    store_files(programme, tables.files)


@dataclass(frozen=True, slots=True)
class _Owned:
    """Those who have calendars, as rows of the register."""

    tables: ReadTables
    calendars: dict[str, Calendar]

    def people(self, of: Organisation) -> dict[str, Person]:
        leaders = self.tables.problem.people
        units = units_by_name(of, (person.unit for person in leaders))
        wanted = {
            person.id: {
                "name": person.name,
                "unit": units[person.unit],
                "hourly_value_oere": person.hourly_value_oere,
                "role": person.role,
                "place": person.place or "",
                "calendar": self._calendar(self.tables.calendars.people.get(person.id)),
                **self._mail(person, people.FILE),
            }
            for person in leaders
        }
        return rows_by_key(Person, of, wanted, people.FILE)

    def facilitators(self, programme: Programme) -> dict[str, Facilitator]:
        of = programme.municipality
        foreign = {
            row.facilitator.key: row.facilitator
            for row in programme.engagements.select_related("facilitator")
            if row.facilitator.organisation_id != of.pk
        }
        wanted = {
            one.id: {
                "name": one.name,
                "fee_per_half_day_oere": one.fee_per_half_day_oere,
                "place": one.place or "",
                "max_days_per_week": one.max_days_per_week,
                "calendar": self._calendar(self.tables.calendars.facilitators.get(one.id)),
                **self._mail(one, facilitators.FILE),
            }
            for one in self.tables.problem.facilitators
            if one.id not in foreign
        }
        return rows_by_key(Facilitator, of, wanted, facilitators.FILE) | foreign

    def rooms(self, programme: Programme) -> dict[str, Room]:
        of = programme.municipality
        foreign = {
            row.room.key: row.room
            for row in programme.venues.select_related("room")
            if row.room.organisation_id != of.pk
        }
        wanted = {
            room.id: {
                "name": room.name,
                "place": room.place,
                "capacity": room.capacity,
                "price_per_half_day_oere": room.price_per_half_day_oere,
                "calendar": self._calendar(self.tables.calendars.rooms.get(room.id)),
            }
            for room in self.tables.problem.rooms
            if room.id not in foreign
        }
        return rows_by_key(Room, of, wanted, rooms.FILE) | foreign

    def _calendar(self, path: str | None) -> Calendar | None:
        return self.calendars[path] if path else None

    def _mail(self, one: told.Person | told.Facilitator, file: str) -> dict[str, object]:
        """Addresses stay where the table has no column for them."""
        return {"email": one.email} if file in self.tables.tells_mail else {}
