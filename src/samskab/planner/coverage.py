"""How much of each half-day the time in calendars covers."""

from datetime import UTC, datetime

import numpy as np
import numpy.typing as npt

from samskab.common.busy import Busy, BusyKind
from samskab.planner.model.grid import Grid

Seconds = npt.NDArray[np.int64]


def seconds_under(
    grid: Grid, calendars: list[tuple[Busy, ...]]
) -> tuple[Seconds, Seconds, Seconds]:
    """Seconds of each half-day under hard, busy and tentative time: three arrays [owner, H]."""
    starts = _instants([half_day.start for half_day in grid.half_days])
    ends = _instants([half_day.end for half_day in grid.half_days])
    seconds = {kind: np.zeros((len(calendars), len(starts)), dtype=np.int64) for kind in BusyKind}
    for owner, calendar in enumerate(calendars):
        if not calendar or not len(starts):
            continue
        begin, finish = _instants([b.start for b in calendar]), _instants([b.end for b in calendar])
        low, high = np.searchsorted(ends, begin, "right"), np.searchsorted(starts, finish, "left")
        for span in range(len(calendar)):
            touched = slice(low[span], high[span])
            seconds[calendar[span].kind][owner, touched] += np.minimum(
                ends[touched], finish[span]
            ) - np.maximum(starts[touched], begin[span])
    return seconds[BusyKind.HARD], seconds[BusyKind.BUSY], seconds[BusyKind.TENTATIVE]


def _instants(moments: list[datetime]) -> Seconds:
    return np.array([int(moment.astimezone(UTC).timestamp()) for moment in moments], dtype=np.int64)


def seconds_taken(grid: Grid, calendars: list[tuple[Busy, ...]]) -> Seconds:
    """Seconds of each half-day that are not free, whatever their kind: [owner, H]."""
    hard, busy, tentative = seconds_under(grid, calendars)
    return hard + busy + tentative
