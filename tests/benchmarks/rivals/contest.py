"""One rival on one folder: in a process of its own, its plans judged by the checker."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tests.benchmarks.apart import Limits, run_apart
from tests.benchmarks.curves import Curve, Moment
from tests.benchmarks.folders import Folder
from tests.benchmarks.planning import judged, opened
from tests.benchmarks.rivals.first_fit import first_fit
from tests.benchmarks.rivals.found import Found, Scored
from tests.benchmarks.rivals.timefold import timefold
from tests.benchmarks.rivals.whole_model import whole_model
from tests.benchmarks.stopwatch import Stopwatch

from samskab.planner.timetable import Timetable, build_timetable

Tell = Callable[[Found | Scored], None]
Rival = Callable[[Timetable, float, Tell], None]
START_SECONDS = 60.0
"""For a process to start, read the folder and, at the end, hand over what it has."""
MOST_GIB = 12.0


@dataclass(frozen=True, slots=True)
class Fought:
    """What a rival came to.

    Attributes:
        curve: seconds since it began, the folder being read.
        total_oere, left_out: of its last plan, which the checker has passed; None without any.
        bound_oere: None for a rival that proves nothing.
        why_none: in words, where there is no plan.
    """

    curve: Curve
    total_oere: int | None
    left_out: int | None
    bound_oere: int | None
    peak_bytes: int
    why_none: str = ""


def fight(rival: Rival, folder: Folder, seconds: float) -> Fought:
    """Let a rival plan a folder for so long.

    Raises:
        BrokenPlanError: a plan of it breaks a rule, or costs what it does not say.
    """
    limits = Limits(seconds + START_SECONDS, MOST_GIB)
    apart = run_apart(_fight, rival, folder, seconds, limits=limits)
    told = [one for one in apart.told if one.seconds <= seconds + START_SECONDS]
    plans = [one for one in told if isinstance(one, Found) and one.solution is not None]
    bounds = [one.bound_oere for one in told if isinstance(one, Found)]
    curve = _curve(told)
    fought = Fought(
        curve=curve,
        total_oere=None,
        left_out=None,
        bound_oere=max((bound for bound in bounds if bound is not None), default=None),
        peak_bytes=apart.peak_bytes,
    )
    if not plans:
        return replace(fought, why_none=_why_none(apart.ended, told))
    timetable = build_timetable(opened(folder)[0])
    best = min((one.solution for one in plans if one.solution), key=lambda s: s.total_oere)
    plan = judged(timetable, best, folder.name)
    return replace(fought, total_oere=plan.cost.total, left_out=len(plan.unserved))


def secretary(timetable: Timetable, _seconds: float, tell: Tell) -> None:
    """First-fit."""
    watch = Stopwatch()
    solution = first_fit(timetable)
    tell(Found(watch.seconds, solution))


def one_model(timetable: Timetable, seconds: float, tell: Tell) -> None:
    """The whole problem in CP-SAT."""
    whole_model(timetable, seconds=seconds, tell=tell)


def timefold_alone(timetable: Timetable, seconds: float, tell: Tell) -> None:
    """Timefold for Python, which seats everybody itself."""
    timefold(timetable, seconds=seconds, from_plan=False, tell=tell)


def timefold_from_plan(timetable: Timetable, seconds: float, tell: Tell) -> None:
    """Timefold for Python, which improves the first-fit plan."""
    timefold(timetable, seconds=seconds, from_plan=True, tell=tell)


def _fight(tell: Tell, rival: Rival, folder: Folder, seconds: float) -> None:
    rival(build_timetable(opened(folder)[0]), seconds, tell)


def _why_none(ended: str, told: Iterable[Found | Scored]) -> str:
    if ended == "memory":
        return f"none: ended at {MOST_GIB:.0f} GiB of memory"
    if not list(told):
        return "none: time was up before it had a model, or a plan that keeps every rule"
    return "none: no plan was found in time"


def _curve(told: Iterable[Found | Scored]) -> Curve:
    moments = [Moment(0.0, None, None, None)]
    for one in told:
        last = moments[-1]
        if isinstance(one, Scored):
            now = replace(last, plan_oere=one.oere)
        elif one.solution is None:
            now = last
        else:
            now = replace(last, plan_oere=one.solution.total_oere)
        bound = one.bound_oere if isinstance(one, Found) else None
        if bound is not None:
            now = replace(now, bound_oere=max(bound, last.bound_oere or 0))
        moments.append(replace(now, seconds=one.seconds))
    return tuple(moments)
