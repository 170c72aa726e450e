"""A timetable in which single rules and facts do not hold: what would be possible without them."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

import numpy as np

from samskab.common.busy import BusyKind
from samskab.planner.explain.facts import Fact, FactCode
from samskab.planner.explain.standing_plan import StandingPlan
from samskab.planner.explain.taken_time import TakenTime
from samskab.planner.model.grid import WEEK_DAYS
from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Format, Module, Rules
from samskab.planner.timetable import Bools, ModuleTable, Timetable, people_apart, sum_over_session

Forbidden = dict[Fact, dict[tuple[int, int], Bools]]
"""A fact -> (person, module) -> [S] the starts that it forbids her."""


class Relaxing:
    """The rules that bear on some people, each of which can be switched off.

    Attributes:
        facts: all of them, those about single days and people first.
    """

    def __init__(
        self,
        plan: StandingPlan,
        module: int,
        needs: AbstractSet[tuple[int, int]],
        waiting: AbstractSet[int],
    ) -> None:
        """Find the facts.

        Args:
            plan: what is asked about.
            module: index of the module that somebody lacks.
            needs: (person, module) of all that may move.
            waiting: others who may join a new session.
        """
        self.plan, self.module, self.needs = plan, module, needs
        self.people = sorted({person for person, _ in needs})
        self.waiting = waiting
        self.modules = sorted({one for _, one in needs})
        self._forbidden: Forbidden = {**self._leave(), **self._windows()}
        self._room_free = self._rooms()
        self.facts = tuple(
            dict.fromkeys(
                [
                    *self._company(),
                    *self._forbidden,
                    *self._units(),
                    *self._rules(),
                    *self._of_new_session(),
                ]
            )
        )

    def timetable(self, holding: AbstractSet[Fact]) -> Timetable:
        """What the problem looks like where only some of the facts hold.

        The target module's rooms are all that their own calendars leave free, however small.
        """
        timetable = self.plan.timetable
        dropped = frozenset(self.facts) - holding
        problem = _relaxed(self.plan.problem, dropped)
        tables = tuple(
            self._table(m, table, holding, dropped) for m, table in enumerate(timetable.modules)
        )
        names = [table.module.id for table in tables]
        problem = replace(
            problem,
            programme=replace(problem.programme, modules=tuple(table.module for table in tables)),
        )
        after = tuple(tuple(names.index(one) for one in table.module.after) for table in tables)
        limits = timetable.away_limit.copy()
        for fact in dropped:
            if fact.code is FactCode.UNIT and fact.unit is not None:
                limits[timetable.units.index(fact.unit)] = len(problem.people)
        return replace(
            timetable,
            problem=problem,
            modules=tables,
            away_limit=limits,
            apart=people_apart(problem),
            comes_after=after,
            leads_to=tuple(
                tuple(later for later, before in enumerate(after) if m in before)
                for m in range(len(names))
            ),
            tracks=tuple(
                tuple(names.index(name) for name in track)
                for track in problem.programme.rules.keep_together
            ),
        )

    def _table(
        self, m: int, table: ModuleTable, holding: AbstractSet[Fact], dropped: AbstractSet[Fact]
    ) -> ModuleTable:
        """Starts open to those who move, and the module's own limits."""
        opened = table.open.copy()
        rows = [person for person, needed in self.needs if needed == m]
        opened[rows] = True
        for fact, forbidden in self._forbidden.items():
            if fact in holding:
                for (person, needed), starts in forbidden.items():
                    if needed == m:
                        opened[person] &= ~starts
        module = _relaxed_module(table.module, dropped)
        rooms = table.rooms if m != self.module or not table.in_person else self._room_free
        return replace(table, module=module, open=opened, rooms=rooms)

    def _rooms(self) -> Bools:
        """[R, S]: rooms whose own calendars are free at the starts of the module."""
        taken = TakenTime(self.plan.timetable.grid)
        free = np.ones(
            (len(self.plan.problem.rooms), len(self._table_of(self.module).starts)), bool
        )
        for index, room in enumerate(self.plan.problem.rooms):
            free[index] = ~self._touching(self.module, taken.half_days(room.busy, BusyKind))
        return free

    def _leave(self) -> Forbidden:
        """Each run of days of somebody's hard time."""
        found: Forbidden = {}
        taken = TakenTime(self.plan.timetable.grid)
        for person in self.people:
            mine = [module for one, module in self.needs if one == person]
            for half_days, days in taken.hard_runs(self.plan.problem.people[person].busy):
                fact = Fact(FactCode.LEAVE, people=self.plan.ids([person]), days=days)
                found[fact] = {(person, m): self._touching(m, half_days) for m in sorted(mine)}
        return found

    def _windows(self) -> Forbidden:
        found: Forbidden = {}
        for window in self.plan.problem.windows:
            m = self.plan.module[window.module]
            meant = [self.plan.person[one] for one in self.plan.view.people_meant(window.who)]
            meant = [person for person in meant if (person, m) in self.needs]
            table = self._table_of(m)
            shut = np.zeros(len(table.starts), dtype=np.bool_)
            if window.not_before:
                shut |= table.first_day < window.not_before.toordinal()
            if window.not_after:
                shut |= table.last_day > window.not_after.toordinal()
            fact = Fact(
                FactCode.WINDOW,
                people=self.plan.ids(meant),
                modules=(window.module,),
                since=window.not_before,
                until=window.not_after,
            )
            if meant and shut.any():
                found[fact] = {(person, m): shut for person in meant}
        return found

    def _company(self) -> Iterator[Fact]:
        """Who must be together, or apart, with those who may move."""
        ids = frozenset(self.plan.ids(self.people))
        view = self.plan.view
        for pair in self.plan.problem.apart:
            if any(ids.intersection(view.people_meant(name)) for name in pair):
                yield Fact(FactCode.APART, people=pair)
        for party in self.plan.problem.parties:
            if ids.intersection(party.people):
                yield Fact(FactCode.PARTY, people=party.people)

    def _units(self) -> Iterator[Fact]:
        if self.plan.problem.programme.rules.max_away_per_unit is not None:
            timetable = self.plan.timetable
            for unit in sorted({int(timetable.unit_of[p]) for p in {*self.people, *self.waiting}}):
                most = int(timetable.away_limit[unit])
                yield Fact(FactCode.UNIT, unit=timetable.units[unit], most=most)

    def _rules(self) -> Iterator[Fact]:
        """What holds for everybody who has the modules in question."""
        people, rules = self.plan.ids(self.people), self.plan.problem.programme.rules
        for track in rules.keep_together:
            yield Fact(FactCode.TRACK, modules=track)
        if rules.max_displaced_hours is not None:
            yield Fact(FactCode.DISPLACED, people=people, hours=rules.max_displaced_hours)
        yield Fact(FactCode.WEEK, people=people, most=rules.max_days_per_week)
        for m in self.modules:
            module = self._table_of(m).module
            if module.after and (module.gap_days_min or module.gap_days_max is not None):
                yield gap_fact(module)
            for earlier in module.after:
                yield Fact(FactCode.ORDER, modules=(earlier, module.id))

    def _of_new_session(self) -> Iterator[Fact]:
        module, rules = self._table_of(self.module).module, self.plan.problem.programme.rules
        if rules.parallel_sessions is not None:
            yield Fact(FactCode.PARALLEL, most=rules.parallel_sessions)
        if module.format is Format.IN_PERSON:
            yield Fact(FactCode.NO_ROOM, modules=(module.id,))
        if module.facilitators:
            yield Fact(FactCode.NO_TEACHER, modules=(module.id,), least=module.facilitators)

    def _table_of(self, module: int) -> ModuleTable:
        return self.plan.timetable.modules[module]

    def _touching(self, module: int, half_days: AbstractSet[int]) -> Bools:
        """[S]: the starts of a module whose sessions take any of some half-days."""
        table = self._table_of(module)
        flags = np.zeros((1, len(self.plan.timetable.grid.half_days)), dtype=np.int64)
        flags[0, sorted(half_days)] = 1
        touched: Bools = sum_over_session(flags, table.starts, table.module.half_days)[0] > 0
        return touched


def gap_fact(module: Module) -> Fact:
    """The gap between a module and those that it comes after."""
    return Fact(
        FactCode.GAP,
        modules=(*module.after, module.id),
        least=module.gap_days_min,
        most=module.gap_days_max,
    )


def _relaxed(problem: Problem, dropped: AbstractSet[Fact]) -> Problem:
    """A problem without some of its rules; calendars and modules as they are."""
    codes = {fact.code for fact in dropped}
    rules = problem.programme.rules
    rules = Rules(
        max_away_per_unit=rules.max_away_per_unit,
        max_days_per_week=WEEK_DAYS if FactCode.WEEK in codes else rules.max_days_per_week,
        keep_together=tuple(
            track
            for track in rules.keep_together
            if Fact(FactCode.TRACK, modules=track) not in dropped
        ),
        parallel_sessions=None if FactCode.PARALLEL in codes else rules.parallel_sessions,
        max_displaced_hours=None if FactCode.DISPLACED in codes else rules.max_displaced_hours,
        fair_hours=rules.fair_hours,
    )
    return replace(
        problem,
        programme=replace(problem.programme, rules=rules),
        apart=tuple(
            pair for pair in problem.apart if Fact(FactCode.APART, people=pair) not in dropped
        ),
        parties=tuple(
            party
            for party in problem.parties
            if Fact(FactCode.PARTY, people=party.people) not in dropped
        ),
    )


def _relaxed_module(module: Module, dropped: AbstractSet[Fact]) -> Module:
    if gap_fact(module) in dropped:
        module = replace(module, gap_days_min=0, gap_days_max=None)
    if any(fact.code is FactCode.NO_ROOM and fact.modules == (module.id,) for fact in dropped):
        module = replace(module, format=Format.ONLINE)
    if any(fact.code is FactCode.NO_TEACHER and fact.modules == (module.id,) for fact in dropped):
        module = replace(module, facilitators=0)
    after = tuple(
        one for one in module.after if Fact(FactCode.ORDER, modules=(one, module.id)) not in dropped
    )
    return replace(module, after=after)
