"""What the bound keeps of the problem: offers, what they hold and what they cost at least.

An offer is a module at a start and a place. Shapes: Z places (1 for an online module), S starts,
B blocks of people. Amounts are whole øre.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.blocks import Blocks
from samskab.planner.bound.company import company_of
from samskab.planner.timetable import ModuleTable, Timetable

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]

NEVER = 1 << 52
"""Dearer than anything: marks who cannot attend; dozens of them still fit in 64 bits."""


@dataclass(frozen=True, slots=True, eq=False)
class Tariff:
    """What rooms for a number of people cost.

    Attributes:
        capacity: people whom a session holds.
        rent: [Z, S] øre of the cheapest room that holds so many; NEVER where there is none, or
            where a tariff of more capacity costs no more.
    """

    capacity: int
    rent: Ints

    @property
    def exists(self) -> Bools:
        """[Z, S] where it is to be had."""
        return self.rent < NEVER


@dataclass(frozen=True, slots=True, eq=False)
class Offers:
    """The offers of one module.

    Attributes:
        cost: [Z, S, B] displacement, travel and materials of a block; NEVER where it cannot attend.
        tariffs: by rising capacity.
        fees: [F, S] øre of each facilitator; NEVER where not qualified or not free.
        leaders: how many facilitators lead a session.
        covered: [S, L] the half-days of each start.
        needed: [B] which blocks need the module.
        people: how many people need it.
        in_person: whether a session stands at one of the timetable's places.
        elsewhere: a module that leaves people out where a session is larger than the last tariff's
            capacity; None where none can be.
    """

    cost: Ints
    tariffs: tuple[Tariff, ...]
    fees: Ints
    leaders: int
    covered: Ints
    needed: Bools
    people: int
    in_person: bool
    elsewhere: int | None

    @property
    def least_sessions(self) -> int:
        """As many sessions as seat everybody: k of the counting cut."""
        return -(-self.people // self.tariffs[-1].capacity) if self.tariffs else 0

    @property
    def last_group(self) -> int:
        """People left to the last session where all others are full: r of the counting cut."""
        if not self.tariffs:
            return 1
        return self.people - (self.least_sessions - 1) * self.tariffs[-1].capacity


def offers_of(timetable: Timetable, module: int, blocks: Blocks) -> Offers:
    """The offers of one module that could be a session's."""
    table, company = timetable.modules[module], company_of(timetable, module, blocks)
    cost, attends = _costs(timetable, table, blocks)
    enough = (attends * blocks.sizes).sum(axis=-1) >= table.module.group_min
    led = table.facilitators.sum(axis=0) >= table.module.facilitators
    tariffs = _tariffs(timetable, table, company.most, enough & led)
    holds = np.zeros(enough.shape, dtype=np.int64)
    for tariff in tariffs:
        holds[tariff.exists] = tariff.capacity
    fee = [one.fee_per_half_day_oere for one in timetable.problem.facilitators]
    fees = np.array(fee, dtype=np.int64)[:, None] * table.module.half_days
    return Offers(
        cost=np.where(attends & (blocks.sizes <= holds[:, :, None]), cost, NEVER),
        tariffs=tariffs,
        fees=np.where(table.facilitators, fees, NEVER),
        leaders=table.module.facilitators,
        covered=table.starts[:, None] + np.arange(table.module.half_days),
        needed=blocks.every(table.needs),
        people=int(table.needs.sum()),
        in_person=table.in_person,
        elsewhere=company.elsewhere,
    )


def _tariffs(
    timetable: Timetable, table: ModuleTable, most: int, possible: Bools
) -> tuple[Tariff, ...]:
    """Those that are to be had where a session is `possible` [Z, S], by rising capacity."""
    larger = np.full(possible.shape, NEVER, dtype=np.int64)
    tariffs: list[Tariff] = []
    for capacity in sorted(_capacities(timetable, table, most), reverse=True):
        rent = np.where(possible, _least_rents(timetable, table, capacity), NEVER)
        tariff = Tariff(capacity, np.where(rent < larger, rent, NEVER))
        if tariff.exists.any():
            tariffs.append(tariff)
        larger = np.minimum(larger, rent)
    return tuple(reversed(tariffs))


def _capacities(timetable: Timetable, table: ModuleTable, most: int) -> set[int]:
    """How many people a session can hold: `most`, or a room that is smaller."""
    if not table.in_person:
        return {most}
    holds = {min(room.capacity, most) for room in timetable.problem.rooms}
    return {capacity for capacity in holds if capacity >= table.module.group_min}


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
