"""Seats of one module within a spell as a CP-SAT model: people, sessions, rooms, facilitators."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np
from ortools.sat.python import cp_model

from samskab.planner.model.grid import iso_week
from samskab.planner.search.deadlines import deadlines
from samskab.planner.starts.answer import Spell
from samskab.planner.timetable import (
    SECONDS_PER_HOUR,
    Bools,
    ModuleTable,
    Timetable,
    sum_over_session,
)

Literal = cp_model.IntVar
Hall = tuple[int, int]
"""(start, room), or (start, number of the session) where a module is held online."""


class SeatModel:
    """Who may sit where: one date a person at most, every resource used once at a time.

    Rules that need no other module are all here: hard time, windows, displaced hours of a person,
    days of a week, a unit's people away, parties, who is kept apart, group size, rooms,
    facilitators and their weeks, parallel sessions.

    Attributes:
        joins: (person, hall) -> whether she sits there.
        opens: hall -> whether a session is held there.
    """

    def __init__(self, timetable: Timetable, module: int, people: Sequence[int]) -> None:
        self.cp = cp_model.CpModel()
        self.timetable = timetable
        self.number = module
        self.table: ModuleTable = timetable.modules[module]
        self.people = tuple(people)
        self.joins: dict[tuple[int, Hall], Literal] = {}
        self.opens: dict[Hall, Literal] = {}

    def build(self, spell: Spell, *, others_fill: bool) -> None:
        """All halls and seats within a spell.

        Args:
            spell: the days.
            others_fill: whether a session may be held below `group_min`, since others will join.
        """
        seats = open_seats(self.timetable, self.number, spell)
        for s in np.flatnonzero(seats[list(self.people)].any(axis=0)):
            for hall in self._halls(int(s)):
                self.opens[hall] = self.cp.new_bool_var("")
        for p in self.people:
            for hall in self.opens:
                if seats[p, hall[0]]:
                    self.joins[p, hall] = self.cp.new_bool_var("")
        self._sizes(others_fill=others_fill)
        self._people()
        self._resources()

    def seats_of(self, person: int) -> list[Literal]:
        """Every seat that a person may take."""
        return [self.joins[person, hall] for hall in self.opens if (person, hall) in self.joins]

    def oere(self, person: int, hall: Hall) -> int:
        """Displaced hours and travel of a person in a hall."""
        start, room = hall
        displaced = int(self.table.displacement[person, start])
        if not self.table.in_person:
            return displaced
        place = int(self.timetable.room_place[room])
        return displaced + int(self.timetable.travel[self.table.days - 1, person, place])

    def _halls(self, start: int) -> Iterator[Hall]:
        if self.table.in_person:
            yield from ((start, int(r)) for r in np.flatnonzero(self.table.rooms[:, start]))
            return
        crowd = set(self.people)
        apart = any(self.timetable.apart[p] & crowd for p in self.people)
        few = len(self.people) <= self.table.module.group_max and not apart
        yield from ((start, number) for number in range(1 if few else len(self.people)))

    def _sizes(self, *, others_fill: bool) -> None:
        module = self.table.module
        least = 1 if others_fill else module.group_min
        for hall, opened in self.opens.items():
            most = module.group_max
            if self.table.in_person:
                most = min(most, self.timetable.problem.rooms[hall[1]].capacity)
            seated = sum(self.joins[p, hall] for p in self.people if (p, hall) in self.joins)
            self.cp.add(seated <= most * opened)
            self.cp.add(seated >= least * opened)

    def _people(self) -> None:
        for p in self.people:
            self.cp.add_at_most_one(self.seats_of(p))
        self._company()
        away: dict[tuple[int, int], list[Literal]] = defaultdict(list)
        for (p, hall), seat in self.joins.items():
            for half_day in self._half_days(hall[0]):
                away[int(self.timetable.unit_of[p]), half_day].append(seat)
        for (unit, _), seats in away.items():
            self.cp.add(sum(seats) <= int(self.timetable.away_limit[unit]))

    def _company(self) -> None:
        """Parties sit together, whoever is kept apart does not."""
        crowd = set(self.people)
        for members in parties_of(self.timetable, self.number):
            known = [p for p in members if p in crowd]
            for one, other in pairwise(known):
                for hall in self.opens:
                    pair = [self.joins.get((p, hall), 0) for p in (one, other)]
                    self.cp.add(pair[0] == pair[1])
        for p in self.people:
            for q in self.timetable.apart[p] & crowd:
                for hall in self.opens:
                    if p < q and (p, hall) in self.joins and (q, hall) in self.joins:
                        self.cp.add_at_most_one(self.joins[p, hall], self.joins[q, hall])

    def _resources(self) -> None:
        parallel = self.timetable.problem.programme.rules.parallel_sessions
        in_room: dict[tuple[int, int], list[Literal]] = defaultdict(list)
        held: dict[int, list[Literal]] = defaultdict(list)
        for (start, room), opened in self.opens.items():
            for half_day in self._half_days(start):
                in_room[room, half_day].append(opened)
                held[half_day].append(opened)
        if self.table.in_person:
            for literals in in_room.values():
                self.cp.add_at_most_one(literals)
        if parallel is not None:
            for literals in held.values():
                self.cp.add(sum(literals) <= parallel)
        if self.table.module.facilitators:
            self._facilitators()

    def _facilitators(self) -> None:
        leads: dict[tuple[int, int], Literal] = {}
        for start in {hall[0] for hall in self.opens}:
            free = np.flatnonzero(self.table.facilitators[:, start])
            leads |= {(int(f), start): self.cp.new_bool_var("") for f in free}
            opened = sum(one for hall, one in self.opens.items() if hall[0] == start)
            leading = sum(leads[int(f), start] for f in free)
            self.cp.add(leading == self.table.module.facilitators * opened)
        at: dict[tuple[int, int], list[Literal]] = defaultdict(list)
        on: dict[tuple[int, int], list[Literal]] = defaultdict(list)
        for (f, start), lead in leads.items():
            for half_day in self._half_days(start):
                at[f, half_day].append(lead)
                on[f, int(self.timetable.day_of_half_day[half_day])].append(lead)
        for literals in at.values():
            self.cp.add_at_most_one(literals)
        self._weeks(on)

    def _weeks(self, on: dict[tuple[int, int], list[Literal]]) -> None:
        weeks: dict[tuple[int, int], list[Literal]] = defaultdict(list)
        for (f, day), literals in on.items():
            if self.timetable.problem.facilitators[f].max_days_per_week is not None:
                works = self.cp.new_bool_var("")
                self.cp.add_max_equality(works, literals)
                weeks[f, iso_week(day)].append(works)
        for (f, _), days in weeks.items():
            self.cp.add(
                sum(days) <= (self.timetable.problem.facilitators[f].max_days_per_week or 0)
            )

    def _half_days(self, start: int) -> range:
        first = int(self.table.starts[start])
        return range(first, first + self.table.module.half_days)


def open_seats(timetable: Timetable, module: int, spell: Spell) -> Bools:
    """[P, S]: who may take a session wholly within a spell, as far as her own calendar goes.

    A date so late that no module behind it could follow is none.
    """
    table = timetable.modules[module]
    rules = timetable.problem.programme.rules
    latest = max(deadlines(timetable, module, ()), default=0)
    within = (
        (table.first_day >= spell.first_day.toordinal())
        & (table.last_day <= min(spell.last_day.toordinal(), latest))
        & (table.days <= rules.max_days_per_week)
    )
    seats: Bools = table.open & within
    if rules.max_displaced_hours is not None:
        per_hour = SECONDS_PER_HOUR * timetable.units_per_second
        most = rules.max_displaced_hours * per_hour
        displaced = sum_over_session(
            timetable.displaced_units, table.starts, table.module.half_days
        )
        seats = seats & (displaced * most.denominator <= most.numerator)
    return seats


def parties_of(timetable: Timetable, module: int) -> list[list[int]]:
    """The people of each party who need a module."""
    index = {person.id: p for p, person in enumerate(timetable.problem.people)}
    needs = timetable.modules[module].needs
    return [
        [index[person] for person in party.people if needs[index[person]]]
        for party in timetable.problem.parties
    ]
