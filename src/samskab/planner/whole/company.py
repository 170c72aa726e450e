"""Rows about people: who may meet, what comes after what, how many of a unit are away."""

from collections import Counter, defaultdict
from itertools import combinations

from samskab.planner.timetable import SECONDS_PER_HOUR, ModuleTable
from samskab.planner.whole.cliques import clique_cover
from samskab.planner.whole.compact import Compact
from samskab.planner.whole.options import covered


def add_company(compact: Compact) -> None:
    """All of them."""
    of_person = _groups_of_person(compact)
    _keep_apart(compact)
    for groups in dict.fromkeys(of_person.values()):
        for earlier in groups:
            for later in groups:
                _order(compact, earlier, later)
        _one_place(compact, groups)
    _limit_away(compact)
    _limit_displaced(compact, of_person)


def _groups_of_person(compact: Compact) -> dict[int, tuple[int, ...]]:
    found: dict[int, list[int]] = defaultdict(list)
    for g, group in enumerate(compact.whole.groups):
        for person in group.people:
            found[person].append(g)
    return {person: tuple(groups) for person, groups in found.items()}


def _keep_apart(compact: Compact) -> None:
    """Of groups that all keep apart from each other, no more are there than sessions."""
    groups = compact.whole.groups
    of_need = {(group.module, p): g for g, group in enumerate(groups) for p in group.people}
    rivals: dict[int, set[int]] = defaultdict(set)
    for g, group in enumerate(groups):
        for other in group.apart:
            rival = of_need.get((group.module, other))
            if rival is not None and rival != g:
                rivals[g].add(rival)
                rivals[rival].add(g)
    cliques: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for clique in clique_cover(rivals):
        cliques[groups[clique[0]].module].append(clique)
    for o, opened in compact.opens.items():
        for clique in cliques[compact.whole.options[o].module]:
            there = [compact.there[g, o] for g in clique if (g, o) in compact.there]
            if len(there) > 1:
                compact.mip.below(there, opened)


def _order(compact: Compact, earlier: int, later: int) -> None:
    """Whoever starts the later by a time has ended the earlier in time, start by start.

    As in `rules.after`: without a largest gap the sums run over all starts up to that time. Who is
    left out of the earlier is nowhere in time for the later, and so is left out of it too.
    """
    timetable, groups = compact.whole.timetable, compact.whole.groups
    one, other = groups[earlier].module, groups[later].module
    if one not in timetable.comes_after[other]:
        return
    before, after = timetable.modules[one], timetable.modules[other]
    seats = compact.seats_of(earlier)
    starts: dict[int, list[int]] = defaultdict(list)
    for _, option, column in compact.seats_of(later):
        starts[option.start].append(column)
    so_far: list[int] = []
    for start in sorted(starts):
        so_far = starts[start] + (so_far if after.module.gap_days_max is None else [])
        in_time = [c for _, option, c in seats if _in_time(before, option.start, after, start)]
        factors = [1] * len(so_far) + [-1] * len(in_time)
        compact.mip.row([*so_far, *in_time], factors, high=0)


def _in_time(before: ModuleTable, ended: int, after: ModuleTable, start: int) -> bool:
    gap = int(after.first_day[start] - before.last_day[ended])
    most = after.module.gap_days_max
    over = before.starts[ended] + before.module.half_days <= after.starts[start]
    return bool(over) and gap >= after.module.gap_days_min and (most is None or gap <= most)


def _one_place(compact: Compact, groups: tuple[int, ...]) -> None:
    """Nobody is in two sessions in a half-day; what comes after what keeps it anyhow."""
    whole = compact.whole
    modules = {whole.groups[g].module for g in groups}
    before = whole.timetable.comes_after
    if all(a in before[b] or b in before[a] for a, b in combinations(modules, 2)):
        return
    at: dict[int, list[int]] = defaultdict(list)
    for g in groups:
        table = whole.timetable.modules[whole.groups[g].module]
        for _, option, column in compact.seats_of(g):
            for half_day in covered(table, option.start):
                at[half_day].append(column)
    for columns in at.values():
        compact.mip.at_most(columns, 1)


def _limit_away(compact: Compact) -> None:
    """No more of a unit are away in a half-day than may be."""
    whole = compact.whole
    timetable = whole.timetable
    away: dict[tuple[int, int], dict[int, int]] = defaultdict(dict)
    for g, group in enumerate(whole.groups):
        members = Counter(timetable.unit_of[list(group.blocks[0])].tolist())
        for _, option, column in compact.seats_of(g):
            for half_day in covered(timetable.modules[group.module], option.start):
                for unit, count in members.items():
                    away[unit, half_day][column] = count
    upper = compact.mip.upper
    for (unit, _), counts in away.items():
        limit = int(timetable.away_limit[unit])
        if sum(upper[column] * count for column, count in counts.items()) > limit:
            compact.mip.row(list(counts), list(counts.values()), high=limit)


def _limit_displaced(compact: Compact, of_person: dict[int, tuple[int, ...]]) -> None:
    """`max_displaced_hours`, for whoever needs more than one module."""
    timetable = compact.whole.timetable
    limit = timetable.problem.programme.rules.max_displaced_hours
    if limit is None:
        return
    most = int(limit * SECONDS_PER_HOUR * timetable.units_per_second)
    for person, groups in of_person.items():
        units: dict[int, int] = {}
        for g in groups if len(groups) > 1 else ():
            table = timetable.modules[compact.whole.groups[g].module]
            for _, option, column in compact.seats_of(g):
                half_days = list(covered(table, option.start))
                units[column] = int(timetable.displaced_units[person, half_days].sum())
        if sum(units.values()) > most:
            compact.mip.row(list(units), list(units.values()), high=most)
