"""What forbids people themselves the starts of a module, beside all that stands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from samskab.common.busy import BusyKind
from samskab.planner.explain.facts import Fact, FactCode
from samskab.planner.explain.standing_plan import StandingPlan
from samskab.planner.explain.taken_time import TakenTime
from samskab.planner.search.board import Board
from samskab.planner.search.solution import NOWHERE, half_days_of
from samskab.planner.timetable import (
    SECONDS_PER_HOUR,
    Bools,
    Ints,
    ModuleTable,
    sum_over_session,
)


@dataclass(frozen=True, slots=True, eq=False)
class _Cause:
    """A rule over people and starts: [n, S] whom it forbids what, and how that is told."""

    forbids: Bools
    fact: Fact
    finish: Callable[[Fact, int], Fact] | None = None


class PersonalFacts:
    """Why each of some people could not take a module at a start: every reason, not the first."""

    def __init__(
        self, plan: StandingPlan, board: Board, module: int, people: Sequence[int]
    ) -> None:
        """Weigh people at every start of a module.

        Args:
            plan: what is asked about.
            board: what stands, without the seats in question.
            module: index of the module.
            people: indices; each needs the module.
        """
        self.plan, self.board, self.module = plan, board, module
        self.table: ModuleTable = plan.timetable.modules[module]
        self.rows: Ints = np.asarray(people, dtype=np.int64)
        self._taken = TakenTime(plan.timetable.grid)
        self._causes = [
            *self._calendar(),
            *self._windows(),
            self._elsewhere(),
            *self._after(),
            *self._loads(),
        ]

    @property
    def free(self) -> Bools:
        """[n, S]: whom nothing forbids to come."""
        shape = (len(self.rows), len(self.table.starts))
        free = np.ones(shape, dtype=np.bool_)
        for cause in self._causes:
            free &= ~cause.forbids
        return free

    def at(self, start: int) -> tuple[Fact, ...]:
        """What forbids a start, each fact with the people whom it forbids it."""
        found = []
        for cause in self._causes:
            rows = np.flatnonzero(cause.forbids[:, start])
            if rows.size:
                fact = replace(cause.fact, people=self.plan.ids(self.rows[rows].tolist()))
                found.append(cause.finish(fact, start) if cause.finish else fact)
        return tuple(found)

    def days(self, start: int) -> tuple[date, ...]:
        """The days of a session that starts there."""
        taken = half_days_of(self.plan.timetable, self.module, start)
        half_days = self.plan.timetable.grid.half_days[taken]
        return tuple(dict.fromkeys(half_day.day for half_day in half_days))

    def over_sessions(self, half_days: Bools) -> Bools:
        """[n, H] -> [n, S]: whether any half-day of a session is flagged."""
        counted = half_days.astype(np.int64)
        touched = sum_over_session(counted, self.table.starts, self.table.module.half_days)
        return np.asarray(touched > 0)

    def _calendar(self) -> list[_Cause]:
        hard = np.zeros((len(self.rows), len(self.plan.timetable.grid.half_days)), dtype=np.bool_)
        for row, person in enumerate(self.rows):
            calendar = self.plan.problem.people[int(person)].busy
            hard[row, sorted(self._taken.half_days(calendar, (BusyKind.HARD,)))] = True

        def on_days(fact: Fact, start: int) -> Fact:
            return replace(fact, days=self.days(start))

        return [_Cause(self.over_sessions(hard), Fact(FactCode.LEAVE), on_days)]

    def _windows(self) -> list[_Cause]:
        """One cause for each window, of a person or of a unit."""
        causes = []
        ids = self.plan.ids(self.rows.tolist())
        for window in self.plan.problem.windows:
            if window.module != self.table.module.id:
                continue
            meant = frozenset(self.plan.view.people_meant(window.who))
            shut = np.zeros(len(self.table.starts), dtype=np.bool_)
            if window.not_before:
                shut |= self.table.first_day < window.not_before.toordinal()
            if window.not_after:
                shut |= self.table.last_day > window.not_after.toordinal()
            fact = Fact(
                FactCode.WINDOW,
                modules=(window.module,),
                since=window.not_before,
                until=window.not_after,
            )
            concerned = np.array([one in meant for one in ids], dtype=np.bool_)
            causes.append(_Cause(concerned[:, None] & shut, fact))
        return causes

    def _elsewhere(self) -> _Cause:
        forbids = self.over_sessions(self.board.occupied[self.rows])

        def which(fact: Fact, start: int) -> Fact:
            return replace(fact, sessions=self._sessions_at(fact.people, start))

        return _Cause(forbids, Fact(FactCode.ELSEWHERE), which)

    def _sessions_at(self, people: tuple[str, ...], start: int) -> tuple[str, ...]:
        taken = half_days_of(self.plan.timetable, self.module, start)
        half_days = self.plan.timetable.grid.half_days[taken]
        return tuple(
            session.id
            for session in self.plan.plan.sessions
            if session.module != self.table.module.id
            and any(one in session.people for one in people)
            and session.start < half_days[-1].end
            and half_days[0].start < session.end
        )

    def _after(self) -> list[_Cause]:
        timetable = self.plan.timetable
        causes = []
        for before in timetable.comes_after[self.module]:
            causes += self._of_pair(before, self.module)
        for later in timetable.leads_to[self.module]:
            causes += self._of_pair(self.module, later)
        return causes

    def _of_pair(self, before: int, later: int) -> list[_Cause]:
        """Order and gap of two modules, one of which is the one asked about."""
        earlier, following = (self.plan.timetable.modules[one] for one in (before, later))
        other = later if before == self.module else before
        at = self.board.at[self.rows, other]
        sits = (at != NOWHERE)[:, None]
        names = (earlier.module.id, following.module.id)
        wrong = np.zeros((len(self.rows), len(self.table.starts)), dtype=np.bool_)
        apart = wrong
        if sits.any():
            theirs = self.plan.timetable.modules[other]
            ends = self.table.starts + self.table.module.half_days
            if other == later:
                late, gap = (
                    ends[None, :] > theirs.starts[at][:, None],
                    theirs.first_day[at][:, None],
                )
                gap = gap - self.table.last_day[None, :]
            else:
                ended = theirs.starts[at] + theirs.module.half_days
                late = self.table.starts[None, :] < ended[:, None]
                gap = self.table.first_day[None, :] - theirs.last_day[at][:, None]
            wrong = sits & late
            apart = sits & ~late & ~_kept(gap, following)
        if other == before:  # nobody takes what comes after a module that she has no seat in
            wrong = wrong | (~sits & earlier.needs[self.rows][:, None])
        module = following.module
        limits = Fact(
            FactCode.GAP, modules=names, least=module.gap_days_min, most=module.gap_days_max
        )
        return [_Cause(wrong, Fact(FactCode.ORDER, modules=names)), _Cause(apart, limits)]

    def _loads(self) -> list[_Cause]:
        """Programme days in a week, and displaced hours over the whole plan."""
        rules = self.plan.problem.programme.rules
        week = ~self.board.week_has_room(self.table, self.rows)
        causes = [_Cause(week, Fact(FactCode.WEEK, most=rules.max_days_per_week))]
        if rules.max_displaced_hours is not None:
            per_hour = SECONDS_PER_HOUR * self.plan.timetable.units_per_second
            units = sum_over_session(
                self.plan.timetable.displaced_units[self.rows],
                self.table.starts,
                self.table.module.half_days,
            )
            held = self.board.displaced_units[self.rows][:, None] + units
            over = held > int(rules.max_displaced_hours * per_hour)
            causes.append(_Cause(over, Fact(FactCode.DISPLACED, hours=rules.max_displaced_hours)))
        return causes


def _kept(gap_days: Ints, later: ModuleTable) -> Bools:
    most = later.module.gap_days_max
    kept: Bools = gap_days >= later.module.gap_days_min
    return kept if most is None else kept & (gap_days <= most)
