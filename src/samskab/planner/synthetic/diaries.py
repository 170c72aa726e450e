"""Everybody's calendar while it fills: the meetings in it and the half-days they touch."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, datetime

import numpy as np
import numpy.typing as npt

from samskab.planner.model.grid import Grid
from samskab.planner.synthetic.meeting import Meeting


class HalfDays:
    """The open half-days of a programme in local clock time."""

    def __init__(self, grid: Grid) -> None:
        self.days: Sequence[date] = grid.days
        self.starts = [half_day.start.replace(tzinfo=None) for half_day in grid.half_days]
        self.ends = [half_day.end.replace(tzinfo=None) for half_day in grid.half_days]

    def __len__(self) -> int:
        return len(self.starts)

    def touched_by(self, start: datetime, end: datetime) -> range:
        """Indices of the half-days that [start, end) overlaps."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))


class Diaries:
    """The calendars of people, facilitators and rooms, by the owner's id."""

    def __init__(self, half_days: HalfDays, owners: Iterable[str]) -> None:
        self.half_days = half_days
        self.meetings: dict[str, list[Meeting]] = {owner: [] for owner in owners}
        self._touched = {owner: np.zeros(len(half_days), dtype=bool) for owner in self.meetings}

    def book(self, meeting: Meeting, *owners: str) -> None:
        """Put a meeting into the calendars of everyone in it."""
        indices = self._indices(meeting)
        for owner in owners:
            self.meetings[owner].append(meeting)
            self._touched[owner][indices] = True

    def touched(self, owner: str) -> npt.NDArray[np.bool_]:
        """Whether each half-day overlaps time that the owner is not free; shape (half-days,)."""
        return self._touched[owner]

    def _indices(self, meeting: Meeting) -> list[int]:
        if not meeting.show.takes_time:
            return []
        return [i for start, end in meeting.times() for i in self.half_days.touched_by(start, end)]
