"""The sessions of a published plan in indexes of the timetable as it is now."""

from dataclasses import dataclass

from samskab.planner.model.plan import Session
from samskab.planner.model.published import Published
from samskab.planner.search.published_seats import slot_of
from samskab.planner.search.solution import Placed
from samskab.planner.timetable import Timetable


@dataclass(frozen=True, slots=True)
class OldSession:
    """One session of a published plan.

    Attributes:
        session: as it was published.
        placed: with those of its people and facilitators who are still there.
        pinned: whether it stays as it is.
    """

    session: Session
    placed: Placed
    pinned: bool


def old_sessions(timetable: Timetable, published: Published) -> tuple[OldSession, ...]:
    """Those that could be held at all: others have no module, date or room any more."""
    problem = timetable.problem
    people = {person.id: i for i, person in enumerate(problem.people)}
    facilitators = {one.id: i for i, one in enumerate(problem.facilitators)}
    found: list[OldSession] = []
    for session in published.sessions:
        slot = slot_of(timetable, session)
        if slot is None:
            continue
        module, start, room = slot
        needs = timetable.modules[module].needs
        there = sorted({people[p] for p in session.people if p in people and needs[people[p]]})
        leads = sorted({facilitators[f] for f in session.facilitators if f in facilitators})
        placed = Placed(module, start, room, tuple(leads), tuple(there))
        found.append(OldSession(session, placed, session.id in published.pinned))
    return tuple(found)
