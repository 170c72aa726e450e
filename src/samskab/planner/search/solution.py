"""A plan in indexes of a timetable: what the search moves about."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

import numpy as np

from samskab.planner.model.plan import Cost
from samskab.planner.search.placed import ONLINE, Placed
from samskab.planner.search.published_seats import PublishedSeats
from samskab.planner.timetable import SECONDS_PER_HOUR, Ints, Timetable

__all__ = [
    "NOWHERE",
    "ONLINE",
    "Ledger",
    "Placed",
    "Solution",
    "cost_of",
    "half_days_of",
    "in_order",
    "session_cost",
    "unfair_oere",
]
NOWHERE = -1


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


def session_cost(timetable: Timetable, placed: Placed) -> Cost:
    """What one session costs with its people; unfairness is the whole plan's."""
    table = timetable.modules[placed.module]
    problem, half_days = timetable.problem, table.module.half_days
    people = list(placed.people)
    rent = travel = 0
    if placed.room != ONLINE:
        rent = problem.rooms[placed.room].price_per_half_day_oere
        place = timetable.room_place[placed.room]
        travel = int(timetable.travel[table.days - 1, people, place].sum())
    fees = sum(problem.facilitators[f].fee_per_half_day_oere for f in placed.facilitators)
    return Cost(
        facilitation=half_days * fees,
        rooms=half_days * rent,
        materials=len(people) * table.module.materials_oere,
        travel=travel,
        displacement=int(table.displacement[people, placed.start].sum()),
    )


def unfair_oere(timetable: Timetable, units: Ints) -> Ints:
    """Øre of unfairness for the displaced units of each person, in the shape of `units`."""
    rules, prices = timetable.problem.programme.rules, timetable.problem.programme.prices
    if rules.fair_hours is None or not prices.unfair_oere:
        return np.zeros_like(units)
    # hours above the limit x price, rounded half up, in exact integers
    fair, per_hour = rules.fair_hours, timetable.units_per_second * SECONDS_PER_HOUR
    above = np.maximum(units * fair.denominator - fair.numerator * per_hour, 0)
    whole = 2 * per_hour * fair.denominator
    return (2 * above * prices.unfair_oere + whole // 2) // whole


def cost_of(timetable: Timetable, sessions: Iterable[Placed]) -> Cost:
    """What a plan costs, item by item, exactly as `planning-problem.md` counts it."""
    items: Counter[str] = Counter()
    sessions = tuple(sessions)
    for placed in sessions:
        items.update(asdict(session_cost(timetable, placed)))
    left_out = timetable.needs - sum(len(placed.people) for placed in sessions)
    items["unfairness"] = int(unfair_oere(timetable, _displaced_units(timetable, sessions)).sum())
    items["unserved"] = left_out * timetable.problem.programme.prices.unserved_oere
    items["changes"] = PublishedSeats(timetable).changes_oere(sessions)
    return Cost(**items)


def _displaced_units(timetable: Timetable, sessions: Iterable[Placed]) -> Ints:
    """[P] what all sessions displace of each person."""
    units = np.zeros(len(timetable.problem.people), dtype=np.int64)
    for placed in sessions:
        people = list(placed.people)
        half_days = half_days_of(timetable, placed.module, placed.start)
        units[people] += timetable.displaced_units[people, half_days].sum(axis=1)
    return units


class Ledger:
    """What plans of one problem cost in all; a session that is in many of them is counted once."""

    def __init__(self, timetable: Timetable) -> None:
        self._timetable = timetable
        self._known: dict[Placed, int] = {}
        programme = timetable.problem.programme
        self._unserved_oere = programme.prices.unserved_oere
        self._fair = programme.rules.fair_hours is None or not programme.prices.unfair_oere
        self._published = PublishedSeats(timetable)

    def total(self, sessions: Sequence[Placed]) -> int:
        """Øre; the same as `cost_of` adds up to."""
        total = self._unserved_oere * self._timetable.needs
        known: dict[Placed, int] = {}
        for placed in sessions:
            cost = self._known.get(placed)
            if cost is None:
                cost = session_cost(self._timetable, placed).total
            known[placed] = cost
            total += cost - self._unserved_oere * len(placed.people)
        self._known = known
        total += self._published.changes_oere(sessions)
        if not self._fair:
            units = _displaced_units(self._timetable, sessions)
            total += int(unfair_oere(self._timetable, units).sum())
        return total


def in_order(timetable: Timetable, sessions: Iterable[Placed]) -> tuple[Placed, ...]:
    """Sessions by date, then module, room and people: one order for one plan."""

    def key(placed: Placed) -> tuple[int, int, int, tuple[int, ...]]:
        first = int(timetable.modules[placed.module].starts[placed.start])
        return first, placed.module, placed.room, placed.people

    return tuple(sorted(sessions, key=key))
