"""The tables of the register: units, people and pairs, checked against what is there."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from samskab.common.errors import Fault
from samskab.common.mail import is_fit_for_invitations
from samskab.planner.folder.codes import Code as FolderCode
from samskab.planner.folder.findings import Findings, Placed
from samskab.planner.folder.references import Known, Once
from samskab.planner.folder.rows import Row, rows_of
from samskab.planner.folder.tables import Table
from samskab.planner.folder.together import parties_of
from samskab.planner.model.problem import Party
from samskab.web.people.importing.codes import Code
from samskab.web.people.importing.sheets import Kind, tables_of

KINDS = (Kind.UNITS, Kind.PEOPLE, Kind.PARTIES)
LONGEST = 200
LONGEST_EMAIL = 254
TEXTS = ("id", "name", "unit", "role", "place")
OPTIONAL = ("email", "role", "place")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the register holds before an import.

    Attributes:
        people: key -> address, in lower case, of all who are not erased.
        erased: keys that no import may use again.
        parents: unit -> its parent, empty at the top.
    """

    people: Mapping[str, str] = field(default_factory=dict)
    erased: frozenset[str] = frozenset()
    parents: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """One row of people.csv; None where the file lacks the column, which then changes nothing."""

    key: str
    name: str
    unit: str
    hourly_value_oere: int
    email: str | None
    role: str | None
    place: str | None


@dataclass(frozen=True, slots=True)
class RegisterReading:
    """What some files say of the register; of use only where there are no faults.

    Attributes:
        parents: unit -> its parent, empty at the top; None where the file does not say.
    """

    parents: Mapping[str, str | None]
    people: tuple[PersonRow, ...]
    parties: tuple[Party, ...]
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]


def read_register(files: Sequence[tuple[str, bytes]], standing: Standing) -> RegisterReading:
    """Read files and workbooks; never raises for what they hold.

    Args:
        files: names and contents.
        standing: the register that they are for.
    """
    findings = Findings()
    tables = tables_of(files, KINDS, findings)
    people_table = tables.get(Kind.PEOPLE)
    named = (people_table.names("unit") if people_table else None) or frozenset()
    parents = _units(tables.get(Kind.UNITS), named | standing.parents.keys(), findings)
    _fault_rings(tables.get(Kind.UNITS), {**standing.parents, **parents}, findings)
    people = tuple(_people(people_table, standing, findings))
    keys = (people_table.names("id") if people_table else None) or frozenset()
    parties = _parties(tables.get(Kind.PARTIES), keys | standing.people.keys(), findings)
    faults = tuple(sorted(findings.faults, key=_place))
    return RegisterReading(parents, people, parties, faults, tuple(findings.warnings))


def _place(fault: Fault) -> tuple[str, int, int]:
    return fault.file or "", fault.line or 0, fault.column or 0


def _units(
    table: Table | None, others: frozenset[str], findings: Findings
) -> dict[str, str | None]:
    parents: dict[str, str | None] = {}
    once = Once(Code.UNIT_TWICE, findings)
    known = others | ((table.names("name") if table else None) or frozenset())
    for row in rows_of(table, findings):
        name, parent = row.required("name"), row.text("parent")
        _hold_length(row, "name")
        if parent and parent not in known:
            findings.fault(Code.UNIT_UNKNOWN, row.at("parent"), unit=parent)
        elif once.take(name, row.at("name"), unit=name):
            parents[name] = parent if "parent" in row.table.columns else None
    return parents


def _fault_rings(
    table: Table | None, parents: Mapping[str, str | None], findings: Findings
) -> None:
    """A fault at each unit of the file that is above itself in the end."""
    for row in rows_of(table, findings):
        name = row.text("name")
        seen, above = {name}, parents.get(name)
        while above and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above and above == name:
            findings.fault(Code.UNIT_RING, row.at("parent"), unit=name)


def _people(table: Table | None, standing: Standing, findings: Findings) -> Iterator[PersonRow]:
    ids = Once(FolderCode.ID_TWICE, findings)
    emails = Emails(table, standing, findings)
    has_told_of_calendars = False
    for row in rows_of(table, findings):
        if row.text("calendar") and not has_told_of_calendars:
            has_told_of_calendars = True
            findings.warn(Code.CALENDAR_IGNORED, row.at("calendar"))
        for column in TEXTS:
            _hold_length(row, column)
        key = row.required("id")
        if key in standing.erased:
            findings.fault(Code.PERSON_ERASED, row.at("id"), id=key)
        emails.check(row, key)
        person = PersonRow(
            key,
            row.required("name"),
            row.required("unit"),
            row.oere("hourly_value"),
            *(row.text(name) if name in row.table.columns else None for name in OPTIONAL),
        )
        if ids.take(key, row.at("id"), id=key):
            yield person


class Emails:
    """An address belongs to one person, in the file and in the register."""

    def __init__(self, table: Table | None, standing: Standing, findings: Findings) -> None:
        has_column = table is not None and "email" in table.columns
        in_file = (table.names("id") if table and has_column else None) or frozenset()
        self._findings = findings
        self._taken = {
            email: key for key, email in standing.people.items() if email and key not in in_file
        }
        self._first: dict[str, Placed] = {}

    def check(self, row: Row, key: str) -> None:
        """A fault where a row's address is none, or is somebody else's."""
        email = row.text("email")
        if not email:
            return
        where = row.at("email")
        same = email.casefold()
        if len(email) > LONGEST_EMAIL or not is_fit_for_invitations(email):
            self._findings.fault(Code.EMAIL_WRONG, where, email=email)
        elif self._taken.get(same, key) != key:
            taken = self._taken[same]
            self._findings.fault(Code.EMAIL_TAKEN, where, email=email, id=taken)
        elif same in self._first:
            first = self._first[same].spot.line
            line = where.spot.line
            self._findings.fault(Code.EMAIL_TWICE, where, email=email, first_line=first, line=line)
        else:
            self._first[same] = where


def _hold_length(row: Row, column: str) -> None:
    if len(row.text(column)) > LONGEST:
        row.findings.fault(Code.TEXT_TOO_LONG, row.at(column), column=column, most=LONGEST)


def _parties(table: Table | None, known: frozenset[str], findings: Findings) -> tuple[Party, ...]:
    """Pairs, whose people the file or the register knows."""
    for row in rows_of(table, findings):
        _hold_length(row, "party")
    return parties_of(table, KnownHere(people=known), findings)


class KnownHere(Known):
    """Names that the register knows: what is missing is told of in its own words."""

    __slots__ = ()

    def has_person(self, person: str, where: Placed, findings: Findings) -> bool:
        """Whether a person is known; a fault where she is not."""
        if person and self.people is not None and person not in self.people:
            findings.fault(Code.PERSON_UNKNOWN, where, person=person)
            return False
        return bool(person)

    def has_module(self, module: str, where: Placed, findings: Findings) -> bool:
        """Whether the programme has a module; a fault where it has not."""
        if module and self.modules is not None and module not in self.modules:
            findings.fault(Code.MODULE_UNKNOWN, where, module=module)
            return False
        return bool(module)
