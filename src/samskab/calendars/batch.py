"""Many calendars at once: from the cache where it has them, else in parallel."""

import multiprocessing
import os
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path

from samskab.calendars.cache import ReadingCache
from samskab.calendars.codes import Code
from samskab.calendars.content import refuse_size
from samskab.calendars.reading import CalendarReading, read_calendar
from samskab.calendars.window import ReadingWindow
from samskab.common.errors import Fault, InputError

Named = tuple[str, Path]
# Faults travel between processes where an InputError would lose them on the way.
Outcome = CalendarReading | tuple[Fault, ...]

# Starting a process costs about as much time as reading this much in one's own.
BYTES_WORTH_A_PROCESS = 3_000_000
_CALENDARS_PER_TASK = 4


def read_calendars(
    files: Mapping[str, Path],
    window: ReadingWindow,
    cache: Path | None = None,
    processes: int | None = None,
) -> Mapping[str, CalendarReading | InputError]:
    """Read calendars, each by itself: one that is no calendar costs the others nothing.

    Args:
        files: by the name that faults shall use.
        window: what of them is wanted.
        cache: a folder for readings, made where it is missing; None reads all anew.
        processes: at most so many; by default one per core where there is enough to read.

    Returns:
        The reading of each file, or what is wrong with it, in the order of `files`.
    """
    readings = ReadingCache(cache, window) if cache else None
    outcomes: dict[str, Outcome] = {}
    unread: list[tuple[int, Named]] = []
    for name, path in files.items():
        outcome, size_bytes = _at_hand(name, path, readings)
        if outcome is None:
            unread.append((size_bytes, (name, path)))
        else:
            outcomes[name] = outcome
    # The largest first, so that none of the processes is left alone with one at the end.
    named = [file for _, file in sorted(unread, key=lambda each: each[0], reverse=True)]
    size_bytes = sum(size for size, _ in unread)
    outcomes |= dict(_read_all(named, _workers(processes, size_bytes), window, cache))
    return {
        name: InputError(outcome) if isinstance(outcome := outcomes[name], tuple) else outcome
        for name in files
    }


def _at_hand(name: str, path: Path, readings: ReadingCache | None) -> tuple[Outcome | None, int]:
    """What needs no reading, a cached reading or a fault of the file, else None; and its size."""
    try:
        size_bytes = path.stat().st_size
        refuse_size(size_bytes, name)
        kept = readings.get(path.read_bytes(), name) if readings else None
    except InputError as error:
        return error.faults, 0
    except OSError as error:
        return _file_fault(name, error), 0
    return kept, size_bytes


def _file_fault(name: str, error: OSError) -> tuple[Fault, ...]:
    if isinstance(error, FileNotFoundError):
        return (Fault(Code.FILE_MISSING.value, {}, name),)
    return (Fault(Code.FILE_UNREADABLE.value, {"why": error.strerror or ""}, name),)


def _workers(processes: int | None, size_bytes: int) -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    most = processes or cores or 1
    return max(1, min(most, size_bytes // BYTES_WORTH_A_PROCESS))


def _read_all(
    files: Sequence[Named], workers: int, window: ReadingWindow, cache: Path | None
) -> list[tuple[str, Outcome]]:
    read = partial(_read_some, window=window, cache=cache)
    if workers == 1:
        return read(files)
    tasks = [
        files[first : first + _CALENDARS_PER_TASK]
        for first in range(0, len(files), _CALENDARS_PER_TASK)
    ]
    # Spawned rather than forked: the caller may have threads, and solvers have many.
    context = multiprocessing.get_context("spawn")
    try:
        with ProcessPoolExecutor(workers, mp_context=context) as pool:
            return [outcome for outcomes in pool.map(read, tasks) for outcome in outcomes]
    except BrokenProcessPool:
        # A caller's script without a guard of its __main__ cannot be spawned.
        return read(files)


def _read_some(
    files: Sequence[Named], window: ReadingWindow, cache: Path | None
) -> list[tuple[str, Outcome]]:
    readings = ReadingCache(cache, window) if cache else None
    return [(name, _read_one(name, path, window, readings)) for name, path in files]


def _read_one(
    name: str, path: Path, window: ReadingWindow, readings: ReadingCache | None
) -> Outcome:
    try:
        content = path.read_bytes()
        reading = read_calendar(content, name, window)
    except InputError as error:
        return error.faults
    except OSError as error:
        return _file_fault(name, error)
    if readings is not None:
        readings.put(content, reading)
    return reading
