"""How much of a published plan can stand: the fewest seats that must change, whatever is done.

A relaxation: it asks of the seats of the published plan only what every plan that keeps them would
have to keep, and nothing of where the others go. So no plan changes fewer seats than it says.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from time import monotonic

import numpy as np
from ortools.sat.python import cp_model

from samskab.planner.model.grid import WEEK_DAYS, iso_week
from samskab.planner.replan.old_sessions import OldSession
from samskab.planner.replan.proving_solver import proving_solver
from samskab.planner.search.board import Board, follows
from samskab.planner.search.published_seats import Slot
from samskab.planner.search.solution import NOWHERE, ONLINE, Placed, half_days_of
from samskab.planner.timetable import SECONDS_PER_HOUR, Bools, Timetable

Literal = cp_model.IntVar
Seat = tuple[int, Slot]
"""A person and where she sits."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What can stand.

    Attributes:
        changed_at_least: seats of sessions that could be held, changed by every plan (proven).
        sessions: a largest part of the published plan that the rules allow to stand together,
            each with people and with as many facilitators as it asks; pinned ones come first.
    """

    changed_at_least: int
    sessions: tuple[Placed, ...]


def most_that_stands(
    timetable: Timetable, old: tuple[OldSession, ...], *, joiners: dict[int, int], until: float
) -> Standing:
    """Find the largest part of a published plan that can stand, and prove that it is.

    Args:
        timetable: the problem as it is now.
        old: the published sessions.
        joiners: module -> people without a published seat who could fill its sessions up.
        until: when time is up, by the monotonic clock; then the proven number is lower.
    """
    pinned = [one.placed for one in old if one.pinned]
    model = _StandingModel(Board(timetable, pinned), [o.placed for o in old if not o.pinned])
    model.constrain(joiners)
    kept, at_most = model.solve(until)
    seats = sum(len(one.placed.people) for one in old if not one.pinned)
    return Standing(seats - at_most, (*pinned, *kept))


class _StandingModel:
    """Which seats stand, how many sessions at each slot, and who leads them.

    Attributes:
        stands: (person, slot) -> whether she keeps her seat; only where she alone could.
        held: slot -> how many sessions are held there.
        leads: (facilitator, slot) -> whether they lead one of these.
    """

    def __init__(self, board: Board, old: list[Placed]) -> None:
        self.board, self.timetable, self.old = board, board.timetable, old
        self.cp = cp_model.CpModel()
        self.of_slot: dict[Slot, list[Placed]] = defaultdict(list)
        for placed in old:
            self.of_slot[placed.module, placed.start, placed.room].append(placed)
        self.stands: dict[Seat, Literal] = {}
        self.held: dict[Slot, Literal] = {}
        self.leads: dict[tuple[int, Slot], Literal] = {}
        self.slots_of: dict[int, list[Slot]] = defaultdict(list)
        self._deciding = np.ones(board.at.shape, dtype=np.bool_)
        for slot, sessions in self.of_slot.items():
            self._add_slot(slot, sessions)

    def _add_slot(self, slot: Slot, sessions: list[Placed]) -> None:
        module, start, room = slot
        people = sorted({person for placed in sessions for person in placed.people})
        if room != ONLINE:
            most = int(self.board.free_rooms(module)[room, start])
        else:
            most = len(self.timetable.modules[module].needs)
        if not self.board.free_parallel(module)[start]:
            most = 0
        self.held[slot] = self.cp.new_int_var(0, most, "")
        free = self.board.free_starts(module, people, self._deciding)[:, start]
        free &= self.board.at[people, module] == NOWHERE
        for person, can in zip(people, free, strict=True):
            if can and most:
                self.stands[person, slot] = self.cp.new_bool_var("")
                self.slots_of[person].append(slot)
        able = np.flatnonzero(self.board.free_facilitators(module)[:, start])
        asked = self.timetable.modules[module].module.facilitators
        for facilitator in able.tolist() if asked else ():
            self.leads[facilitator, slot] = self.cp.new_bool_var("")
        led = [self.leads[f, slot] for f in able.tolist()] if asked else []
        self.cp.add(sum(led) == asked * self.held[slot])

    def constrain(self, joiners: dict[int, int]) -> None:
        """All that seats, sessions and facilitators that stand have to keep together."""
        self._keep_sizes(joiners)
        self._keep_resources()
        self._keep_facilitator_weeks()
        self._keep_people()
        self._keep_units()
        for slot in self.held:
            self._keep_company(slot)
        for track in self.timetable.tracks:
            self._keep_track(track)

    def solve(self, until: float) -> tuple[list[Placed], int]:
        """The sessions that stand, and how many seats can stand at most."""
        same = [
            self.leads[f, slot]
            for slot, sessions in self.of_slot.items()
            for f in {f for placed in sessions for f in placed.facilitators}
            if (f, slot) in self.leads
        ]
        weight = len(same) + 1
        self.cp.maximize(weight * sum(self.stands.values()) + sum(same))
        solver = proving_solver(until - monotonic())
        status = solver.solve(self.cp)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return [], len(self.stands)
        at_most = min(int(solver.best_objective_bound + 0.5) // weight, len(self.stands))
        return [one for slot in self.of_slot for one in self._read(solver, slot)], at_most

    def _read(self, solver: cp_model.CpSolver, slot: Slot) -> Iterator[Placed]:
        """The sessions of a slot, where as many are held as were."""
        sessions = self.of_slot[slot]
        if solver.value(self.held[slot]) != len(sessions):
            return
        leads = {f for (f, at), one in self.leads.items() if at == slot and solver.value(one)}
        theirs = [leads.intersection(placed.facilitators) for placed in sessions]
        asked = self.timetable.modules[slot[0]].module.facilitators
        spare = sorted(leads.difference(*theirs))
        for placed, own in zip(sessions, theirs, strict=True):
            own_leads = sorted(own)[:asked]
            while len(own_leads) < asked:
                own_leads.append(spare.pop())
            people = tuple(p for p in placed.people if self._is_kept(solver, p, slot))
            if people:
                yield replace(placed, facilitators=tuple(sorted(own_leads)), people=people)

    def _is_kept(self, solver: cp_model.CpSolver, person: int, slot: Slot) -> bool:
        literal = self.stands.get((person, slot))
        return literal is not None and bool(solver.value(literal))

    def _at(self, slot: Slot) -> list[Literal]:
        """The seats at a slot."""
        people = sorted({person for placed in self.of_slot[slot] for person in placed.people})
        return [self.stands[p, slot] for p in people if (p, slot) in self.stands]

    def _half_days(self, slot: Slot) -> range:
        taken = half_days_of(self.timetable, slot[0], slot[1])
        return range(taken.start, taken.stop)

    def _days(self, slot: Slot) -> range:
        table = self.timetable.modules[slot[0]]
        return range(int(table.first_day[slot[1]]), int(table.last_day[slot[1]]) + 1)

    def _keep_sizes(self, joiners: dict[int, int]) -> None:
        """Groups that are neither too large nor too small: whoever moves may fill another up."""
        rooms = self.timetable.problem.rooms
        for module, table in enumerate(self.timetable.modules):
            slots = [slot for slot in self.held if slot[0] == module]
            seats = [literal for slot in slots for literal in self._at(slot)]
            there = sum(len(placed.people) for slot in slots for placed in self.of_slot[slot])
            spare = joiners.get(module, 0) + there
            filling = []
            for slot in slots:
                size, held = sum(self._at(slot)), self.held[slot]
                most = table.module.group_max
                if slot[2] != ONLINE:
                    most = min(most, rooms[slot[2]].capacity)
                fill = self.cp.new_int_var(0, spare, "")
                filling.append(fill)
                self.cp.add(size + fill <= most * held)
                self.cp.add(size + fill >= max(table.module.group_min, 1) * held)
            self.cp.add(sum(filling) + sum(seats) <= spare)

    def _keep_resources(self) -> None:
        """One session in a room, one for a facilitator, and so many at the same time in all."""
        taken: dict[tuple[str, int, int], list[Literal]] = defaultdict(list)
        parallel: dict[int, list[Literal]] = defaultdict(list)
        for slot, held in self.held.items():
            for half_day in self._half_days(slot):
                parallel[half_day].append(held)
                if slot[2] != ONLINE:
                    taken["room", slot[2], half_day].append(held)
        for (facilitator, slot), literal in self.leads.items():
            for half_day in self._half_days(slot):
                taken["facilitator", facilitator, half_day].append(literal)
        for literals in taken.values():
            self.cp.add(sum(literals) <= 1)
        limit = self.timetable.problem.programme.rules.parallel_sessions
        for half_day, counts in parallel.items() if limit is not None else ():
            self.cp.add(sum(counts) <= limit - int(self.board.parallel[half_day]))

    def _keep_facilitator_weeks(self) -> None:
        by_week: dict[tuple[int, int], dict[int, list[Literal]]] = defaultdict(dict)
        for (facilitator, slot), literal in self.leads.items():
            for day in self._days(slot):
                week = by_week[facilitator, iso_week(day)]
                week.setdefault(day, []).append(literal)
        for (facilitator, week), days in by_week.items():
            limit = self.timetable.problem.facilitators[facilitator].max_days_per_week
            if limit is not None:
                led = self.board.facilitator_days(facilitator)
                there = {day for day in led if iso_week(day) == week}
                self._keep_days(days, there, limit)

    def _keep_days(self, days: dict[int, list[Literal]], there: set[int], most: int) -> None:
        """No more days than allowed, with those that stand anyhow."""
        new = [literals for day, literals in days.items() if day not in there]
        if len(new) + len(there) > most:
            self.cp.add(sum(self._any(literals) for literals in new) <= most - len(there))

    def _any(self, literals: list[Literal]) -> Literal:
        if len(literals) == 1:
            return literals[0]
        one = self.cp.new_bool_var("")
        self.cp.add_max_equality(one, literals)
        return one

    def _keep_people(self) -> None:
        """Each person's own seats: one place at a time, in order, weeks and hours kept."""
        limit = self.timetable.problem.programme.rules.max_displaced_hours
        for person, slots in self.slots_of.items():
            for one, other in combinations(slots, 2):
                if self._clash(one, other):
                    self.cp.add_at_most_one(self.stands[person, one], self.stands[person, other])
            self._keep_week(person, slots)
            if limit is not None:
                per_hour = SECONDS_PER_HOUR * self.timetable.units_per_second
                left = int(limit * per_hour) - int(self.board.displaced_units[person])
                units = self.timetable.displaced_units[person]
                self.cp.add(
                    sum(
                        int(units[list(self._half_days(slot))].sum()) * self.stands[person, slot]
                        for slot in slots
                    )
                    <= left
                )

    def _keep_week(self, person: int, slots: list[Slot]) -> None:
        most = self.timetable.problem.programme.rules.max_days_per_week
        days: dict[int, list[Literal]] = defaultdict(list)
        for slot in slots:
            for day in self._days(slot):
                days[day].append(self.stands[person, slot])
        standing = self.board.person_days(person)
        for first in {*days, *standing}:
            week = range(first, first + WEEK_DAYS)
            new = {day: literals for day, literals in days.items() if day in week}
            self._keep_days(new, {day for day in standing if day in week}, most)

    def _clash(self, one: Slot, other: Slot) -> bool:
        """Whether nobody can keep both of two seats."""
        if one[0] == other[0] or set(self._half_days(one)) & set(self._half_days(other)):
            return True
        return any(
            not _in_order(self.timetable, earlier, later)
            for earlier, later in ((one, other), (other, one))
            if earlier[0] in self.timetable.comes_after[later[0]]
        )

    def _keep_units(self) -> None:
        away: dict[tuple[int, int], list[Literal]] = defaultdict(list)
        for (person, slot), literal in self.stands.items():
            unit = int(self.timetable.unit_of[person])
            for half_day in self._half_days(slot):
                away[unit, half_day].append(literal)
        for (unit, half_day), literals in away.items():
            left = int(self.timetable.away_limit[unit] - self.board.away[unit, half_day])
            if len(literals) > left:
                self.cp.add(sum(literals) <= left)

    def _keep_company(self, slot: Slot) -> None:
        """Parties whole and people apart; where several sessions may be held, less is asked."""
        module = slot[0]
        here = sorted({person for placed in self.of_slot[slot] for person in placed.people})
        for person in here:
            if (person, slot) not in self.stands:
                continue
            for other in self._party(module, person):
                self._follow(person, other, slot)
            if slot[2] == ONLINE:
                continue
            for other in self.timetable.apart[person].intersection(here):
                if person < other and (other, slot) in self.stands:
                    one, two = self.stands[person, slot], self.stands[other, slot]
                    self.cp.add_at_most_one(one, two)

    def _party(self, module: int, person: int) -> Iterator[int]:
        index = {one.id: i for i, one in enumerate(self.timetable.problem.people)}
        mine = self.timetable.problem.people[person].id
        for party in self.timetable.problem.parties:
            for other in party.people if mine in party.people else ():
                if other != mine and self.timetable.modules[module].needs[index[other]]:
                    yield index[other]

    def _follow(self, person: int, other: int, slot: Slot) -> None:
        """Who keeps a seat has the other of her party there too: kept, or come from elsewhere."""
        stands = self.stands[person, slot]
        if (other, slot) in self.stands:
            self.cp.add_implication(stands, self.stands[other, slot])
        elif self._is_published_at(other, slot) or not self._may_come(other, slot):
            self.cp.add(stands == 0)
        else:
            for elsewhere in self._other_slots(other, slot):
                self.cp.add_at_most_one(stands, self.stands[other, elsewhere])

    def _is_published_at(self, person: int, slot: Slot) -> bool:
        return any(person in placed.people for placed in self.of_slot.get(slot, ()))

    def _may_come(self, person: int, slot: Slot) -> bool:
        free = self.board.free_starts(slot[0], [person], self._deciding)
        return bool(free[0, slot[1]]) and self.board.at[person, slot[0]] == NOWHERE

    def _other_slots(self, person: int, slot: Slot) -> Iterable[Slot]:
        return [one for one in self.slots_of[person] if one[0] == slot[0] and one != slot]

    def _keep_track(self, track: tuple[int, ...]) -> None:
        """Sessions of a track that share somebody who stands in both go together."""
        for slot in self.held:
            if slot[0] in track and slot[2] != ONLINE:
                for module in track:
                    if module != slot[0]:
                        self._go_together(slot, module)

    def _go_together(self, slot: Slot, module: int) -> None:
        """Whoever stays here is in the other module where the others of here stay."""
        needs = self.timetable.modules[module].needs
        here = {p for placed in self.of_slot[slot] for p in placed.people if needs[p]}
        here = {person for person in here if (person, slot) in self.stands}
        there = {s for person in here for s in self.slots_of[person] if s[0] == module}
        for other in sorted(s for s in there if s[2] != ONLINE):
            linked = self.cp.new_bool_var("")
            for person in sorted(here):
                stays = self.stands[person, slot]
                if (person, other) in self.stands:
                    keeps = self.stands[person, other]
                    self.cp.add_bool_or(stays.negated(), keeps.negated(), linked)
                    self.cp.add_bool_or(linked.negated(), stays.negated(), keeps)
                elif self._is_published_at(person, other) or not self._may_come(person, other):
                    self.cp.add_bool_or(linked.negated(), stays.negated())
                else:
                    for elsewhere in self._other_slots(person, other):
                        keeps = self.stands[person, elsewhere]
                        self.cp.add_bool_or(linked.negated(), stays.negated(), keeps.negated())


def _in_order(timetable: Timetable, earlier: Slot, later: Slot) -> bool:
    """Whether a session keeps the gaps after another."""
    before, after = timetable.modules[earlier[0]], timetable.modules[later[0]]
    fits: Bools = follows(before, np.array([earlier[1]]), after)
    return bool(fits[0, later[1]])
