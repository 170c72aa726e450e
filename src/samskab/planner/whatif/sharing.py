"""What is known of one variant and holds for another: plans that keep its rules, and bounds."""

from collections.abc import Sequence
from dataclasses import replace

from samskab.planner.check import check
from samskab.planner.costing import cost_of
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.registry import FOUNDATION
from samskab.planner.whatif.strictness import only_forbids


def shared(problems: Sequence[Problem], plans: Sequence[Plan]) -> tuple[Plan, ...]:
    """The cheapest plan and the highest bound of each problem among all that are there.

    So a variant that only allows more never looks dearer than what it is a variant of.

    Args:
        problems: of one folder: they differ in their programmes only.
        plans: one of each problem, with its bound.
    """
    return tuple(
        replace(
            min(
                (own, *(_taken_over(problem, own, plan) for plan in plans if plan is not own)),
                key=lambda plan: plan.cost.total,
            ),
            bound=max(
                plan.bound
                for plan, other in zip(plans, problems, strict=True)
                if plan is own or only_forbids(problem, other)
            ),
        )
        for problem, own in zip(problems, plans, strict=True)
    )


def _taken_over(problem: Problem, own: Plan, plan: Plan) -> Plan:
    """Another's plan at the prices of a problem; its own where that is none, or is dearer."""
    view = PlanView(problem, plan)
    if any(FOUNDATION.check(view)):
        return own
    here = replace(plan, cost=cost_of(view), bound=0, seconds=own.seconds, seed=own.seed)
    if here.cost.total >= own.cost.total or check(problem, here):
        return own
    return here
