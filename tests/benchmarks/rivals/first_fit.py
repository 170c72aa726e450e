"""A planner as a secretary plans: module by module, the earliest date that suits most.

A date suits a leader who may come and whose meetings it displaces no more than her usual date does:
what she would say yes to in a poll. The first date that suits a full group, or more than half of
those unseated, is taken; where there is none, the one that suits most. Whoever it suits is seated,
then others who may come, until the room is full. Prices decide nothing but which free room and
which free facilitators are taken.
"""

from dataclasses import dataclass

import numpy as np
from tests.benchmarks.rivals.cohort_book import CohortBook

from samskab.planner.search.board import Board
from samskab.planner.search.costs import cheapest_facilitators
from samskab.planner.search.neighbourhood import Block
from samskab.planner.search.parties import Parties
from samskab.planner.search.solution import (
    ONLINE,
    Placed,
    Solution,
    cost_of,
    half_days_of,
    in_order,
)
from samskab.planner.timetable import Bools, Ints, Timetable


def first_fit(timetable: Timetable) -> Solution:
    """Sessions that keep every rule; whoever fits nowhere is left out."""
    board, book = Board(timetable), CohortBook(timetable, Parties(timetable))
    for module in timetable.order:
        desk = _Desk(board, module)
        for group in book.fixed_groups(module):  # a cohort comes whole or not at all
            desk.open_earliest([group])
        left = desk.open_while_it_helps(book.free_blocks(module))
        desk.fill_up(left)
        book.note(module, board)
    sessions = in_order(timetable, board.sessions)
    return Solution(sessions, cost_of(timetable, sessions).total)


@dataclass(frozen=True, slots=True)
class _Poll:
    """What blocks answer: [B, S] whether they may come, and whether the date suits them."""

    may: Bools
    suits: Bools


class _Desk:
    """Opens the sessions of one module on a board."""

    def __init__(self, board: Board, module: int) -> None:
        self.board, self.module = board, module
        self.timetable = board.timetable
        self.table = board.timetable.modules[module]
        self.opened: list[tuple[int, int]] = []

    def open_while_it_helps(self, blocks: list[Block]) -> list[Block]:
        """Open sessions until no date gathers a group; the blocks that found no seat."""
        seated = self.open_earliest(blocks)
        while seated:
            blocks = [block for block in blocks if block not in seated]
            seated = self.open_earliest(blocks)
        return blocks

    def open_earliest(self, blocks: list[Block]) -> list[Block]:
        """Open one session at the earliest date that suits most; who sits there, none if none."""
        if not blocks or not len(self.table.starts):
            return []
        sizes = np.array([len(block.people) for block in blocks], dtype=np.int64)
        poll, seats = self._poll(blocks), self._seats(int(sizes.sum()))
        suited = np.minimum((poll.suits * sizes[:, None]).sum(axis=0), seats)
        coming = np.minimum((poll.may * sizes[:, None]).sum(axis=0), seats)
        enough = suited >= np.minimum(np.maximum(seats, 1), sizes.sum() // 2 + 1)
        dates = np.lexsort((-coming * ~enough, -suited * ~enough, ~enough))
        for start in dates:
            if coming[start] < max(self.table.module.group_min, 1):
                continue
            first = np.lexsort((~poll.suits[:, start],))
            willing = [blocks[row] for row in first if poll.may[row, start]]
            seated = self._open(int(start), willing, int(seats[start]))
            if seated:
                return seated
        return []

    def fill_up(self, blocks: list[Block]) -> None:
        """Seat those left in the earliest session with room for them, where the rules let them."""
        for block in blocks:
            may = self._poll([block]).may[0] if self.opened else ()
            for start, room in sorted(self.opened):
                placed = next(
                    s
                    for s in self.board.sessions
                    if (s.module, s.start, s.room) == (self.module, start, room)
                )
                party = _Party(self.board, self.module, start, placed.people)
                most = self._most_in(room)
                if may[start] and party.size + len(block.people) <= most and party.admits(block):
                    self.board.join(placed, block.people)
                    break

    def _poll(self, blocks: list[Block]) -> _Poll:
        people = [person for block in blocks for person in block.people]
        first = np.cumsum([0] + [len(block.people) for block in blocks[:-1]])
        nobody = np.zeros(self.board.at.shape, dtype=np.bool_)
        free = self.board.free_starts(self.module, people, nobody)
        displaced = self.table.displacement[people]
        usual = np.median(displaced, axis=1, keepdims=True)
        may: Bools = np.logical_and.reduceat(free, first, axis=0)
        suits: Bools = np.logical_and.reduceat(free & (displaced <= usual), first, axis=0)
        return _Poll(may, suits)

    def _seats(self, unseated: int) -> Ints:
        """[S] people in one more session; 0 where there is no room or nobody to lead it.

        Groups are of one size, so that the last of them is no remainder too small to teach.
        """
        table, problem = self.table, self.timetable.problem
        groups = -(-unseated // table.module.group_max)
        seats = np.full(len(table.starts), -(-unseated // groups), dtype=np.int64)
        if table.in_person:
            capacity = np.array([room.capacity for room in problem.rooms], dtype=np.int64)
            free = self.board.free_rooms(self.module)
            largest = np.where(free, capacity[:, None], 0).max(axis=0, initial=0)
            seats = np.minimum(seats, largest)
        led = self.board.free_facilitators(self.module).sum(axis=0) >= table.module.facilitators
        enough = led & self.board.free_parallel(self.module)
        return np.where(enough, seats, 0)

    def _open(self, start: int, blocks: list[Block], seats: int) -> list[Block]:
        party = _Party(self.board, self.module, start)
        seated = []
        for block in blocks:
            if party.size + len(block.people) <= seats and party.admits(block):
                party.add(block)
                seated.append(block)
        leads = cheapest_facilitators(self.board, self.module, start)
        if party.size < max(self.table.module.group_min, 1) or leads is None:
            return []
        room = self._cheapest_room(start, party.size) if self.table.in_person else ONLINE
        people = tuple(sorted(party.people))
        self.board.place(Placed(self.module, start, room, leads, people))
        self.opened.append((start, room))
        return seated

    def _cheapest_room(self, start: int, people: int) -> int:
        rooms = self.timetable.problem.rooms
        free = np.flatnonzero(self.board.free_rooms(self.module)[:, start])
        holding = [int(room) for room in free if rooms[room].capacity >= people]
        return min(holding, key=lambda room: (rooms[room].price_per_half_day_oere, room))

    def _most_in(self, room: int) -> int:
        most = self.table.module.group_max
        return most if room == ONLINE else min(most, self.timetable.problem.rooms[room].capacity)


class _Party:
    """The people of one session, and whom the rules between people let join them."""

    def __init__(self, board: Board, module: int, start: int, people: tuple[int, ...] = ()) -> None:
        self.timetable = board.timetable
        self.people = set(people)
        self.away: Ints = board.away[:, half_days_of(board.timetable, module, start)].max(axis=1)

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self.people)

    def admits(self, block: Block) -> bool:
        """Whether nobody meets whom she must not, and no unit is away beyond its limit."""
        company = self.people | set(block.people)
        if any(company & self.timetable.apart[person] for person in block.people):
            return False
        away = self.away + self._units(block)
        return bool((away <= self.timetable.away_limit)[self._units(block) > 0].all())

    def add(self, block: Block) -> None:
        """Let a block in."""
        self.people.update(block.people)
        self.away = self.away + self._units(block)

    def _units(self, block: Block) -> Ints:
        units = self.timetable.unit_of[list(block.people)]
        return np.bincount(units, minlength=len(self.timetable.units)).astype(np.int64)
