"""A programme folder with everybody's busy time: where the planner and the calendars meet."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from samskab.calendars import CalendarReading, ReadingWindow, read_calendars
from samskab.calendars.appointment import uids_begin_with
from samskab.common.errors import Fault, InputError
from samskab.planner.folder import FolderReading, read_folder, with_busy
from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Programme

ANY_PROGRAMME = Programme("", date(2000, 1, 3), date(2000, 1, 3), ())


@dataclass(frozen=True, slots=True)
class OpenedFolder:
    """What a folder asks of the planner.

    Attributes:
        warnings: of its tables, then of its calendars; the plan repeats them.
        tables: what its tables say, for variants of it.
        root: where it is.
    """

    problem: Problem
    warnings: tuple[Fault, ...]
    tables: FolderReading
    root: Path


def open_folder(root: Path, cache: Path | None = None) -> OpenedFolder:
    """Read a folder's tables and calendars.

    Args:
        root: the folder.
        cache: where calendars that have been read are kept; `calendar_cache()` by default.

    Raises:
        InputError: with every fault of the tables and of the calendars.
    """
    return with_calendars(read_folder(root), root, cache or calendar_cache())


def with_calendars(folder: FolderReading, root: Path, cache: Path) -> OpenedFolder:
    """A folder whose tables have been read, with its calendars.

    Args:
        folder: its tables.
        root: where it is.
        cache: where calendars that have been read are kept.

    Raises:
        InputError: with every fault of the tables and of the calendars.
    """
    readings = _read_calendars(folder, root, cache)
    broken = tuple(
        replace(fault, file=fault.file or path)
        for path, reading in readings.items()
        if isinstance(reading, InputError)
        for fault in reading.faults
    )
    if folder.problem is None or broken:
        raise InputError((*folder.faults, *broken))
    read = {p: reading for p, reading in readings.items() if isinstance(reading, CalendarReading)}
    warnings = tuple(
        replace(warning, file=warning.file or path)
        for path, reading in read.items()
        for warning in reading.warnings
    )
    busy = {path: reading.busy for path, reading in read.items()}
    problem = with_busy(folder.problem, folder.calendars, busy)
    return OpenedFolder(problem, (*folder.warnings, *warnings), folder, root)


def calendar_cache(environment: Mapping[str, str] | None = None) -> Path:
    """Where calendars that have been read are kept, by the XDG base directory specification.

    Args:
        environment: the variables of the process by default.
    """
    variables = os.environ if environment is None else environment
    base = Path(variables.get("XDG_CACHE_HOME") or "")
    return (base if base.is_absolute() else Path.home() / ".cache") / "samskab" / "calendars"


def reading_window(programme: Programme) -> ReadingWindow:
    """The whole days of a programme's horizon, in its time zone, its own sessions passed over.

    Whoever was invited has them in her calendar: they are what is planned, not in its way.
    """
    zone = ZoneInfo(programme.timezone)
    return ReadingWindow(
        start=datetime.combine(programme.first_day, time.min, zone),
        end=datetime.combine(programme.last_day + timedelta(days=1), time.min, zone),
        timezone=programme.timezone,
        hard_categories=programme.hard_categories,
        own_uids=uids_begin_with(programme.title),
    )


def _read_calendars(
    folder: FolderReading, root: Path, cache: Path
) -> Mapping[str, CalendarReading | InputError]:
    """Each calendar's reading by its path; over any day where the programme has no days to read.

    A calendar that is none is one over any horizon, so its fault is told beside the tables' own.
    """
    files = {path: root / path for path in folder.calendars.files}
    if not files:
        return {}
    window = reading_window(folder.programme or ANY_PROGRAMME)
    return read_calendars(files, window, cache)
