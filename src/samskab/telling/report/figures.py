"""The hours that a plan takes from people's calendars: exact, in whole seconds."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from functools import cached_property

from samskab.common.busy import Busy, BusyKind
from samskab.common.money import half_up
from samskab.planner.model.grid import Grid, HalfDay
from samskab.planner.model.plan import Plan, Session
from samskab.planner.model.problem import Person, Problem

SECONDS_PER_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds in sessions, by what the calendar held at the time."""

    free: int = 0
    tentative: int = 0
    busy: int = 0
    hard: int = 0

    def __add__(self, other: "Spent") -> "Spent":
        """Both together."""
        return Spent(
            self.free + other.free,
            self.tentative + other.tentative,
            self.busy + other.busy,
            self.hard + other.hard,
        )

    @property
    def displaced(self) -> int:
        """Seconds of meetings that give way, tentative ones in full."""
        return self.busy + self.tentative


@dataclass(frozen=True, slots=True)
class Attendance:
    """One person in one session.

    Attributes:
        spent: what each of `half_days` takes from her calendar.
    """

    person: Person
    session: Session
    half_days: tuple[HalfDay, ...]
    spent: tuple[Spent, ...]

    def value_oere(self, tentative: Fraction) -> int:
        """Øre of the meetings displaced, rounded half up as the plan's cost is.

        Args:
            tentative: weight of a tentative meeting, from 0 to 1.
        """
        whole = sum_of(self.spent)
        hours = (whole.busy + whole.tentative * tentative) / Fraction(SECONDS_PER_HOUR)
        return half_up(hours * self.person.hourly_value_oere)


class Figures:
    """Who is where when, and what it takes from their calendars."""

    def __init__(self, problem: Problem, plan: Plan) -> None:
        self.problem = problem
        self.plan = plan
        self.grid = Grid(problem.programme)
        self._starts = [_utc(half_day.start) for half_day in self.grid.half_days]

    @cached_property
    def attendances(self) -> tuple[Attendance, ...]:
        """Everybody's sessions, in the order of the plan's sessions."""
        people = {person.id: person for person in self.problem.people}
        return tuple(
            self._attendance(people[person], session)
            for session in self.plan.sessions
            for person in session.people
        )

    @cached_property
    def spent(self) -> Spent:
        """Everybody's hours together."""
        return sum_of(spent for one in self.attendances for spent in one.spent)

    def half_days_of(self, session: Session) -> tuple[HalfDay, ...]:
        """The half-days that a session fills, in order; the night between two days is none."""
        first = bisect_left(self._starts, _utc(session.start))
        last = bisect_left(self._starts, _utc(session.end))
        return self.grid.half_days[first:last]

    def _attendance(self, person: Person, session: Session) -> Attendance:
        half_days = self.half_days_of(session)
        return Attendance(
            person, session, half_days, tuple(_spent(person.busy, each) for each in half_days)
        )


def sum_of(parts: Iterable[Spent]) -> Spent:
    """All of them together."""
    return sum(parts, start=Spent())


def _spent(calendar: tuple[Busy, ...], half_day: HalfDay) -> Spent:
    start, end = _utc(half_day.start), _utc(half_day.end)
    seconds = dict.fromkeys(BusyKind, 0)
    for busy in _touching(calendar, start, end):
        covered = min(busy.end, end) - max(busy.start, start)
        seconds[busy.kind] += int(covered.total_seconds())
    return Spent(
        free=int((end - start).total_seconds()) - sum(seconds.values()),
        tentative=seconds[BusyKind.TENTATIVE],
        busy=seconds[BusyKind.BUSY],
        hard=seconds[BusyKind.HARD],
    )


def _touching(calendar: tuple[Busy, ...], start: datetime, end: datetime) -> Iterator[Busy]:
    first = bisect_right(calendar, start, key=lambda busy: busy.end)
    for busy in calendar[first:]:
        if busy.start >= end:
            return
        yield busy


def _utc(moment: datetime) -> datetime:
    return moment.astimezone(UTC)
