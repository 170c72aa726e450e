"""The counting cut: sessions and, by the last group, people left out."""

from dataclasses import replace

import pytest
from tests.planner.bound.test_proof import bounds_of
from tests.planner.brute_force import optimum
from tests.planner.small import problem

from samskab.planner.model.problem import Person, Problem

FEE = 100_000


def of_one_module(people: int, group_max: int, unserved_oere: int) -> Problem:
    """People without meetings, who all need one module whose sessions cost a room's price."""
    names = [f"p{number}" for number in range(people)]
    some = problem(
        tuple((name, "m1") for name in names),
        people=tuple(Person(name, name, "u", 0) for name in names),
    )
    programme = some.programme
    module = replace(
        programme.modules[0], group_min=1, group_max=group_max, after=(), materials_oere=0
    )
    prices = replace(programme.prices, unserved_oere=unserved_oere)
    rooms = tuple(replace(room, capacity=20, price_per_half_day_oere=FEE) for room in some.rooms)
    return replace(
        some,
        programme=replace(programme, modules=(module, *programme.modules[1:]), prices=prices),
        rooms=rooms,
    )


@pytest.mark.parametrize("people", [4, 5, 6])
@pytest.mark.parametrize("part", [0.3, 0.9, 1.4])
def test_no_bound_is_above_the_optimum_when_leaving_out_is_cheap(people: int, part: float) -> None:
    case = of_one_module(people, 3, round(FEE * part))
    best, _ = optimum(case)
    assert max(bounds_of(case, steps=200)) <= best


def test_the_bound_meets_the_optimum_when_the_last_session_is_nearly_full() -> None:
    """Five people, three a session: leaving one out saves nothing, and costs a little."""
    case = of_one_module(5, 3, round(FEE * 0.7))
    best, _ = optimum(case)
    assert max(bounds_of(case, steps=400)) >= 0.97 * best
