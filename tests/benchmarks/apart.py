"""A measurement in a process of its own: its time and its memory are nobody else's."""

import multiprocessing
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from tests.benchmarks.process_tree import kill_tree, resident_bytes

T = TypeVar("T")
SAMPLE_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Limits:
    """When a measurement is ended from outside; None means never.

    Attributes:
        seconds: of the wall clock, its start and its imports included.
        gib: of resident memory, of all its processes.
    """

    seconds: float | None = None
    gib: float | None = None


@dataclass(frozen=True, slots=True)
class Apart(Generic[T]):
    """What came of a measurement.

    Attributes:
        result: None where it was ended.
        ended: "" where it ended by itself, else the limit that ended it: "time" or "memory".
        peak_bytes: most resident memory of all its processes at a sample.
        told: all that it told on its way.
    """

    result: T | None
    ended: str
    peak_bytes: int
    told: tuple[Any, ...]


class MeasurementError(RuntimeError):
    """A measurement raised an exception; the message is its traceback."""


def run_apart(task: Callable[..., T], *given: object, limits: Limits = Limits()) -> Apart[T]:
    """Call `task(tell, *given)` in a fresh process; what it tells is kept whatever ends it.

    Args:
        task: an importable function; its first argument is a function of one picklable object.
        given: picklable.
        limits: beyond which the process is ended, with all that it started.

    Raises:
        MeasurementError: the task raised, or its process died.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(theirs, task, given))
    process.start()
    theirs.close()
    try:
        return _watch(int(process.pid or 0), ours, limits)
    finally:
        kill_tree(int(process.pid or 0))
        process.join()


def _work(line: Connection, task: Callable[..., Any], given: tuple[object, ...]) -> None:
    try:
        result = task(lambda told: line.send(("told", told)), *given)
        line.send(("result", result))
    except Exception:  # noqa: BLE001 # it is raised again where the measurement was asked for
        line.send(("error", traceback.format_exc()))


def _watch(pid: int, line: Connection, limits: Limits) -> Apart[Any]:
    began, peak, told, result = time.monotonic(), 0, [], None
    ended = what = ""
    while what != "result" and not ended:
        if line.poll(SAMPLE_SECONDS):
            try:
                what, thing = line.recv()
            except EOFError:
                message = "the process of a measurement died without a word"
                raise MeasurementError(message) from None
            if what == "error":
                raise MeasurementError(thing)
            if what == "result":
                result = thing
            else:
                told.append(thing)
        resident = resident_bytes(pid)
        peak = max(peak, resident)
        if limits.gib is not None and resident > limits.gib * 2**30:
            ended = "memory"
        elif limits.seconds is not None and time.monotonic() - began > limits.seconds:
            ended = "time"
    return Apart(result, "" if what == "result" else ended, peak, tuple(told))
