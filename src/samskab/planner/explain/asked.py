"""Whether a question about a plan names what the plan has."""

from collections.abc import Iterator
from enum import StrEnum

from samskab.common.errors import Fault
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem


class AskedCode(StrEnum):
    """What cannot be answered."""

    PERSON_UNKNOWN = "asked_person_unknown"
    SESSION_UNKNOWN = "asked_session_unknown"
    NOT_IN_SESSION = "asked_not_in_session"
    TWO_QUESTIONS = "asked_two_questions"


def faults_of_question(
    problem: Problem, plan: Plan, *, person: str | None = None, session: str | None = None
) -> Iterator[Fault]:
    """A fault for each name that means nothing, or where the person is not in the session.

    Args:
        problem: what the plan is of.
        plan: what is asked about.
        person: id that is asked for, if any.
        session: id that is asked for, if any.
    """
    names = {one.id: one.name for one in problem.people}
    sessions = {one.id: one for one in plan.sessions}
    if person is not None and person not in names:
        yield Fault(AskedCode.PERSON_UNKNOWN.value, {"person": person})
    if session is not None and session not in sessions:
        yield Fault(AskedCode.SESSION_UNKNOWN.value, {"session": session})
    if person in names and session in sessions and person not in sessions[session].people:
        hers = [one.id for one in plan.sessions if person in one.people]
        values = {"person": f"{names[person]} ({person})", "session": session, "sessions": hers}
        yield Fault(AskedCode.NOT_IN_SESSION.value, values)
