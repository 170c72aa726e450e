"""Plans that the independent checker has passed."""

from collections.abc import Callable

from samskab.planner.check import check
from samskab.planner.effort import Effort
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.progress import Progress
from samskab.planner.run import EngineDiedError, plan_problem
from samskab.telling.language import Language
from samskab.telling.words.rules import breach_in_words
from samskab.web.plans.words import BROKEN, DIED, fault_in_both


class NoPlanError(Exception):
    """Why there is no plan, where the input is not to blame; `fault` is a row of `Job.faults`."""

    def __init__(self, fault: dict[str, object]) -> None:
        super().__init__(fault["code"])
        self.fault = fault


def plan_checked(problem: Problem, effort: Effort, tell: Callable[[Progress], None]) -> Plan:
    """The plan, after the checker that knows nothing of the search has passed it.

    Raises:
        NoPlanError: the search died without a plan, or a rule is broken: a fault of ours.
    """
    try:
        made = plan_problem(problem, effort, tell)
    except EngineDiedError as error:
        raise NoPlanError(fault_in_both(DIED)) from error
    refuse_broken(problem, made, BROKEN)
    return made


def refuse_broken(problem: Problem, made: Plan, code: str) -> None:
    """Let no plan pass that breaks a rule.

    Args:
        problem: whose rules.
        made: the plan.
        code: of the sentence that says so.

    Raises:
        NoPlanError: it breaks one.
    """
    breaches = check(problem, made)
    if breaches:
        said = {one.value: breach_in_words(breaches[0], one) for one in Language}
        raise NoPlanError(fault_in_both(code, breach=said))
