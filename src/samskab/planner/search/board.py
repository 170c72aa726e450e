"""What the sessions that stand leave free: for people, rooms and facilitators."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from samskab.planner.model.grid import WEEK_DAYS, iso_week
from samskab.planner.search.solution import NOWHERE, ONLINE, Placed, half_days_of
from samskab.planner.timetable import (
    SECONDS_PER_HOUR,
    Bools,
    Ints,
    ModuleTable,
    Timetable,
    sum_over_session,
)


class Board:
    """The occupancy of a set of sessions, and what it leaves open to one person alone.

    Rules between people (group sizes, unit limits, people apart, cohorts) are not asked here.
    """

    def __init__(self, timetable: Timetable, sessions: Iterable[Placed] = ()) -> None:
        problem, grid = timetable.problem, timetable.grid
        people, half_days = len(problem.people), len(grid.half_days)
        self.timetable = timetable
        self.sessions: list[Placed] = []
        self.at: Ints = np.full((people, len(timetable.modules)), NOWHERE, dtype=np.int64)
        self.occupied: Bools = np.zeros((people, half_days), dtype=np.bool_)
        self.displaced_units: Ints = np.zeros(people, dtype=np.int64)
        self.room_used: Bools = np.zeros((len(problem.rooms), half_days), dtype=np.bool_)
        self.facilitator_used: Bools = np.zeros(
            (len(problem.facilitators), half_days), dtype=np.bool_
        )
        self.parallel: Ints = np.zeros(half_days, dtype=np.int64)
        self.away: Ints = np.zeros((len(timetable.units), half_days), dtype=np.int64)
        self._free_facilitators: dict[int, Bools] = {}
        for placed in sessions:
            self.place(placed)

    def place(self, placed: Placed) -> None:
        """Let a session stand."""
        self.sessions.append(placed)
        self._seat(placed, placed.people)
        half_days = half_days_of(self.timetable, placed.module, placed.start)
        if placed.room != ONLINE:
            self.room_used[placed.room, half_days] = True
        self.facilitator_used[list(placed.facilitators), half_days] = True
        self.parallel[half_days] += 1
        for module, free in self._free_facilitators.items():
            self._mark_free(free, module, placed.facilitators)

    def lift(self, placed: Placed) -> None:
        """Take a session away that was placed without people."""
        self._free_facilitators.clear()
        self.sessions.remove(placed)
        half_days = half_days_of(self.timetable, placed.module, placed.start)
        if placed.room != ONLINE:
            self.room_used[placed.room, half_days] = False
        self.facilitator_used[list(placed.facilitators), half_days] = False
        self.parallel[half_days] -= 1

    def join(self, placed: Placed, people: Sequence[int]) -> None:
        """Let people join a session that stands; the rules between people are not asked."""
        self._seat(placed, people)
        together = tuple(sorted((*placed.people, *people)))
        self.sessions[self.sessions.index(placed)] = replace(placed, people=together)

    def _seat(self, placed: Placed, people: Sequence[int]) -> None:
        rows = list(people)
        half_days = half_days_of(self.timetable, placed.module, placed.start)
        self.at[rows, placed.module] = placed.start
        self.occupied[rows, half_days] = True
        self.displaced_units[rows] += self.timetable.displaced_units[rows, half_days].sum(axis=1)
        np.add.at(self.away[:, half_days], self.timetable.unit_of[rows], 1)

    def free_starts(self, module: int, people: Sequence[int], deciding: Bools) -> Bools:
        """[len(people), S]: where each person could take a module beside all that stands.

        Args:
            module: index of the module.
            people: indices, in the order of the rows.
            deciding: [P, M] what is being decided too, so that its absence forbids nothing.
        """
        table = self.timetable.modules[module]
        rows = np.asarray(people, dtype=np.int64)
        free = table.open[rows] & ~self._covered(self.occupied[rows], table)
        for before in self.timetable.comes_after[module]:
            free &= self._after(before, table, rows, deciding[rows, before])
        for later in self.timetable.leads_to[module]:
            free &= self._before(later, table, rows)
        free &= self.week_has_room(table, rows)
        limit = self.timetable.problem.programme.rules.max_displaced_hours
        if limit is not None:
            most = int(limit * SECONDS_PER_HOUR * self.timetable.units_per_second)
            units = sum_over_session(
                self.timetable.displaced_units[rows], table.starts, table.module.half_days
            )
            free &= self.displaced_units[rows][:, None] + units <= most
        return free

    def free_rooms(self, module: int) -> Bools:
        """[R, S]: rooms that could hold a session."""
        table = self.timetable.modules[module]
        return table.rooms & ~self._covered(self.room_used, table)

    def free_facilitators(self, module: int) -> Bools:
        """[F, S]: facilitators who could lead a session, their weeks' limits kept."""
        if module not in self._free_facilitators:
            free = self.timetable.modules[module].facilitators.copy()
            self._mark_free(free, module, range(len(free)))
            self._free_facilitators[module] = free
        return self._free_facilitators[module]

    def _mark_free(self, free: Bools, module: int, facilitators: Iterable[int]) -> None:
        """Bring the rows of some facilitators up to date with what stands."""
        table = self.timetable.modules[module]
        for index in facilitators:
            if not table.facilitators[index].any():
                continue
            most = self.timetable.problem.facilitators[index].max_days_per_week
            used = self.facilitator_used[index]
            free[index] = table.facilitators[index] & ~self._covered(used[None], table)[0]
            if most is not None and used.any():
                free[index] &= self._facilitator_week_has_room(index, most, table)
            elif most is not None:
                free[index] &= table.days <= most

    def person_days(self, person: int) -> set[int]:
        """Ordinals of the days on which a person is in a session."""
        return {int(day) for day in self.timetable.day_of_half_day[self.occupied[person]]}

    def facilitator_days(self, facilitator: int) -> set[int]:
        """Ordinals of the days on which a facilitator leads something."""
        days = self.timetable.day_of_half_day[self.facilitator_used[facilitator]]
        return {int(day) for day in days}

    def free_parallel(self, module: int) -> Bools:
        """[S]: where one session more may run at the same time as the others."""
        table = self.timetable.modules[module]
        limit = self.timetable.problem.programme.rules.parallel_sessions
        if limit is None:
            return np.ones(len(table.starts), dtype=np.bool_)
        full: Bools = self._covered((self.parallel >= limit)[None, :], table)[0]
        return ~full

    @staticmethod
    def _covered(flags: Bools, table: ModuleTable) -> Bools:
        """[n, H] -> [n, S]: whether any half-day of a session is flagged."""
        covered = np.zeros((flags.shape[0], len(table.starts)), dtype=np.bool_)
        for offset in range(table.module.half_days):
            covered |= flags[:, table.starts + offset]
        return covered

    def _after(self, before: int, table: ModuleTable, rows: Ints, deciding: Bools) -> Bools:
        earlier = self.timetable.modules[before]
        at = self.at[rows, before]
        absent: Bools = (~earlier.needs[rows] | deciding)[:, None]
        if not len(earlier.starts):
            return np.broadcast_to(absent, (len(rows), len(table.starts)))
        fits = follows(earlier, at, table)
        return np.where((at != NOWHERE)[:, None], fits, absent)

    def _before(self, later: int, table: ModuleTable, rows: Ints) -> Bools:
        following = self.timetable.modules[later]
        at = self.at[rows, later]
        absent: Bools = (at == NOWHERE)[:, None]
        if not len(following.starts):
            return np.broadcast_to(absent, (len(rows), len(table.starts)))
        return absent | precedes(table, following, at)

    def week_has_room(self, table: ModuleTable, rows: Ints) -> Bools:
        """[n, S]: no 7 days in a row would hold more programme days than the rule allows."""
        most = self.timetable.problem.programme.rules.max_days_per_week
        day_of = self.timetable.day_of_half_day
        starts = len(table.starts)
        if not starts or not self.occupied[rows].any():
            return np.full((len(rows), starts), table.days <= most)
        origin = int(day_of[0])
        span = int(day_of[-1]) - origin + 1
        held = np.zeros((len(rows), span + 2 * WEEK_DAYS), dtype=np.int64)
        row, half_day = np.nonzero(self.occupied[rows])
        held[row, day_of[half_day] - origin + WEEK_DAYS] = 1
        total = np.concatenate([np.zeros((len(rows), 1), np.int64), held.cumsum(axis=1)], axis=1)
        first, last = table.first_day - origin + WEEK_DAYS, table.last_day - origin + WEEK_DAYS
        kept = np.ones((len(rows), starts), dtype=np.bool_)
        for shift in range(WEEK_DAYS + table.days - 1):  # each window that touches the session
            begin = last - shift
            end = begin + WEEK_DAYS
            inside = total[:, end] - total[:, begin]
            for day in {0, table.days - 1}:
                at = first + day
                within = (begin <= at) & (at < end)
                inside = inside + (within & (held[:, at] == 0))
            kept &= inside <= most
        return kept

    def _facilitator_week_has_room(self, index: int, most: int, table: ModuleTable) -> Bools:
        """[S]: the facilitator's ISO weeks keep their limit with one session more."""
        led = np.unique(self.timetable.day_of_half_day[self.facilitator_used[index]])
        kept = np.full(len(table.starts), most >= 1)
        for edge in (table.first_day, table.last_day):
            week = iso_week(edge)
            days = (iso_week(led) == week[:, None]).sum(axis=1)
            for offset in range(table.days):
                day = table.first_day + offset
                days = days + ((iso_week(day) == week) & ~np.isin(day, led))
            kept &= days <= most
        return kept


def follows(earlier: ModuleTable, at: Ints, table: ModuleTable) -> Bools:
    """[n, S]: which starts keep the gaps after an earlier session that starts `at` [n]."""
    ended = earlier.starts[at] + earlier.module.half_days
    gap = table.first_day[None, :] - earlier.last_day[at][:, None]
    fits: Bools = table.starts[None, :] >= ended[:, None]
    return fits & _gap_kept(gap, table)


def precedes(table: ModuleTable, following: ModuleTable, at: Ints) -> Bools:
    """[n, S]: which starts keep the gaps before a later session that starts `at` [n]."""
    gap = following.first_day[at][:, None] - table.last_day[None, :]
    ends = table.starts + table.module.half_days
    fits: Bools = ends[None, :] <= following.starts[at][:, None]
    return fits & _gap_kept(gap, following)


def _gap_kept(gap_days: Ints, later: ModuleTable) -> Bools:
    """Which gaps before a session of the later module are within its limits."""
    most = later.module.gap_days_max
    kept: Bools = gap_days >= later.module.gap_days_min
    return kept if most is None else kept & (gap_days <= most)
