"""Planning as a whole: search and bound side by side, each in a process of its own."""

import time
from collections.abc import Callable

from samskab.planner.bound import prove
from samskab.planner.effort import Effort
from samskab.planner.engines import Proof, Search, Whole
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.outcome import plan_of
from samskab.planner.parcel import without_calendars
from samskab.planner.progress import Progress
from samskab.planner.search.improve import search
from samskab.planner.search.solution import Solution
from samskab.planner.team import Team
from samskab.planner.timetable import Timetable, build_timetable
from samskab.planner.whole import small_enough, solve_whole

__all__ = ["Effort", "EngineDiedError", "plan_problem"]


class EngineDiedError(RuntimeError):
    """The search ended by a fault of its own before it had made any plan."""


def plan_problem(
    problem: Problem,
    effort: Effort,
    tell: Callable[[Progress], None],
    *,
    search_with: Search = search,
    prove_with: Proof = prove,
    solve_with: Whole | None = solve_whole,
) -> Plan:
    """Plan until time is up, the steps are done or the plan is proven best.

    Ctrl-C (KeyboardInterrupt) ends with the best plan so far.

    Args:
        problem: what to plan.
        effort: how long.
        tell: called with every step forward, and ten times a second.
        search_with: the engine that makes plans; an importable function.
        prove_with: the engine that raises the bound; an importable function.
        solve_with: the engine for problems that are small enough; None where it shall not try.

    Raises:
        EngineDiedError: the search died before it had a plan; its own traceback is on stderr.
    """
    began = time.monotonic()
    timetable = build_timetable(problem)
    light = without_calendars(timetable)
    whole = solve_with if effort.steps is None and small_enough(light) else None
    team = Team(light, effort, (search_with, prove_with, whole), began)
    try:
        team.start()
        team.work(tell)
    except KeyboardInterrupt:
        team.wait_for_a_plan(tell)
    finally:
        team.dismiss()
    seconds = time.monotonic() - began
    if team.died:
        message = "the search died before it had made a plan"
        raise EngineDiedError(message)
    best = team.best or nobody_served(timetable)
    bound_oere = team.bound_oere
    plan = plan_of(timetable, best, bound_oere=bound_oere, seconds=seconds, seed=effort.seed)
    tell(Progress(seconds, "done", best.total_oere, bound_oere, len(plan.unserved)))
    return plan


def nobody_served(timetable: Timetable) -> Solution:
    """The plan that leaves every need out: always allowed."""
    return Solution((), timetable.needs * timetable.problem.programme.prices.unserved_oere)
