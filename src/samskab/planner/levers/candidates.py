"""The levers of a problem: which are there to be weighed.

Days of facilitators and meetings are many: of them, those come in that promise most beside a plan,
by what is known at once. The bound's prices weigh them all the same afterwards.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC

import numpy as np

from samskab.common.busy import Busy, BusyKind
from samskab.planner.levers.lever import (
    FacilitatorDay,
    FacilitatorWeek,
    FreedFromPair,
    GroupSeat,
    Lever,
    LongerByAWeek,
    Meeting,
    RoomSeat,
    Shorter,
    UnitLimit,
)
from samskab.planner.model.plan import Plan
from samskab.planner.plan_view import PlanView
from samskab.planner.timetable import Bools, Floats, Timetable

MOST_OF_A_KIND = 12
MOST_DAYS_OF_ONE = 3
OPEN_DAYS = 5
"""Of a week."""


def candidates(timetable: Timetable, plan: Plan) -> tuple[Lever, ...]:
    """Every lever that is worth its weighing.

    Args:
        timetable: of the problem.
        plan: one of the problem that keeps every rule.
    """
    return (
        *facilitator_days(timetable),
        *_limits(timetable),
        *meetings(timetable, plan),
        *_pairs(timetable),
    )


def _limits(timetable: Timetable) -> Iterator[Lever]:
    """What there are few of: all that can make a difference."""
    problem, modules = timetable.problem, timetable.problem.programme.modules
    for facilitator in problem.facilitators:
        if (facilitator.max_days_per_week or OPEN_DAYS) < OPEN_DAYS:
            yield FacilitatorWeek(facilitator.id)
    needed = [table for table in timetable.modules if table.needs.any()]
    roomiest = max((room.capacity for room in problem.rooms), default=0)
    for table in needed:
        if not table.in_person or table.module.group_max < roomiest:
            yield GroupSeat(table.module.id)
    largest = max((table.module.group_max for table in needed if table.in_person), default=0)
    yield from (RoomSeat(room.id) for room in problem.rooms if room.capacity < largest)
    sizes = np.bincount(timetable.unit_of, minlength=len(timetable.units))
    for unit, most, size in zip(timetable.units, timetable.away_limit, sizes, strict=True):
        if most < size:
            yield UnitLimit(unit)
    yield LongerByAWeek()
    yield from (Shorter(module.id) for module in modules if module.half_days > 1)


def _pairs(timetable: Timetable) -> Iterator[Lever]:
    """Freeing either of two is the same; of more, it is one or another."""
    for party in timetable.problem.parties:
        people = party.people[:1] if len(party.people) == 2 else party.people  # noqa: PLR2004
        yield from (FreedFromPair(party.id, person) for person in people)


def meetings(timetable: Timetable, plan: Plan) -> tuple[Lever, ...]:
    """The meetings that cost a plan most where sessions displace them.

    A meeting is one span that stands alike in the calendars of those who attend it.
    """
    problem = timetable.problem
    view = PlanView(problem, plan)
    holders: dict[Busy, list[str]] = defaultdict(list)
    value: dict[Busy, float] = defaultdict(float)
    weight = {BusyKind.BUSY: 1.0, BusyKind.TENTATIVE: float(problem.programme.prices.tentative)}
    for person in problem.people:
        for span in person.busy:
            holders[span].append(person.id)
        for session in view.sessions_of_person.get(person.id, ()):
            for span, start, end in view.touched(person.busy, session):
                hours = (end.astimezone(UTC) - start.astimezone(UTC)).total_seconds() / 3600
                value[span] += hours * weight.get(span.kind, 0.0) * person.hourly_value_oere
    dearest = sorted((span for span in value if value[span] > 0), key=lambda s: (-value[s], s))
    return tuple(Meeting(span, tuple(holders[span])) for span in dearest[:MOST_OF_A_KIND])


def facilitator_days(timetable: Timetable) -> tuple[Lever, ...]:
    """The days on which a facilitator who is not free would be most welcome.

    That is, where she would lead for less than whoever is free, or where nobody is, for as many
    as could come.
    """
    taken = _taken_days(timetable)
    promise: dict[tuple[int, int], float] = defaultdict(float)
    for module, table in enumerate(timetable.modules):
        for (facilitator, start), gain in np.ndenumerate(_welcome(timetable, module)):
            first = int(table.starts[start])
            spent = range(first // 2, (first + table.module.half_days - 1) // 2 + 1)
            lifted = [day for day in spent if taken[facilitator, day]]
            if gain > 0 and len(lifted) == 1:
                key = facilitator, lifted[0]
                promise[key] = max(promise[key], gain)
    chosen: list[Lever] = []
    count: dict[int, int] = defaultdict(int)
    for facilitator, day in sorted(promise, key=lambda key: (-promise[key], key)):
        if count[facilitator] < MOST_DAYS_OF_ONE and len(chosen) < MOST_OF_A_KIND:
            count[facilitator] += 1
            morning, afternoon = timetable.grid.half_days[2 * day : 2 * day + 2]
            name = timetable.problem.facilitators[facilitator].id
            since, until = morning.start.astimezone(UTC), afternoon.end.astimezone(UTC)
            chosen.append(FacilitatorDay(name, morning.day, since, until))
    return tuple(chosen)


def _taken_days(timetable: Timetable) -> Bools:
    """[F, days of the grid] whether a facilitator has any busy time in the day's half-days."""
    facilitators, grid = timetable.problem.facilitators, timetable.grid
    taken = np.zeros((len(facilitators), len(grid.days)), dtype=np.bool_)
    times = [(one.start.astimezone(UTC), one.end.astimezone(UTC)) for one in grid.half_days]
    for number, facilitator in enumerate(facilitators):
        for half_day, (start, end) in enumerate(times):
            taken[number, half_day // 2] |= any(
                span.start < end and start < span.end for span in facilitator.busy
            )
    return taken


def _welcome(timetable: Timetable, module: int) -> Floats:
    """[F, S] øre that a facilitator could save at a start where she is not free, at most."""
    table = timetable.modules[module]
    problem, asked = timetable.problem, table.module.facilitators
    fee = np.array([f.fee_per_half_day_oere for f in problem.facilitators], dtype=np.float64)
    fee *= table.module.half_days
    welcome = np.zeros(table.facilitators.shape)
    if not asked or not len(fee):
        return welcome
    free = np.sort(np.where(table.facilitators, fee[:, None], np.inf), axis=0)
    last = free[asked - 1] if len(fee) >= asked else np.full(free.shape[1], np.inf)
    fees = fee[[table.module.id in one.modules for one in problem.facilitators]]
    dearest = 2 * float(fees.max(initial=0.0))
    others = (free < np.inf).sum(axis=0) >= asked - 1  # with her there are enough
    crowd = np.minimum(table.open.sum(axis=0) / table.module.group_max, 1.0)
    for facilitator, one in enumerate(problem.facilitators):
        if table.module.id in one.modules:
            saved = np.minimum(last, dearest) - fee[facilitator]
            saved = np.where(table.facilitators[facilitator] | ~others, 0.0, saved)
            welcome[facilitator] = np.maximum(saved, 0.0) * crowd
    return welcome
