"""What the bound keeps of the problem: offers, what they hold and what they cost at least.

An offer is a module at a start and a place. Shapes: Z places (1 for an online module), S starts,
B blocks of people. Amounts are whole øre.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.blocks import Blocks, blocks_of
from samskab.planner.bound.forest import Forest, forest_of
from samskab.planner.timetable import ModuleTable, Timetable

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

NEVER = 1 << 52
"""Dearer than anything: marks who cannot attend; dozens of them still fit in 64 bits."""


@dataclass(frozen=True, slots=True, eq=False)
class Tariff:
    """What sessions for a number of people cost.

    Attributes:
        capacity: people whom a session holds.
        price: [Z, S] least facilitation and room of one that holds so many; NEVER where there is
            none, or where a tariff of more capacity costs no more.
    """

    capacity: int
    price: Ints

    @property
    def exists(self) -> Bools:
        """[Z, S] where it is to be had."""
        return self.price < NEVER


@dataclass(frozen=True, slots=True, eq=False)
class Offers:
    """The offers of one module.

    Attributes:
        cost: [Z, S, B] displacement, travel and materials of a block; NEVER where it cannot attend.
        tariffs: by rising capacity.
        needed: [B] which blocks need the module.
        people: how many people need it.
    """

    cost: Ints
    tariffs: tuple[Tariff, ...]
    needed: Bools
    people: int

    @property
    def least_sessions(self) -> int:
        """Sessions and people left out, together, are at least so many (the counting cut)."""
        return -(-self.people // self.tariffs[-1].capacity) if self.tariffs else 0

    @property
    def lowest_price(self) -> int:
        """The price of the cheapest offer; 0 where there is none."""
        return min((int(tariff.price.min()) for tariff in self.tariffs), default=0)


@dataclass(frozen=True, slots=True, eq=False)
class Relaxation:
    """The problem as the bound sees it.

    Attributes:
        offers: by module.
        forest: what comes after what.
        unserved: [B] øre of leaving a block out of one module.
    """

    blocks: Blocks
    offers: tuple[Offers, ...]
    forest: Forest
    unserved: Ints


def relax(timetable: Timetable) -> Relaxation:
    """Keep sessions' sizes and prices, people's costs, and one predecessor of each module."""
    blocks = blocks_of(timetable)
    needed = tuple(blocks.every(table.needs) for table in timetable.modules)
    price = timetable.problem.programme.prices.unserved_oere
    return Relaxation(
        blocks=blocks,
        offers=tuple(_offers(timetable, table, blocks) for table in timetable.modules),
        forest=forest_of(timetable, needed),
        unserved=blocks.sizes * price,
    )


def _offers(timetable: Timetable, table: ModuleTable, blocks: Blocks) -> Offers:
    cost, attends = _costs(timetable, table, blocks)
    enough = (attends * blocks.sizes).sum(axis=-1) >= table.module.group_min
    tariffs = _tariffs(timetable, table, enough)
    holds = np.zeros(enough.shape, dtype=np.int64)
    for tariff in tariffs:
        holds[tariff.exists] = tariff.capacity
    return Offers(
        cost=np.where(attends & (blocks.sizes <= holds[:, :, None]), cost, NEVER),
        tariffs=tariffs,
        needed=blocks.every(table.needs),
        people=int(table.needs.sum()),
    )


def _least_fees(timetable: Timetable, table: ModuleTable) -> Ints:
    """[S] fees of the cheapest facilitators who are free; NEVER where they are too few."""
    count = table.module.facilitators
    fee = np.array(
        [one.fee_per_half_day_oere for one in timetable.problem.facilitators], dtype=np.int64
    )
    if not count:
        return np.zeros(len(table.starts), dtype=np.int64)
    if count > len(fee):
        return np.full(len(table.starts), NEVER, dtype=np.int64)
    cheapest = np.sort(np.where(table.facilitators, fee[:, None], NEVER), axis=0)[:count]
    total = cheapest.sum(axis=0) * table.module.half_days
    return np.where((cheapest < NEVER).all(axis=0), total, NEVER)


def _tariffs(timetable: Timetable, table: ModuleTable, enough: Bools) -> tuple[Tariff, ...]:
    """Those that are to be had where `enough` people are free [Z, S], by rising capacity."""
    fees = np.where(enough, _least_fees(timetable, table), NEVER)
    larger = np.full_like(fees, NEVER)
    tariffs: list[Tariff] = []
    for capacity in sorted(_capacities(timetable, table), reverse=True):
        rents = _least_rents(timetable, table, capacity)
        price = np.where((fees < NEVER) & (rents < NEVER), fees + rents, NEVER)
        tariff = Tariff(capacity, np.where(price < larger, price, NEVER))
        if tariff.exists.any():
            tariffs.append(tariff)
        larger = np.minimum(larger, price)
    return tuple(reversed(tariffs))


def _capacities(timetable: Timetable, table: ModuleTable) -> set[int]:
    """How many people a session can hold: group_max, or a room that is smaller."""
    module = table.module
    if not table.in_person:
        return {module.group_max}
    holds = {min(room.capacity, module.group_max) for room in timetable.problem.rooms}
    return {capacity for capacity in holds if capacity >= module.group_min}


def _least_rents(timetable: Timetable, table: ModuleTable, capacity: int) -> Ints:
    """[Z, S] of the cheapest free room that holds so many; NEVER where there is none."""
    rooms = timetable.problem.rooms
    if not table.in_person:
        return np.zeros((1, len(table.starts)), dtype=np.int64)
    fits = np.array([room.capacity >= capacity for room in rooms], dtype=np.bool_)
    rent = np.array([room.price_per_half_day_oere for room in rooms], dtype=np.int64)
    rents = np.where(table.rooms, rent[:, None] * table.module.half_days, NEVER)
    least = np.full((len(timetable.places), len(table.starts)), NEVER, dtype=np.int64)
    np.minimum.at(least, timetable.room_place[fits], rents[fits])
    return least


def _costs(timetable: Timetable, table: ModuleTable, blocks: Blocks) -> tuple[Ints, Bools]:
    """([Z, S, B] øre, [Z, S, B] who may attend)."""
    own = blocks.sums((table.displacement + table.module.materials_oere).T)
    attends = blocks.every(table.open.T)
    if not table.in_person:
        return own[None], attends[None]
    travel = blocks.sums(timetable.travel[table.days - 1].T)
    cost = own[None] + travel[:, None, :]
    return cost, np.broadcast_to(attends, cost.shape)
