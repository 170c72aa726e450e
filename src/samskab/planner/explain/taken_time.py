"""Which half-days a calendar touches, by how firmly."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from datetime import UTC, date, datetime

from samskab.common.busy import Busy, BusyKind
from samskab.planner.model.grid import Grid


class TakenTime:
    """Looks calendars up in the half-days of a grid."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._starts = [half_day.start.astimezone(UTC) for half_day in grid.half_days]
        self._ends = [half_day.end.astimezone(UTC) for half_day in grid.half_days]

    def half_days(self, calendar: Iterable[Busy], kinds: Iterable[BusyKind]) -> set[int]:
        """The half-days that spans of some kinds touch."""
        wanted = frozenset(kinds)
        return {
            half_day
            for span in calendar
            if span.kind in wanted
            for half_day in self._touched(span.start, span.end)
        }

    def hard_runs(self, calendar: Iterable[Busy]) -> list[tuple[frozenset[int], tuple[date, ...]]]:
        """Hard time as people see it: open days in a row, each run with its half-days and days."""
        runs: list[tuple[set[int], list[date]]] = []
        last = None
        for index in sorted(self.half_days(calendar, (BusyKind.HARD,))):
            day = index // 2
            if last is None or day > last + 1:
                runs.append((set(), []))
            half_days, days = runs[-1]
            half_days.add(index)
            if day != last:
                days.append(self._grid.half_days[index].day)
            last = day
        return [(frozenset(half_days), tuple(days)) for half_days, days in runs]

    def _touched(self, start: datetime, end: datetime) -> range:
        """Half-days that overlap [start, end)."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))
