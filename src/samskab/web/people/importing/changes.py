"""What an import would change: new rows, changed fields, and what it leaves alone."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from samskab.web.accounts.models import Organisation
from samskab.web.people.importing.register import PersonRow, RegisterReading, Standing
from samskab.web.people.importing.sheets import Kind
from samskab.web.people.models import Party, Person, Unit


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field; amounts are øre."""

    field: str
    before: str | int
    after: str | int


@dataclass(frozen=True, slots=True)
class Change:
    """One row that is new, or that has other values than before."""

    kind: Kind
    key: str
    name: str
    is_new: bool
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All that an import changes.

    Attributes:
        same: rows of the files that say what the register says already.
        left_alone: people of the register whom the files do not name.
    """

    rows: tuple[Change, ...]
    same: int
    left_alone: int

    @property
    def digest(self) -> str:
        """Tells whether two computations came to the same changes."""
        return hashlib.sha256(repr(self.rows).encode()).hexdigest()[:32]

    @property
    def new(self) -> int:
        """How many rows are new."""
        return sum(row.is_new for row in self.rows)

    @property
    def changed(self) -> int:
        """How many rows get other values."""
        return len(self.rows) - self.new


def standing_of(organisation: Organisation) -> Standing:
    """What the register holds."""
    rows = Person.objects.filter(organisation=organisation)
    people = rows.values_list("key", "email", "erased_at")
    units = Unit.objects.filter(organisation=organisation).values_list("name", "parent__name")
    return Standing(
        {key: email.casefold() for key, email, erased in people if erased is None},
        frozenset(key for key, _, erased in people if erased is not None),
        {name: parent or "" for name, parent in units},
    )


def changes_of(reading: RegisterReading, organisation: Organisation) -> Changes:
    """Compare what was read with the register."""
    standing = standing_of(organisation)
    rows = [*_units(reading, standing), *_people(reading, organisation)]
    rows += _parties(reading, organisation)
    # A unit that only people name has no row in a file of its own.
    named = len(reading.parents) + len(reading.people) + len(reading.parties)
    in_files = {(Kind.UNITS, name) for name in reading.parents}
    touched = sum(row.kind is not Kind.UNITS or (row.kind, row.key) in in_files for row in rows)
    keys = {person.key for person in reading.people}
    return Changes(tuple(rows), named - touched, len(standing.people.keys() - keys))


def _units(reading: RegisterReading, standing: Standing) -> Iterator[Change]:
    named = {person.unit: None for person in reading.people if person.unit not in reading.parents}
    for name, parent in (named | dict(reading.parents)).items():
        before = standing.parents.get(name)
        if before is None:
            fields = (FieldChange("parent", "", parent),) if parent else ()
            yield Change(Kind.UNITS, name, name, is_new=True, fields=fields)
        elif parent is not None and parent != before:
            moved = (FieldChange("parent", before, parent),)
            yield Change(Kind.UNITS, name, name, is_new=False, fields=moved)


def values_of(row: PersonRow) -> dict[str, str | int]:
    """Fields of a person that a row says something of; `unit` is a name."""
    every: dict[str, str | int | None] = {
        "name": row.name,
        "unit": row.unit,
        "hourly_value_oere": row.hourly_value_oere,
        "email": row.email,
        "role": row.role,
        "place": row.place,
    }
    return {name: value for name, value in every.items() if value is not None}


def _people(reading: RegisterReading, organisation: Organisation) -> Iterator[Change]:
    rows = Person.objects.filter(organisation=organisation).select_related("unit")
    standing = {person.key: person for person in rows}
    for row in reading.people:
        person = standing.get(row.key)
        before = {name: _value(person, name) for name in values_of(row)}
        fields = tuple(
            FieldChange(name, before[name], after)
            for name, after in values_of(row).items()
            if before[name] != after
        )
        if person is None or fields:
            yield Change(Kind.PEOPLE, row.key, row.name, person is None, fields)


def _value(person: Person | None, field: str) -> str | int:
    if person is None:
        return ""
    if field == "unit":
        return person.unit.name
    value: str | int = getattr(person, field)
    return value


def _parties(reading: RegisterReading, organisation: Organisation) -> Iterator[Change]:
    rows = Party.objects.filter(organisation=organisation).prefetch_related("people")
    standing = {party.key: sorted(person.key for person in party.people.all()) for party in rows}
    for party in reading.parties:
        before, after = standing.get(party.id), sorted(party.people)
        if before != after:
            field = FieldChange("people", ", ".join(before or ()), ", ".join(after))
            yield Change(Kind.PARTIES, party.id, party.id, before is None, (field,))
