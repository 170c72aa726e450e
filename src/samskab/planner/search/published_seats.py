"""The seats of a published plan in indexes, and what it costs to change them."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import UTC

import numpy as np

from samskab.planner.model.plan import Session
from samskab.planner.search.placed import ONLINE, Placed
from samskab.planner.timetable import Timetable

Slot = tuple[int, int, int]
"""Module, start and room, `ONLINE` where there is none."""


class PublishedSeats:
    """Who sits where in the published plan of a problem, if there is one.

    Attributes:
        count: seats in all, those that no plan can keep any more among them.
        at: slot -> how many seats each person has there.
        of_need: person and module -> seats that the person has anywhere.
    """

    def __init__(self, timetable: Timetable) -> None:
        published = timetable.problem.published
        sessions = published.sessions if published else ()
        index = {person.id: i for i, person in enumerate(timetable.problem.people)}
        self._change_oere = timetable.problem.programme.prices.change_oere
        self.count = 0
        self.at: dict[Slot, Counter[int]] = defaultdict(Counter)
        self.of_need: Counter[tuple[int, int]] = Counter()
        for session in sessions:
            people = dict.fromkeys(session.people)
            self.count += len(people)
            slot = slot_of(timetable, session)
            if slot is not None:
                there = [index[person] for person in people if person in index]
                self.at[slot].update(there)
                self.of_need.update((person, slot[0]) for person in there)

    def kept(self, placed: Placed) -> int:
        """How many seats of the published plan a session keeps."""
        here = self.at.get((placed.module, placed.start, placed.room))
        return sum(here[person] for person in placed.people) if here else 0

    def changed(self, sessions: Iterable[Placed]) -> int:
        """How many people are moved or dropped, once for each published session."""
        return self.count - sum(self.kept(placed) for placed in sessions) if self.count else 0

    def changes_oere(self, sessions: Iterable[Placed]) -> int:
        """What those changes cost."""
        return self._change_oere * self.changed(sessions)


def slot_of(timetable: Timetable, session: Session) -> Slot | None:
    """Where a session is; None where no session of its module can be any more."""
    module = next((m for m, t in enumerate(timetable.modules) if t.module.id == session.module), -1)
    first = timetable.grid.index_of_start.get(session.start.astimezone(UTC))
    if module < 0 or first is None:
        return None
    table = timetable.modules[module]
    start = int(np.searchsorted(table.starts, first))
    if start == len(table.starts) or table.starts[start] != first:
        return None
    if table.in_person is (session.room is None):
        return None
    rooms = [room.id for room in timetable.problem.rooms]
    if session.room is None:
        return module, start, ONLINE
    return (module, start, rooms.index(session.room)) if session.room in rooms else None
