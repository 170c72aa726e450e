"""Rooms, facilitators and sessions at the same time: what a session finds at another start."""

from collections.abc import Callable, Iterable
from dataclasses import replace

import numpy as np

from samskab.common.busy import BusyKind
from samskab.planner.explain.facts import Fact, FactCode
from samskab.planner.explain.standing_plan import StandingPlan
from samskab.planner.explain.taken_time import TakenTime
from samskab.planner.search.board import Board
from samskab.planner.search.costs import cheapest_facilitators
from samskab.planner.search.solution import ONLINE, Placed, half_days_of


class Resources:
    """What a session of just these people finds free beside the others."""

    def __init__(self, plan: StandingPlan, board: Board, placed: Placed) -> None:
        """Look at the starts of a module.

        Args:
            plan: what is asked about.
            board: what stands, without the session.
            placed: the session.
        """
        self.plan, self.board, self.placed = plan, board, placed
        self.module = placed.module
        self.table = plan.timetable.modules[placed.module]
        self._rooms_free = board.free_rooms(self.module)
        self._teachers_free = board.free_facilitators(self.module)
        self._parallel_free = board.free_parallel(self.module)
        self._taken = TakenTime(plan.timetable.grid)

    def facts_at(self, start: int) -> tuple[Fact, ...]:
        """What forbids a session there, whoever its people are; why each room will not do."""
        found: list[Fact] = []
        if not self._parallel_free[start]:
            most = self.plan.problem.programme.rules.parallel_sessions
            found.append(Fact(FactCode.PARALLEL, most=most))
        if self.table.in_person and not self._fitting_rooms(start):
            found += self._room_facts(start)
        if self._teachers_free[:, start].sum() < self.table.module.facilitators:
            found += self._teacher_facts(start)
        return tuple(found)

    def cheapest_at(self, start: int) -> Placed:
        """The session there for the least rent, travel and fees; nothing may forbid it."""
        room = ONLINE
        if self.table.in_person:
            room = min(self._fitting_rooms(start), key=lambda one: (self._room_oere(one), one))
        leaders = cheapest_facilitators(self.board, self.module, start)
        assert leaders is not None
        return Placed(self.module, start, room, leaders, self.placed.people)

    def _fitting_rooms(self, start: int) -> list[int]:
        rooms, people = self.plan.problem.rooms, len(self.placed.people)
        free = np.flatnonzero(self._rooms_free[:, start]).tolist()
        return [room for room in free if rooms[room].capacity >= people]

    def _room_oere(self, room: int) -> int:
        timetable, people = self.plan.timetable, list(self.placed.people)
        place = timetable.room_place[room]
        rent = self.plan.problem.rooms[room].price_per_half_day_oere * self.table.module.half_days
        return rent + int(timetable.travel[self.table.days - 1, people, place].sum())

    def _room_facts(self, start: int) -> list[Fact]:
        """Each room under the first of: too small, its own calendar, another session."""
        half_days = self._half_days(start)
        people = len(self.placed.people)
        small, busy, taken = [], [], []
        for index, room in enumerate(self.plan.problem.rooms):
            if room.capacity < people:
                small.append(room.id)
            elif self._taken.half_days(room.busy, BusyKind) & half_days:
                busy.append(room.id)
            elif self.board.room_used[index, sorted(half_days)].any():
                taken.append(room.id)
        sessions = self._holding(start, lambda placed: self._room_id(placed) in taken)
        found = [
            Fact(FactCode.ROOM_TAKEN, rooms=tuple(taken), sessions=sessions),
            Fact(FactCode.ROOM_BUSY, rooms=tuple(busy)),
            Fact(FactCode.ROOM_SMALL, rooms=tuple(small), count=people),
        ]
        none = Fact(FactCode.NO_ROOM, modules=(self.table.module.id,))
        return [one for one in found if one.rooms] or [none]

    def _teacher_facts(self, start: int) -> list[Fact]:
        """Each qualified facilitator under the first of: calendar, another session, the week."""
        half_days = self._half_days(start)
        asked, qualified = self.table.module.facilitators, 0
        busy, leads, week = [], [], []
        for index, one in enumerate(self.plan.problem.facilitators):
            if self.table.module.id not in one.modules:
                continue
            qualified += 1
            if self._taken.half_days(one.busy, BusyKind) & half_days:
                busy.append(one.id)
            elif self.board.facilitator_used[index, sorted(half_days)].any():
                leads.append(one.id)
            elif not self._teachers_free[index, start]:
                week.append(one.id)
        few = Fact(FactCode.TEACHERS_FEW, count=qualified, least=asked)
        index_of = {one.id: i for i, one in enumerate(self.plan.problem.facilitators)}
        leading = {index_of[one] for one in leads}
        sessions = self._holding(start, lambda placed: bool(leading & set(placed.facilitators)))
        found = [
            Fact(FactCode.TEACHER_LEADS, facilitators=tuple(leads), sessions=sessions),
            Fact(FactCode.TEACHER_BUSY, facilitators=tuple(busy)),
            Fact(FactCode.TEACHER_WEEK, facilitators=tuple(week)),
        ]
        free = int(self._teachers_free[:, start].sum())
        told = [replace(one, count=free, least=asked) for one in found if one.facilitators]
        return [few, *told] if qualified < asked else told

    def _half_days(self, start: int) -> set[int]:
        taken = half_days_of(self.plan.timetable, self.module, start)
        return set(range(taken.start, taken.stop))

    def _room_id(self, placed: Placed) -> str | None:
        return None if placed.room == ONLINE else self.plan.problem.rooms[placed.room].id

    def _holding(self, start: int, wanted: Callable[[Placed], bool]) -> tuple[str, ...]:
        """Other sessions in the half-days of a start."""
        half_days = self._half_days(start)
        return tuple(
            id_
            for id_, placed in self._others()
            if wanted(placed)
            and half_days
            & set(_range(half_days_of(self.plan.timetable, placed.module, placed.start)))
        )

    def _others(self) -> Iterable[tuple[str, Placed]]:
        return ((i, one) for i, one in self.plan.placed.items() if one is not self.placed)


def _range(taken: slice) -> range:
    return range(taken.start, taken.stop)
