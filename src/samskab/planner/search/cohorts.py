"""Fixed cohorts: who stays together through the modules of a track."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model

from samskab.planner.search.cohort.slots import tracks_joined
from samskab.planner.search.cp_sat import FOUND
from samskab.planner.search.neighbourhood import Block
from samskab.planner.search.parties import Parties, tied
from samskab.planner.timetable import Timetable

SPARE_COHORTS = 2
COHORT_EFFORT = 1.0  # deterministic seconds


@dataclass(frozen=True, slots=True)
class Cohorts:
    """Groups of people, each for the modules of one track."""

    timetable: Timetable
    groups: tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]

    def blocks(self, module: int) -> list[Block]:
        """The cohorts of a module's track, each with those of its people who need it."""
        needs = self.timetable.modules[module].needs
        blocks = (
            Block(module, tuple(person for person in people if needs[person]))
            for modules, people in self.groups
            if module in modules
        )
        return [block for block in blocks if block.people]


def form_cohorts(timetable: Timetable, parties: Parties, amid: AbstractSet[int]) -> Cohorts:
    """Spread the people of tracks with a module of `amid` over as few cohorts as hold them.

    Parties stay whole, people who must not meet are parted, no unit is away all at once, and each
    module finds its group in every cohort that takes it.
    """
    groups: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
    for modules in tracks_joined(timetable):
        if amid.isdisjoint(modules):
            continue
        people = sorted(
            {int(p) for module in modules for p in np.flatnonzero(timetable.modules[module].needs)}
        )
        groups_tied = tied(parties, modules, people)
        fewest = -(-len(people) // max(min(_seats(timetable, module) for module in modules), 1))
        best: list[tuple[int, ...]] = []
        for count in range(fewest, fewest + SPARE_COHORTS + 1):
            cohorts = _Spread(timetable, modules, groups_tied, count).solve()
            best = max(best, cohorts, key=lambda found: sum(len(cohort) for cohort in found))
            if sum(len(cohort) for cohort in best) == len(people):
                break
        groups += [(modules, cohort) for cohort in best]
    return Cohorts(timetable, tuple(groups))


def _seats(timetable: Timetable, module: int) -> int:
    table = timetable.modules[module]
    rooms = [room.capacity for room in timetable.problem.rooms] if table.in_person else []
    return min(table.module.group_max, max(rooms, default=table.module.group_max))


class _Spread:
    """A model of who is in which cohort; those that fit in none are left out."""

    def __init__(
        self,
        timetable: Timetable,
        modules: tuple[int, ...],
        tied: list[tuple[int, ...]],
        count: int,
    ) -> None:
        self.timetable, self.modules, self.tied = timetable, modules, tied
        self.cp = cp_model.CpModel()
        self.joins = [[self.cp.new_bool_var("") for _ in range(count)] for _ in tied]
        for row in self.joins:
            self.cp.add_at_most_one(row)
        for cohort in range(count):
            self._keep_sizes(cohort)
            self._keep_units(cohort)
            self._keep_apart(cohort)
        self.cp.maximize(
            sum(len(group) * sum(row) for group, row in zip(tied, self.joins, strict=True))
        )

    def solve(self) -> list[tuple[int, ...]]:
        """The people of each cohort, ascending; the same on every machine."""
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.max_deterministic_time = COHORT_EFFORT
        solver.parameters.catch_sigint_signal = False
        if solver.solve(self.cp) not in FOUND:
            return []
        cohorts = [
            tuple(
                sorted(
                    person
                    for group, row in zip(self.tied, self.joins, strict=True)
                    if solver.boolean_value(row[cohort])
                    for person in group
                )
            )
            for cohort in range(len(self.joins[0]) if self.joins else 0)
        ]
        return [cohort for cohort in cohorts if cohort]

    def _keep_sizes(self, cohort: int) -> None:
        """Each module's people in a cohort are a group of it, or none."""
        for module in self.modules:
            table = self.timetable.modules[module]
            size = sum(
                int(table.needs[sorted(group)].sum()) * row[cohort]
                for group, row in zip(self.tied, self.joins, strict=True)
            )
            taken = self.cp.new_bool_var("")
            self.cp.add(size <= _seats(self.timetable, module) * taken)
            self.cp.add(size >= table.module.group_min * taken)

    def _keep_units(self, cohort: int) -> None:
        unit_of, limit = self.timetable.unit_of, self.timetable.away_limit
        for unit in range(len(self.timetable.units)):
            inside = [int((unit_of[sorted(group)] == unit).sum()) for group in self.tied]
            if sum(inside) > limit[unit]:
                away = sum(n * row[cohort] for n, row in zip(inside, self.joins, strict=True) if n)
                self.cp.add(away <= int(limit[unit]))

    def _keep_apart(self, cohort: int) -> None:
        group_of = {person: g for g, group in enumerate(self.tied) for person in group}
        for person, g in group_of.items():
            for other in self.timetable.apart[person] & group_of.keys():
                if g <= group_of[other]:
                    one, two = self.joins[g][cohort], self.joins[group_of[other]][cohort]
                    self.cp.add_bool_or(one.negated(), two.negated())
