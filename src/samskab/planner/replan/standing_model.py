"""What seats of a published plan need in order to stand: a relaxation, as a CP-SAT model.

It asks of published sessions only what every plan has to keep that holds them, and nothing of the
dates of new ones. So no plan does better than it says.
"""

from collections import defaultdict
from functools import cached_property

import numpy as np

from samskab.planner.model.grid import iso_week
from samskab.planner.search.board import Board
from samskab.planner.search.cp_sat import Literal, Model
from samskab.planner.search.published_seats import Slot
from samskab.planner.search.solution import NOWHERE, ONLINE, Placed, half_days_of
from samskab.planner.timetable import Ints

Seat = tuple[int, Slot]
"""A person and where she sits."""
Need = tuple[int, int]
"""A person and a module."""


class StandingModel:
    """How many sessions are held at each published slot, who sits there and who leads them.

    Of modules that are reseated everybody has a place: at a published slot, in a new session of
    unknown date, or none. Of the others only published seats are looked at: whoever may keep one
    may lose it and be anywhere, and whoever cannot is in another session, or in none.

    Attributes:
        board: the pinned sessions.
        old: the published sessions that are not pinned, at each slot.
        sits: (person, slot) -> whether she sits there; only where she alone could.
        held: slot -> how many sessions are held there.
        leads: (facilitator, slot) -> whether they lead one of these.
        elsewhere: who is in a session that is not a known one: of a reseated module, or who has no
            seat of hers to keep.
        dates_of: of those, the starts at which they could be.
        left_out: of the same, who is in none.
        slots_of: person -> the slots at which she could sit.
    """

    def __init__(
        self, board: Board, old: list[Placed], reseated: frozenset[int], first_day: int
    ) -> None:
        self.board, self.timetable = board, board.timetable
        self.cp = Model()
        self.old: dict[Slot, list[Placed]] = defaultdict(list)
        for placed in old:
            self.old[placed.module, placed.start, placed.room].append(placed)
        self.sits: dict[Seat, Literal] = {}
        self.held: dict[Slot, Literal] = {}
        self.leads: dict[tuple[int, Slot], Literal] = {}
        self.elsewhere: dict[Need, Literal] = {}
        self.dates_of: dict[Need, Ints] = {}
        self.left_out: dict[Need, Literal] = {}
        self.slots_of: dict[int, list[Slot]] = defaultdict(list)
        self.deciding = np.ones(board.at.shape, dtype=np.bool_)
        self.reseated, self._first_day = reseated, first_day
        for slot in self.old:
            self._add_slot(slot)
        for module in range(len(self.timetable.modules)):
            if module in reseated:
                self._reseat(module)
            else:
                self._seat_others(module)

    @cached_property
    def kept(self) -> list[Literal]:
        """The seats that could be as they were published."""
        return [
            self.sits[person, slot]
            for slot, sessions in self.old.items()
            for placed in sessions
            for person in placed.people
            if (person, slot) in self.sits
        ]

    @property
    def lost(self) -> int:
        """How many published seats could not."""
        sessions = (placed for at_slot in self.old.values() for placed in at_slot)
        return sum(len(placed.people) for placed in sessions) - len(self.kept)

    def published_at(self, slot: Slot) -> list[int]:
        """Who had a seat at a slot."""
        return sorted({person for placed in self.old[slot] for person in placed.people})

    def may_sit(self, person: int, slot: Slot) -> bool:
        """Whether somebody could be at a slot beside the pinned sessions."""
        free = self.board.free_starts(slot[0], [person], self.deciding)
        return bool(free[0, slot[1]]) and self.board.at[person, slot[0]] == NOWHERE

    def half_days(self, slot: Slot) -> range:
        """The half-days of a session there."""
        taken = half_days_of(self.timetable, slot[0], slot[1])
        return range(taken.start, taken.stop)

    def days(self, slot: Slot) -> range:
        """The ordinals of the days of a session there."""
        table = self.timetable.modules[slot[0]]
        return range(int(table.first_day[slot[1]]), int(table.last_day[slot[1]]) + 1)

    def keep_days(self, days: dict[int, list[Literal]], there: set[int], most: int) -> None:
        """No more days than allowed, with those that stand anyhow."""
        new = [literals for day, literals in days.items() if day not in there]
        if len(new) + len(there) > most:
            self.cp.add(sum(self.cp.any_of(literals) for literals in new) <= most - len(there))

    def constrain_sessions(self, joiners: dict[int, int]) -> None:
        """Sizes, rooms, facilitators, and sessions at the same time.

        Args:
            joiners: module -> people without a published seat who could fill its sessions up.
        """
        for module in range(len(self.timetable.modules)):
            if module not in self.reseated:
                self._keep_sizes(module, joiners.get(module, 0))
        self._keep_rooms()
        self._keep_leaders()

    def _add_slot(self, slot: Slot) -> None:
        module, start, room = slot
        table = self.timetable.modules[module]
        people = self.published_at(slot)
        if module in self.reseated:
            people = np.flatnonzero(table.needs).tolist()
        most = int(table.needs.sum())
        if room != ONLINE:
            most = int(self.board.free_rooms(module)[room, start])
        if not self.board.free_parallel(module)[start]:
            most = 0
        self.held[slot] = self.cp.new_int_var(0, most, "")
        free = self.board.free_starts(module, people, self.deciding)[:, start]
        free &= self.board.at[people, module] == NOWHERE
        for person, can in zip(people, free.tolist(), strict=True):
            if can and most:
                self.sits[person, slot] = self.cp.new_bool_var("")
                self.slots_of[person].append(slot)
        asked = table.module.facilitators
        able = np.flatnonzero(self.board.free_facilitators(module)[:, start]).tolist()
        for facilitator in able if asked else ():
            self.leads[facilitator, slot] = self.cp.new_bool_var("")
        led = [self.leads[facilitator, slot] for facilitator in able] if asked else []
        self.cp.add(sum(led) == asked * self.held[slot])

    def _reseat(self, module: int) -> None:
        """Everybody who needs a module at a slot, in a new session or left out."""
        table = self.timetable.modules[module]
        people = np.flatnonzero(table.needs & (self.board.at[:, module] == NOWHERE)).tolist()
        self._place(module, people)
        new = [literal for (_, m), literal in self.elsewhere.items() if m == module]
        sessions = self.cp.new_int_var(0, len(people), "")
        self.cp.add(sum(new) >= max(table.module.group_min, 1) * sessions)
        self.cp.add(sum(new) <= table.module.group_max * sessions)
        for slot in (slot for slot in self.held if slot[0] == module):
            size = sum(self.sits[p, slot] for p in people if (p, slot) in self.sits)
            self.cp.add(size <= self._most(slot) * self.held[slot])
            self.cp.add(size >= max(table.module.group_min, 1) * self.held[slot])

    def _seat_others(self, module: int) -> None:
        """Whoever needs a module and has no published seat that she could keep."""
        needing = self.timetable.modules[module].needs & (self.board.at[:, module] == NOWHERE)
        seated = {person for person, slot in self.sits if slot[0] == module}
        self._place(module, [p for p in np.flatnonzero(needing).tolist() if p not in seated])

    def _place(self, module: int, people: list[int]) -> None:
        """Each person at a slot that is known, elsewhere, or left out."""
        free = self.board.free_starts(module, people, self.deciding)
        free &= self.timetable.modules[module].first_day >= self._first_day
        for person, could in zip(people, free, strict=True):
            self.left_out[person, module] = self.cp.new_bool_var("")
            places = [self.sits[person, s] for s in self.slots_of[person] if s[0] == module]
            if could.any():
                self.dates_of[person, module] = np.flatnonzero(could)
                self.elsewhere[person, module] = self.cp.new_bool_var("")
                places.append(self.elsewhere[person, module])
            self.cp.add_exactly_one([*places, self.left_out[person, module]])

    def _most(self, slot: Slot) -> int:
        """Seats in one session at a slot."""
        most = self.timetable.modules[slot[0]].module.group_max
        if slot[2] == ONLINE:
            return most
        return min(most, self.timetable.problem.rooms[slot[2]].capacity)

    def _keep_sizes(self, module: int, joiners: int) -> None:
        """Groups neither too large nor too small: whoever loses a seat may fill another group."""
        group_min = max(self.timetable.modules[module].module.group_min, 1)
        slots = [slot for slot in self.held if slot[0] == module]
        spare = joiners + sum(len(placed.people) for slot in slots for placed in self.old[slot])
        filling, seats = [], []
        for slot in slots:
            here = [self.sits[p, slot] for p in self.published_at(slot) if (p, slot) in self.sits]
            fill = self.cp.new_int_var(0, spare, "")
            self.cp.add(sum(here) + fill <= self._most(slot) * self.held[slot])
            self.cp.add(sum(here) + fill >= group_min * self.held[slot])
            filling.append(fill)
            seats += here
        self.cp.add(sum(filling) + sum(seats) <= spare)

    def _keep_rooms(self) -> None:
        """One session in a room, and so many at the same time in all."""
        rooms: dict[tuple[int, int], list[Literal]] = defaultdict(list)
        parallel: dict[int, list[Literal]] = defaultdict(list)
        for slot, held in self.held.items():
            for half_day in self.half_days(slot):
                parallel[half_day].append(held)
                if slot[2] != ONLINE:
                    rooms[slot[2], half_day].append(held)
        for literals in rooms.values():
            self.cp.add(sum(literals) <= 1)
        limit = self.timetable.problem.programme.rules.parallel_sessions
        if limit is not None:
            for half_day, counts in parallel.items():
                self.cp.add(sum(counts) <= limit - int(self.board.parallel[half_day]))

    def _keep_leaders(self) -> None:
        """One session for a facilitator at a time, and their weeks."""
        leading: dict[tuple[int, int], list[Literal]] = defaultdict(list)
        weeks: dict[tuple[int, int], dict[int, list[Literal]]] = defaultdict(dict)
        for (facilitator, slot), literal in self.leads.items():
            for half_day in self.half_days(slot):
                leading[facilitator, half_day].append(literal)
            for day in self.days(slot):
                weeks[facilitator, iso_week(day)].setdefault(day, []).append(literal)
        for literals in leading.values():
            self.cp.add_at_most_one(literals)
        for (facilitator, week), days in weeks.items():
            limit = self.timetable.problem.facilitators[facilitator].max_days_per_week
            if limit is not None:
                led = self.board.facilitator_days(facilitator)
                self.keep_days(days, {day for day in led if iso_week(day) == week}, limit)
