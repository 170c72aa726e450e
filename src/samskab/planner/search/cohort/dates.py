"""The best dates of a track for a group: a dynamic programme over what comes after what."""

from dataclasses import dataclass

import numpy as np

from samskab.planner.model.grid import WEEK_DAYS
from samskab.planner.search.board import Board, follows
from samskab.planner.search.cohort.crowd import Crowd
from samskab.planner.search.cohort.slots import Slot
from samskab.planner.search.costs import (
    IMPOSSIBLE,
    cheapest_facilitators,
    cheapest_fees,
    suitable_rooms,
)
from samskab.planner.search.solution import Placed
from samskab.planner.timetable import Bools, Floats, Ints

FAR = float(IMPOSSIBLE)


@dataclass(frozen=True, slots=True)
class Wish:
    """For whom dates are sought.

    Attributes:
        rows: of the crowd, whose costs count.
        most: how many of them count at a date, the cheapest; None means all.
        misfit_oere: what a date costs for each who could not come.
        noise: the share by which the price of each date is moved by chance.
    """

    rows: Ints
    most: int | None
    misfit_oere: int
    noise: float = 0.0


def best_dates(crowd: Crowd, wish: Wish, chance: np.random.Generator) -> Slot:
    """Dates, rooms and facilitators that cost a group least, beside what stands on the board.

    With g_a(t) what module a costs at t and all that comes after it: the dearer of two modules that
    lead to a third is the later one, and
    g_a(t) = price_a(t) + sum over b next of min(min over allowed t' of g_b(t'), u_b).
    Then from the first module on, the best start is taken that keeps every rule of the chain.
    """
    search = _Search(crowd, wish, chance)
    return search.take()


class _Search:
    def __init__(self, crowd: Crowd, wish: Wish, chance: np.random.Generator) -> None:
        self.crowd, self.wish, self.board = crowd, wish, crowd.board
        self.timetable = crowd.board.timetable
        self.needed = [m for m in crowd.modules if crowd.needs[m][wish.rows].any()]
        self.room: dict[int, Ints] = {}
        self.price = {module: self._price(module, chance) for module in self.needed}
        unserved = self.timetable.problem.programme.prices.unserved_oere
        self.leave = {
            m: float(unserved) * int(crowd.needs[m][wish.rows].sum()) for m in self.needed
        }
        self.onward: dict[int, Floats] = {}
        self._look_ahead()

    def take(self) -> Slot:
        """From the first module on, each at its best start; the board is left as it was."""
        chosen: dict[int, Placed] = {}
        for module in self.needed:
            placed = self._choose(module, chosen)
            if placed is not None:
                chosen[module] = placed
                self.board.place(placed)
        for placed in chosen.values():
            self.board.lift(placed)
        return Slot(tuple(chosen.values()))

    def _price(self, module: int, chance: np.random.Generator) -> Floats:
        """[S] øre of a session for the group; FAR where none can be."""
        crowd, rows = self.crowd, self.wish.rows[self.crowd.needs[module][self.wish.rows]]
        most = len(rows) if self.wish.most is None else min(self.wish.most, len(rows))
        days = self.timetable.modules[module].days
        travel = self.timetable.travel[days - 1, crowd.people[rows]].mean(axis=0)
        room, rent = suitable_rooms(self.board, module, travel, most, None)
        self.room[module] = room
        own = crowd.cost[module][rows]
        if self.timetable.modules[module].in_person and len(self.timetable.room_place):
            own = own + crowd.travel(module, room)[rows]
        own = np.where(crowd.free[module][rows], own, self.wish.misfit_oere)
        if most < len(rows):
            own = np.partition(own, most - 1, axis=0)[:most]
        fixed = np.minimum(rent + cheapest_fees(self.board, module), IMPOSSIBLE)
        price = (fixed + own.sum(axis=0)).astype(np.float64)
        price *= 1 + self.wish.noise * chance.random(len(price))
        possible: Bools = (fixed < IMPOSSIBLE) & self.board.free_parallel(module)
        return np.where(possible, price, FAR)

    def _look_ahead(self) -> None:
        """`onward` of each module: its price at a start and the least of all that follows."""
        for module in reversed(self.needed):
            value = self.price[module].copy()
            for later in self.needed:
                if module == self._latest_before(later):
                    reached = self._allowed(module, later)
                    best = np.where(reached, self.onward[later][None, :], FAR).min(
                        axis=1, initial=FAR
                    )
                    value += np.minimum(best, self._leave_all(later))
            self.onward[module] = value

    def _latest_before(self, module: int) -> int | None:
        before = [m for m in self.timetable.comes_after[module] if m in self.needed]
        return max(before, key=self.needed.index, default=None)

    def _leave_all(self, module: int) -> float:
        """Leaving out a module and, along the forest, all that comes after it."""
        later = [m for m in self.needed if self._latest_before(m) == module]
        return self.leave[module] + sum(self._leave_all(m) for m in later)

    def _allowed(self, before: int, later: int) -> Bools:
        """[S of before, S of later]: which starts keep the gaps."""
        one, other = self.timetable.modules[before], self.timetable.modules[later]
        return follows(one, np.arange(len(one.starts)), other)

    def _choose(self, module: int, chosen: dict[int, Placed]) -> Placed | None:
        value = np.where(self._open(module, chosen), self.onward[module], FAR)
        for start in np.argsort(value, kind="stable"):
            if value[start] >= min(FAR, self._leave_all(module)):
                return None
            leads = cheapest_facilitators(self.board, module, int(start))
            if leads is not None and self._week_kept(module, int(start), chosen):
                return Placed(module, int(start), int(self.room[module][start]), leads, ())
        return None

    def _open(self, module: int, chosen: dict[int, Placed]) -> Bools:
        """[S] where the chosen dates before it, and what has been taken since, let it be."""
        table = self.timetable.modules[module]
        kept = np.ones(len(table.starts), dtype=np.bool_)
        for before in self.timetable.comes_after[module]:
            if before in chosen:
                earlier = self.timetable.modules[before]
                kept &= follows(earlier, np.array([chosen[before].start]), table)[0]
            elif before in self.needed:
                kept[:] = False
        if table.in_person and self.timetable.problem.rooms:
            free = self.board.free_rooms(module)
            kept &= free[self.room[module], np.arange(len(table.starts))]
        return kept

    def _week_kept(self, module: int, start: int, chosen: dict[int, Placed]) -> bool:
        """Whether who takes all of the slot has no half-day twice, and her week's limit kept."""
        return slot_keeps_week(
            self.board, (*chosen.values(), Placed(module, start, -1, (), ())), frozenset()
        )


def slot_keeps_week(board: Board, sessions: tuple[Placed, ...], other_days: frozenset[int]) -> bool:
    """Whether one person can be in all sessions: no half-day twice, no week too full.

    Args:
        board: of the timetable.
        sessions: those that she is in.
        other_days: ordinals of her days in other sessions.
    """
    timetable = board.timetable
    half_days: list[int] = []
    for placed in sessions:
        table = timetable.modules[placed.module]
        first = int(table.starts[placed.start])
        half_days.extend(range(first, first + table.module.half_days))
    if len(half_days) != len(set(half_days)):
        return False
    days = {int(timetable.day_of_half_day[h]) for h in half_days} | other_days
    most = timetable.problem.programme.rules.max_days_per_week
    return all(sum(day <= other < day + WEEK_DAYS for other in days) <= most for day in days)
