"""How late a module may end, so that those that come after it find dates too."""

from samskab.planner.timetable import Timetable

Easings = tuple[float, ...]
WIDE: Easings = (2.0, 2.5)
NARROW: Easings = (1.0, 1.2, 1.5, 2.0)
"""Wide shares let cheap facilitators lead more, but leave more people without a date at first."""


def deadlines(timetable: Timetable, module: int, easings: Easings) -> list[int]:
    """Ordinals of ever later last days for a module: its eased share of the horizon first.

    The share is the part of the time between the earliest and the latest day that the module's
    place in the longest chain through it gives: one of three by a third. The last is the latest
    day that leaves those that come after it any date. Fixed cohorts need one date for all of their
    people at once: their modules keep to narrow shares.
    """
    table = timetable.modules[module]
    if not len(table.starts):
        return []
    latest, earliest = _latest(timetable, module), _earliest(timetable, module)
    done, left = _depth(timetable, module) + 1, _height(timetable, module)
    share = max(latest - earliest, 0) * done / (done + left)
    if any(module in track for track in timetable.tracks):
        easings = NARROW
    eased = [min(earliest + round(share * easing), latest) for easing in easings]
    return [*dict.fromkeys((*eased, latest))]


def _latest(timetable: Timetable, module: int) -> int:
    """The last day on which a session can end and each module after it still be taken."""
    table = timetable.modules[module]
    latest = int(table.last_day[-1]) if len(table.starts) else 0
    for later in timetable.leads_to[module]:
        following = timetable.modules[later]
        in_time = following.first_day[following.last_day <= _latest(timetable, later)]
        if len(in_time):
            latest = min(latest, int(in_time[-1]) - following.module.gap_days_min)
    return latest


def _earliest(timetable: Timetable, module: int) -> int:
    """The first day on which a session can end after all that it comes after."""
    table = timetable.modules[module]
    if not len(table.starts):
        return timetable.problem.programme.first_day.toordinal()
    first = int(table.first_day[0])
    for before in timetable.comes_after[module]:
        first = max(first, _earliest(timetable, before) + table.module.gap_days_min)
    return first + table.days - 1


def _depth(timetable: Timetable, module: int) -> int:
    return max((_depth(timetable, m) + 1 for m in timetable.comes_after[module]), default=0)


def _height(timetable: Timetable, module: int) -> int:
    return max((_height(timetable, m) + 1 for m in timetable.leads_to[module]), default=0)
