"""How soon a complete plan is there, and how close plan and bound come, on synthetic folders."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from samskab.cli.folder import open_folder
from samskab.planner.check import check
from samskab.planner.progress import Progress
from samskab.planner.run import Effort, plan_problem
from samskab.planner.synthetic.folder import write_folder
from samskab.planner.synthetic.settings import Settings


@dataclass(frozen=True, slots=True)
class Case:
    """A synthetic municipality (seed 1), and the gap that is aimed at."""

    leaders: int
    weeks: int
    modules: int
    cohorts: bool
    seconds: int
    most_seconds_to_complete: float | None
    most_gap: float | None

    @property
    def name(self) -> str:
        """As `samskab generate` is told it."""
        return f"{self.leaders}/{self.weeks}/{self.modules}" + (" cohorts" if self.cohorts else "")


@dataclass(frozen=True, slots=True)
class Planned:
    """What planning a case gave; seconds since planning began, the folder being read."""

    case: Case
    seconds_to_complete: float | None
    total_oere: int
    bound_oere: int
    gap: float
    left_out: int


CASES = (
    Case(60, 13, 4, cohorts=False, seconds=60, most_seconds_to_complete=2, most_gap=0.10),
    Case(300, 26, 6, cohorts=False, seconds=60, most_seconds_to_complete=10, most_gap=0.05),
    Case(60, 13, 4, cohorts=True, seconds=60, most_seconds_to_complete=None, most_gap=None),
    Case(300, 26, 6, cohorts=True, seconds=60, most_seconds_to_complete=None, most_gap=None),
)


def measure_plan(case: Case) -> Planned:
    """Plan one case; a plan that the checker does not pass is an error."""
    told: list[Progress] = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "folder"
        settings = Settings(
            case.leaders, case.weeks, case.modules, 1, cohorts=case.cohorts, name="Fjordby"
        )
        write_folder(folder, settings, replace=False)
        problem = open_folder(folder, Path(scratch) / "cache").problem
        plan = plan_problem(problem, Effort(seconds=case.seconds), told.append)
    if check(problem, plan):
        message = f"{case.name}: the plan breaks a rule"
        raise AssertionError(message)
    complete = [moment.seconds for moment in told if moment.left_out == 0]
    return Planned(
        case=case,
        seconds_to_complete=min(complete, default=None),
        total_oere=plan.cost.total,
        bound_oere=plan.bound,
        gap=plan.gap,
        left_out=len(plan.unserved),
    )
