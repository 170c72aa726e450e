"""Amounts worked out by hand from planning-problem.md, "What a plan costs"."""

from dataclasses import replace
from datetime import time
from fractions import Fraction
from typing import Any

import pytest
from tests.planner.small import (
    FACILITATOR,
    MODULE,
    PEOPLE,
    PROGRAMME,
    at,
    busy,
    costed,
    plan,
    problem,
    session,
    with_busy,
)

from samskab.common.busy import Busy, BusyKind
from samskab.planner.model.plan import Cost, Plan, Session
from samskab.planner.model.problem import Place, Problem
from samskab.planner.model.programme import Format, Prices, Rules
from samskab.planner.model.travel import great_circle_km

HOURLY = 600_00
NEEDS = [("p1", "m1"), ("p2", "m1")]
TWO_DAYS = replace(MODULE, half_days=4)
LONG = session("s1", 4, part="day", end=at(5, "16:00"))


def cost(of: Problem, *sessions: Session) -> Cost:
    return costed(of, plan(*sessions)).cost


def displaced(*spans: Busy, tentative: Fraction = Fraction(1, 2)) -> int:
    of = problem(people=with_busy(1, *spans))
    prices = replace(of.programme.prices, tentative=tentative)
    return cost(
        replace(of, programme=replace(of.programme, prices=prices)), session("s1", 4)
    ).displacement


def test_facilitation_and_rooms_when_two_lead_two_days() -> None:
    led_by_two = replace(TWO_DAYS, facilitators=2)
    second = replace(FACILITATOR, id="f2", fee_per_half_day_oere=500_00)
    of = problem(modules=[led_by_two], facilitators=(FACILITATOR, second))
    found = cost(of, replace(LONG, facilitators=("f1", "f2")))
    assert (found.facilitation, found.rooms) == (4 * (800_00 + 500_00), 4 * 100_00)


def test_materials_when_two_people_take_a_module() -> None:
    of = problem(NEEDS, modules=[replace(MODULE, materials_oere=123_45)])
    assert cost(of, session("s1", 4, ["p1", "p2"])).materials == 2 * 123_45


def test_unserved_when_one_of_two_is_left_out() -> None:
    of = problem(NEEDS)
    one = plan(session("s1", 4), left_out=[("p2", "m1")])
    assert costed(of, one).cost.unserved == 25_000_00


@pytest.mark.parametrize(
    ("spans", "hours"),
    [
        ([], 0),
        ([busy(4, "09:00", "10:00")], 1),
        ([busy(4, "08:00", "09:00")], Fraction(1, 2)),
        ([busy(4, "11:30", "13:00")], Fraction(1, 2)),
        ([busy(4, "12:00", "12:30")], 0),
        ([busy(4, "00:00", "23:59")], Fraction(7, 2)),
        ([busy(4, "09:00", "10:00", BusyKind.TENTATIVE)], Fraction(1, 2)),
        # where meetings overlap the heaviest counts, once
        (
            [busy(4, "09:00", "11:00", BusyKind.TENTATIVE), busy(4, "10:00", "12:00")],
            Fraction(5, 2),
        ),
        ([busy(4, "09:00", "11:00"), busy(4, "09:30", "10:00")], 2),
        ([busy(5, "09:00", "10:00")], 0),
    ],
)
def test_displacement_when_meetings_are(spans: list[Busy], hours: Fraction) -> None:
    assert displaced(*spans) == hours * HOURLY


def test_displacement_when_it_is_half_an_oere_is_rounded_up() -> None:
    a_minute_and_a_half = Busy(at(4, "09:00"), at(4, "09:01").replace(second=30), BusyKind.BUSY)
    people = (replace(PEOPLE[0], hourly_value_oere=20), *PEOPLE[1:])
    people = (replace(people[0], busy=(a_minute_and_a_half,)), *people[1:])
    assert cost(problem(people=people), session("s1", 4)).displacement == 1  # 0.5


def test_displacement_when_the_weight_of_tentative_is_a_third() -> None:
    tentative = busy(4, "09:00", "10:00", BusyKind.TENTATIVE)
    assert displaced(tentative, tentative=Fraction(1, 3)) == HOURLY // 3


def test_displacement_when_a_session_takes_two_days_leaves_lunch_and_night_out() -> None:
    people = with_busy(
        1, busy(4, "11:00", "13:00"), busy(4, "15:30", "23:00"), busy(5, "00:00", "09:00")
    )
    of = problem(modules=[TWO_DAYS], people=people)
    assert cost(of, LONG).displacement == Fraction(5, 2) * HOURLY


def test_unfairness_when_hours_of_two_sessions_are_above_the_fair_ones() -> None:
    of = problem(
        [("p1", "m1"), ("p1", "m2")],
        modules=[MODULE, replace(MODULE, id="m2")],
        people=with_busy(1, busy(4, "09:00", "11:00"), busy(5, "09:00", "10:00")),
        rules=Rules(fair_hours=Fraction(5, 2)),
    )
    prices = Prices(unfair_oere=101)
    of = replace(of, programme=replace(of.programme, prices=prices))
    both = (session("s1", 4), session("s2", 5, module="m2"))
    assert cost(of, *both).unfairness == 51  # half an hour at 101 øre, half up
    assert cost(of, both[0]).unfairness == 0


def travelling(*, start: str | None, **other: Any) -> Problem:
    people = (replace(PEOPLE[0], place=start), *PEOPLE[1:])
    places = (Place("home", "Home", 55.0, 12.0), Place("h", "Hall", 56.0, 12.0))
    return problem(people=people, places=places, **other)


ONE_DEGREE_KM = 111.19508
"""Of a meridian: 6371.0088 km x pi / 180."""


def test_great_circle_when_it_is_a_degree_of_a_meridian_and_half_the_earth() -> None:
    home, hall = Place("a", "", 55, 12), Place("b", "", 56, 12)
    assert great_circle_km(home, hall) == pytest.approx(ONE_DEGREE_KM, abs=1e-5)
    north, south = Place("n", "", 90, 0), Place("s", "", -90, 0)
    assert great_circle_km(north, south) == pytest.approx(20015.1146, abs=1e-3)


def test_travel_when_the_road_is_computed() -> None:
    # 2 x 111.19508 km x 1.3 at 3.80 kr and, at 50 km/h, a fiftieth of 600 kr
    by_hand = 2 * ONE_DEGREE_KM * 1.3 * (380 + HOURLY / 50)
    assert cost(travelling(start="home"), session("s1", 4)).travel == pytest.approx(by_hand, abs=1)


def test_travel_when_a_session_takes_two_days_is_paid_twice() -> None:
    once = cost(travelling(start="home"), session("s1", 4)).travel
    twice = cost(travelling(start="home", modules=[TWO_DAYS]), LONG).travel
    assert abs(twice - 2 * once) <= 1


def test_travel_when_it_stands_in_the_table_in_one_direction() -> None:
    given = {("home", "h"): 77_77, ("h", "home"): 1}
    assert cost(travelling(start="home", travel_oere=given), session("s1", 4)).travel == 77_77


def test_travel_when_a_place_is_unknown() -> None:
    for start in (None, "nowhere"):
        assert cost(travelling(start=start), session("s1", 4)).travel == 0
    given = {("nowhere", "h"): 12_00}
    assert cost(travelling(start="nowhere", travel_oere=given), session("s1", 4)).travel == 12_00


def test_travel_when_the_session_is_online() -> None:
    online = replace(MODULE, format=Format.ONLINE)
    of = travelling(start="home", modules=[online])
    assert cost(of, session("s1", 4, room=None)).travel == 0


def test_a_plan_when_nobody_is_served_costs_what_is_left_out() -> None:
    nothing: Plan = costed(problem(NEEDS), plan(left_out=NEEDS))
    assert nothing.cost == Cost(unserved=2 * PROGRAMME.prices.unserved_oere)


def test_displacement_when_the_afternoon_starts_as_the_morning_ends() -> None:
    of = problem(people=with_busy(1, busy(4, "11:00", "13:00")))
    of = replace(of, programme=replace(of.programme, afternoon=(time(12), time(16))))
    noon, afternoon = at(4, "12:00"), session("s1", 4, part="pm")
    assert cost(of, session("s1", 4)).displacement == HOURLY
    assert cost(of, replace(afternoon, start=noon)).displacement == HOURLY
