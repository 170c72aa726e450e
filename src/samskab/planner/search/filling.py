"""Seating the blocks of one module in new sessions, one session after the other."""

import numpy as np

from samskab.planner.guidance import Guidance
from samskab.planner.search.board import Board
from samskab.planner.search.company import Company
from samskab.planner.search.costs import (
    IMPOSSIBLE,
    BlockCosts,
    block_costs,
    cheapest_facilitators,
    wishes_of,
)
from samskab.planner.search.neighbourhood import Block
from samskab.planner.search.solution import Placed
from samskab.planner.timetable import Bools, Floats, Ints

REFERENCE_QUANTILE = 0.25
HELD = 0.02
"""Starts of less weight do not count as places where the prices hold a session."""


class Filling:
    """Seats blocks of one module in new sessions until none can be opened.

    Attributes:
        blocks: those without a seat.
    """

    def __init__(
        self, board: Board, blocks: list[Block], guidance: Guidance | None, *, merge: bool
    ) -> None:
        self.board, self.blocks, self.merge = board, blocks, merge
        self.module = blocks[0].module
        self.table = board.timetable.modules[self.module]
        nobody = np.zeros(board.at.shape, dtype=np.bool_)
        self._wishes = wishes_of(board, blocks, nobody)
        self._ahead = _ahead(blocks, guidance)
        self._weight = guidance.weight[self.module].sum(axis=0) if guidance else None

    def fill(self, last_days: list[int]) -> None:
        """Seat all that find a seat.

        Args:
            last_days: ordinals, ever later, of the last days that may be used; with guidance, what
                matters first is where the prices hold sessions, and then the last of them.
        """
        if self._weight is not None:
            self._open_sessions(self._weight > HELD)
            last_days = last_days[-1:]
        for last_day in last_days:
            self._open_sessions(self.table.last_day <= last_day)
            if self.merge:
                seated = [self._join(block) for block in self.blocks]
                self._keep([row for row, sits in enumerate(seated) if not sits])

    def _open_sessions(self, allowed: Bools) -> None:
        """Place sessions on the board, each where it gains most."""
        while self.blocks and allowed.any() and self._open_one(allowed):
            pass

    def _open_one(self, allowed: Bools) -> bool:
        """Open the session that gains most; whether there was one."""
        people = int(self._wishes.sizes.sum())
        groups = -(-people // self.table.module.group_max)
        group = -(-people // groups) if self.merge else self.table.module.group_max
        costs = block_costs(self.board, self._wishes, group=group)
        price = np.where(costs.free, costs.cost + self._ahead, IMPOSSIBLE).astype(np.float64)
        elsewhere = self._elsewhere(price)
        gain = self._gain(costs, elsewhere[:, None] - price, group)
        others = price.mean(axis=1) if self._weight is None else elsewhere
        possible = allowed & (costs.fixed < IMPOSSIBLE) & (gain > -IMPOSSIBLE)
        for start in np.argsort(-gain, kind="stable"):
            if possible[start]:
                chosen = self._compose(costs, price[:, start] - others, int(start), group)
                if self._place(chosen, costs, int(start)):
                    return True
        return False

    def _elsewhere(self, price: Floats) -> Floats:
        """[B] what each block can hope for.

        With guidance, the price within which the prices hold one whole session for it (as rounding
        of facility location does it: Shmoys, Tardos and Aardal 1997); else a low quantile.
        """
        if self._weight is None:
            return np.asarray(np.quantile(price, REFERENCE_QUANTILE, axis=1))
        held = np.flatnonzero(self._weight > HELD)
        if not len(held):
            return np.asarray(price.min(axis=1))
        order = np.argsort(price[:, held], axis=1)
        within = np.cumsum(self._weight[held][order], axis=1) < 1
        last = np.minimum(within.sum(axis=1), len(held) - 1)
        ranked = np.take_along_axis(price[:, held], order, axis=1)
        return np.asarray(np.take_along_axis(ranked, last[:, None], axis=1)[:, 0])

    def _gain(self, costs: BlockCosts, saves: Floats, group: int) -> Ints:
        """[S] what a full session saves: of each block [B, S], against its price elsewhere."""
        saved = np.where(costs.free, saves, 0.0)
        # a seat taken is worth the share of a session that it need not open elsewhere
        open_to = costs.fixed[costs.fixed < IMPOSSIBLE]
        seat = float(np.median(open_to)) / group if len(open_to) else 0.0
        worth = np.where(costs.free, np.maximum(saved, -seat) + seat, 0.0)
        seated = int(np.minimum(costs.seats, group).max(initial=1)) if self.merge else 1
        few = min(seated, len(worth))
        ranked = np.partition(worth, len(worth) - few, axis=0)[len(worth) - few :]
        enough = (costs.free * costs.sizes[:, None]).sum(axis=0) >= self.table.module.group_min
        total = ranked.sum(axis=0) - costs.fixed
        return np.where(enough, total, -IMPOSSIBLE).astype(np.int64)

    def _compose(self, costs: BlockCosts, dearer: Floats, start: int, group: int) -> list[int]:
        """The blocks for one session, cheapest against others [B] first, rules between kept."""
        free = np.flatnonzero(costs.free[:, start])
        ranked = free[np.argsort(dearer[free], kind="stable")]
        seats = min(int(costs.seats[start]), group)
        chosen: list[int] = []
        company = Company(self.board, self.module, start)
        for row in ranked:
            block = self.blocks[int(row)]
            if len(company.people) + len(block.people) <= seats and company.admits(block):
                company.add(block)
                chosen.append(int(row))
            if len(company.people) == seats or (not self.merge and chosen):
                break
        return chosen

    def _place(self, chosen: list[int], costs: BlockCosts, start: int) -> bool:
        people = sorted(person for row in chosen for person in self.blocks[row].people)
        leads = cheapest_facilitators(self.board, self.module, start)
        if len(people) < max(self.table.module.group_min, 1) or leads is None:
            return False
        self.board.place(Placed(self.module, start, int(costs.room[start]), leads, tuple(people)))
        taken = set(chosen)
        self._keep([row for row in range(len(self.blocks)) if row not in taken])
        return True

    def _keep(self, rows: list[int]) -> None:
        """Go on with some of the blocks."""
        left = np.array(rows, dtype=np.int64)
        self._wishes = self._wishes.of(left)
        self._ahead = self._ahead[left]
        self.blocks = self._wishes.blocks

    def _join(self, block: Block) -> bool:
        """Seat a block in the cheapest session that has room for it."""
        timetable = self.board.timetable
        nobody = np.zeros(self.board.at.shape, dtype=np.bool_)
        free: Bools = np.all(self.board.free_starts(self.module, block.people, nobody), axis=0)
        cost = self.table.displacement[list(block.people)].sum(axis=0)
        joinable = sorted(
            (s for s in self.board.sessions if s.module == self.module and free[s.start]),
            key=lambda s: (int(cost[s.start]), s.start),
        )
        for placed in joinable:
            company = Company(self.board, self.module, placed.start, placed.people)
            rooms = timetable.problem.rooms
            seats = rooms[placed.room].capacity if placed.room >= 0 else len(self.board.at)
            size = len(placed.people) + len(block.people)
            if size <= min(seats, self.table.module.group_max) and company.admits(block):
                self.board.join(placed, block.people)
                return True
        return False


def _ahead(blocks: list[Block], guidance: Guidance | None) -> Floats:
    """[B, S] øre of all that comes after, or [B, 1] nothing where nobody says."""
    if guidance is None:
        return np.zeros((len(blocks), 1))
    each = guidance.ahead[blocks[0].module]
    return np.array([each[:, list(block.people)].sum(axis=1) for block in blocks], np.float64)
