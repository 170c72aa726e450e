"""A complete plan at once: module by module, each session where it gains most."""

import numpy as np

from samskab.planner.search.board import Board
from samskab.planner.search.cohort.beginning import first_cohorts
from samskab.planner.search.cohort.turns import in_turn
from samskab.planner.search.cohorts import form_cohorts
from samskab.planner.search.costs import (
    IMPOSSIBLE,
    BlockCosts,
    block_costs,
    cheapest_facilitators,
)
from samskab.planner.search.deadlines import WIDE, Easings, deadlines
from samskab.planner.search.neighbourhood import Block
from samskab.planner.search.parties import Parties
from samskab.planner.search.solution import Placed, half_days_of, in_order
from samskab.planner.timetable import Bools, Ints, Timetable

REFERENCE_QUANTILE = 0.25


def first_plan(timetable: Timetable, easings: Easings = WIDE) -> tuple[Placed, ...]:
    """Sessions that keep every rule; whoever finds no seat is left out.

    Modules come in the order of `after`, each within its share of the horizon first, so that
    those that follow find dates too; then until the last date that leaves them any.
    """
    board, parties = Board(timetable), Parties(timetable)
    turns = in_turn(timetable)
    amid = {modules[0] for modules in turns if len(modules) == 1}  # of a track, yet by itself
    cohorts = form_cohorts(timetable, parties, amid)
    tracked = {module for track in timetable.tracks for module in track}
    for modules in turns:
        if len(modules) > 1:  # a whole track at once
            for placed in first_cohorts(board, modules, parties):
                board.place(placed)
            continue
        module = modules[0]
        if module in tracked:  # who is in no cohort waits for the search: no other may join one
            blocks = cohorts.blocks(module)
        else:
            people = np.flatnonzero(timetable.modules[module].needs).tolist()
            blocks = parties.blocks(module, people)
        for deadline in deadlines(timetable, module, easings):
            filling = _Filling(board, module, blocks, deadline, merge=module not in tracked)
            blocks = filling.fill()
    return in_order(timetable, board.sessions)


class _Filling:
    """Seats blocks of one module in new sessions until none can be opened."""

    def __init__(
        self, board: Board, module: int, blocks: list[Block], deadline: int, *, merge: bool
    ) -> None:
        self.board, self.module, self.blocks, self.merge = board, module, blocks, merge
        self.table = board.timetable.modules[module]
        self.deadline = deadline

    def fill(self) -> list[Block]:
        """Place sessions on the board; the blocks that found no seat."""
        while self.blocks and len(self.table.starts) and self._open_one():
            pass
        return [block for block in self.blocks if not (self.merge and self._join(block))]

    def _open_one(self) -> bool:
        """Open the session that gains most; whether there was one."""
        people = sum(len(block.people) for block in self.blocks)
        groups = -(-people // self.table.module.group_max)
        group = -(-people // groups) if self.merge else self.table.module.group_max
        nobody = np.zeros(self.board.at.shape, dtype=np.bool_)
        costs = block_costs(self.board, self.blocks, nobody, group=group)
        possible = (costs.fixed < IMPOSSIBLE) & (self.table.last_day <= self.deadline)
        gain = self._gain(costs, group)
        for start in np.argsort(-gain, kind="stable"):
            if possible[start] and gain[start] > -IMPOSSIBLE:
                chosen = self._compose(costs, int(start), group)
                if self._place(chosen, costs, int(start)):
                    return True
        return False

    def _gain(self, costs: BlockCosts, group: int) -> Ints:
        """[S] what a full session saves against each block's price elsewhere."""
        price = np.where(costs.free, costs.cost, IMPOSSIBLE).astype(np.float64)
        elsewhere = np.quantile(price, REFERENCE_QUANTILE, axis=1)
        saved = np.where(costs.free, elsewhere[:, None] - price, 0.0)
        # a seat taken is worth the share of a session that it need not open elsewhere
        open_to = costs.fixed[costs.fixed < IMPOSSIBLE]
        seat = float(np.median(open_to)) / group if len(open_to) else 0.0
        worth = np.where(costs.free, np.maximum(saved, -seat) + seat, 0.0)
        seated = np.minimum(costs.seats, group)
        ranked = -np.sort(-worth, axis=0)[: int(seated.max(initial=1))]
        total = ranked.sum(axis=0) if self.merge else ranked[:1].sum(axis=0)
        enough = (costs.free * costs.sizes[:, None]).sum(axis=0) >= self.table.module.group_min
        gained: Ints = np.where(enough, total - costs.fixed, -IMPOSSIBLE).astype(np.int64)
        return gained

    def _compose(self, costs: BlockCosts, start: int, group: int) -> list[int]:
        """The blocks for one session, cheapest against their others first, rules between kept."""
        free = np.flatnonzero(costs.free[:, start])
        others = np.where(costs.free, costs.cost, IMPOSSIBLE).mean(axis=1)
        ranked = free[np.argsort(costs.cost[free, start] - others[free], kind="stable")]
        seats = min(int(costs.seats[start]), group)
        chosen: list[int] = []
        company = _Company(self.board, self.module, start)
        for row in ranked:
            block = self.blocks[int(row)]
            if len(company.people) + len(block.people) <= seats and company.admits(block):
                company.add(block)
                chosen.append(int(row))
            if not self.merge and chosen:
                break
        return chosen

    def _place(self, chosen: list[int], costs: BlockCosts, start: int) -> bool:
        people = sorted(person for row in chosen for person in self.blocks[row].people)
        leads = cheapest_facilitators(self.board, self.module, start)
        if len(people) < max(self.table.module.group_min, 1) or leads is None:
            return False
        self.board.place(Placed(self.module, start, int(costs.room[start]), leads, tuple(people)))
        taken = set(chosen)
        self.blocks = [block for row, block in enumerate(self.blocks) if row not in taken]
        return True

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
            company = _Company(self.board, self.module, placed.start, placed.people)
            rooms = timetable.problem.rooms
            seats = rooms[placed.room].capacity if placed.room >= 0 else len(self.board.at)
            size = len(placed.people) + len(block.people)
            if size <= min(seats, self.table.module.group_max) and company.admits(block):
                self.board.join(placed, block.people)
                return True
        return False


class _Company:
    """The people of a session in the making: whom else the rules let in."""

    def __init__(self, board: Board, module: int, start: int, people: tuple[int, ...] = ()) -> None:
        self.board = board
        self.people = set(people)
        half_days = half_days_of(board.timetable, module, start)
        self.away: Ints = board.away[:, half_days].max(axis=1)

    def admits(self, block: Block) -> bool:
        """Whether a block keeps apart from whom it must, and its units keep their limit."""
        timetable = self.board.timetable
        if any(self.people & timetable.apart[person] for person in block.people):
            return False
        if any(timetable.apart[person].intersection(block.people) for person in block.people):
            return False
        away = self.away.copy()
        np.add.at(away, timetable.unit_of[list(block.people)], 1)
        kept: Bools = away <= timetable.away_limit
        return bool(kept[timetable.unit_of[list(block.people)]].all())

    def add(self, block: Block) -> None:
        """Let a block in."""
        self.people.update(block.people)
        np.add.at(self.away, self.board.timetable.unit_of[list(block.people)], 1)
