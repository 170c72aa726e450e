"""Seats in other sessions, against the checker's judgement of the plan after each move."""

from collections import Counter
from dataclasses import astuple, replace

from tests.planner.explain.tiny_plans import breaches, plan_of, tiny_plans
from tests.planner.explain.told import code_of

from samskab.planner.costing import cost_of
from samskab.planner.explain.other_seats import OtherSeats, calendars_that_matter, other_seats
from samskab.planner.explain.standing_plan import StandingPlan, more
from samskab.planner.model.plan import Cost, Session
from samskab.planner.model.problem import Problem
from samskab.planner.plan_view import PlanView

SEEDS = range(160)


def _cost(problem: Problem, sessions: list[Session]) -> Cost:
    return cost_of(PlanView(problem, plan_of(problem, sessions)))


def _moved(sessions: tuple[Session, ...], found: OtherSeats, to: str) -> list[Session]:
    movers = (found.person, *found.party)
    moved = []
    for one in sessions:
        people = tuple(p for p in one.people if one.id != found.session or p not in movers)
        people = (*people, *movers) if one.id == to else people
        if people:
            moved.append(replace(one, people=people))
    return moved


def test_seats_are_those_that_the_checker_passes_and_cost_what_they_cost() -> None:
    seen: Counter[str] = Counter()
    for seed, problem, plan in tiny_plans(SEEDS):
        standing = StandingPlan(problem, plan)
        now = _cost(problem, list(plan.sessions))
        for session in plan.sessions:
            for person in session.people:
                found = other_seats(standing, person, session.id)
                others = {
                    s.id for s in plan.sessions if s.module == session.module and s != session
                }
                told = {seat.session: seat for seat in found.seats}
                for to in others:
                    after = _moved(plan.sessions, found, to)
                    wrong = breaches(problem, after)
                    assert (to in told) == (not wrong), (seed, person, session, to, wrong)
                    if not wrong:
                        then = more(now, _cost(problem, after))
                        assert astuple(then) == astuple(told[to].more), (seed, person, to)
                    facts = [f for none in found.none if none.session == to for f in none.facts]
                    codes = {fact.code for fact in (*facts, *found.leaving)}
                    expected = {code_of(b) for b in wrong}
                    assert {c.replace("no_room", "full") for c in expected} == set(codes), (
                        seed, person, session, to, wrong, facts,
                    )  # fmt: skip
                    seen.update(codes)
                    seen["seats"] += not wrong
                    seen["party"] += bool(found.party)
    assert seen["seats"] > 30, seen
    assert seen["party"] > 10, seen
    for code in ("leave", "elsewhere", "order", "full", "apart", "unit", "track", "too_few"):
        assert seen[code], (code, seen)


def test_what_she_bears_is_the_difference_of_her_own_items_whatever_others_calendars_hold() -> None:
    seen = 0
    for _, problem, plan in tiny_plans(SEEDS):
        standing = StandingPlan(problem, plan)
        for session in plan.sessions:
            for person in session.people:
                found = other_seats(standing, person, session.id)
                calendars = calendars_that_matter(problem, person)
                light = StandingPlan(problem, plan, calendars)
                assert other_seats(light, person, session.id) == found
                for seat in found.seats:
                    if found.party:
                        continue
                    assert seat.more_for_her.displacement == seat.more.displacement
                    assert seat.more_for_her.travel == seat.more.travel
                    assert seat.more_for_her.unfairness == seat.more.unfairness
                    assert not seat.more_for_her.facilitation
                    seen += 1
    assert seen > 20
