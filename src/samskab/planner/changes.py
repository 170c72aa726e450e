"""Which seats of a published plan another plan does not keep."""

from collections.abc import Iterator

from samskab.planner.model.plan import Session
from samskab.planner.plan_view import PlanView


def changed_seats(view: PlanView) -> Iterator[tuple[Session, str]]:
    """Each published session with a person who is moved or dropped from it.

    A person keeps her seat where she takes the module at the same start in the same room, whoever
    leads it and whoever else is there.
    """
    published = view.problem.published
    for session in published.sessions if published else ():
        for person in dict.fromkeys(session.people):
            if not any(
                same_slot(one, session) for one in view.seats.get((person, session.module), ())
            ):
                yield session, person


def same_slot(one: Session, other: Session) -> bool:
    """Whether two sessions are at the same start in the same room."""
    return one.start == other.start and one.room == other.room
