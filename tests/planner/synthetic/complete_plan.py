"""A plan in which everybody is served, built step by step: proof that there is one.

Cohorts by CP-SAT, then the first day that fits each of them, module by module. It minds no cost.
What it builds is a plan of fixed cohorts, so it is one without them too.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, timedelta
from itertools import pairwise, product

import pytest
from ortools.sat.python import cp_model

from samskab.common.busy import Busy, BusyKind
from samskab.planner.costing import cost_of
from samskab.planner.model.grid import Grid, HalfDay
from samskab.planner.model.plan import Cost, Plan, Session
from samskab.planner.model.problem import Facilitator, Problem, Room
from samskab.planner.model.programme import Format, Module
from samskab.planner.plan_view import PlanView
from samskab.planner.synthetic.contents import Contents
from samskab.planner.synthetic.ics_events import ZONE
from samskab.planner.synthetic.meeting import Meeting, Show

Cohort = list[str]

ATTEMPTS = 5


def problem_of(contents: Contents) -> Problem:
    """What the folder says, with people's hard time and everything that blocks the others."""
    municipality, diaries = contents.municipality, contents.diaries.meetings
    hard = {Show.HARD}
    any_kind = {Show.HARD, Show.BUSY, Show.TENTATIVE}
    return Problem(
        programme=contents.programme,
        people=tuple(
            replace(leader.person, busy=_spans(diaries[leader.person.id], hard))
            for leader in municipality.leaders
        ),
        needs=contents.needs,
        facilitators=tuple(
            replace(one, busy=_spans(diaries[one.id], any_kind)) for one in contents.facilitators
        ),
        rooms=tuple(
            replace(room, busy=_spans(diaries[room.id], any_kind)) for room in contents.rooms
        ),
        places=municipality.places,
        travel_oere=contents.travel_oere,
        parties=municipality.parties,
        apart=municipality.apart,
    )


def complete_plan(problem: Problem) -> Plan:
    """A plan with nobody left out; fails the test where first fit finds none."""
    for seed in range(ATTEMPTS):
        cohorts = _cohorts(problem, seed)
        timetable = _Timetable(problem)
        turns = product(problem.programme.modules, cohorts)
        if all(timetable.place(module, cohort) for module, cohort in turns):
            plan = Plan(tuple(timetable.sessions), (), Cost())
            return replace(plan, cost=cost_of(PlanView(problem, plan)))
    pytest.fail(f"first fit serves not everybody in {ATTEMPTS} sets of cohorts")


def _spans(meetings: Sequence[Meeting], shows: set[Show]) -> tuple[Busy, ...]:
    """Merged, as one kind: hard."""
    merged: list[Busy] = []
    for start, end in sorted(
        (start.replace(tzinfo=ZONE).astimezone(UTC), end.replace(tzinfo=ZONE).astimezone(UTC))
        for meeting in meetings
        if meeting.show in shows
        for start, end in meeting.times()
    ):
        if merged and start <= merged[-1].end:
            merged[-1] = replace(merged[-1], end=max(end, merged[-1].end))
        else:
            merged.append(Busy(start, end, BusyKind.HARD))
    return tuple(merged)


def _away_limit(problem: Problem, size: int) -> int:
    share = problem.programme.rules.max_away_per_unit
    assert share is not None
    return math.ceil(share * size)


def _cohorts(problem: Problem, seed: int) -> list[Cohort]:
    """People in as few cohorts as every module's group sizes and the rules about people allow."""
    fewest = math.ceil(len(problem.people) / _largest(problem))
    for count in range(fewest, 3 * fewest + 3):
        found = _cohorts_of(problem, count, seed)
        if found:
            return found
    pytest.fail("no cohorts keep the rules about people")


def _cohorts_of(problem: Problem, count: int, seed: int) -> list[Cohort] | None:
    model = cp_model.CpModel()
    joins = {
        person.id: [model.new_bool_var(f"{person.id}-{k}") for k in range(count)]
        for person in problem.people
    }
    for ins in joins.values():
        model.add_exactly_one(ins)
    for k in range(count):
        _keep_sizes(model, problem, {person: ins[k] for person, ins in joins.items()})
        _keep_company(model, problem, {person: ins[k] for person, ins in joins.items()})
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1  # several would find other cohorts each time
    solver.parameters.random_seed = seed
    if solver.solve(model) not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return None
    return [
        [person for person, ins in joins.items() if solver.boolean_value(ins[k])]
        for k in range(count)
    ]


def _keep_sizes(
    model: cp_model.CpModel, problem: Problem, joins: dict[str, cp_model.IntVar]
) -> None:
    model.add(sum(joins.values()) <= _largest(problem))
    for module in problem.programme.modules:
        needing = [need.person for need in problem.needs if need.module == module.id]
        model.add(sum(joins[person] for person in needing) >= module.group_min)
    for people in _units(problem).values():
        model.add(sum(joins[person] for person in people) <= _away_limit(problem, len(people)))


def _keep_company(
    model: cp_model.CpModel, problem: Problem, joins: dict[str, cp_model.IntVar]
) -> None:
    for party in problem.parties:
        for a, b in pairwise(party.people):
            model.add(joins[a] == joins[b])
    units = _units(problem)
    for a, b in problem.apart:
        for one, other in product(units.get(a, [a]), units.get(b, [b])):
            model.add(joins[one] + joins[other] <= 1)


def _largest(problem: Problem) -> int:
    return min(module.group_max for module in problem.programme.modules)


def _units(problem: Problem) -> dict[str, list[str]]:
    units: dict[str, list[str]] = defaultdict(list)
    for person in problem.people:
        units[person.unit].append(person.id)
    return units


class _Timetable:
    """Sessions placed so far, and who and what is taken when."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.sessions: list[Session] = []
        self._grid = Grid(problem.programme)
        self._taken = {
            **{one.id: self._blocked(one.busy) for one in problem.people},
            **{one.id: self._blocked(one.busy) for one in problem.facilitators},
            **{one.id: self._blocked(one.busy) for one in problem.rooms},
        }
        self._unit_of = {person.id: person.unit for person in problem.people}
        self._unit_sizes = Counter(self._unit_of.values())
        self._away: dict[int, Counter[str]] = defaultdict(Counter)
        self._days: dict[str, set[date]] = defaultdict(set)
        self._ends: dict[tuple[str, str], date] = {}
        self._needs = {(need.person, need.module) for need in problem.needs}

    def place(self, module: Module, cohort: Cohort) -> bool:
        """Hold a module for those of a cohort who need it, as early as can be; False if never."""
        people = [person for person in cohort if (person, module.id) in self._needs]
        for start in self._grid.starts(module.half_days):
            slots = self._grid.half_days[start : start + module.half_days]
            if not self._people_can(module, people, slots):
                continue
            room = self._room(len(people), slots) if module.format is Format.IN_PERSON else None
            team = self._team(module, slots)
            if team is None or (room is None and module.format is Format.IN_PERSON):
                continue
            self._hold(module, people, slots, (room, team))
            return True
        return False

    def _blocked(self, busy: Sequence[Busy]) -> set[int]:
        return {
            half_day.index
            for span in busy
            for half_day in self._grid.half_days
            if half_day.start < span.end and half_day.end > span.start
        }

    def _people_can(self, module: Module, people: Cohort, slots: Sequence[HalfDay]) -> bool:
        return (
            self._free(people, slots)
            and all(self._in_time(module, person, slots[0].day) for person in people)
            and all(self._week_allows(person, slots) for person in people)
            and all(self._units_allow(people, slot.index) for slot in slots)
        )

    def _free(self, ids: Sequence[str], slots: Sequence[HalfDay]) -> bool:
        return not any(slot.index in self._taken[one] for one in ids for slot in slots)

    def _in_time(self, module: Module, person: str, first: date) -> bool:
        for before in module.after:
            last = self._ends.get((person, before))
            if last is not None:
                gap = (first - last).days
                if gap < max(module.gap_days_min, 1) or gap > (module.gap_days_max or gap):
                    return False
        return True

    def _week_allows(self, person: str, slots: Sequence[HalfDay]) -> bool:
        days = self._days[person] | {slot.day for slot in slots}
        most = self.problem.programme.rules.max_days_per_week
        return all(
            sum(day <= other < day + timedelta(days=7) for other in days) <= most for day in days
        )

    def _units_allow(self, people: Cohort, index: int) -> bool:
        away = self._away[index] + Counter(self._unit_of[person] for person in people)
        return all(
            number <= _away_limit(self.problem, self._unit_sizes[unit])
            for unit, number in away.items()
        )

    def _room(self, people: int, slots: Sequence[HalfDay]) -> Room | None:
        fitting = (room for room in self.problem.rooms if room.capacity >= people)
        return next((room for room in fitting if self._free([room.id], slots)), None)

    def _team(self, module: Module, slots: Sequence[HalfDay]) -> list[Facilitator] | None:
        able = [
            one
            for one in self.problem.facilitators
            if module.id in one.modules
            and self._free([one.id], slots)
            and self._iso_week_allows(one, slots)
        ]
        return able[: module.facilitators] if len(able) >= module.facilitators else None

    def _iso_week_allows(self, one: Facilitator, slots: Sequence[HalfDay]) -> bool:
        days = self._days[one.id] | {slot.day for slot in slots}
        weeks = Counter(day.isocalendar()[:2] for day in days)
        return one.max_days_per_week is None or max(weeks.values()) <= one.max_days_per_week

    def _hold(
        self,
        module: Module,
        people: Cohort,
        slots: Sequence[HalfDay],
        where_and_who: tuple[Room | None, list[Facilitator]],
    ) -> None:
        room, team = where_and_who
        ids = [*people, *(one.id for one in team), *([room.id] if room else [])]
        for slot in slots:
            self._away[slot.index].update(self._unit_of[person] for person in people)
            for one in ids:
                self._taken[one].add(slot.index)
                self._days[one].add(slot.day)
        for person in people:
            self._ends[person, module.id] = slots[-1].day
        self.sessions.append(
            Session(
                id=f"s{len(self.sessions) + 1}",
                module=module.id,
                start=slots[0].start,
                end=slots[-1].end,
                room=room.id if room else None,
                facilitators=tuple(one.id for one in team),
                people=tuple(people),
            )
        )
