"""A month as weeks of days."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from samskab.web.plans.models import PlannedSession


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the page, and the sessions that begin on it."""

    day: date
    is_of_month: bool
    sessions: tuple[PlannedSession, ...]


def weeks_of(month: date, sessions: list[PlannedSession]) -> list[list[Day]]:
    """Monday to Friday of each week that touches a month, the weekend where something is held.

    Args:
        month: any day of it.
        sessions: that begin in it, in time.
    """
    begins: dict[date, list[PlannedSession]] = {}
    for session in sessions:
        begins.setdefault(timezone.localdate(session.start), []).append(session)
    last = max((day.weekday() for day in begins), default=4)
    return [
        [
            Day(day, day.month == month.month, tuple(begins.get(day, ())))
            for day in week[: max(last, 4) + 1]
        ]
        for week in Calendar().monthdatescalendar(month.year, month.month)
        if any(day.month == month.month and day.weekday() <= max(last, 4) for day in week)
    ]
