"""What settings alone say of two problems, against the best plans of tiny ones."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from tests.planner.brute_force import TooManyPlansError, optimum
from tests.planner.small import problem
from tests.planner.strategies import tiny_problem

from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Rules
from samskab.planner.whatif.strictness import only_forbids

FEW_STEPS = 150


def varied(random: Random, of: Problem) -> Problem:
    """One setting drawn anew, up or down."""
    programme = of.programme
    kind = random.randrange(4)
    if kind == 0:
        module = random.randrange(len(programme.modules))
        changes: list[dict[str, Any]] = [
            {"group_min": 2, "group_max": 4},
            {"group_max": 1, "group_min": 1},
            {"gap_days_min": random.randrange(3)},
            {"gap_days_max": random.choice((None, 1, 4))},
            {"materials_oere": random.choice((0, 9_00))},
            {"after": ()},
        ]
        changed = [*programme.modules]
        changed[module] = replace(changed[module], **random.choice(changes))
        return replace(of, programme=replace(programme, modules=tuple(changed)))
    if kind == 1:
        rules: list[dict[str, Any]] = [
            {"max_away_per_unit": random.choice((None, 1, Fraction(1, 2)))},
            {"max_days_per_week": random.randrange(1, 4)},
            {"parallel_sessions": random.choice((None, 1))},
            {"max_displaced_hours": random.choice((None, Fraction(1)))},
            {"fair_hours": random.choice((None, Fraction(0)))},
            {"keep_together": ()},
        ]
        drawn = replace(programme.rules, **random.choice(rules))
        return replace(of, programme=replace(programme, rules=drawn))
    if kind == 2:
        prices: list[dict[str, Any]] = [
            {"tentative": Fraction(random.randrange(5), 4)},
            {"km_oere": Fraction(random.randrange(900))},
            {"speed_kmh": Fraction(random.choice((10, 90)))},
            {"unserved_oere": random.choice((100_00, 9000_00))},
            {"unfair_oere": random.choice((0, 900_00))},
        ]
        priced = replace(programme.prices, **random.choice(prices))
        return replace(of, programme=replace(programme, prices=priced))
    more: dict[date, str] = {**programme.closed, programme.first_day: ""}
    closed = random.choice((more, {}))
    return replace(of, programme=replace(programme, closed=closed))


def test_a_problem_when_it_only_forbids_more_has_no_cheaper_plan() -> None:
    told = dearer = untold = cheaper = 0
    for seed in range(110):
        random = Random(seed)
        one = tiny_problem(random)
        other = varied(random, one)
        if other == one:
            continue
        with suppress(TooManyPlansError):
            mine, theirs = optimum(one, FEW_STEPS)[0], optimum(other, FEW_STEPS)[0]
            for a, b, oere, least in ((one, other, mine, theirs), (other, one, theirs, mine)):
                if only_forbids(a, b):
                    assert oere >= least, seed
                    told, dearer = told + 1, dearer + (oere > least)
                else:
                    untold, cheaper = untold + 1, cheaper + (oere < least)
    # It is told of most, and never of those that a cheaper plan shows to be untrue.
    assert min(told, untold) > 40, (told, untold)
    assert min(dearer, cheaper) > 8, (dearer, cheaper)


@pytest.mark.parametrize(
    "rules",
    [
        Rules(max_away_per_unit=1),
        Rules(max_days_per_week=1),
        Rules(keep_together=(("m1",),)),
        Rules(parallel_sessions=2),
        Rules(max_displaced_hours=Fraction(3)),
        Rules(fair_hours=Fraction(3)),
    ],
)
def test_a_rule_when_there_is_one_more_only_forbids(rules: Rules) -> None:
    free, bound = problem(), problem(rules=rules)
    assert only_forbids(bound, free)
    assert not only_forbids(free, bound)
    assert only_forbids(bound, bound)


def test_limits_of_units_when_each_is_higher_for_one_of_them_are_not_told() -> None:
    """Two of three, or half of each: of the larger unit one more, of the smaller one fewer."""
    most = problem(rules=Rules(max_away_per_unit=Fraction(1, 2)))  # 1 of 2, 1 of 1
    assert only_forbids(problem(rules=Rules(max_away_per_unit=1)), most)
    assert only_forbids(most, problem(rules=Rules(max_away_per_unit=1)))
    assert not only_forbids(problem(rules=Rules(max_away_per_unit=2)), most)
