"""Whether a plan that somebody brings is one of this problem, and keeps its rules."""

from collections.abc import Iterator
from enum import StrEnum

from samskab.common.errors import Fault
from samskab.planner.check import check
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.plan_view import PlanView
from samskab.planner.rules import claimed_cost
from samskab.planner.rules.registry import FOUNDATION


class FitCode(StrEnum):
    """What a plan is refused for; each carries the first breach, and how many there are."""

    ANOTHER_FOLDER = "plan_of_another_folder"
    RULE_BROKEN = "plan_breaks_a_rule"


def strangers(problem: Problem, plan: Plan, file: str) -> Iterator[Fault]:
    """A fault where the plan names what the problem does not have.

    Args:
        problem: what the plan should be of.
        plan: whoever made it.
        file: the plan's name, for the fault.
    """
    breaches = tuple(FOUNDATION.check(PlanView(problem, plan)))
    if breaches:
        values = {"breach": breaches[0], "count": len(breaches)}
        yield Fault(FitCode.ANOTHER_FOLDER.value, values, file)


def misfits(problem: Problem, plan: Plan, file: str) -> Iterator[Fault]:
    """A fault where the plan is of another problem, or does not keep a rule of this one.

    What the plan says that it costs is not looked at: prices change, and so do calendars.
    """
    foreign = tuple(strangers(problem, plan, file))
    if foreign:
        yield from foreign
        return
    breaches = [one for one in check(problem, plan) if one.rule != claimed_cost.RULE]
    if breaches:
        values = {"breach": breaches[0], "count": len(breaches)}
        yield Fault(FitCode.RULE_BROKEN.value, values, file)
