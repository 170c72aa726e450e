"""The curve against brute force, which knows the best plan under every setting."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from tests.planner.brute_force import TooManyPlansError, optimum
from tests.planner.small import busy, costed, plan, problem, session, with_busy
from tests.planner.strategies import tiny_problem

from samskab.planner.check import check
from samskab.planner.fairness.curve import (
    NO_SETTING,
    Point,
    Setting,
    Wishes,
    curve,
    price_of,
    setting_of,
    settings_to_try,
)
from samskab.planner.fairness.loads import Load
from samskab.planner.model.plan import Cost, Plan
from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Prices, Rules

SETTINGS = (
    NO_SETTING,
    Setting(Fraction(2)),
    Setting(Fraction(1)),
    Setting(None, Fraction(1, 2), 70_000),
    Setting(Fraction(2), Fraction(0), 5_000_000),
)
SEEDS = range(16)


def best_plan(of: Problem) -> Plan:
    """A plan that is proven best."""
    _, found = optimum(of)
    return replace(found, bound=found.cost.total)


def best_but_unproven(of: Problem) -> Plan:
    return replace(best_plan(of), bound=0)


@pytest.fixture(scope="module")
def curves() -> list[tuple[Problem, tuple[Point, ...]]]:
    def drawn() -> Iterator[tuple[Problem, tuple[Point, ...]]]:
        for seed in SEEDS:
            of = tiny_problem(Random(seed))
            if of.needs:
                with suppress(TooManyPlansError):
                    yield of, curve(of, SETTINGS, best_plan)

    return list(drawn())


def test_curve_when_every_plan_is_proven_best_has_the_least_cost_of_each_setting(
    curves: list[tuple[Problem, tuple[Point, ...]]],
) -> None:
    dearer = 0
    assert len(curves) > 0.9 * len(SEEDS)
    for of, points in curves:
        for point in points:
            there = point.setting.on(of)
            assert not check(there, point.plan)
            assert point.plan.cost.total == point.plan.bound
            cap = point.setting.max_displaced_hours
            assert cap is None or point.hours.most <= cap
            price = price_of(point, points[0])
            assert 0 <= price.at_least <= price.at_most
            if not point.setting.has_price:
                true = point.plan.bound - points[0].plan.bound
                assert (price.at_least, price.at_most) == (true, true)
                assert price.is_told_apart == (true > 0)
                dearer += true > 0
        costs = [point.cost_oere for point in points]
        assert costs[0] <= costs[1] <= costs[2]
        assert costs[0] == min(costs)
    assert dearer > 2


def test_curve_when_a_point_is_beaten_is_not_on_it() -> None:
    people = with_busy(1, busy(4, "09:00", "11:00"))
    people = (replace(people[0], hourly_value_oere=0), *people[1:])  # displaced at no cost
    of = problem(people=people)

    def plan_with(there: Problem) -> Plan:
        capped = there.programme.rules.max_displaced_hours is not None
        return costed(there, plan(session("s", 5 if capped else 4)))

    beaten, best = curve(of, (NO_SETTING, Setting(Fraction(1))), plan_with)
    assert beaten.hours.worst_tenth == 2
    assert best.hours.worst_tenth == 0
    assert beaten.cost_oere == best.cost_oere
    assert (beaten.on_curve, best.on_curve) == (False, True)


def test_price_when_nothing_is_proven_tells_no_point_apart() -> None:
    of = problem(people=with_busy(1, busy(4, "09:00", "11:00")))
    points = curve(of, (NO_SETTING, Setting(Fraction(0))), best_but_unproven)
    for point in points:
        price = price_of(point, points[0])
        assert (price.at_least, price.at_most) == (0, point.cost_oere)
        assert not price.is_told_apart


def test_bound_when_a_looser_cap_has_a_higher_one_holds_for_the_stricter() -> None:
    of = problem()
    bounds = {None: 10, Fraction(2): 500_00, Fraction(1): 20}

    def bounded(there: Problem) -> Plan:
        bound = bounds[there.programme.rules.max_displaced_hours]
        return replace(best_plan(there), bound=bound)

    settings = (
        NO_SETTING,
        Setting(Fraction(1)),
        Setting(Fraction(2)),
        Setting(None, Fraction(1), 1),
    )
    assert [point.least_oere for point in curve(of, settings, bounded)] == [10, 500_00, 500_00, 10]


def test_curve_when_a_stricter_setting_finds_a_cheaper_plan_takes_it_for_the_looser() -> None:
    of = problem()

    def unlucky(there: Problem) -> Plan:
        """Without a cap it finds nothing."""
        if there.programme.rules.max_displaced_hours is None:
            return replace(costed(there, plan(left_out=[("p1", "m1")])), bound=7)
        return best_plan(there)

    none, capped = curve(of, (NO_SETTING, Setting(Fraction(3))), unlucky)
    assert none.plan.sessions == capped.plan.sessions != ()
    assert none.cost_oere == capped.cost_oere == 900_00
    assert (none.plan.bound, none.least_oere) == (7, 7)


def test_curve_when_the_plan_that_is_known_is_the_cheapest_takes_it_where_it_may() -> None:
    of = problem(people=with_busy(1, busy(4, "09:00", "11:00")))
    known = replace(costed(of, plan(session("s", 4))), bound=9_999_999_99, cost=Cost(rooms=1))

    def nobody(there: Problem) -> Plan:
        return costed(there, plan(left_out=[("p1", "m1")]))

    loose, strict = curve(of, (NO_SETTING, Setting(Fraction(1))), nobody, known)
    assert loose.plan.sessions == known.sessions
    assert (loose.cost_oere, loose.least_oere) == (900_00 + 2 * 600_00, 0)
    assert not strict.plan.sessions


def test_price_when_unfair_hours_cost_is_no_more_than_the_plan_with_them() -> None:
    of = problem(people=with_busy(1, busy(4, "08:30", "16:00"), busy(5, "08:30", "16:00")))
    setting = Setting(None, Fraction(1), 100)
    points = curve(of, (NO_SETTING, setting), best_plan)
    assert price_of(points[1], points[0]).at_least == 0
    assert points[1].cost_oere == points[1].plan.cost.total - points[1].plan.cost.unfairness


def loads(*hours: int) -> list[Load]:
    ids = ("p1", "p2", "p3")
    return [
        Load(person, Fraction(each), 0, None, None, 0)
        for person, each in zip(ids, hours, strict=False)
    ]


def test_settings_when_nothing_is_wished_for_follow_the_plan() -> None:
    found = settings_to_try(problem(), loads(0, 1, 7), Wishes())
    assert found == (
        NO_SETTING,
        Setting(Fraction(11, 2)),  # three quarters of 7 are 5.25
        Setting(Fraction(7, 2)),
        Setting(None, Fraction(3), 600_00),  # the mean is 8/3
        Setting(None, Fraction(3), 2_400_00),
    )


def test_settings_when_the_folder_has_its_own() -> None:
    of = problem(rules=Rules(max_displaced_hours=Fraction(9), fair_hours=Fraction(2)))
    assert setting_of(of) == Setting(Fraction(9))  # fair hours without a price
    of = replace(of, programme=replace(of.programme, prices=Prices(unfair_oere=5)))
    own = Setting(Fraction(9), Fraction(2), 5)
    assert setting_of(of) == own
    wished = settings_to_try(of, loads(1), Wishes(unfair_oere=(0, 7)))
    assert wished == (NO_SETTING, own, Setting(None, Fraction(2), 7))
    wished = settings_to_try(of, loads(1), Wishes((Fraction(4),), (7,), Fraction(3)))
    assert wished == (NO_SETTING, own, Setting(Fraction(4)), Setting(None, Fraction(3), 7))


def test_settings_when_the_folder_has_none_are_without_doubles() -> None:
    assert settings_to_try(problem(), loads(1), Wishes(caps=(Fraction(2), Fraction(2)))) == (
        NO_SETTING,
        Setting(Fraction(2)),
    )


def test_point_when_drawn_has_the_spread_of_its_own_plan() -> None:
    of = problem([("p1", "m1"), ("p2", "m1")], people=with_busy(1, busy(4, "09:00", "10:00")))

    def on_monday(there: Problem) -> Plan:
        return costed(there, plan(session("s", 4, ["p1", "p2"])))

    (point,) = curve(of, (NO_SETTING,), on_monday)
    assert point.hours.mean == point.hours.gini == Fraction(1, 2)
    assert point.hours.most == 1
    assert point.left_out == 0
