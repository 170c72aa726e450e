"""A scope of replanning as a neighbourhood: who moves, where to, and what stands meanwhile."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np

from samskab.planner.replan.grounds import Grounds
from samskab.planner.replan.scopes import Scope
from samskab.planner.search.board import Board
from samskab.planner.search.costs import IMPOSSIBLE, block_costs, wishes_of
from samskab.planner.search.neighbourhood import Block, Neighbourhood, Offer
from samskab.planner.search.offers import every_offer, standing_offers
from samskab.planner.search.solution import ONLINE
from samskab.planner.timetable import Bools, Floats, Ints

DATES_EACH = 3
"""New dates that a scope of few dates offers each block for itself."""


def neighbourhood(grounds: Grounds, scope: Scope) -> tuple[Neighbourhood, Board]:
    """A scope as blocks and offers, and what stands meanwhile."""
    board, deciding = board_beside(grounds, scope), _deciding(grounds, scope)
    blocks: list[Block] = []
    staying: list[Block] = []
    offers: list[Offer] = []
    for module in range(len(grounds.timetable.modules)):
        people = {person for person, m in scope.needs if m == module}
        for block in _blocks(grounds, module, people, scope):
            moves = any((person, module) in scope.free for person in block.people)
            (blocks if moves else staying).append(block)
        of_module = [block for block in blocks if block.module == module]
        if people:
            offers += _Offers(grounds, board, module).all(of_module, deciding, scope)
    whole = Neighbourhood(
        blocks=(*blocks, *staying),
        offers=tuple(offers),
        standing=tuple(board.sessions),
        before=grounds.standing,
        merge=not scope.cohorts,
        staying=frozenset(staying),
    )
    return whole, board


def board_beside(grounds: Grounds, scope: Scope) -> Board:
    """What stands meanwhile: all that a scope does not decide, and pinned sessions even empty."""
    needs, board = scope.needs, Board(grounds.timetable)
    for placed in grounds.standing:
        people = tuple(p for p in placed.people if (p, placed.module) not in needs)
        if people or placed in grounds.pinned:
            board.place(replace(placed, people=people))
    return board


def _blocks(grounds: Grounds, module: int, people: set[int], scope: Scope) -> list[Block]:
    """The people as blocks: as they must move, or as they sat."""
    if not scope.cohorts:
        return grounds.company.blocks(module, people)
    blocks: list[Block] = []
    left = sorted(people)
    while left:
        cohort = grounds.cohort_of.get((left[0], module), frozenset())
        block = sorted(grounds.company.whole(module, {left[0], *cohort}) & people)
        blocks.append(Block(module, tuple(block)))
        left = [person for person in left if person not in block]
    return blocks


def choices(whole: Neighbourhood, tracks: Sequence[Sequence[int]]) -> int:
    """How much there is to choose among, at most: known before a model is made of it.

    Seats, and where blocks may meet also which sessions of a track go together.
    """
    moving = Counter(block.module for block in whole.blocks if block not in whole.staying)
    offers = Counter(offer.module for offer in whole.offers)
    seats = sum(count * offers[module] for module, count in moving.items()) + len(whole.staying)
    pairs = (pair for track in tracks for pair in combinations(track, 2)) if whole.merge else ()
    links = sum(
        min(moving[one], moving[other]) * offers[one] * offers[other] for one, other in pairs
    )
    return seats + links


def _deciding(grounds: Grounds, scope: Scope) -> Bools:
    """[P, M]: the needs that are decided."""
    timetable = grounds.timetable
    deciding = np.zeros((len(timetable.problem.people), len(timetable.modules)), dtype=np.bool_)
    for person, module in scope.needs:
        deciding[person, module] = True
    return deciding


class _Offers:
    """Where the blocks of one module could go."""

    def __init__(self, grounds: Grounds, board: Board, module: int) -> None:
        self.grounds, self.board, self.module = grounds, board, module
        self.table = grounds.timetable.modules[module]
        self.open = self.table.first_day >= grounds.first_day

    def all(self, blocks: list[Block], deciding: Bools, scope: Scope) -> list[Offer]:
        """Sessions that stand, published slots left, and new dates."""
        joined = [
            offer
            for offer in standing_offers(self.board, self.module)
            if offer.stands not in self.grounds.pinned and not scope.cohorts
        ]
        if scope.complete:
            return joined + [
                o for o in every_offer(self.grounds.timetable, self.module) if self._is_free(o)
            ]
        left = self._slots_left()
        new = [o for o in self._dates(blocks, deciding, scope.dates) if o not in left]
        return [*joined, *left, *new]

    def _is_free(self, offer: Offer) -> bool:
        room = offer.room
        return bool(
            self.open[offer.start]
            and (room == ONLINE or self.board.free_rooms(self.module)[room, offer.start])
        )

    def _slots_left(self) -> list[Offer]:
        """The slots of published sessions that do not stand and could be held yet."""
        standing = [(s.module, s.start, s.room) for s in self.board.sessions]
        left = list(self.grounds.slots)
        for slot in standing:
            if slot in left:
                left.remove(slot)
        offers = [Offer(*slot) for slot in left if slot[0] == self.module]
        return [offer for offer in offers if self._is_free(offer)]

    def _dates(self, blocks: list[Block], deciding: Bools, most: int | None) -> list[Offer]:
        """Each start at which any block could be, in the room that suits them best."""
        if not blocks:
            return []
        people = sum(len(block.people) for block in blocks)
        group = min(people, self.table.module.group_max)
        costs = block_costs(self.board, wishes_of(self.board, blocks, deciding), group=group)
        free = costs.free & (costs.fixed < IMPOSSIBLE) & self.open
        starts = _few_dates(free, np.where(free, costs.cost, np.inf), costs.sizes, most)
        return [Offer(self.module, int(s), int(costs.room[s])) for s in starts]


def _few_dates(free: Bools, cost: Floats, sizes: Ints, most: int | None) -> Ints:
    """The starts at which most people could be, and the cheapest few of each block.

    Args:
        free: [B, S] whether a block could be at a start.
        cost: [B, S] what it would cost, infinite where it could not.
        sizes: [B] people in each block.
        most: how many of the first kind; None means every start at which anybody could be.
    """
    chosen = free.any(axis=0)
    if most is None or chosen.sum() <= most:
        return np.flatnonzero(chosen)
    crowd = (free * sizes[:, None]).sum(axis=0)
    best = np.argsort(-crowd, kind="stable")[:most]
    own = np.argsort(cost, axis=1, kind="stable")[:, :DATES_EACH]
    few = np.zeros_like(chosen)
    few[best] = True
    few[own.ravel()] = True
    return np.flatnonzero(few & chosen)
