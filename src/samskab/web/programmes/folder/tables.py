"""The rows of a programme as the tables of a programme folder, in the rows' own order."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from samskab.common.money import kr_from_oere
from samskab.planner.folder import (
    apart,
    facilitators,
    needs,
    people,
    places,
    rooms,
    together,
    windows,
)
from samskab.web.people.models import Facilitator, Party, Person, Place, Room
from samskab.web.programmes.models import Need, Programme

Owner = Person | Facilitator | Room
Cell = str | int | None
CalendarPaths = Mapping[int, str]
"""Key of a calendar's row -> how its file is called in the folder."""

NO_CALENDARS: CalendarPaths = {}


def tables_of(programme: Programme, paths: CalendarPaths) -> Iterator[tuple[str, str]]:
    """(file name, text) of every table.

    Args:
        programme: whose.
        paths: where a calendar is not among them, its owner's cell stays empty.
    """
    yield people.FILE, _people(programme, paths)
    yield needs.FILE, _needs(programme)
    yield facilitators.FILE, _facilitators(programme, paths)
    yield rooms.FILE, _rooms(programme, paths)
    yield places.PLACES_FILE, _places(programme)
    yield places.TRAVEL_FILE, _travel(programme)
    yield together.FILE, _text("party,person", _together(programme))
    pairs = programme.apart.order_by("pk").values_list("a", "b")
    yield apart.FILE, _text("a,b", pairs)
    yield windows.FILE, _windows(programme)


def people_of(programme: Programme) -> list[Person]:
    """Who takes part, in the table's order."""
    rows = programme.participants.select_related("person__unit").order_by("pk")
    return [row.person for row in rows]


def facilitators_of(programme: Programme) -> list[Facilitator]:
    """Who leads sessions, in the table's order."""
    rows = programme.engagements.select_related("facilitator").order_by("pk")
    return [row.facilitator for row in rows]


def rooms_of(programme: Programme) -> list[Room]:
    """Where sessions may be held, in the table's order."""
    return [row.room for row in programme.venues.select_related("room").order_by("pk")]


def _people(programme: Programme, paths: CalendarPaths) -> str:
    header = "id,name,email,unit,role,hourly_value,place,calendar"
    rows = (
        (
            person.key,
            person.name,
            person.email,
            person.unit.name,
            person.role,
            _kr(person.hourly_value_oere),
            person.place,
            _calendar(person.calendar_id, paths),
        )
        for person in people_of(programme)
    )
    return _text(header, rows)


def _needs(programme: Programme) -> str:
    rows = Need.objects.filter(participant__programme=programme).order_by("pk")
    return _text("person,module", rows.values_list("participant__person__key", "module"))


def _facilitators(programme: Programme, paths: CalendarPaths) -> str:
    rows = (
        (
            row.facilitator.key,
            row.facilitator.name,
            " ".join(row.modules),
            _kr(row.facilitator.fee_per_half_day_oere),
            _calendar(row.facilitator.calendar_id, paths),
            row.facilitator.place,
            row.facilitator.max_days_per_week,
            row.facilitator.email,
        )
        for row in programme.engagements.select_related("facilitator").order_by("pk")
    )
    header = "id,name,modules,fee_per_half_day,calendar,place,max_days_per_week,email"
    return _text(header, rows)


def _rooms(programme: Programme, paths: CalendarPaths) -> str:
    rows = (
        (
            room.key,
            room.name,
            room.place,
            room.capacity,
            _kr(room.price_per_half_day_oere),
            _calendar(room.calendar_id, paths),
        )
        for room in rooms_of(programme)
    )
    return _text("id,name,place,capacity,price_per_half_day,calendar", rows)


def _places(programme: Programme) -> str:
    rows = Place.objects.filter(organisation=programme.municipality_id).order_by("pk")
    cells = ((row.key, row.name, _degrees(row.lat), _degrees(row.lon)) for row in rows)
    return _text("id,name,lat,lon", cells)


def _travel(programme: Programme) -> str:
    rows = programme.travel_costs.order_by("pk")
    cells = ((row.place_from, row.place_to, _kr(row.cost_oere)) for row in rows)
    return _text("place_from,place_to,cost", cells)


def _together(programme: Programme) -> Iterator[tuple[str, str]]:
    """Parties of two and more who take part: whoever does not cannot be waited for."""
    taking_part = set(programme.participants.values_list("person_id", flat=True))
    members: dict[int, list[str]] = {}
    rows = Party.people.through.objects.filter(party__programmes=programme).order_by("pk")
    for party, person, key in rows.values_list("party_id", "person_id", "person__key"):
        if person in taking_part:
            members.setdefault(party, []).append(key)
    names = Programme.parties.through.objects.filter(programme=programme).order_by("pk")
    for party, name in names.values_list("party_id", "party__key"):
        if len(members.get(party, ())) > 1:
            yield from ((name, person) for person in members[party])


def _windows(programme: Programme) -> str:
    rows = programme.windows.order_by("pk")
    cells = ((w.who, w.module, _day(w.not_before), _day(w.not_after)) for w in rows)
    return _text("who,module,not_before,not_after", cells)


def _text(header: str, rows: Iterable[Iterable[Cell]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header.split(","))
    writer.writerows(rows)
    return text.getvalue()


def _calendar(calendar: int | None, paths: CalendarPaths) -> str:
    return "" if calendar is None else paths.get(calendar, "")


def _kr(oere: int) -> str:
    return str(kr_from_oere(oere))


def _degrees(degrees: float) -> str:
    """The shortest decimals that read back as the same number."""
    return f"{Decimal(repr(degrees)):f}"


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
