"""How much of a published plan is decided anew: first what broke, then ever more."""

from collections import Counter
from dataclasses import dataclass, replace

import numpy as np

from samskab.planner.replan.pinned_company import PinnedCompany
from samskab.planner.search.board import Board
from samskab.planner.search.costs import IMPOSSIBLE, block_costs, wishes_of
from samskab.planner.search.neighbourhood import Block, Neighbourhood, Offer
from samskab.planner.search.offers import every_offer, standing_offers
from samskab.planner.search.published_seats import Slot
from samskab.planner.search.solution import ONLINE, Placed
from samskab.planner.timetable import Bools, Floats, Ints, Timetable

Need = tuple[int, int]
"""A person and a module, in indexes."""


@dataclass(frozen=True, slots=True, eq=False)
class Grounds:
    """What replanning stands on.

    Attributes:
        standing: sessions that stand together; the pinned ones among them.
        pinned: sessions that stay as they are.
        slots: where published sessions were that are not pinned.
        first_day: ordinal of the first day on which anything new may start.
    """

    timetable: Timetable
    standing: tuple[Placed, ...]
    pinned: frozenset[Placed]
    slots: tuple[Slot, ...]
    first_day: int
    company: PinnedCompany

    @property
    def unseated(self) -> set[Need]:
        """Needs that no session meets that stands; without those that none can meet."""
        seated = {(person, s.module) for s in self.standing for person in s.people}
        return {
            (int(person), module)
            for module, table in enumerate(self.timetable.modules)
            for person in np.flatnonzero(table.needs)
            if (int(person), module) not in seated
            and not self.company.is_hopeless(int(person), module)
        }


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of the plan to decide.

    Attributes:
        free: needs that are decided anew, wherever they could go.
        staying: needs that keep the seat they have or lose it: all that comes after a free one,
            and all of sessions that free ones might leave too small. So there is always a plan.
        dates: how many new dates each module is offered, the best for most people and some for
            each; None means all there are.
        complete: whether it is everything that may move at all, wherever it could go.
    """

    free: frozenset[Need]
    staying: frozenset[Need] = frozenset()
    dates: int | None = None
    complete: bool = False

    @property
    def needs(self) -> frozenset[Need]:
        """All that is decided."""
        return self.free | self.staying


FEW_DATES = 24
"""Where many lack a seat it takes few dates to seat most of them, and few are quickly decided."""
DATES_EACH = 3


def first_scope(grounds: Grounds) -> Scope:
    """What broke, and what depends on it."""
    return _around(grounds, grounds.unseated, FEW_DATES)


def wider(grounds: Grounds, scope: Scope, lost: set[Need]) -> Scope | None:
    """A scope with more that is free; None where all is.

    Args:
        grounds: what replanning stands on.
        scope: the one before.
        lost: needs that the best plan within it leaves out though there may be seats for them.
    """
    if scope.complete:
        return None
    movable = _movable(grounds)
    people = {person for person, _ in lost}
    modules = {module for _, module in grounds.unseated}
    theirs = {need for need in movable if need[0] in people}
    if not theirs <= scope.free:
        return _around(grounds, scope.free | theirs, scope.dates)
    if scope.dates is not None:
        return replace(scope, dates=None)
    beside = {need for need in movable if need[1] in modules}
    if not beside <= scope.free:
        return _around(grounds, scope.free | beside, None)
    return Scope(_whole(grounds, movable | scope.free), complete=True)


def _around(grounds: Grounds, needs: set[Need] | frozenset[Need], dates: int | None) -> Scope:
    free = _whole(grounds, needs)
    return Scope(free, _emptied(grounds, free) - free, dates)


def _movable(grounds: Grounds) -> set[Need]:
    return {
        (person, placed.module)
        for placed in grounds.standing
        if placed not in grounds.pinned
        for person in placed.people
    }


def _whole(grounds: Grounds, needs: set[Need] | frozenset[Need]) -> frozenset[Need]:
    """The needs with those of everybody who must move along, and all of their tracks."""
    company, timetable = grounds.company, grounds.timetable
    whole = set(needs)
    for person, module in needs:
        whole |= {(other, module) for other in company.whole(module, [person])}
        for track in timetable.tracks:
            if module in track:
                whole |= {
                    (person, m)
                    for m in track
                    if timetable.modules[m].needs[person] and not company.is_hopeless(person, m)
                }
    return frozenset(whole) if whole == needs else _whole(grounds, whole)


def _emptied(grounds: Grounds, needs: frozenset[Need]) -> frozenset[Need]:
    """The needs with all that comes after them, and with all of sessions left too small."""
    timetable = grounds.timetable
    more = set(needs)
    for person, module in needs:
        for later in timetable.followers(module):
            is_open = not grounds.company.is_hopeless(person, later)
            if timetable.modules[later].needs[person] and is_open:
                more.add((person, later))
    for placed in grounds.standing:
        left = [p for p in placed.people if (p, placed.module) not in more]
        group_min = timetable.modules[placed.module].module.group_min
        if placed not in grounds.pinned and len(left) < max(group_min, 1):
            more |= {(person, placed.module) for person in placed.people}
    whole = _whole(grounds, more)
    return whole if whole == needs else _emptied(grounds, whole)


def neighbourhood(grounds: Grounds, scope: Scope) -> tuple[Neighbourhood, Board]:
    """A scope as blocks and offers, and what stands meanwhile."""
    board, deciding = _board(grounds, scope)
    blocks: list[Block] = []
    staying: list[Block] = []
    offers: list[Offer] = []
    for module in range(len(grounds.timetable.modules)):
        people = {person for person, m in scope.needs if m == module}
        for block in grounds.company.blocks(module, people):
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
        staying=frozenset(staying),
    )
    return whole, board


def choices(whole: Neighbourhood) -> int:
    """How many seats there are to choose among, at most: known before a model is made of them."""
    moving = Counter(block.module for block in whole.blocks if block not in whole.staying)
    offers = Counter(offer.module for offer in whole.offers)
    return sum(count * offers[module] for module, count in moving.items()) + len(whole.staying)


def _board(grounds: Grounds, scope: Scope) -> tuple[Board, Bools]:
    timetable = grounds.timetable
    deciding = np.zeros((len(timetable.problem.people), len(timetable.modules)), dtype=np.bool_)
    for person, module in scope.needs:
        deciding[person, module] = True
    board = Board(timetable)
    for placed in grounds.standing:
        people = tuple(p for p in placed.people if not deciding[p, placed.module])
        if people or placed in grounds.pinned:
            board.place(
                Placed(placed.module, placed.start, placed.room, placed.facilitators, people)
            )
    return board, deciding


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
            if offer.stands not in self.grounds.pinned
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
