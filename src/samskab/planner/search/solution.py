"""A plan in indexes of a timetable: what the search moves about."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from samskab.planner.timetable import SECONDS_PER_HOUR, Ints, Timetable

ONLINE = -1
NOWHERE = -1


@dataclass(frozen=True, slots=True)
class Placed:
    """One session.

    Attributes:
        module: index into `Timetable.modules`.
        start: index into the module's starts.
        room: index of the room, `ONLINE` where there is none.
        facilitators, people: indices, ascending.
    """

    module: int
    start: int
    room: int
    facilitators: tuple[int, ...]
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Solution:
    """Sessions that keep every rule.

    Attributes:
        total_oere: unserved needs included.
        proven: whether no plan of the problem costs less.
    """

    sessions: tuple[Placed, ...]
    total_oere: int
    proven: bool = False


def half_days_of(timetable: Timetable, module: int, start: int) -> slice:
    """The half-days that a session takes: they follow each other in the grid."""
    table = timetable.modules[module]
    first = int(table.starts[start])
    return slice(first, first + table.module.half_days)


def attendance_oere(timetable: Timetable, module: int, room: int) -> Ints:
    """[P, S] øre of each person at each start: displacement, travel and materials."""
    table = timetable.modules[module]
    cost = table.displacement + table.module.materials_oere
    if room != ONLINE:
        place = int(timetable.room_place[room])
        cost = cost + timetable.travel[table.days - 1, :, place][:, None]
    return cost


def fixed_oere(timetable: Timetable, placed: Placed) -> int:
    """Facilitation and room of one session."""
    half_days = timetable.modules[placed.module].module.half_days
    problem = timetable.problem
    fees = sum(problem.facilitators[f].fee_per_half_day_oere for f in placed.facilitators)
    rent = 0 if placed.room == ONLINE else problem.rooms[placed.room].price_per_half_day_oere
    return half_days * (fees + rent)


def session_oere(timetable: Timetable, placed: Placed) -> int:
    """What one session costs with its people."""
    table = timetable.modules[placed.module]
    people = list(placed.people)
    cost = int(table.displacement[people, placed.start].sum())
    cost += len(people) * table.module.materials_oere
    if placed.room != ONLINE:
        place = timetable.room_place[placed.room]
        cost += int(timetable.travel[table.days - 1, people, place].sum())
    return cost + fixed_oere(timetable, placed)


def unfair_oere(timetable: Timetable, units: Ints) -> Ints:
    """[P] øre of unfairness for the displaced units of each person."""
    rules, prices = timetable.problem.programme.rules, timetable.problem.programme.prices
    if rules.fair_hours is None or not prices.unfair_oere:
        return np.zeros(len(units), dtype=np.int64)
    # hours above the limit x price, rounded half up, in exact integers
    fair, per_hour = rules.fair_hours, timetable.units_per_second * SECONDS_PER_HOUR
    above = np.maximum(units * fair.denominator - fair.numerator * per_hour, 0)
    whole = 2 * per_hour * fair.denominator
    return (2 * above * prices.unfair_oere + whole // 2) // whole


def total_oere(timetable: Timetable, sessions: Iterable[Placed]) -> int:
    """The total of a plan, exactly as `planning-problem.md` counts it."""
    units = np.zeros(len(timetable.problem.people), dtype=np.int64)
    total, served = 0, 0
    for placed in sessions:
        total += session_oere(timetable, placed)
        served += len(placed.people)
        half_days = half_days_of(timetable, placed.module, placed.start)
        units[list(placed.people)] += timetable.displaced_units[list(placed.people), half_days].sum(
            axis=1
        )
    left_out = sum(int(table.needs.sum()) for table in timetable.modules) - served
    unserved = left_out * timetable.problem.programme.prices.unserved_oere
    return total + int(unfair_oere(timetable, units).sum()) + unserved


def in_order(timetable: Timetable, sessions: Iterable[Placed]) -> tuple[Placed, ...]:
    """Sessions by date, then module, room and people: one order for one plan."""

    def key(placed: Placed) -> tuple[int, int, int, tuple[int, ...]]:
        first = int(timetable.modules[placed.module].starts[placed.start])
        return first, placed.module, placed.room, placed.people

    return tuple(sorted(sessions, key=key))
