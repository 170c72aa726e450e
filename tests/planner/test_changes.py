"""What a changed plan costs: by hand, and the same by the checker and by the search."""

from dataclasses import replace
from random import Random

from tests.planner.mutations import mutated
from tests.planner.small import plan, problem, session
from tests.planner.strategies import tiny_problem

from samskab.planner.changes import changed_seats
from samskab.planner.costing import cost_of
from samskab.planner.model.plan import Cost, Plan, Session
from samskab.planner.model.problem import Problem
from samskab.planner.model.published import Published
from samskab.planner.plan_view import PlanView
from samskab.planner.search.first_plan import first_plan
from samskab.planner.search.published_seats import slot_of
from samskab.planner.search.solution import Ledger, Placed
from samskab.planner.search.solution import cost_of as search_cost_of
from samskab.planner.timetable import Timetable, build_timetable

CHANGE_OERE = 1_500_00
OLD = session("s1", 5, ["p1", "p2"])
NEEDS = [("p1", "m1"), ("p2", "m1"), ("p3", "m1")]


def changes(of: Problem, *sessions: Session) -> int:
    return cost_of(PlanView(of, plan(*sessions))).changes


def published(*sessions: Session) -> Problem:
    return replace(problem(NEEDS), published=Published(sessions))


def test_changes_when_nothing_is_published_cost_nothing() -> None:
    assert changes(problem(NEEDS), session("s2", 7, ["p1"])) == 0


def test_changes_when_others_lead_and_others_join_cost_nothing() -> None:
    joined = replace(OLD, id="s7", facilitators=("f2",), people=("p1", "p2", "p3"))
    of = published(OLD)
    of = replace(of, facilitators=(*of.facilitators, replace(of.facilitators[0], id="f2")))
    assert changes(of, joined) == 0


def test_changes_when_people_are_moved_or_dropped_cost_each() -> None:
    one_moves = (replace(OLD, people=("p1",)), session("s2", 7, ["p2"]))
    assert changes(published(OLD), *one_moves) == CHANGE_OERE
    assert changes(published(OLD), replace(OLD, people=("p1",))) == CHANGE_OERE
    assert changes(published(OLD), session("s1", 5, ["p1", "p2"], part="pm")) == 2 * CHANGE_OERE
    assert changes(published(OLD)) == 2 * CHANGE_OERE


def test_changes_when_the_room_is_another_cost_each() -> None:
    of = published(OLD)
    of = replace(of, rooms=(*of.rooms, replace(of.rooms[0], id="r2")))
    assert changes(of, replace(OLD, room="r2")) == 2 * CHANGE_OERE


def test_changes_when_somebody_has_left_the_folder_count_her_as_dropped() -> None:
    assert changes(published(replace(OLD, people=("p1", "gone"))), OLD) == CHANGE_OERE


def test_changes_when_a_published_session_can_be_held_no_more_count_its_people() -> None:
    lost = (replace(OLD, module="m9"), replace(OLD, room="r9"), session("s1", 6, ["p1", "p2"]))
    for session_lost in lost:
        of = published(session_lost)
        assert slot_of(build_timetable(of), session_lost) is None or session_lost.module == "m1"
        assert changes(of, OLD) == 2 * CHANGE_OERE
        timetable = build_timetable(of)
        assert search_cost_of(timetable, ()).changes == 2 * CHANGE_OERE


def test_checker_and_search_agree_on_cost_when_a_plan_differs_from_the_published_one() -> None:
    compared = 0
    for seed in range(200):
        random = Random(seed)
        of = tiny_problem(random)
        sessions = first_plan(build_timetable(of))
        if sessions:
            old = _named(build_timetable(of), sessions)
            of = replace(of, published=Published(mutated(random, of, old).sessions))
            timetable = build_timetable(of)
            checked = cost_of(PlanView(of, _named(timetable, sessions)))
            assert search_cost_of(timetable, sessions) == checked, seed
            assert Ledger(timetable).total(sessions) == checked.total, seed
            assert (
                Ledger(timetable).total(sessions[1:])
                == search_cost_of(timetable, sessions[1:]).total
            )
            compared += checked.changes > 0
    assert compared > 50


def _named(timetable: Timetable, sessions: tuple[Placed, ...]) -> Plan:
    problem = timetable.problem
    found = []
    for number, placed in enumerate(sessions):
        table = timetable.modules[placed.module]
        first = int(table.starts[placed.start])
        half_days = timetable.grid.half_days[first : first + table.module.half_days]
        found.append(
            Session(
                f"s{number}",
                table.module.id,
                half_days[0].start,
                half_days[-1].end,
                problem.rooms[placed.room].id if placed.room >= 0 else None,
                tuple(problem.facilitators[f].id for f in placed.facilitators),
                tuple(problem.people[p].id for p in placed.people),
            )
        )
    return Plan(tuple(found), (), Cost())


def test_changed_seats_when_a_person_is_named_twice_in_a_session_are_told_once() -> None:
    twice = replace(OLD, people=("p1", "p1"))
    view = PlanView(published(twice), plan())
    assert list(changed_seats(view)) == [(twice, "p1")]
