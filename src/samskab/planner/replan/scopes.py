"""How much of a published plan is decided anew: first what broke, then ever more."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from samskab.planner.replan.pinned_company import PinnedCompany
from samskab.planner.search.board import Board
from samskab.planner.search.costs import IMPOSSIBLE, block_costs, wishes_of
from samskab.planner.search.neighbourhood import Block, Neighbourhood, Offer
from samskab.planner.search.offers import every_offer, standing_offers
from samskab.planner.search.published_seats import Slot
from samskab.planner.search.solution import ONLINE, Placed
from samskab.planner.timetable import Bools, Timetable

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


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """A part of the plan to decide.

    Attributes:
        needs: that are decided anew.
        complete: whether it is everything that may move at all, wherever it could go.
        seats: how many of its cheapest seats each block weighs; None means all there are.
    """

    needs: frozenset[Need]
    complete: bool = False
    seats: int | None = None


SEATS_WEIGHED = 14


def growing(grounds: Grounds) -> Iterator[Scope]:
    """Ever wider scopes, the last of which is everything."""
    first = _whole(grounds, grounds.unseated)
    yield Scope(frozenset(first))
    # whoever finds no other seat can be left out only with all that comes after
    onward = _emptied(grounds, first)
    if onward != first:
        yield Scope(frozenset(onward), seats=SEATS_WEIGHED)
    lacking = {person for person, _ in grounds.unseated}
    theirs = {need for need in _movable(grounds) if need[0] in lacking}
    second = _emptied(grounds, first | theirs)
    if second != onward:
        yield Scope(frozenset(second), seats=SEATS_WEIGHED)
    modules = {module for _, module in grounds.unseated}
    beside = {need for need in _movable(grounds) if need[1] in modules}
    third = _emptied(grounds, second | beside)
    yield Scope(frozenset(third), seats=SEATS_WEIGHED)
    yield Scope(frozenset(_whole(grounds, _movable(grounds) | first)), complete=True)


def _movable(grounds: Grounds) -> set[Need]:
    return {
        (person, placed.module)
        for placed in grounds.standing
        if placed not in grounds.pinned
        for person in placed.people
    }


def _whole(grounds: Grounds, needs: set[Need]) -> set[Need]:
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
    return whole if whole == needs else _whole(grounds, whole)


def _emptied(grounds: Grounds, needs: set[Need]) -> set[Need]:
    """The needs with all that comes after them, and with all of sessions left too small."""
    timetable = grounds.timetable
    wider = set(needs)
    for person, module in needs:
        for later in timetable.followers(module):
            is_open = not grounds.company.is_hopeless(person, later)
            if timetable.modules[later].needs[person] and is_open:
                wider.add((person, later))
    for placed in grounds.standing:
        left = [p for p in placed.people if (p, placed.module) not in wider]
        group_min = timetable.modules[placed.module].module.group_min
        if placed not in grounds.pinned and len(left) < max(group_min, 1):
            wider |= {(person, placed.module) for person in placed.people}
    wider = _whole(grounds, wider)
    return wider if wider == needs else _emptied(grounds, wider)


def neighbourhood(grounds: Grounds, scope: Scope) -> tuple[Neighbourhood, Board]:
    """A scope as blocks and offers, and what stands meanwhile."""
    board, deciding = _board(grounds, scope)
    blocks: list[Block] = []
    offers: list[Offer] = []
    for module in range(len(grounds.timetable.modules)):
        people = {person for person, m in scope.needs if m == module}
        if people:
            of_module = grounds.company.blocks(module, people)
            blocks += of_module
            offers += _Offers(grounds, board, module).all(of_module, deciding, scope)
    standing = tuple(board.sessions)
    whole = Neighbourhood(
        tuple(blocks), tuple(offers), standing, grounds.standing, seats=scope.seats
    )
    return whole, board


def choices(whole: Neighbourhood) -> int:
    """How many seats there are to choose among, at most: known before a model is made of them."""
    blocks = Counter(block.module for block in whole.blocks)
    offers = Counter(offer.module for offer in whole.offers)
    return sum(
        count * (offers[module] if whole.seats is None else min(offers[module], whole.seats + 1))
        for module, count in blocks.items()
    )


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
        new = [o for o in self._dates(blocks, deciding) if o not in left]
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

    def _dates(self, blocks: list[Block], deciding: Bools) -> list[Offer]:
        """Each start at which any block could be, in the room that suits them best."""
        people = sum(len(block.people) for block in blocks)
        group = min(people, self.table.module.group_max)
        costs = block_costs(self.board, wishes_of(self.board, blocks, deciding), group=group)
        could = costs.free.any(axis=0) & (costs.fixed < IMPOSSIBLE) & self.open
        return [Offer(self.module, int(s), int(costs.room[s])) for s in np.flatnonzero(could)]
