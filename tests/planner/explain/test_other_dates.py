"""Other dates of a session, against every date, room and group of facilitators tried."""

from collections import Counter
from dataclasses import astuple, replace
from datetime import datetime
from itertools import combinations

from tests.planner.explain.tiny_plans import breaches, plan_of, tiny_plans
from tests.planner.explain.told import ROOM, TEACHER, code_of, id_in

from samskab.planner.costing import cost_of
from samskab.planner.explain.facts import FactCode
from samskab.planner.explain.other_dates import ForbiddenDate, session_reasons
from samskab.planner.explain.standing_plan import StandingPlan, more
from samskab.planner.model.grid import Grid
from samskab.planner.model.plan import Cost, Plan, Session
from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Format
from samskab.planner.plan_view import PlanView

SEEDS = range(60)
PERSONAL = {
    FactCode.LEAVE,
    FactCode.WINDOW,
    FactCode.ELSEWHERE,
    FactCode.ORDER,
    FactCode.GAP,
    FactCode.WEEK,
    FactCode.DISPLACED,
}


def _cost(problem: Problem, sessions: list[Session]) -> Cost:
    return cost_of(PlanView(problem, plan_of(problem, sessions)))


def _everywhere(problem: Problem, session: Session) -> list[Session]:
    """The session at every start, in every room and with every group of facilitators."""
    grid = Grid(problem.programme)
    module = next(one for one in problem.programme.modules if one.id == session.module)
    rooms = [r.id for r in problem.rooms] if module.format is Format.IN_PERSON else [None]
    teachers = [one.id for one in problem.facilitators]
    return [
        replace(
            session,
            start=grid.half_days[first].start,
            end=grid.half_days[first + module.half_days - 1].end,
            room=room,
            facilitators=leaders,
        )
        for first in grid.starts(module.half_days)
        for room in rooms
        for leaders in combinations(teachers, module.facilitators)
    ]


def _with(plan: Plan, session: Session) -> list[Session]:
    return [session if one.id == session.id else one for one in plan.sessions]


def test_other_dates_are_those_of_the_checker_and_cost_the_least_there() -> None:
    found: Counter[str] = Counter()
    for seed, problem, plan in tiny_plans(SEEDS):
        standing = StandingPlan(problem, plan)
        now = _cost(problem, list(plan.sessions))
        for session in plan.sessions:
            least: dict[datetime, int] = {}
            for moved in _everywhere(problem, session):
                if not breaches(problem, _with(plan, moved)):
                    oere = _cost(problem, _with(plan, moved)).total - now.total
                    least[moved.start] = min(oere, least.get(moved.start, oere))
            if least[session.start] == 0:
                del least[session.start]
            reasons = session_reasons(standing, session.id)
            told = {one.session.start: one.more.total for one in reasons.dates}
            assert told == least, (seed, session)
            assert list(told.values()) == sorted(told.values())
            for one in reasons.dates:
                then = _cost(problem, _with(plan, one.session))
                assert astuple(more(now, then)) == astuple(one.more), (seed, session, one)
                assert not breaches(problem, _with(plan, one.session))
            found["possible"] += len(told)
            found["forbidden"] += len(reasons.forbidden)
    assert found["possible"] > 100, found
    assert found["forbidden"] > 200, found


def test_facts_that_forbid_a_date_are_the_breaches_that_the_checker_finds_there() -> None:
    codes: Counter[FactCode] = Counter()
    for seed, problem, plan in tiny_plans(range(100)):
        standing = StandingPlan(problem, plan)
        for session in plan.sessions:
            for date in session_reasons(standing, session.id).forbidden:
                _agrees(problem, plan, session, date, seed)
                codes.update(fact.code for fact in date.facts)
    missing = (PERSONAL | {FactCode.UNIT, FactCode.PARALLEL}) - set(codes)
    assert not missing, codes
    assert ROOM & set(codes)
    assert TEACHER & set(codes)


def _agrees(problem: Problem, plan: Plan, session: Session, date: ForbiddenDate, seed: int) -> None:
    there = [one for one in _everywhere(problem, session) if one.start == date.start]
    there = there or [replace(session, start=date.start, end=date.end, facilitators=(), room=None)]
    said = {(fact.code, who) for fact in date.facts if fact.code in PERSONAL for who in fact.people}
    rooms: list[bool] = []
    for one in there:
        found = breaches(problem, _with(plan, one))
        hers = {
            (code_of(b), id_in(b.values.get("person", b.values.get("who"))))
            for b in found
            if code_of(b) in PERSONAL
        }
        assert hers == said, (seed, session, date, found)
        units = {b.values["unit"] for b in found if b.rule == "away_per_unit"}
        assert units == {f.unit for f in date.facts if f.code is FactCode.UNIT}, (seed, date)
        crowded = any(b.rule == "parallel_sessions" for b in found)
        assert crowded == any(f.code is FactCode.PARALLEL for f in date.facts)
        rooms.append(any(code_of(b) is FactCode.NO_ROOM for b in found))
    assert all(rooms) == any(fact.code in ROOM for fact in date.facts), (seed, session, date)


def test_facts_name_the_session_that_has_the_room_and_the_facilitator() -> None:
    named: Counter[FactCode] = Counter()
    for _, problem, plan in tiny_plans(SEEDS):
        standing = StandingPlan(problem, plan)
        by_id = {one.id: one for one in plan.sessions}
        for session in plan.sessions:
            for date in session_reasons(standing, session.id).forbidden:
                for fact in date.facts:
                    for other in (by_id[id_] for id_ in fact.sessions):
                        assert other is not session
                        assert other.start < date.end
                        assert date.start < other.end
                        taken = {other.room} & {*fact.rooms} or {*other.facilitators} & {
                            *fact.facilitators
                        }
                        assert taken or {*other.people} & {*fact.people}
                        named[fact.code] += 1
    assert {FactCode.ROOM_TAKEN, FactCode.TEACHER_LEADS, FactCode.ELSEWHERE} <= set(named)
