"""Why each session is on its date, as the report shows it on a click."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from samskab.planner.explain.other_dates import session_reasons
from samskab.planner.explain.standing_plan import StandingPlan
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.telling.language import Language
from samskab.telling.reasons.dates import session_lines
from samskab.telling.reasons.voice import Voice

MOST_SESSIONS = 400
"""Some seconds' work, and half a megabyte; of a larger plan `samskab explain` tells."""


@dataclass(frozen=True, slots=True)
class Reason:
    """A sentence, and what it introduces.

    Attributes:
        points: sentences, an item of a list each.
    """

    says: str
    points: tuple[str, ...]


def reasons_of(
    problem: Problem, plan: Plan, language: Language
) -> Mapping[str, tuple[Reason, ...]]:
    """Session id -> what its date costs, the next best ones, and what forbids the others.

    Args:
        problem: what the plan is of.
        plan: one that keeps every rule.
        language: of the reader.

    Returns:
        Empty where the plan has more than `MOST_SESSIONS` sessions.
    """
    if len(plan.sessions) > MOST_SESSIONS:
        return {}
    standing = StandingPlan(problem, plan)
    voice = Voice(standing.view, language)
    reasons = {}
    for session in plan.sessions:
        found = session_reasons(standing, session.id)
        _, *lines = session_lines(voice, found, everything=False)  # the page names it already
        reasons[session.id] = tuple(_grouped(lines))
    return reasons


def _grouped(lines: Iterable[str]) -> Iterator[Reason]:
    """Each line that is not set in, with those below it that are."""
    says, points = "", list[str]()
    for line in lines:
        if line.startswith(" "):
            points.append(line.strip())
        elif line:
            if says:
                yield Reason(says, tuple(points))
            says, points = line, []
    yield Reason(says, tuple(points))
