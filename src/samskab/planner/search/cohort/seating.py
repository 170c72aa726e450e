"""Who goes into which slot: one CP-SAT model for a whole track.

A facility-location model: a group of people (a party, or one person) is in one slot for all of the
track, so a slot's dates are summed up beforehand, and one literal stands where a model of sessions
needs one for each module and links between them.
"""

from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from samskab.planner.search.cohort.crowd import Crowd
from samskab.planner.search.cohort.fitting import Fitting
from samskab.planner.search.cohort.slots import NOBODYS, Slot
from samskab.planner.search.cp_sat import FOUND, Literal, Model, Term
from samskab.planner.search.small_solver import small_solver
from samskab.planner.search.solution import ONLINE, Placed, half_days_of
from samskab.planner.timetable import Timetable


@dataclass(frozen=True, slots=True)
class Seated:
    """What a seating model gave.

    Attributes:
        sessions: those of the slots that are held, with their people; None where none was found.
        left_out: people in no slot.
        effort: deterministic seconds spent.
        proven: whether no other seating of these slots costs less.
    """

    sessions: tuple[Placed, ...] | None
    left_out: tuple[int, ...]
    effort: float
    proven: bool


class SeatingModel:
    """Groups of people over slots, and which sessions of the slots are held.

    Attributes:
        timetable: the problem.
        slots: the given ones, and last that of those left out.
        groups: [G] people who stay together.
        joins: (group, slot) -> whether it goes there; only where each of its people fits.
        held: (slot, module) -> whether the slot's session takes place. Where all are, the linear
            relaxation is nearly whole and small: three hundred people are seated in seconds.
    """

    def __init__(
        self, crowd: Crowd, groups: list[tuple[int, ...]], slots: list[Slot], *, all_held: bool
    ) -> None:
        self.crowd, self.board = crowd, crowd.board
        self.timetable: Timetable = crowd.board.timetable
        self.groups, self.slots = groups, [*slots, NOBODYS]
        self.cp = Model()
        self._all_held = all_held
        self.price: list[Term] = []
        self.joins: dict[tuple[int, int], Literal] = {}
        self.held: dict[tuple[int, int], Literal] = {}
        self._members = [crowd.rows(list(group)) for group in groups]
        self._needing = {
            m: np.array([needs[rows].sum() for rows in self._members])
            for m, needs in crowd.needs.items()
        }
        self._comes: dict[tuple[int, tuple[int, ...]], Literal] = {}
        self._join_slots()
        self._hold_sessions()

    def session(self, k: int, module: int) -> Placed:
        """One of `held`."""
        placed = self.slots[k].of(module)
        assert placed is not None
        return placed

    def needing(self, g: int, module: int) -> int:
        """How many of a group need a module."""
        return int(self._needing[module][g])

    def solve(self, before: dict[int, int], *, effort: float, seed: int) -> Seated:
        """Decide with one worker: the same input gives the same answer.

        Args:
            before: person -> the slot that she is in now.
            effort: deterministic seconds at most.
            seed: of the solver.
        """
        self.cp.minimize_total(self.price)
        self._hint(before)
        solver = small_solver(effort=effort, seed=seed)
        status = solver.solve(self.cp)
        spent = solver.response_proto.deterministic_time
        if status not in FOUND:
            return Seated(None, (), spent, proven=False)
        return self._read(solver, spent, proven=status == cp_model.OPTIMAL)

    def _join_slots(self) -> None:
        fitting = Fitting(self.crowd, self.slots)
        for g, rows in enumerate(self._members):
            allowed, cost = fitting.allowed[rows].all(axis=0), fitting.cost[rows].sum(axis=0)
            for k in np.flatnonzero(allowed):
                literal = self.cp.new_bool_var("")
                self.joins[g, int(k)] = literal
                self.price.append((literal, int(cost[k])))
        ways: dict[int, list[Literal]] = defaultdict(list)
        for (g, _), literal in self.joins.items():
            ways[g].append(literal)
        for g in range(len(self.groups)):
            self.cp.add_exactly_one(ways[g])

    def _hold_sessions(self) -> None:
        """Whoever goes to a slot opens its sessions; each holds as many as it may, or none."""
        guests: dict[int, list[int]] = defaultdict(list)
        for g, k in self.joins:
            guests[k].append(g)
        for k, slot in enumerate(self.slots):
            for placed in slot.sessions:
                self._hold(k, placed, guests[k])
            if not self._all_held:
                self._open(k, guests[k])

    def _hold(self, k: int, placed: Placed, guests: list[int]) -> None:
        held = self.cp.new_bool_var("")
        self.held[k, placed.module] = held
        self.price.append((held, fixed_oere(self.timetable, placed)))
        needing = [(g, self.needing(g, placed.module)) for g in guests]
        size = sum(count * self.joins[g, k] for g, count in needing if count)
        module = self.timetable.modules[placed.module].module
        self.cp.add(size <= seats(self.timetable, placed) * held)
        self.cp.add(size >= max(module.group_min, 1) * held)
        if self._all_held:
            self.cp.add(held == 1)

    def _open(self, k: int, guests: list[int]) -> None:
        """Those who need the same modules open them together: few rows say as much as many."""
        for g in guests:
            modules = self._attended(g, k)
            if (k, modules) not in self._comes:
                comes = self._comes[k, modules] = self.cp.new_bool_var("")
                for module in modules:
                    self.cp.add_implication(comes, self.held[k, module])
            self.cp.add_implication(self.joins[g, k], self._comes[k, modules])

    def _attended(self, g: int, k: int) -> tuple[int, ...]:
        """The modules that a group would take in a slot."""
        return tuple(s.module for s in self.slots[k].sessions if self.needing(g, s.module))

    def _hint(self, before: dict[int, int]) -> None:
        taken: set[tuple[int, int]] = set()
        came: dict[int, set[tuple[int, ...]]] = defaultdict(set)
        for (g, k), literal in self.joins.items():
            there = before.get(self.groups[g][0], len(self.slots) - 1) == k
            self.cp.add_hint(literal, there)
            if there:
                modules = self._attended(g, k)
                came[k].add(modules)
                taken |= {(k, m) for m in modules}
        for key, literal in self.held.items():
            self.cp.add_hint(literal, key in taken)
        for (k, modules), literal in self._comes.items():
            self.cp.add_hint(literal, modules in came[k])

    def _read(self, solver: cp_model.CpSolver, effort: float, *, proven: bool) -> Seated:
        people: dict[int, list[int]] = defaultdict(list)
        for (g, k), literal in self.joins.items():
            if solver.boolean_value(literal):
                people[k].extend(self.groups[g])
        sessions = []
        for k, module in self.held:
            needs = self.timetable.modules[module].needs
            here = tuple(sorted(person for person in people[k] if needs[person]))
            if here:
                s = self.session(k, module)
                sessions.append(Placed(module, s.start, s.room, s.facilitators, here))
        left_out = tuple(sorted(people[len(self.slots) - 1]))
        return Seated(tuple(sessions), left_out, effort, proven)


def seats(timetable: Timetable, placed: Placed) -> int:
    """The most people in a session."""
    most = timetable.modules[placed.module].module.group_max
    if placed.room == ONLINE:
        return most
    return min(most, timetable.problem.rooms[placed.room].capacity)


def fixed_oere(timetable: Timetable, placed: Placed) -> int:
    """Room and facilitators of a session."""
    problem = timetable.problem
    half_days = timetable.modules[placed.module].module.half_days
    rent = 0 if placed.room == ONLINE else problem.rooms[placed.room].price_per_half_day_oere
    fees = sum(problem.facilitators[f].fee_per_half_day_oere for f in placed.facilitators)
    return half_days * (rent + fees)


def half_days_at(timetable: Timetable, placed: Placed) -> range:
    """The half-days of a session."""
    taken = half_days_of(timetable, placed.module, placed.start)
    return range(taken.start, taken.stop)
