"""Rows about sessions: rooms, facilitators, how many at once, how many at least."""

from collections import Counter, defaultdict
from datetime import date

import numpy as np

from samskab.planner.whole.compact import Compact
from samskab.planner.whole.options import covered


def add_staff(compact: Compact) -> None:
    """All of them."""
    _limit_rooms(compact)
    _limit_parallel(compact)
    _count_sessions(compact)
    _lead(compact)
    _limit_leading(compact)


def _by_half_day(compact: Compact, options: list[int]) -> list[list[int]]:
    """The columns that open any of the options, for each half-day that one of them covers."""
    whole = compact.whole
    at: dict[int, list[int]] = defaultdict(list)
    for o in options:
        option = whole.options[o]
        for half_day in covered(whole.timetable.modules[option.module], option.start):
            at[half_day].append(compact.opens[o])
    return list(at.values())


def _limit_rooms(compact: Compact) -> None:
    of_rooms: dict[tuple[int, ...], list[int]] = defaultdict(list)
    for o in compact.opens:
        of_rooms[compact.whole.options[o].rooms].append(o)
    for rooms, options in of_rooms.items():
        for columns in _by_half_day(compact, options) if rooms else ():
            compact.mip.at_most(columns, len(rooms))


def _limit_parallel(compact: Compact) -> None:
    limit = compact.whole.timetable.problem.programme.rules.parallel_sessions
    if limit is not None:
        for columns in _by_half_day(compact, list(compact.opens)):
            compact.mip.at_most(columns, limit)


def _count_sessions(compact: Compact) -> None:
    """The counting cut S + L / r >= k of `bound.certificate`, times r."""
    whole = compact.whole
    for module, table in enumerate(whole.timetable.modules):
        options = [o for o in compact.opens if whole.options[o].module == module]
        people = int(table.needs.sum())
        holds = max((whole.options[o].holds for o in options), default=0)
        if not holds or not people:
            continue
        sessions = -(-people // holds)
        last = people - holds * (sessions - 1)
        groups = [g for g, group in enumerate(whole.groups) if group.module == module]
        compact.mip.row(
            [compact.opens[o] for o in options] + [compact.left_out[g] for g in groups],
            [last] * len(options) + [whole.groups[g].size for g in groups],
            low=last * sessions,
        )


def _lead(compact: Compact) -> None:
    """As many facilitators lead the sessions of a module at a start as they ask."""
    timetable = compact.whole.timetable
    at: dict[tuple[int, int], list[int]] = defaultdict(list)
    for o, column in compact.opens.items():
        at[compact.whole.options[o].module, compact.whole.options[o].start].append(column)
    for (module, start), opened in at.items():
        table = timetable.modules[module]
        asked = table.module.facilitators
        leads = []
        for f in np.flatnonzero(table.facilitators[:, start]).tolist() if asked else ():
            fee = timetable.problem.facilitators[f].fee_per_half_day_oere * table.module.half_days
            leads.append(compact.mip.column(fee))
            compact.leads[f, module, start] = leads[-1]
            compact.mip.row([leads[-1], *opened], [1] + [-1] * len(opened), high=0)
        if asked:
            factors = [1] * len(leads) + [-asked] * len(opened)
            compact.mip.row([*leads, *opened], factors, low=0, high=0)


def _limit_leading(compact: Compact) -> None:
    """A facilitator leads one session in a half-day, on so many days in an ISO week."""
    timetable = compact.whole.timetable
    at: dict[tuple[int, int], list[int]] = defaultdict(list)
    for (f, module, start), column in compact.leads.items():
        for half_day in covered(timetable.modules[module], start):
            at[f, half_day].append(column)
    days: dict[tuple[int, int], list[list[int]]] = defaultdict(list)
    for (f, half_day), columns in at.items():
        compact.mip.at_most(columns, 1)
        days[f, int(timetable.day_of_half_day[half_day])].append(columns)
    weeks: dict[tuple[int, tuple[int, int]], list[list[int]]] = defaultdict(list)
    for (f, day), on_day in days.items():
        weeks[f, date.fromordinal(day).isocalendar()[:2]].append(_leads_on(compact, on_day))
    for (f, _), led in weeks.items():
        most = timetable.problem.facilitators[f].max_days_per_week
        if most is not None and len(led) > most:
            days_of = Counter(column for columns in led for column in columns)
            compact.mip.row(list(days_of), list(days_of.values()), high=most)


def _leads_on(compact: Compact, half_days: list[list[int]]) -> list[int]:
    """Columns whose sum is 1, at least, where one leads on the day."""
    if len({tuple(columns) for columns in half_days}) == 1:
        return half_days[0]
    day = compact.mip.column(0)
    compact.on_day[day] = [column for columns in half_days for column in columns]
    for columns in half_days:
        compact.mip.below(columns, day)
    return [day]
