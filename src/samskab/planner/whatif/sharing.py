"""A plan that was found for one variant and keeps the rules of another is a plan of it too."""

from collections.abc import Sequence
from dataclasses import replace

from samskab.planner.check import check
from samskab.planner.costing import cost_of
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.registry import FOUNDATION


def shared(problems: Sequence[Problem], plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """The cheapest plan of each problem among all that are there; its own bound stays.

    So a variant that only allows more never looks dearer than what it is a variant of.

    Args:
        problems: of the same people, rooms and facilitators.
        plans: one of each problem.
    """
    return tuple(
        min(
            (own, *(_taken_over(problem, own, plan) for plan in plans if plan is not own)),
            key=lambda plan: plan.cost.total,
        )
        for problem, own in zip(problems, plans, strict=True)
    )


def _taken_over(problem: Problem, own: Plan, plan: Plan) -> Plan:
    """Another's plan at the prices of a problem; its own where that is none, or is dearer."""
    view = PlanView(problem, plan)
    if any(FOUNDATION.check(view)):
        return own
    here = replace(plan, cost=cost_of(view), bound=own.bound, seconds=own.seconds, seed=own.seed)
    if here.cost.total >= own.cost.total or check(problem, here):
        return own
    return here
