"""Who fits which slot, and what she costs there: every rule that concerns one person alone."""

import numpy as np

from samskab.planner.search.board import follows
from samskab.planner.search.cohort.crowd import Crowd
from samskab.planner.search.cohort.dates import slot_keeps_week
from samskab.planner.search.cohort.slots import Slot
from samskab.planner.search.solution import NOWHERE, Placed, half_days_of, unfair_oere
from samskab.planner.timetable import SECONDS_PER_HOUR, Bools, Ints


class Fitting:
    """People of a crowd against slots.

    Attributes:
        allowed: [N, K] who could be in a slot, by herself.
        cost: [N, K] øre: displacement, materials, travel, unfairness, and what the slot leaves out.
    """

    def __init__(self, crowd: Crowd, slots: list[Slot]) -> None:
        self._crowd, self._board = crowd, crowd.board
        shape = (len(crowd.people), len(slots))
        self.allowed: Bools = np.ones(shape, dtype=np.bool_)
        self.cost: Ints = np.zeros(shape, dtype=np.int64)
        self._units: Ints = np.repeat(
            crowd.board.displaced_units[crowd.people][:, None], shape[1], 1
        )
        for column, slot in enumerate(slots):
            for module in crowd.modules:
                self._attend(column, slot, module)
            self.allowed[:, column] &= self._chain_kept(slot)
        self._keep_displaced_hours()
        self.cost += unfair_oere(crowd.board.timetable, self._units)

    def _attend(self, column: int, slot: Slot, module: int) -> None:
        crowd, timetable = self._crowd, self._board.timetable
        needs, placed = crowd.needs[module], slot.of(module)
        if placed is None:
            self.cost[needs, column] += timetable.problem.programme.prices.unserved_oere
            for later in timetable.leads_to[module]:  # who is left out here goes to none of those
                held = slot.of(later) is not None or later not in crowd.modules
                if held:
                    self.allowed[:, column] &= ~(needs & self._takes(slot, later))
            return
        free, cost = crowd.attends(placed)
        self.allowed[:, column] &= free | ~needs
        self.cost[:, column] += np.where(needs, cost, 0)
        half_days = half_days_of(timetable, module, placed.start)
        units = timetable.displaced_units[crowd.people, half_days].sum(axis=1)
        self._units[:, column] += np.where(needs, units, 0)

    def _takes(self, slot: Slot, module: int) -> Bools:
        """[N] who takes a module: in the slot, or outside the track as it stands."""
        if module in self._crowd.modules:
            needed = self._crowd.needs[module]
            return needed if slot.of(module) is not None else np.zeros_like(needed)
        return np.asarray(self._board.at[self._crowd.people, module] != NOWHERE)

    def _chain_kept(self, slot: Slot) -> Bools:
        """[N] whether gaps and weeks are kept by whom takes all that she needs of a slot."""
        crowd = self._crowd
        needs = np.array([crowd.needs[s.module] for s in slot.sessions], dtype=np.bool_)
        kept = np.ones(len(crowd.people), dtype=np.bool_)
        known: dict[tuple[tuple[Placed, ...], frozenset[int]], bool] = {}
        for row in range(len(crowd.people)):
            hers = tuple(s for i, s in enumerate(slot.sessions) if needs[i, row])
            case = (hers, frozenset(self._board.person_days(int(crowd.people[row]))))
            if case not in known:
                known[case] = self._gaps_kept(hers) and slot_keeps_week(self._board, *case)
            kept[row] = known[case]
        return kept

    def _gaps_kept(self, sessions: tuple[Placed, ...]) -> bool:
        of_module = {s.module: s for s in sessions}
        timetable = self._board.timetable
        return all(
            self._follows(of_module[before], placed)
            for placed in sessions
            for before in timetable.comes_after[placed.module]
            if before in of_module
        )

    def _follows(self, before: Placed, later: Placed) -> bool:
        modules = self._board.timetable.modules
        kept = follows(modules[before.module], np.array([before.start]), modules[later.module])
        return bool(kept[0, later.start])

    def _keep_displaced_hours(self) -> None:
        timetable = self._board.timetable
        limit = timetable.problem.programme.rules.max_displaced_hours
        if limit is not None:
            most = int(limit * SECONDS_PER_HOUR * timetable.units_per_second)
            self.allowed &= self._units <= most
