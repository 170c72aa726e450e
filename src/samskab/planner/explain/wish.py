"""One need that a plan leaves out, as a question in which single facts can be switched off."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

import numpy as np

from samskab.planner.explain.facts import Fact, FactCode
from samskab.planner.explain.making_room import moving_company
from samskab.planner.explain.relaxing import Relaxing
from samskab.planner.explain.standing_plan import StandingPlan
from samskab.planner.model.programme import Module
from samskab.planner.search.solution import ONLINE, Placed


@dataclass(frozen=True, slots=True)
class Way:
    """A way to seat somebody.

    Attributes:
        session: id of the session that she joins; None for a new one.
        at: that session with her in it, in indexes.
        sessions: (id, session) of the whole plan then, None for the id of the new one; those that
            everybody has left are not held.
    """

    session: str | None
    at: Placed
    sessions: tuple[tuple[str | None, Placed], ...]


class Wish:
    """A person wants a module that the plan leaves her out of.

    What may move: she, and whoever her parties tie her to, in all that they take, between the
    sessions that the plan holds. Of the module that she lacks there may be one new session, beside
    all that stand; others whom the plan leaves out of the module may join it (but not where a track
    keeps cohorts together). Everybody else stands, and so do date, room and facilitators of the
    sessions; what a session that is left by all would set free is not used.

    Attributes:
        needs: (person, module) that may move, `served` those of them that have a seat.
        standing: session id -> the session without them.
        waiting: others who may join a new session.
        facts: all that can be switched off, those about single sessions and days first.
    """

    def __init__(self, plan: StandingPlan, person: str, module: str) -> None:
        """Look at a need.

        Args:
            plan: it keeps every rule.
            person: id of who lacks a seat.
            module: id of what she lacks it in.
        """
        self.plan = plan
        self.her, self.module = plan.person[person], plan.module[module]
        company = moving_company(plan, {self.her})
        tables = plan.timetable.modules
        self.needs = frozenset(
            (p, m) for m, table in enumerate(tables) for p in company if table.needs[p]
        )
        seated = {(p, one.module) for one in plan.placed.values() for p in one.people}
        self.served = self.needs & seated
        self.standing = {
            id_: replace(p, people=tuple(x for x in p.people if (x, p.module) not in self.needs))
            for id_, p in plan.placed.items()
        }
        self.waiting = self._waiting(company, seated)
        self.relaxing = Relaxing(plan, self.module, self.needs, self.waiting)
        self.facts = (*self._of_sessions(len(company)), *self.relaxing.facts, self._group_min())

    def module_of(self, module: int) -> Module:
        """A module of the problem as it is."""
        return self.plan.timetable.modules[module].module

    def seats(self, placed: Placed) -> int:
        """The most people of a session."""
        most = self.module_of(placed.module).group_max
        rooms = self.plan.problem.rooms
        return most if placed.room == ONLINE else min(most, rooms[placed.room].capacity)

    def _waiting(
        self, company: AbstractSet[int], seated: AbstractSet[tuple[int, int]]
    ) -> frozenset[int]:
        """Others whom the plan leaves out of the module."""
        if any(self.module in track for track in self.plan.timetable.tracks):
            return frozenset()
        needing = np.flatnonzero(self.plan.timetable.modules[self.module].needs).tolist()
        return frozenset(
            one for one in needing if one not in company and (one, self.module) not in seated
        )

    def _of_sessions(self, come: int) -> Iterator[Fact]:
        """Sessions that have no seats for all, or that somebody could not leave."""
        modules = {module for _, module in self.needs}
        for id_, placed in self.standing.items():
            if placed.module not in modules:
                continue
            there, was = len(placed.people), len(self.plan.placed[id_].people)
            most, least = self.seats(placed), self.module_of(placed.module).group_min
            if there + come > most:
                yield Fact(FactCode.FULL, sessions=(id_,), count=was, most=most)
            if there < was and there < least and (there or least > 1):
                yield Fact(FactCode.TOO_FEW, sessions=(id_,), count=there, least=least)

    def _group_min(self) -> Fact:
        module = self.module_of(self.module)
        return Fact(FactCode.GROUP_MIN, modules=(module.id,), least=module.group_min)
