"""The independent checker: recomputes every rule and cost item of a plan from its problem."""

from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.breach import Breach
from samskab.planner.rules.registry import FOUNDATION, RULES


def check(problem: Problem, plan: Plan) -> tuple[Breach, ...]:
    """Every breach of planning-problem.md in a plan; empty for a plan that keeps it all.

    A plan that names what its problem does not have is judged no further.
    """
    view = PlanView(problem, plan)
    return tuple(FOUNDATION.check(view)) or tuple(
        breach for rule in RULES for breach in rule.check(view)
    )
