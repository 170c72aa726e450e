"""How much of a published plan is decided anew: first what broke, then ever more."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from itertools import combinations

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
        cohort_of: need in a module of a track -> who shared the published session.
    """

    timetable: Timetable
    standing: tuple[Placed, ...]
    pinned: frozenset[Placed]
    slots: tuple[Slot, ...]
    first_day: int
    company: PinnedCompany
    cohort_of: Mapping[Need, frozenset[int]]

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
        cohorts: whether whole sessions move, each to a date of its own: in tracks, where the people
            of a session stay together in the others, that is most of what can be done.
        dates: how many new dates each module is offered, the best for most people and some for
            each; None means all there are.
        complete: whether it is everything that may move at all, wherever it could go.
    """

    free: frozenset[Need]
    staying: frozenset[Need] = frozenset()
    cohorts: bool = False
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
    scope = _around(grounds, grounds.unseated, Scope(frozenset(), cohorts=True, dates=FEW_DATES))
    tracked = {module for track in grounds.timetable.tracks for module in track}
    return scope if {module for _, module in scope.needs} <= tracked else _alone(grounds)


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
    theirs = {need for need in movable if need[0] in people}
    if not theirs <= scope.free:
        return _around(grounds, scope.free | theirs, scope)
    if scope.dates is not None:
        return replace(scope, dates=None)
    if scope.cohorts:
        return _alone(grounds)
    modules = {module for _, module in grounds.unseated}
    beside = {need for need in movable if need[1] in modules}
    if not beside <= scope.free:
        return _around(grounds, scope.free | beside, scope)
    return Scope(_whole(grounds, movable | scope.free, scope), complete=True)


def _alone(grounds: Grounds) -> Scope:
    """What broke, each person by herself."""
    return _around(grounds, grounds.unseated, Scope(frozenset(), dates=FEW_DATES))


def _around(grounds: Grounds, needs: AbstractSet[Need], like: Scope) -> Scope:
    """A scope that frees needs, in the manner of another one."""
    free = _whole(grounds, needs, like)
    return replace(like, free=free, staying=_emptied(grounds, free, like) - free)


def _movable(grounds: Grounds) -> set[Need]:
    return {
        (person, placed.module)
        for placed in grounds.standing
        if placed not in grounds.pinned
        for person in placed.people
    }


def _whole(grounds: Grounds, needs: AbstractSet[Need], like: Scope) -> frozenset[Need]:
    """The needs with those of everybody who must move along, and all of their tracks."""
    whole = set(needs)
    for person, module in needs:
        cohort = grounds.cohort_of.get((person, module), frozenset()) if like.cohorts else ()
        whole |= {(other, module) for other in grounds.company.whole(module, {person, *cohort})}
        if not cohort:
            whole |= set(_of_tracks(grounds, person, module))
    return frozenset(whole) if whole == needs else _whole(grounds, whole, like)


def _of_tracks(grounds: Grounds, person: int, module: int) -> Iterator[Need]:
    """A person's needs in the tracks of a module."""
    for track in grounds.timetable.tracks:
        if module in track:
            for other in track:
                needs = grounds.timetable.modules[other].needs[person]
                if needs and not grounds.company.is_hopeless(person, other):
                    yield person, other


def _emptied(grounds: Grounds, needs: frozenset[Need], like: Scope) -> frozenset[Need]:
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
    whole = _whole(grounds, more, like)
    return whole if whole == needs else _emptied(grounds, whole, like)


def neighbourhood(grounds: Grounds, scope: Scope) -> tuple[Neighbourhood, Board]:
    """A scope as blocks and offers, and what stands meanwhile."""
    board, deciding = _board(grounds, scope)
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
