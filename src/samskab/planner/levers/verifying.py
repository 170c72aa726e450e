"""Planning again with a lever pulled, and without it: the same effort from the same plan."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from samskab.planner.check import check
from samskab.planner.costing import cost_of
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.outcome import plan_of
from samskab.planner.plan_view import PlanView
from samskab.planner.search.improve import search
from samskab.planner.search.placing import solution_of
from samskab.planner.search.solution import Solution
from samskab.planner.timetable import Timetable, build_timetable


@dataclass(frozen=True, slots=True)
class Pains:
    """How hard to try, with a lever and without it.

    Attributes:
        steps: of the search, without any lever first and then half as many with each.
        proof_steps: of the bound's ascent, for the prices.
        seed: of every draw.
    """

    steps: int = 60
    proof_steps: int = 160
    seed: int = 0


def planned_from(problem: Problem, plan: Plan, pains: Pains) -> Plan:
    """The best plan that so many steps find from a given one; its bound is 0 unless it is proven.

    Args:
        problem: what to plan.
        plan: where to begin; where it breaks a rule of the problem, the search makes its own.
        pains: how hard to try.
    """
    timetable = build_timetable(problem)
    begin = _begin(timetable, plan, pains)
    best = begin
    for found in search(timetable, seed=pains.seed, stop=_after(pains.steps), begin=begin):
        if best is None or found.total_oere < best.total_oere or found.proven:
            best = found
    assert best is not None
    bound = best.total_oere if best.proven else 0
    return plan_of(timetable, best, bound_oere=bound, seconds=0.0, seed=pains.seed)


def _begin(timetable: Timetable, plan: Plan, pains: Pains) -> Solution | None:
    """The plan as it stands in a problem whose sessions may be shorter; None where it cannot."""
    standing = solution_of(timetable, plan)
    told = plan_of(timetable, standing, bound_oere=0, seconds=0.0, seed=pains.seed)
    return None if check(timetable.problem, told) else standing


def keeps(problem: Problem, plan: Plan) -> bool:
    """Whether a plan keeps every rule of a problem, whatever it says that it costs."""
    return not check(problem, priced(problem, plan))


def priced(problem: Problem, plan: Plan) -> Plan:
    """The plan with what it costs in a problem, and without a bound."""
    return replace(plan, cost=cost_of(PlanView(problem, plan)), bound=0)


def _after(steps: int) -> Callable[[int], bool]:
    return lambda done: done >= steps
