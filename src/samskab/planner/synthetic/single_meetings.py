"""Meetings that happen once: they fill each calendar up to what its owner's role is known for."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from itertools import count

import numpy as np

from samskab.planner.synthetic.diaries import Diaries, HalfDays
from samskab.planner.synthetic.meeting import Meeting, Show
from samskab.planner.synthetic.municipality import Leader, Municipality, Role

SHARE_TOUCHED = {
    Role.MAYOR: 0.85,
    Role.MUNICIPAL_DIRECTOR: 0.86,
    Role.DIRECTOR: 0.80,
    Role.CHIEF: 0.60,
    Role.UNIT_LEADER: 0.35,
}
"""Half-days with any meeting, on average; a person is some points above or below."""

SPREAD = 0.04
ON_TOP = {
    Role.MAYOR: 0.6,
    Role.MUNICIPAL_DIRECTOR: 0.6,
    Role.DIRECTOR: 0.5,
    Role.CHIEF: 0.3,
    Role.UNIT_LEADER: 0.15,
}
"""Further meetings per half-day that is touched already."""

EVENINGS_A_WEEK = {Role.MAYOR: 0.6, Role.MUNICIPAL_DIRECTOR: 0.3, Role.DIRECTOR: 0.25}
TENTATIVE = 0.31
FREE_A_WEEK = 0.15
BIRTHDAYS = 0.5
"""Part of the free entries that are birthdays; the others are reminders."""

WEEKDAY_WEIGHTS = (1.0, 1.2, 1.15, 1.2, 0.5)
MINUTES = (30, 45, 60, 60, 60, 90, 90, 120, 150, 180, 210)
TITLES = (
    "Statusmøde",
    "Samtale",
    "Borgermøde",
    "Tilsyn",
    "Ansættelsesudvalg",
    "MED-udvalg",
    "Besøg",
    "Opfølgning",
    "Styregruppe",
    "Økonomiopfølgning",
    "Forældremøde",
    "Leverandørmøde",
    "Workshop",
    "Dialogmøde",
    "Interview",
)


def hold_single_meetings(
    municipality: Municipality, diaries: Diaries, chance: np.random.Generator
) -> None:
    """Book meetings until everybody's share of touched half-days is what it should be."""
    weights = np.array([WEEKDAY_WEIGHTS[start.weekday()] for start in diaries.half_days.starts])
    for leader in municipality.leaders:
        owner, numbers = leader.person.id, count(1)
        for half_day in _wanted(leader, diaries.touched(owner), weights, chance):
            uid = f"{owner}-{next(numbers)}"
            diaries.book(_meeting(uid, half_day, diaries.half_days, chance), owner)
        for meeting in _beside_the_half_days(leader, diaries.half_days, chance):
            diaries.book(meeting, owner)


def _wanted(
    leader: Leader,
    touched: np.typing.NDArray[np.bool_],
    weights: np.typing.NDArray[np.float64],
    chance: np.random.Generator,
) -> list[int]:
    """Half-days for her meetings: untouched ones up to her share, then some with others in."""
    share = float(np.clip(chance.normal(SHARE_TOUCHED[leader.role], SPREAD), 0.05, 0.96))
    missing = max(round(share * len(touched)) - int(touched.sum()), 0)
    open_ones = np.flatnonzero(~touched)
    odds = weights[open_ones] / weights[open_ones].sum() if len(open_ones) else None
    filled = chance.choice(open_ones, size=missing, replace=False, p=odds)
    already = np.concatenate([np.flatnonzero(touched), filled])
    on_top = already[chance.random(len(already)) < ON_TOP[leader.role]]
    return [int(i) for i in np.concatenate([filled, on_top])]


def _meeting(uid: str, index: int, half_days: HalfDays, chance: np.random.Generator) -> Meeting:
    """Within the lunch hours of its half-day, so that it touches no other."""
    begins, minutes, title, tentative = chance.random(4)
    start = half_days.starts[index] + timedelta(minutes=30 * int(begins * 6))
    length = timedelta(minutes=MINUTES[int(minutes * len(MINUTES))])
    end = min(start + length, half_days.ends[index] + timedelta(minutes=30))
    show = Show.TENTATIVE if tentative < TENTATIVE else Show.BUSY
    return Meeting(uid, TITLES[int(title * len(TITLES))], start, end, show)


def _beside_the_half_days(
    leader: Leader, half_days: HalfDays, chance: np.random.Generator
) -> Iterator[Meeting]:
    """Evenings, birthdays and reminders: in the calendar, but in nobody's way."""
    owner, weeks = leader.person.id, len(half_days) / 10
    evenings = chance.poisson(EVENINGS_A_WEEK.get(leader.role, 0.0) * weeks)
    for k, d in enumerate(chance.integers(len(half_days.days), size=evenings)):
        start = datetime.combine(half_days.days[int(d)], time(19))
        yield Meeting(f"evening-{owner}-{k + 1}", "Aftenmøde", start, start + timedelta(hours=2))
    free = chance.poisson(FREE_A_WEEK * weeks)
    for k, d in enumerate(chance.integers(len(half_days.days), size=free)):
        midnight = datetime.combine(half_days.days[int(d)], time())
        uid, birthday = f"free-{owner}-{k + 1}", bool(chance.random() < BIRTHDAYS)
        if birthday:
            end = midnight + timedelta(days=1)
            yield Meeting(uid, "Fødselsdag", midnight, end, Show.FREE, all_day=True)
        else:
            start = midnight + timedelta(hours=11)
            yield Meeting(uid, "Husk frist", start, start + timedelta(minutes=30), Show.FREE)
