"""What one size of a programme costs: seconds to a complete plan, seconds a step, memory."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.benchmarks.apart import run_apart
from tests.benchmarks.folders import Folder
from tests.benchmarks.planning import opened
from tests.benchmarks.stopwatch import Stopwatch

from samskab.planner.bound.ascent import Ascent
from samskab.planner.bound.relaxation import relax
from samskab.planner.progress import Progress
from samskab.planner.run import Effort, plan_problem
from samskab.planner.timetable import build_timetable

FEWEST_STEPS, STEP_SECONDS = 5, 4.0


@dataclass(frozen=True, slots=True)
class Size:
    """What was measured.

    Attributes:
        complete_after: seconds since planning began; None where it never was complete.
        step_seconds: of one step of the bound's ascent, on average.
        peak_bytes: most resident memory of all processes until the plan was complete.
    """

    complete_after: float | None
    step_seconds: float
    peak_bytes: int


def measure_size(folder: Folder, most_seconds: float) -> Size:
    """Plan until everybody has a seat or time is up; then, by itself, climb a few steps."""
    planned = run_apart(_plan_until_complete, folder, most_seconds)
    climbed = run_apart(_climb, folder)
    if climbed.result is None:
        message = f"{folder.name}: the ascent did not end"
        raise RuntimeError(message)
    return Size(planned.result, climbed.result, planned.peak_bytes)


class _UntilComplete:
    """Listens to a planner, and stops it as Ctrl-C would once nobody is left out."""

    def __init__(self) -> None:
        self.complete_after: float | None = None

    def __call__(self, moment: Progress) -> None:
        if self.complete_after is None and moment.left_out == 0:
            self.complete_after = moment.seconds
            raise KeyboardInterrupt


def _plan_until_complete(
    _tell: Callable[[object], None], folder: Folder, most_seconds: float
) -> float | None:
    until = _UntilComplete()
    plan_problem(opened(folder)[0], Effort(seconds=most_seconds), until)
    return until.complete_after


def _climb(_tell: Callable[[object], None], folder: Folder) -> float:
    ascent = Ascent(relax(build_timetable(opened(folder)[0])))
    ascent.climb()  # the first step also makes what the others use
    watch, steps = Stopwatch(), 0
    while steps < FEWEST_STEPS or watch.seconds < STEP_SECONDS:
        ascent.climb()
        steps += 1
    return watch.seconds / steps
