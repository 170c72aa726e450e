"""Tolls: what a scarce facilitator or place costs beyond its price, while the bound sees to it.

In every plan a facilitator leads at most one session in a half-day and works at most so many days
in a week; a place has so many free rooms; so many sessions are held at once. Each of these is a row

    sum of its uses <= limit

and a toll t >= 0 on every use, with t * limit taken off the bound, is its multiplier. A day holds
two half-days, so a facilitator's weekly days become twice as many half-days: that relaxes the rule
where half-day sessions stand alone, and is exact for whole days. Sessions of two days have a row of
their own: three days in a week hold one of them, though three half of one.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.offers import NEVER, Offers
from samskab.planner.timetable import Timetable

Ints = npt.NDArray[np.int64]

OPEN_DAYS = 5
HALF_DAYS_OF_TWO_DAYS = 4
LARGEST_TOLL = 1 << 31
"""Øre; sums of many still fit in 64 bits."""


@dataclass(frozen=True, slots=True, eq=False)
class Limits:
    """How much there is of everything that tolls are taken on; NEVER where there is no limit.

    Attributes:
        week: [H] the ISO week of each half-day, numbered from 0.
        facilitator_week: [F, W] half-days.
        place: [Z, H] rooms that are free.
        at_once: sessions at the same time.
        two_days: [F, W] sessions of two days.
    """

    week: Ints
    facilitator_week: Ints
    place: Ints
    at_once: int
    two_days: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Tolls:
    """Øre per use.

    Attributes:
        facilitator: [F, H] of leading in a half-day.
        facilitator_week: [F, W] of each half-day led in a week.
        place: [Z, H] of a room there, per half-day.
        at_once: [H] of a session.
        two_days: [F, W] of leading a session of two days.
    """

    facilitator: Ints
    facilitator_week: Ints
    place: Ints
    at_once: Ints
    two_days: Ints


def limits_of(timetable: Timetable) -> Limits:
    """The limits that every plan keeps."""
    problem = timetable.problem
    weeks = [half_day.day.isocalendar()[:2] for half_day in timetable.grid.half_days]
    names = sorted(set(weeks))
    half_days = [
        NEVER if one.max_days_per_week is None else 2 * one.max_days_per_week
        for one in problem.facilitators
    ]
    days = [min(one.max_days_per_week or OPEN_DAYS, OPEN_DAYS) for one in problem.facilitators]
    at_once = problem.programme.rules.parallel_sessions
    return Limits(
        week=np.array([names.index(week) for week in weeks], dtype=np.int64),
        facilitator_week=np.repeat(
            np.array(half_days, dtype=np.int64)[:, None], len(names), axis=1
        ),
        place=_rooms_at_places(timetable),
        at_once=NEVER if at_once is None else at_once,
        two_days=np.repeat(np.array(days, dtype=np.int64)[:, None] // 2, len(names), axis=1),
    )


def _rooms_at_places(timetable: Timetable) -> Ints:
    """[Z, H] rooms that any session that covers the half-day could stand in."""
    usable = np.zeros((len(timetable.room_place), len(timetable.grid.half_days)), dtype=np.bool_)
    for table in timetable.modules:
        for offset in range(table.module.half_days):
            usable[:, table.starts + offset] |= table.rooms
    count = np.zeros((len(timetable.places), usable.shape[1]), dtype=np.int64)
    np.add.at(count, timetable.room_place, usable)
    return count


def tolled_prices(offers: Offers, tolls: Tolls, week: Ints) -> tuple[Ints, list[Ints]]:
    """What sessions cost with tolls.

    Returns:
        ([F, S] fees of each facilitator, by tariff [Z, S] prices); NEVER where there is none.
    """
    per_half_day = tolls.facilitator + tolls.facilitator_week[:, week]
    fees = offers.fees + per_half_day[:, offers.covered].sum(axis=-1)
    if takes_two_days(offers):
        fees = fees + tolls.two_days[:, week[offers.covered[:, 0]]]
    least = np.sort(fees, axis=0)[: offers.leaders].sum(axis=0) + _session_tolls(offers, tolls)
    return fees, [
        np.where(tariff.exists, np.minimum(tariff.rent, NEVER) + least, NEVER)
        for tariff in offers.tariffs
    ]


def takes_two_days(offers: Offers) -> bool:
    """Whether a session is of two days: no week-end between them, so both are in one week."""
    return bool(offers.covered.shape[1] == HALF_DAYS_OF_TWO_DAYS)


def lowest_price(prices: list[Ints]) -> int:
    """Of the cheapest session; 0 where there is none."""
    lowest = min((int(price.min()) for price in prices), default=NEVER)
    return lowest if lowest < NEVER else 0


def _session_tolls(offers: Offers, tolls: Tolls) -> Ints:
    """[S] or [Z, S] tolls on a session whoever leads it."""
    at_once = tolls.at_once[offers.covered].sum(axis=-1)
    if not offers.in_person:
        return np.asarray(at_once)
    return np.asarray(at_once + tolls.place[:, offers.covered].sum(axis=-1))


def allowed_tolls(limits: Limits, wished: Tolls) -> Tolls:
    """The same tolls, none below 0, none where there is no limit, none beyond what fits."""

    def kept(tolls: Ints, limit: Ints | int) -> Ints:
        return np.where(np.asarray(limit) < NEVER, np.clip(tolls, 0, LARGEST_TOLL), 0)

    return Tolls(
        facilitator=kept(wished.facilitator, 1),
        facilitator_week=kept(wished.facilitator_week, limits.facilitator_week),
        place=kept(wished.place, limits.place),
        at_once=kept(wished.at_once, limits.at_once),
        two_days=kept(wished.two_days, limits.two_days),
    )


def returned(limits: Limits, tolls: Tolls) -> int:
    """All tolls times their limits: what they can bring in at most, and the bound gives back."""
    limited = limits.facilitator_week < NEVER
    weekly = tolls.facilitator_week[limited] * limits.facilitator_week[limited]
    at_once = int(tolls.at_once.sum()) * limits.at_once if limits.at_once < NEVER else 0
    others = (tolls.place * limits.place).sum() + (tolls.two_days * limits.two_days).sum()
    return int(tolls.facilitator.sum()) + int(weekly.sum()) + int(others) + at_once
