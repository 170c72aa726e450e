"""A plan from the bound's prices: module by module, where the prices would hold sessions."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from samskab.planner.guidance import Guidance, Reals
from samskab.planner.search.board import Board
from samskab.planner.search.deadlines import WIDE, deadlines
from samskab.planner.search.filling import HELD, Filling
from samskab.planner.search.neighbourhood import Neighbourhood, Offer
from samskab.planner.search.offers import cheapest_rooms, vacated_offers
from samskab.planner.search.parties import Parties
from samskab.planner.search.solution import ONLINE, Placed, in_order
from samskab.planner.search.step import decide
from samskab.planner.timetable import Timetable

SESSIONS_AT_ONCE = 20
LEFT_OUT_AT_ONCE = 40
ROOMS_AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Care:
    """How thoroughly to decide each part of a module.

    Attributes:
        effort: deterministic seconds.
        seats: how many of its cheapest seats each block weighs.
    """

    effort: float
    seats: int


QUICK = Care(effort=1.0, seats=6)
THOROUGH = Care(effort=4.0, seats=10)


def dive(timetable: Timetable, guidance: Guidance, *, care: Care, seed: int) -> tuple[Placed, ...]:
    """Sessions that keep every rule, near to what the prices promise; some may be left out.

    The modules come in the order of `after`. Each is filled where the prices hold sessions, then
    decided anew, all of its people at once where it is not too large: a seat costs what it costs
    there and what the modules that come after will cost from there on.
    """
    board = Board(timetable)
    for module in timetable.order:
        people = np.flatnonzero(timetable.modules[module].needs).tolist()
        last_days = deadlines(timetable, module, WIDE)
        if people and last_days:
            blocks = Parties(timetable).blocks(module, people)
            Filling(board, blocks, guidance, merge=True).fill(last_days)
            part = _Part(timetable, module, guidance, care, seed)
            board = Board(timetable, part.decided(tuple(board.sessions)))
    return in_order(timetable, board.sessions)


class _Part:
    """One module, to be decided anew in as few parts as can be."""

    def __init__(
        self, timetable: Timetable, module: int, guidance: Guidance, care: Care, seed: int
    ) -> None:
        self.timetable, self.module, self.guidance = timetable, module, guidance
        self.care, self.seed = care, seed
        self.parties = Parties(timetable)
        self.starts = len(timetable.modules[module].starts)
        self.needing = np.flatnonzero(timetable.modules[module].needs).tolist()

    def decided(self, sessions: tuple[Placed, ...]) -> tuple[Placed, ...]:
        """All sessions, those of the module decided anew, part by part, by date."""
        own = sorted((s for s in sessions if s.module == self.module), key=lambda s: s.start)
        parts = max(-(-len(own) // SESSIONS_AT_ONCE), 1)
        edges = [len(own) * part // parts for part in range(parts + 1)]
        for first, end in pairwise(edges):
            since = own[first].start if first else 0
            until = own[end].start if end < len(own) else self.starts
            sessions = self._decide(sessions, own[first:end], range(since, until + 1))
        return sessions

    def _decide(
        self, sessions: tuple[Placed, ...], part: list[Placed], starts: range
    ) -> tuple[Placed, ...]:
        standing = tuple(s for s in sessions if s not in part)
        seated = {p for s in sessions if s.module == self.module for p in s.people}
        left_out = [person for person in self.needing if person not in seated]
        people = {p for s in part for p in s.people}.union(left_out[:LEFT_OUT_AT_ONCE])
        people = self.parties.whole(self.module, people)
        board = Board(self.timetable, standing)
        offers = vacated_offers(part)
        weight = self.guidance.weight[self.module]
        offers += [o for o in _held_offers(board, self.module, weight, starts) if o not in offers]
        neighbourhood = Neighbourhood(
            blocks=tuple(self.parties.blocks(self.module, people)),
            offers=tuple(offers),
            standing=tuple(board.sessions),
            before=tuple(part),
            seats=self.care.seats,
            guidance=self.guidance,
        )
        found = decide(neighbourhood, board, effort=self.care.effort, seed=self.seed)
        return found.sessions or sessions


def _held_offers(board: Board, module: int, weight: Reals, starts: range) -> list[Offer]:
    """Where the prices hold sessions, in the cheapest rooms that are free there."""
    in_person = board.timetable.modules[module].in_person
    offers: list[Offer] = []
    for place, start in zip(*np.nonzero(weight > HELD), strict=True):
        if start not in starts:
            continue
        sessions = max(1, round(float(weight[place, start])))
        if in_person:
            rooms = cheapest_rooms(board, module, int(place), int(start))
            offers += [Offer(module, int(start), r) for r in rooms[: ROOMS_AT_ONCE * sessions]]
        else:
            offers += [Offer(module, int(start), ONLINE)] * sessions
    return offers
