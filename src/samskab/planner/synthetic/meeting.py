"""A meeting as it stands in a calendar: once or in a series, shown as busy in one of five ways."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Show(StrEnum):
    """What a calendar shows of its owner's time."""

    BUSY = "busy"
    TENTATIVE = "tentative"
    HARD = "hard"
    FREE = "free"
    ELSEWHERE = "elsewhere"

    @property
    def takes_time(self) -> bool:
        """Whether the owner counts as busy at all."""
        return self not in {Show.FREE, Show.ELSEWHERE}


@dataclass(frozen=True, slots=True)
class Series:
    """How a meeting recurs.

    Attributes:
        rule: its RRULE without UNTIL.
        days: every day that the rule generates up to its end, in order.
        cancelled: those of them on which it is not held.
        moved: day -> the start it was moved to.
    """

    rule: str
    days: tuple[date, ...]
    cancelled: frozenset[date] = frozenset()
    moved: Mapping[date, datetime] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Meeting:
    """One entry of a calendar; several people may have the same.

    Attributes:
        uid: unique in the municipality.
        start, end: local clock times without a zone; of the first time where it is a series.
        all_day: from midnight to midnight; such a meeting is never a series with moves.
    """

    uid: str
    title: str
    start: datetime
    end: datetime
    show: Show = Show.BUSY
    all_day: bool = False
    series: Series | None = None

    def times(self) -> Iterator[tuple[datetime, datetime]]:
        """(start, end) of every time it is held, in local clock time."""
        if self.series is None:
            yield self.start, self.end
            return
        length, clock = self.end - self.start, self.start.time()
        for day in self.series.days:
            if day not in self.series.cancelled:
                start = self.series.moved.get(day) or datetime.combine(day, clock)
                yield start, start + length
