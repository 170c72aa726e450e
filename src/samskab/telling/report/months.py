"""The sessions on a calendar: months of open and closed weekdays."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from samskab.planner.model.grid import SATURDAY
from samskab.planner.model.plan import Session
from samskab.telling.report.figures import Figures


@dataclass(frozen=True, slots=True)
class Held:
    """One day of one session.

    Attributes:
        number: the session's place in the plan in order of time, from 1.
        day_number, days: which of how many days of the session.
    """

    number: int
    session: Session
    day_number: int
    days: int


@dataclass(frozen=True, slots=True)
class Day:
    """A weekday of the calendar.

    Attributes:
        closed: why nothing is held; None on an open day.
    """

    date: date
    closed: str | None
    held: tuple[Held, ...]

    @property
    def column(self) -> int:
        """Monday 1 to Friday 5."""
        return self.date.isoweekday()


@dataclass(frozen=True, slots=True)
class Month:
    """The weekdays of one month, in order."""

    first: date
    days: tuple[Day, ...]

    @property
    def is_idle(self) -> bool:
        """Whether nothing is held in it."""
        return not any(day.held for day in self.days)


def sessions_in_time(figures: Figures) -> tuple[Session, ...]:
    """The plan's sessions by start, then module, then id."""
    return tuple(sorted(figures.plan.sessions, key=lambda each: (each.start, each.module, each.id)))


def months_of(figures: Figures) -> tuple[Month, ...]:
    """Every month from the first session's to the last one's."""
    held = _held_by_day(figures)
    if not held:
        return ()
    closed = figures.problem.programme.closed
    months = []
    for first in _firsts(min(held), max(held)):
        days = tuple(
            Day(day, closed.get(day), tuple(held.get(day, ()))) for day in _weekdays(first)
        )
        months.append(Month(first, days))
    return tuple(months)


def _held_by_day(figures: Figures) -> dict[date, list[Held]]:
    held: defaultdict[date, list[Held]] = defaultdict(list)
    for number, session in enumerate(sessions_in_time(figures), start=1):
        days = sorted({half_day.day for half_day in figures.half_days_of(session)})
        for day_number, day in enumerate(days, start=1):
            held[day].append(Held(number, session, day_number, len(days)))
    return dict(held)


def _firsts(start: date, end: date) -> Iterator[date]:
    first = start.replace(day=1)
    while first <= end:
        yield first
        first = (first + timedelta(days=31)).replace(day=1)


def _weekdays(first: date) -> Iterator[date]:
    day = first
    while day.month == first.month:
        if day.weekday() < SATURDAY:
            yield day
        day += timedelta(days=1)
