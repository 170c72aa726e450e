"""A folder on disk, read whole before anything of it is stored."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from samskab.calendars import CalendarReading, ReadingWindow, read_calendars
from samskab.common.errors import Fault, InputError
from samskab.planner.folder import Calendars, FolderReading, facilitators, people, read_folder
from samskab.planner.folder.calendar_paths import FOLDER
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.programme_toml import FILE, STAND_IN
from samskab.planner.folder.reading import TABLES
from samskab.planner.folder.source import is_inside, is_there
from samskab.planner.folder.tables import read_table
from samskab.planner.model.problem import Problem
from samskab.web.programmes.folder.busy import window_of

MEGABYTE = 1_000_000
MOST_MEGABYTES = 20
MOST_FILES = 200


@dataclass(frozen=True, slots=True)
class ReadTables:
    """What the tables of a folder say; its calendars are not read yet.

    Attributes:
        text: of programme.toml, byte for byte.
        problem: nobody is busy in it.
        calendars: who has which.
        warnings: what is passed over, or counts for less than the user may think.
        tells_mail: the tables, people.csv and facilitators.csv, that have a column `email`.
        files: path -> content of what no table and no calendar is.
    """

    text: str
    problem: Problem
    calendars: Calendars
    warnings: tuple[Fault, ...]
    tells_mail: frozenset[str]
    files: Mapping[str, bytes]


def read_tables(root: Path) -> ReadTables:
    """Read everything but the calendars.

    Raises:
        InputError: with every fault of the tables, or of the other files.
    """
    reading = read_folder(root)
    if reading.problem is None:
        raise InputError((*reading.faults, *_faults_of_calendars(reading, root)))
    return ReadTables(
        text=(root / FILE).read_bytes().decode(),
        problem=reading.problem,
        calendars=reading.calendars,
        warnings=reading.warnings,
        tells_mail=frozenset(_with_mail(root)),
        files=_other_files(root),
    )


def read_busy(
    root: Path, calendars: Calendars, window: ReadingWindow
) -> Mapping[str, CalendarReading]:
    """Every calendar by its path.

    Raises:
        InputError: with every fault of every calendar.
    """
    readings = read_calendars({path: root / path for path in calendars.files}, window)
    faults = list(_faults_of(readings))
    if faults:
        raise InputError(faults)
    return {p: reading for p, reading in readings.items() if isinstance(reading, CalendarReading)}


def _faults_of_calendars(reading: FolderReading, root: Path) -> Iterator[Fault]:
    """What is wrong with the calendars, told beside the tables' own faults."""
    frame = reading.programme or STAND_IN
    files = {path: root / path for path in reading.calendars.files}
    return _faults_of(read_calendars(files, window_of(frame)))


def _faults_of(readings: Mapping[str, CalendarReading | InputError]) -> Iterator[Fault]:
    for path, reading in readings.items():
        if isinstance(reading, InputError):
            yield from (replace(fault, file=fault.file or path) for fault in reading.faults)


def _with_mail(root: Path) -> Iterator[str]:
    for file, columns in ((people.FILE, people.COLUMNS), (facilitators.FILE, facilitators.COLUMNS)):
        table = read_table(root, file, columns, Findings())
        if table and "email" in table.columns:
            yield file


def _other_files(root: Path) -> dict[str, bytes]:
    """What goes along: neither tables nor calendars, hidden files or links out of the folder."""
    found: dict[str, bytes] = {}
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        name = "/".join(parts)
        known = parts[0] == FOLDER or name == FILE or name in TABLES
        hidden = any(part.startswith(".") for part in parts)
        if known or hidden or not is_there(path) or not is_inside(path, root):
            continue
        if len(found) == MOST_FILES:
            raise InputError([Fault("import_files_too_many", {"most": MOST_FILES})])
        if path.stat().st_size > MOST_MEGABYTES * MEGABYTE:
            values = {"most_megabytes": MOST_MEGABYTES}
            raise InputError([Fault("import_file_too_large", values, name)])
        found[name] = path.read_bytes()
    return found
