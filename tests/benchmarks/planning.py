"""Our planner on one folder: its curve, its plan judged by the checker, its memory."""

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.apart import run_apart
from tests.benchmarks.curves import Curve, curve_of
from tests.benchmarks.folders import Folder, digest_of

from samskab.cli.folder import open_folder
from samskab.planner.check import check
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.outcome import plan_of
from samskab.planner.progress import Progress
from samskab.planner.run import Effort, plan_problem
from samskab.planner.search.solution import Solution
from samskab.planner.timetable import Timetable, build_timetable


class BrokenPlanError(AssertionError):
    """A plan that is measured breaks a rule, or costs what its planner does not say."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What planning a folder gave.

    Attributes:
        curve: seconds since planning began, the folder being read.
        digest: of the folder.
        seconds: until planning ended by itself or was ended.
        peak_bytes: most resident memory of all processes, the reading included.
    """

    curve: Curve
    digest: str
    needs: int
    total_oere: int
    bound_oere: int
    left_out: int
    seconds: float
    peak_bytes: int = 0

    @property
    def is_proven(self) -> bool:
        """Whether no plan costs less."""
        return self.bound_oere >= self.total_oere

    @property
    def gap(self) -> float:
        """(plan - bound) / plan."""
        return (self.total_oere - self.bound_oere) / self.total_oere if self.total_oere else 0.0


def plan_apart(folder: Folder, seconds: float) -> Planned:
    """Plan a folder for so long, in processes of its own."""
    apart = run_apart(_plan, folder, seconds)
    if apart.result is None:
        message = f"{folder.name}: planning did not end"
        raise RuntimeError(message)
    planned: Planned = apart.result
    return Planned(
        planned.curve,
        planned.digest,
        planned.needs,
        planned.total_oere,
        planned.bound_oere,
        planned.left_out,
        planned.seconds,
        apart.peak_bytes,
    )


def opened(folder: Folder) -> tuple[Problem, str]:
    """A folder written, read and thrown away, and its digest."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "folder"
        folder.write(path)
        return open_folder(path, Path(scratch) / "cache").problem, digest_of(path)


def judged(timetable: Timetable, solution: Solution, whose: str) -> Plan:
    """A solution as a plan that the checker has passed.

    Raises:
        BrokenPlanError: the checker names a breach, or the total is not what the planner said.
    """
    plan = plan_of(timetable, solution, bound_oere=0, seconds=0.0, seed=0)
    pass_judgement(timetable.problem, plan, whose)
    if plan.cost.total != solution.total_oere:
        message = f"{whose}: the plan costs {plan.cost.total} øre, not {solution.total_oere}"
        raise BrokenPlanError(message)
    return plan


def pass_judgement(problem: Problem, plan: Plan, whose: str) -> None:
    """Ask the checker.

    Raises:
        BrokenPlanError: it names a breach.
    """
    breaches = check(problem, plan)
    if breaches:
        message = f"{whose}: the plan breaks {len(breaches)} rules, first {breaches[0]}"
        raise BrokenPlanError(message)


def _plan(_tell: Callable[[object], None], folder: Folder, seconds: float) -> Planned:
    problem, digest = opened(folder)
    told: list[Progress] = []
    plan = plan_problem(problem, Effort(seconds=seconds), told.append)
    pass_judgement(problem, plan, folder.name)
    return Planned(
        curve=curve_of(told),
        digest=digest,
        needs=build_timetable(problem).needs,
        total_oere=plan.cost.total,
        bound_oere=plan.bound,
        left_out=len(plan.unserved),
        seconds=plan.seconds,
    )
