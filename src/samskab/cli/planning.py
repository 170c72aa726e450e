"""A plan that the checker has passed, or why there is none."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from samskab.cli.stopped import FAULT_OF_OURS, StoppedError
from samskab.telling.language import Language

if TYPE_CHECKING:
    from samskab.planner.model.plan import Plan
    from samskab.planner.model.problem import Problem
    from samskab.planner.progress import Progress
    from samskab.planner.run import Effort


def plan_checked(
    problem: "Problem",
    effort: "Effort",
    tell: Callable[["Progress"], None],
    language: Language,
) -> "Plan":
    """The plan, after the checker that knows nothing of the search has passed it.

    Raises:
        StoppedError: the search died without a plan, or a rule is broken: a fault of ours.
    """
    from samskab.planner.run import EngineDiedError, plan_problem

    try:
        made = plan_problem(problem, effort, tell)
    except EngineDiedError as error:
        raise StoppedError(FAULT_OF_OURS, "died") from error
    return passed(problem, made, language)


def passed(problem: "Problem", made: "Plan", language: Language) -> "Plan":
    """A plan that the checker finds nothing wrong with.

    Raises:
        StoppedError: it breaks a rule, which is a fault of ours.
    """
    from samskab.planner.check import check
    from samskab.telling.words.rules import breach_in_words

    breaches = check(problem, made)
    if breaches:
        breach = breach_in_words(breaches[0], language)
        raise StoppedError(FAULT_OF_OURS, "broken", breach=breach)
    return made
