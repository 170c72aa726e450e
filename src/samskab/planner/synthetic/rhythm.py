"""Days in a steady rhythm: weekly or monthly series, with what real series meet on their way."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np

from samskab.planner.synthetic.meeting import Meeting, Series, Show
from samskab.planner.synthetic.settings import FIRST_DAY, Settings

WEEKS_BEFORE = 4
"""Series began before the horizon does, as they do in calendars that are in use."""

CANCELLED, MOVED = 0.05, 0.04
MORNINGS = 0.55
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR")
FRIDAY = 4


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the week.

    Attributes:
        weekday: 0 is Monday.
        clock: when it begins.
        minutes: how long it lasts.
    """

    weekday: int
    clock: time
    minutes: int


class Rhythm:
    """Makes the series of one municipality: none is held on a day it has closed."""

    def __init__(self, settings: Settings, closed: dict[date, str]) -> None:
        self._first = FIRST_DAY - timedelta(weeks=WEEKS_BEFORE)
        self._last = settings.last_day
        self._closed = closed
        self._chance = settings.chance("rhythm")

    def weekly(
        self, uid: str, title: str, slot: Slot, every: int = 1, show: Show = Show.BUSY
    ) -> Meeting:
        """A meeting every so many weeks, its first week drawn at random."""
        first = self._first + timedelta(days=slot.weekday)
        first += timedelta(weeks=int(self._chance.integers(every)))
        days = tuple(_every(first, self._last, timedelta(weeks=every)))
        interval = f"INTERVAL={every};" if every > 1 else ""
        rule = f"FREQ=WEEKLY;{interval}BYDAY={WEEKDAYS[slot.weekday]}"
        return self._series(uid, title, slot, show, (rule, days))

    def monthly(self, uid: str, title: str, slot: Slot, week: int) -> Meeting:
        """A meeting on the month's `week`-th such weekday; -1 is the last."""
        every_day = _every(self._first, self._last, timedelta(days=1))
        months = dict.fromkeys(day.replace(day=1) for day in every_day)
        days = (_nth(month, slot.weekday, week) for month in months)
        held = tuple(day for day in days if self._first <= day <= self._last)
        rule = f"FREQ=MONTHLY;BYDAY={week}{WEEKDAYS[slot.weekday]}"
        return self._series(uid, title, slot, Show.BUSY, (rule, held))

    def all_day(self, uid: str, title: str, weekday: int, show: Show) -> Meeting:
        """A whole day every week, closed or not."""
        first = self._first + timedelta(days=weekday)
        days = tuple(_every(first, self._last, timedelta(weeks=1)))
        start = datetime.combine(first, time())
        rule = f"FREQ=WEEKLY;BYDAY={WEEKDAYS[weekday]}"
        return Meeting(
            uid,
            title,
            start,
            start + timedelta(days=1),
            show,
            all_day=True,
            series=Series(rule, days),
        )

    def _series(
        self, uid: str, title: str, slot: Slot, show: Show, recurrence: tuple[str, tuple[date, ...]]
    ) -> Meeting:
        rule, days = recurrence
        drawn = self._chance.random(len(days))
        cancelled = frozenset(
            day for day, p in zip(days, drawn, strict=True) if day in self._closed or p < CANCELLED
        )
        start = datetime.combine(days[0], slot.clock)
        moved = {
            day: self._moved(day, slot.clock)
            for day, p in zip(days, drawn, strict=True)
            if day not in cancelled and p > 1 - MOVED
        }
        end = start + timedelta(minutes=slot.minutes)
        return Meeting(uid, title, start, end, show, series=Series(rule, days, cancelled, moved))

    def _moved(self, day: date, clock: time) -> datetime:
        """To the day after, or before where that is a weekend; an hour later where it is closed."""
        other = day + timedelta(days=-1 if day.weekday() == FRIDAY else 1)
        if other in self._closed:
            return datetime.combine(day, clock) + timedelta(hours=1)
        return datetime.combine(other, clock)


def random_slot(chance: np.random.Generator, minutes: int) -> Slot:
    """Monday to Thursday, mornings somewhat oftener, within the half-day."""
    morning = bool(chance.random() < MORNINGS)
    opens, closes = (8 * 60 + 30, 12 * 60) if morning else (12 * 60 + 30, 16 * 60)
    latest = max((closes - opens - minutes) // 30, 0)
    begins = opens + 30 * int(chance.integers(latest + 1))
    return Slot(int(chance.integers(4)), time(begins // 60, begins % 60), minutes)


def _every(first: date, last: date, step: timedelta) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += step


def _nth(month: date, weekday: int, week: int) -> date:
    if week > 0:
        return month + timedelta(days=(weekday - month.weekday()) % 7 + 7 * (week - 1))
    last = (month.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() - weekday) % 7)
