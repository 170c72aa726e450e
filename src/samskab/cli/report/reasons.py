"""Why each session is on its date, as the report shows it on a click."""

from collections.abc import Mapping

from samskab.cli.language import Language
from samskab.cli.reasons.dates import session_lines
from samskab.cli.reasons.voice import Voice
from samskab.planner.explain.other_dates import session_reasons
from samskab.planner.explain.standing_plan import StandingPlan
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem

MOST_SESSIONS = 400
"""Some seconds' work, and half a megabyte; of a larger plan `samskab explain` tells."""


def reasons_in_lines(
    problem: Problem, plan: Plan, language: Language
) -> Mapping[str, tuple[str, ...]]:
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
    lines = {}
    for session in plan.sessions:
        reasons = session_reasons(standing, session.id)
        _, *others = session_lines(voice, reasons, everything=False)
        lines[session.id] = tuple(line.strip() for line in others if line)
    return lines
