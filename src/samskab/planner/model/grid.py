"""The half-days of a programme, and where sessions of each length can start."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar
from zoneinfo import ZoneInfo

from samskab.planner.model.programme import Programme

if TYPE_CHECKING:  # pages of the browser door stand on this file, and numpy is slow to load
    import numpy as np
    import numpy.typing as npt

SATURDAY = 5
WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class HalfDay:
    """A morning or an afternoon of an open day.

    Attributes:
        index: its place among the grid's half-days; even for mornings, odd for afternoons.
        start, end: aware, in the programme's time zone.
    """

    index: int
    day: date
    start: datetime
    end: datetime

    @property
    def is_morning(self) -> bool:
        """Whether it is `am`."""
        return self.index % 2 == 0


class Grid:
    """Every half-day of the horizon: Monday to Friday, not closed, two a day, in order."""

    def __init__(self, programme: Programme) -> None:
        self.zone = ZoneInfo(programme.timezone)
        self.days = _open_days(programme)
        self.half_days = tuple(
            HalfDay(2 * d + p, day, self._at(day, part[0]), self._at(day, part[1]))
            for d, day in enumerate(self.days)
            for p, part in enumerate((programme.morning, programme.afternoon))
        )

    def starts(self, length: int) -> tuple[int, ...]:
        """Indices of the half-days in which a session of `length` half-days (1, 2 or 4) may start.

        One half-day starts anywhere; a day in the morning; two days in the morning of a day whose
        next calendar day is open too.
        """
        if length == 1:
            return tuple(range(len(self.half_days)))
        if length == 2:  # noqa: PLR2004
            return tuple(range(0, len(self.half_days), 2))
        return tuple(
            2 * d
            for d, (day, following) in enumerate(zip(self.days, self.days[1:], strict=False))
            if following - day == timedelta(days=1)
        )

    @cached_property
    def index_of_start(self) -> dict[datetime, int]:
        """UTC instant at which a half-day starts -> its index."""
        return {half_day.start.astimezone(UTC): half_day.index for half_day in self.half_days}

    def _at(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, self.zone)


def _open_days(programme: Programme) -> tuple[date, ...]:
    count = (programme.last_day - programme.first_day).days + 1
    days = (programme.first_day + timedelta(days=d) for d in range(count))
    return tuple(d for d in days if d.weekday() < SATURDAY and d not in programme.closed)


Days = TypeVar("Days", int, "npt.NDArray[np.int64]")


def iso_week(ordinal: Days) -> Days:
    """A number for the ISO week (Monday to Sunday) of a day's proleptic ordinal, or of many."""
    return (ordinal - 1) // WEEK_DAYS
