"""What blocks cost at the starts of a module, and what a session costs before anybody joins."""

from dataclasses import dataclass

import numpy as np

from samskab.planner.search.board import Board
from samskab.planner.search.neighbourhood import Block
from samskab.planner.search.solution import ONLINE
from samskab.planner.timetable import Bools, Floats, Ints

IMPOSSIBLE = np.int64(1) << 50


@dataclass(frozen=True, slots=True, eq=False)
class BlockCosts:
    """Blocks of one module over its starts, in øre.

    Attributes:
        sizes: [B] people in each block.
        free: [B, S] whether all of a block's people could take it there beside what stands.
        cost: [B, S] displacement, materials and travel to the start's room.
        room: [S] the room that would be taken; `ONLINE` where none is needed or none is free.
        fixed: [S] room and facilitators; `IMPOSSIBLE` where a session cannot take place.
        seats: [S] most people in one session.
    """

    sizes: Ints
    free: Bools
    cost: Ints
    room: Ints
    fixed: Ints
    seats: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Wishes:
    """What blocks of one module ask of its starts, whichever room it will be.

    Attributes:
        blocks: all of one module.
        sizes, free: as in `BlockCosts`.
        own: [B, S] øre of displacement and materials.
        travel: [B, Z] øre to each place; no columns online.
    """

    blocks: list[Block]
    sizes: Ints
    free: Bools
    own: Ints
    travel: Ints

    @property
    def mean_travel(self) -> Floats:
        """[Z] øre of a person to each place, on average."""
        return np.asarray(self.travel.sum(axis=0) / self.sizes.sum())

    def of(self, rows: Ints) -> "Wishes":
        """Some of the blocks."""
        some = [self.blocks[row] for row in rows]
        return Wishes(some, self.sizes[rows], self.free[rows], self.own[rows], self.travel[rows])


def wishes_of(board: Board, blocks: list[Block], deciding: Bools) -> Wishes:
    """Weigh blocks at every start of their module.

    Args:
        board: what stands.
        blocks: at least one, all of one module.
        deciding: as in `Board.free_starts`.
    """
    module = blocks[0].module
    table = board.timetable.modules[module]
    people = [person for block in blocks for person in block.people]
    sizes = np.array([len(block.people) for block in blocks], dtype=np.int64)
    first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    own = np.add.reduceat(table.displacement[people], first, axis=0)
    travel = np.zeros((len(blocks), 0), dtype=np.int64)
    if table.in_person:
        travel = np.add.reduceat(board.timetable.travel[table.days - 1, people], first, axis=0)
    return Wishes(
        blocks=blocks,
        sizes=sizes,
        free=np.logical_and.reduceat(board.free_starts(module, people, deciding), first, axis=0),
        own=own + (sizes * table.module.materials_oere)[:, None],
        travel=travel,
    )


def block_costs(
    board: Board, wishes: Wishes, *, group: int, place: int | None = None
) -> BlockCosts:
    """Weigh blocks at every start of their module, in the room that suits them best there.

    Args:
        board: what stands.
        wishes: the blocks.
        group: how many people a session of them is expected to hold.
        place: index of the only place to look for rooms; None means all of them.
    """
    module = wishes.blocks[0].module
    table = board.timetable.modules[module]
    room, rent = suitable_rooms(board, module, wishes.mean_travel, group, place)
    cost = wishes.own
    seats = np.full(len(table.starts), table.module.group_max, dtype=np.int64)
    if table.in_person and board.timetable.problem.rooms:
        capacity = np.array([one.capacity for one in board.timetable.problem.rooms], dtype=np.int64)
        cost = cost + wishes.travel[:, board.timetable.room_place[room]]
        seats = np.minimum(seats, capacity[room])
    fixed = np.minimum(rent + cheapest_fees(board, module), IMPOSSIBLE)
    fixed[~board.free_parallel(module)] = IMPOSSIBLE
    return BlockCosts(wishes.sizes, wishes.free, cost, room, fixed, seats)


def suitable_rooms(
    board: Board, module: int, travel: Floats, group: int, place: int | None
) -> tuple[Ints, Ints]:
    """The room with the least rent and travel for a group at each start.

    Args:
        board: what stands.
        module: index of the module.
        travel: [Z] øre of a person of the group to each place, on average.
        group: how many people.
        place: index of the only place to look for rooms; None means all of them.

    Returns:
        ([S] the room, [S] its rent); `IMPOSSIBLE` rent where none is free.
    """
    table = board.timetable.modules[module]
    rooms = board.timetable.problem.rooms
    starts = len(table.starts)
    if not table.in_person:
        return np.full(starts, ONLINE), np.zeros(starts, dtype=np.int64)
    if not rooms:
        return np.full(starts, ONLINE), np.full(starts, IMPOSSIBLE)
    rent = np.array([room.price_per_half_day_oere for room in rooms], dtype=np.int64)
    rent = rent * table.module.half_days
    lacking = np.array([max(group - room.capacity, 0) for room in rooms], dtype=np.int64)
    # a seat that lacks costs a part of a session more: any weight above travel keeps the order
    weighed = rent + travel[board.timetable.room_place] * group + lacking * 1_000_000
    free = board.free_rooms(module)
    if place is not None:
        free = free & (board.timetable.room_place == place)[:, None]
    best = np.where(free, weighed[:, None], np.inf).argmin(axis=0)
    return best, np.where(free.any(axis=0), rent[best], IMPOSSIBLE)


def cheapest_fees(board: Board, module: int) -> Ints:
    """[S] of the cheapest facilitators who are free; `IMPOSSIBLE` where they are too few."""
    table = board.timetable.modules[module]
    asked, starts = table.module.facilitators, len(table.starts)
    facilitators = board.timetable.problem.facilitators
    if not asked:
        return np.zeros(starts, dtype=np.int64)
    if len(facilitators) < asked:
        return np.full(starts, IMPOSSIBLE)
    fee = np.array([one.fee_per_half_day_oere for one in facilitators], dtype=np.int64)
    fees = np.where(board.free_facilitators(module), fee[:, None], IMPOSSIBLE)
    cheapest: Ints = np.sort(fees, axis=0)[:asked].sum(axis=0)
    return np.minimum(cheapest * table.module.half_days, IMPOSSIBLE)


def cheapest_facilitators(board: Board, module: int, start: int) -> tuple[int, ...] | None:
    """Who would lead a session for the least, ascending; None where too few are free."""
    asked = board.timetable.modules[module].module.facilitators
    if not asked:
        return ()
    facilitators = board.timetable.problem.facilitators
    free = np.flatnonzero(board.free_facilitators(module)[:, start])
    ranked = sorted(free.tolist(), key=lambda f: (facilitators[f].fee_per_half_day_oere, f))
    return tuple(sorted(ranked[:asked])) if len(ranked) >= asked else None
