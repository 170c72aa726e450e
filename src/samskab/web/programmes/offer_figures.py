"""What a programme takes and costs, beside the same days as open courses away from home."""

from dataclasses import dataclass
from datetime import datetime, time
from fractions import Fraction

from samskab.common.money import half_up
from samskab.planner.model.programme import Programme

SECONDS_PER_HOUR = 3600
HALF_DAYS_PER_DAY = 2


@dataclass(frozen=True, slots=True)
class OpenCourses:
    """What open courses ask for one day of one person.

    Attributes:
        day_price_oere: the fee.
        travel_hours: there and back.
    """

    day_price_oere: int
    travel_hours: Fraction


@dataclass(frozen=True, slots=True)
class Figures:
    """A programme for so many people, at a price.

    Attributes:
        days: of one leader.
        hours: of one leader in sessions.
        sessions: how many there must be at least, all groups full.
        open_oere: what as many days of open courses cost for everybody.
        open_hours_away: of everybody: the same hours, and the road.
    """

    people: int
    days: Fraction
    hours: Fraction
    sessions: int
    price_oere: int
    open_oere: int
    open_hours_away: Fraction

    @property
    def all_hours(self) -> Fraction:
        """Of everybody, in sessions."""
        return self.hours * self.people

    @property
    def price_each_oere(self) -> int:
        """The price, for each leader."""
        return half_up(Fraction(self.price_oere, self.people))

    @property
    def open_each_oere(self) -> int:
        """The price of open courses, for each leader."""
        return half_up(Fraction(self.open_oere, self.people))

    @property
    def hours_saved(self) -> Fraction:
        """Of everybody, on the road."""
        return self.open_hours_away - self.all_hours


def figures_of(
    programme: Programme, people: int, price_oere: int, open_courses: OpenCourses
) -> Figures:
    """What a programme takes and costs.

    Args:
        programme: read by the engine, without a fault.
        people: who take all of its modules, one or more.
        price_oere: for everybody.
        open_courses: what to hold it against.
    """
    half_days = sum(module.half_days for module in programme.modules)
    days = Fraction(half_days, HALF_DAYS_PER_DAY)
    hours = half_days * _hours_of_half_day(programme)
    away = people * (hours + days * open_courses.travel_hours)
    return Figures(
        people=people,
        days=days,
        hours=hours,
        sessions=sum(-(-people // module.group_max) for module in programme.modules),
        price_oere=price_oere,
        open_oere=half_up(people * days * open_courses.day_price_oere),
        open_hours_away=away,
    )


def _hours_of_half_day(programme: Programme) -> Fraction:
    """The mean of a morning and an afternoon: which of them a session takes is not known yet."""
    return (_hours(*programme.morning) + _hours(*programme.afternoon)) / HALF_DAYS_PER_DAY


def _hours(start: time, end: time) -> Fraction:
    day = datetime(2000, 1, 3)  # noqa: DTZ001
    length = datetime.combine(day, end) - datetime.combine(day, start)
    return Fraction(int(length.total_seconds()), SECONDS_PER_HOUR)
