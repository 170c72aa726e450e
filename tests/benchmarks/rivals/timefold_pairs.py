"""How two sessions of one person go together, as one number: what Timefold looks up."""

import numpy as np

from samskab.planner.model.grid import WEEK_DAYS
from samskab.planner.timetable import Bools, Ints, ModuleTable, Timetable

FOLLOWS, NEAR, BROKEN = -1, 100, 10_000
"""As in `timefold_model.itinerary`."""


def beside(timetable: Timetable, one: int, other: int) -> Ints:
    """[S, T] for each start of one module and each of another; 0 for a module and itself."""
    a, b = timetable.modules[one], timetable.modules[other]
    if one == other:
        return np.zeros((len(a.starts), len(b.starts)), dtype=np.int64)
    near = _near(a, b)
    broken = _touch(a, b) | (near & (_union(a, b) > _days_per_week(timetable)))
    found = NEAR * near.astype(np.int64)
    if other in timetable.comes_after[one]:
        broken |= ~_in_order(b, a).T
        found += FOLLOWS
    return found + BROKEN * broken.astype(np.int64)


def _touch(a: ModuleTable, b: ModuleTable) -> Bools:
    first, end = a.starts[:, None], a.starts[:, None] + a.module.half_days
    touch: Bools = (first < b.starts + b.module.half_days) & (b.starts < end)
    return touch


def _near(a: ModuleTable, b: ModuleTable) -> Bools:
    """Whether some seven days hold a day of both."""
    apart = np.maximum(a.first_day[:, None] - b.last_day, b.first_day - a.last_day[:, None])
    near: Bools = apart < WEEK_DAYS
    return near


def _union(a: ModuleTable, b: ModuleTable) -> Ints:
    """[S, T] most days of both in any seven; days that both have count once."""
    most = np.zeros((len(a.starts), len(b.starts)), dtype=np.int64)
    for s in range(len(a.starts)):
        days_a = range(int(a.first_day[s]), int(a.last_day[s]) + 1)
        for t in range(len(b.starts)):
            days = {*days_a, *range(int(b.first_day[t]), int(b.last_day[t]) + 1)}
            most[s, t] = max(sum(f <= day < f + WEEK_DAYS for day in days) for f in days)
    return most


def _in_order(earlier: ModuleTable, later: ModuleTable) -> Bools:
    """[earlier's starts, later's starts]: whether `after` and its gaps are kept."""
    gap = later.first_day - earlier.last_day[:, None]
    most = later.module.gap_days_max
    ends = earlier.starts[:, None] + earlier.module.half_days
    kept: Bools = (later.starts >= ends) & (gap >= later.module.gap_days_min)
    return kept if most is None else kept & (gap <= most)


def _days_per_week(timetable: Timetable) -> int:
    return timetable.problem.programme.rules.max_days_per_week
