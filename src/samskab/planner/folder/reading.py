"""A programme folder, read whole: a problem, or every fault that keeps it from being one."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from samskab.common.busy import Busy
from samskab.common.errors import Fault
from samskab.planner.folder import (
    apart,
    facilitators,
    needs,
    people,
    places,
    programme_toml,
    rooms,
    together,
    windows,
)
from samskab.planner.folder.codes import Code
from samskab.planner.folder.cross_checks import fault_groups_above_rooms
from samskab.planner.folder.document import Document
from samskab.planner.folder.findings import Findings, Spot
from samskab.planner.folder.places import KnownPlaces, read_geography
from samskab.planner.folder.programme_toml import ProgrammeReading, read_programme
from samskab.planner.folder.references import Known
from samskab.planner.folder.tables import read_table
from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Programme

TABLES = frozenset(
    {
        people.FILE,
        needs.FILE,
        facilitators.FILE,
        rooms.FILE,
        places.PLACES_FILE,
        places.TRAVEL_FILE,
        together.FILE,
        apart.FILE,
        windows.FILE,
    }
)
OF_THE_ROLLOUT = frozenset({"units.csv", "outcomes.csv"})
"""Tables that no plan needs, but the roll-out of one does."""


@dataclass(frozen=True, slots=True)
class Calendars:
    """Who has which calendar: id -> path relative to the folder, always one that is there."""

    people: Mapping[str, str]
    facilitators: Mapping[str, str]
    rooms: Mapping[str, str]

    @property
    def files(self) -> tuple[str, ...]:
        """Each calendar once, in alphabetical order."""
        every = (self.people, self.facilitators, self.rooms)
        return tuple(sorted({path for of_kind in every for path in of_kind.values()}))


@dataclass(frozen=True, slots=True)
class FolderReading:
    """What a folder says.

    Attributes:
        problem: nobody is busy in it yet (see `with_busy`); None where there are faults.
        programme: None where the days or the time zone of `programme.toml` are not known; it may
            have faults in its other parts.
        faults: all of them, by file, line and column.
        warnings: what was ignored, or counts for less than the user may think.
        document: of `programme.toml`, for variants of it; None where it cannot be read.
    """

    problem: Problem | None
    programme: Programme | None
    calendars: Calendars
    faults: tuple[Fault, ...]
    warnings: tuple[Fault, ...]
    document: Document | None = None


def read_folder(root: Path) -> FolderReading:
    """Read every table of a programme folder; calendars are only looked up, not read.

    Never raises for what a folder holds: its faults are in the result.
    """
    findings = Findings()
    if not root.is_dir():
        findings.fault(Code.FOLDER_MISSING, Spot(str(root)))
        none = Calendars({}, {}, {})
        return FolderReading(None, None, none, tuple(findings.faults), ())
    programme = read_programme(root, findings)
    problem, calendars = _read_tables(root, programme, findings)
    _warn_of_unknown_files(root, findings)
    return FolderReading(
        problem=None if findings.faults else problem,
        programme=programme.programme if programme and programme.has_horizon else None,
        calendars=calendars,
        faults=_in_order(findings.faults),
        warnings=_in_order(findings.warnings),
        document=programme.document if programme else None,
    )


def _read_tables(
    root: Path, programme: ProgrammeReading | None, findings: Findings
) -> tuple[Problem, Calendars]:
    """The problem as far as it can be read, with stand-ins where it has faults."""
    geography = read_geography(root, findings)
    known_places = KnownPlaces(geography)
    people_table = read_table(root, people.FILE, people.COLUMNS, findings)
    known = Known(
        modules=programme.known.modules if programme else None,
        people=people_table.names("id") if people_table else None,
        units=people_table.names("unit") if people_table else None,
    )
    leaders = people.read_people(people_table, root, known_places, findings)
    teachers = facilitators.read_facilitators(root, known, known_places, findings)
    halls = rooms.read_rooms(root, known_places, findings)
    if programme and not findings.has_faults(rooms.FILE):
        modules, spots = programme.programme.modules, programme.group_min_spots
        fault_groups_above_rooms(modules, spots, halls.members, findings)
    problem = Problem(
        programme=programme.programme if programme else programme_toml.STAND_IN,
        people=leaders.members,
        needs=needs.read_needs(root, known, findings),
        facilitators=teachers.members,
        rooms=halls.members,
        places=geography.places,
        travel_oere=geography.travel_oere,
        parties=together.read_parties(root, known, findings),
        apart=apart.read_apart(root, known, findings),
        windows=windows.read_windows(root, known, findings),
    )
    return problem, Calendars(leaders.calendars, teachers.calendars, halls.calendars)


def _warn_of_unknown_files(root: Path, findings: Findings) -> None:
    """A misspelt optional table would be ignored in silence."""
    for path in root.glob("*.[cC][sS][vV]"):
        if path.name not in TABLES | OF_THE_ROLLOUT:
            findings.warn(Code.FILE_UNKNOWN, Spot(path.name))


def _in_order(faults: list[Fault]) -> tuple[Fault, ...]:
    """By file as the problem lists them, then by line and column."""
    order = {name: index for index, name in enumerate((programme_toml.FILE, people.FILE))}

    def place(fault: Fault) -> tuple[int, str, int, int]:
        file = fault.file or ""
        return order.get(file, len(order)), file, fault.line or 0, fault.column or 0

    return tuple(sorted(faults, key=place))


def with_busy(
    problem: Problem, calendars: Calendars, busy: Mapping[str, tuple[Busy, ...]]
) -> Problem:
    """The problem with everybody's busy time in it.

    Args:
        problem: a folder's, with nobody busy.
        calendars: of the same folder.
        busy: path of a calendar, as `calendars` has it -> its busy time, sorted and without
            overlaps.
    """

    def of(path: str | None) -> tuple[Busy, ...]:
        return busy[path] if path else ()

    return replace(
        problem,
        people=tuple(
            replace(person, busy=of(calendars.people.get(person.id))) for person in problem.people
        ),
        facilitators=tuple(
            replace(facilitator, busy=of(calendars.facilitators.get(facilitator.id)))
            for facilitator in problem.facilitators
        ),
        rooms=tuple(replace(room, busy=of(calendars.rooms.get(room.id))) for room in problem.rooms),
    )
