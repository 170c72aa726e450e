"""Loads worked out by hand, and what holds for any plan."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.planner.comparison.test_compare import any_plan
from tests.planner.small import MODULE, PEOPLE, at, busy, plan, problem, session, with_busy
from tests.planner.strategies import tiny_problems
from tests.planner.test_costing import ONE_DEGREE_KM, travelling

from samskab.common.busy import BusyKind
from samskab.planner.fairness.inequality import Spread
from samskab.planner.fairness.loads import Load, loads_of, sharing_by, sharing_of
from samskab.planner.model.plan import Plan, Session
from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Format
from samskab.planner.plan_view import PlanView

NEEDS = [("p1", "m1"), ("p2", "m1"), ("p3", "m1")]


def loads(of: Problem, *sessions: Session) -> dict[str, Load]:
    return {load.person: load for load in loads_of(PlanView(of, plan(*sessions)))}


def turns(of: Problem, *sessions: Session) -> dict[str, Fraction | None]:
    return {person: load.turn for person, load in loads(of, *sessions).items()}


def test_displaced_hours_when_a_meeting_is_tentative_count_by_its_weight() -> None:
    people = with_busy(1, busy(4, "09:00", "10:00"), busy(4, "10:00", "11:00", BusyKind.TENTATIVE))
    found = loads(problem(NEEDS, people=people), session("s", 4, ["p1", "p2"]))
    assert found["p1"].displaced_hours == Fraction(3, 2)
    assert found["p2"].displaced_hours == 0


def test_left_out_when_a_need_has_no_seat() -> None:
    found = loads(problem(NEEDS), session("s", 4, ["p1", "p2"]))
    assert [found[p].left_out for p in ("p1", "p2", "p3")] == [0, 0, 1]
    assert found["p3"].turn is None


def test_people_when_they_need_nothing_have_no_load() -> None:
    assert loads(problem(), session("s", 4)).keys() == {"p1"}


def test_turn_when_three_take_a_module_one_after_the_other() -> None:
    found = turns(
        problem(NEEDS),
        session("c", 8, ["p3"]),
        session("a", 4, ["p1"]),
        session("b", 5, ["p2"]),
    )
    assert found == {"p1": 0, "p2": Fraction(1, 2), "p3": 1}


def test_turn_when_two_share_a_session_is_between_both() -> None:
    found = turns(problem(NEEDS), session("a", 4, ["p1", "p2"]), session("b", 5, ["p3"]))
    assert found == {"p1": Fraction(1, 4), "p2": Fraction(1, 4), "p3": 1}


def test_turn_when_a_person_is_first_once_and_last_once_is_the_middle() -> None:
    of = problem(
        [("p1", "m1"), ("p2", "m1"), ("p1", "m2"), ("p2", "m2")],
        modules=[MODULE, replace(MODULE, id="m2")],
    )
    found = turns(
        of,
        session("a", 4, ["p1"]),
        session("b", 5, ["p2"]),
        session("c", 7, ["p2"], module="m2"),
        session("d", 8, ["p1"], module="m2"),
    )
    assert found == {"p1": Fraction(1, 2), "p2": Fraction(1, 2)}


def test_turn_when_she_is_alone_is_the_middle() -> None:
    assert turns(problem(), session("a", 4)) == {"p1": Fraction(1, 2)}


def test_road_hours_when_both_places_are_known() -> None:
    # 2 x 111.19508 km x 1.3 at 50 km/h
    once = loads(travelling(start="home"), session("s", 4))["p1"].road_hours
    assert once is not None
    assert float(once) == pytest.approx(2 * ONE_DEGREE_KM * 1.3 / 50, abs=1e-6)
    long = travelling(start="home", modules=[replace(MODULE, half_days=4)])
    twice = loads(long, session("s", 4, part="day", end=at(5, "16:00")))["p1"].road_hours
    assert twice == 2 * once


def test_road_hours_when_they_are_not_known() -> None:
    for start in (None, "nowhere"):
        assert loads(travelling(start=start), session("s", 4))["p1"].road_hours is None
    ferry = travelling(start="home", travel_oere={("home", "h"): 240_00})
    found = loads(ferry, session("s", 4))["p1"]
    assert (found.road_hours, found.travel_oere) == (None, 240_00)


def test_road_hours_when_the_session_is_online_are_none_at_all() -> None:
    of = travelling(start=None, modules=[replace(MODULE, format=Format.ONLINE)])
    assert loads(of, session("s", 4, room=None))["p1"].road_hours == 0


def test_sharing_when_people_are_of_two_units() -> None:
    of = problem(NEEDS, people=with_busy(1, busy(4, "09:00", "11:00")))
    unit = {person.id: person.unit for person in PEOPLE}
    found = sharing_by(loads(of, session("s", 4, ["p1", "p2"])).values(), unit.__getitem__)
    assert found.keys() == {"u1", "u2"}
    hours = found["u1"].displaced_hours
    assert hours is not None
    assert hours == Spread(2, Fraction(1), Fraction(2), Fraction(2), Fraction(1, 2))
    assert (found["u2"].left_out, found["u2"].turn) == (1, None)


def test_sharing_when_there_is_nobody() -> None:
    assert sharing_of(()).displaced_hours is None


@given(tiny_problems(), st.randoms(use_true_random=False))
def test_loads_when_a_plan_is_any(of: Problem, random: Random) -> None:
    one = any_plan(random, of)
    needed = {(need.person, need.module) for need in of.needs}
    kept = tuple(
        replace(each, people=tuple(p for p in each.people if (p, each.module) in needed))
        for each in one.sessions
    )
    view = PlanView(of, Plan(kept, (), one.cost))
    found = loads_of(view)
    assert [load.person for load in found] == [
        person.id for person in of.people if any(person.id == who for who, _ in needed)
    ]
    assert sum(load.left_out for load in found) == len(needed - view.seats.keys())
    known = [load.turn for load in found if load.turn is not None]
    assert all(0 <= turn <= 1 for turn in known)
    if len({module for _, module in view.seats}) == 1:
        assert sum(known, Fraction(0)) == Fraction(len(known), 2)
