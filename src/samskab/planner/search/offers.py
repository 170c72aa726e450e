"""Where blocks could meet: sessions that stand, places just left, and promising new dates."""

import numpy as np

from samskab.planner.guidance import Reals
from samskab.planner.search.board import Board
from samskab.planner.search.costs import IMPOSSIBLE, BlockCosts, block_costs, wishes_of
from samskab.planner.search.neighbourhood import Block, Offer
from samskab.planner.search.solution import ONLINE, Placed
from samskab.planner.timetable import Bools, Floats, Ints, Timetable

LEAST_WEIGHT = 1e-3


def coin(chance: np.random.Generator) -> bool:
    """True one time in two."""
    return bool(chance.integers(2))


def standing_offers(board: Board, module: int) -> list[Offer]:
    """Every session of a module that stands and has a seat left."""
    problem = board.timetable.problem
    most = board.timetable.modules[module].module.group_max
    return [
        Offer(placed.module, placed.start, placed.room, placed)
        for placed in board.sessions
        if placed.module == module
        and len(placed.people)
        < (min(most, problem.rooms[placed.room].capacity) if placed.room >= 0 else most)
    ]


def every_offer(timetable: Timetable, module: int) -> list[Offer]:
    """Each start in each room that fits; online, as many at a start as could lead groups there."""
    table = timetable.modules[module]
    if table.in_person:
        rooms, starts = np.nonzero(table.rooms)
        return [Offer(module, int(s), int(r)) for r, s in zip(rooms, starts, strict=True)]
    groups = int(table.needs.sum()) // max(table.module.group_min, 1)
    if table.module.facilitators:
        groups = min(groups, len(timetable.problem.facilitators) // table.module.facilitators)
    return [Offer(module, s, ONLINE) for s in range(len(table.starts)) for _ in range(groups)]


def vacated_offers(sessions: list[Placed]) -> list[Offer]:
    """The times and rooms of sessions that are decided anew."""
    return [Offer(placed.module, placed.start, placed.room) for placed in sessions]


def other_rooms(board: Board, sessions: list[Placed]) -> list[Offer]:
    """The dates of sessions of one module in every room that is free and holds their people."""
    module = sessions[0].module
    rooms = board.timetable.problem.rooms
    free = board.free_rooms(module)
    return [
        Offer(module, placed.start, int(room))
        for placed in sessions
        for room in np.flatnonzero(free[:, placed.start])
        if rooms[int(room)].capacity >= len(placed.people)
    ]


def shared_offers(
    board: Board, blocks: list[Block], deciding: Bools, count: int, chance: np.random.Generator
) -> list[Offer]:
    """New dates at which the blocks of one module would gain most together."""
    module = blocks[0].module
    table = board.timetable.modules[module]
    people = sum(len(block.people) for block in blocks)
    group = min(people, table.module.group_max)
    places = len(board.timetable.places)
    place = int(chance.integers(places)) if table.in_person and places and coin(chance) else None
    costs = block_costs(board, wishes_of(board, blocks, deciding), group=group, place=place)
    price = np.where(costs.free, costs.cost, IMPOSSIBLE).astype(np.float64)
    dear = np.where(costs.free, price, 0.0).max(axis=1, initial=0.0)
    saved = -np.sort(-np.where(costs.free, dear[:, None] - price, 0.0), axis=0)[:group]
    worth = saved.sum(axis=0) - costs.fixed
    open_to = (costs.fixed < IMPOSSIBLE) & (
        (costs.free * costs.sizes[:, None]).sum(axis=0) >= max(table.module.group_min, 1)
    )
    return _draw(module, costs, np.where(open_to, worth, -np.inf), count, chance)


def own_offers(
    board: Board, blocks: list[Block], deciding: Bools, count: int, chance: np.random.Generator
) -> list[Offer]:
    """For each block of one module by itself, the new dates that cost it least."""
    module = blocks[0].module
    group = max(len(block.people) for block in blocks)
    costs = block_costs(board, wishes_of(board, blocks, deciding), group=group)
    offers: dict[Offer, None] = {}
    for row in range(len(blocks)):
        price = (costs.cost[row] + costs.fixed).astype(np.float64)
        open_to = costs.free[row] & (costs.fixed < IMPOSSIBLE) & (costs.seats >= costs.sizes[row])
        worth = np.where(open_to, -price, -np.inf)
        offers |= dict.fromkeys(_draw(module, costs, worth, count, chance))
    return list(offers)


def guided_offers(
    board: Board, module: int, weight: Reals, count: int, chance: np.random.Generator
) -> list[Offer]:
    """New dates and places, each as likely as the bound's prices hold a session there.

    Args:
        board: what stands.
        module: index of the module.
        weight: [Z, S] as in `Guidance`.
        count: of dates at most.
        chance: to draw with.
    """
    table = board.timetable.modules[module]
    led = board.free_facilitators(module).sum(axis=0) >= table.module.facilitators
    open_to = led & board.free_parallel(module) & (weight > 0)
    # the largest of log-weights with Gumbel noise are a draw without replacement
    luck = np.log(np.maximum(weight, LEAST_WEIGHT)) + chance.gumbel(size=weight.shape)
    ranked = np.argsort(-np.where(open_to, luck, -np.inf), axis=None)[:count]
    offers: list[Offer] = []
    for place, start in zip(*np.unravel_index(ranked, weight.shape), strict=True):
        if open_to[place, start]:
            rooms = [ONLINE]
            if table.in_person:
                rooms = cheapest_rooms(board, module, int(place), int(start))
            offers += [Offer(module, int(start), room) for room in rooms[:1]]
    return offers


def cheapest_rooms(board: Board, module: int, place: int, start: int) -> list[int]:
    """The rooms of a place that are free for a session, the cheapest first, then the largest."""
    rooms = board.timetable.problem.rooms
    free = board.free_rooms(module)[:, start] & (board.timetable.room_place == place)
    return sorted(
        np.flatnonzero(free).tolist(),
        key=lambda room: (rooms[room].price_per_half_day_oere, -rooms[room].capacity, room),
    )


def _draw(
    module: int, costs: BlockCosts, worth: Floats, count: int, chance: np.random.Generator
) -> list[Offer]:
    """Mostly the best, some by chance: half each from the best `count` and the best 4 `count`."""
    ranked: Ints = np.argsort(-worth, kind="stable")
    ranked = ranked[np.isfinite(worth[ranked])]
    best, others = ranked[: count // 2], ranked[count // 2 : 4 * count]
    some = chance.permutation(others)[: count - len(best)]
    return [Offer(module, int(s), int(costs.room[s])) for s in sorted({*best, *some})]
