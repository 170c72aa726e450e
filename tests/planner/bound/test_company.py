"""What a track says of a session's size, against brute force where a wrong size would show."""

from dataclasses import replace

import pytest
from tests.planner.bound.test_proof import bounds_of
from tests.planner.brute_force import optimum
from tests.planner.small import FACILITATOR, MODULE, problem

from samskab.planner.bound.blocks import blocks_of
from samskab.planner.bound.company import Company, company_of
from samskab.planner.model.problem import Party, Person, Problem
from samskab.planner.model.programme import Prices, Rules
from samskab.planner.timetable import build_timetable

NAMES = "abcd"
FIRST = replace(MODULE, id="m1", group_max=2)
SECOND = replace(MODULE, id="m2", group_max=4)


def tracked(
    first: str = NAMES, second: str = NAMES, *, unserved_oere: int = 2_500_000, fee: int = 80_000
) -> Problem:
    """Four people with two modules of one track; a session of m1 holds two, one of m2 four."""
    people = tuple(Person(name, name, "u", 50_000) for name in NAMES)
    needs = tuple((name, "m1") for name in first) + tuple((name, "m2") for name in second)
    whole = problem(
        needs,
        modules=(FIRST, SECOND),
        rules=Rules(keep_together=(("m1", "m2"),)),
        people=people,
        facilitators=(replace(FACILITATOR, fee_per_half_day_oere=fee),),
    )
    prices = Prices(unserved_oere=unserved_oere)
    return replace(whole, programme=replace(whole.programme, prices=prices))


def company(whole: Problem, module: int) -> Company:
    timetable = build_timetable(whole)
    return company_of(timetable, module, blocks_of(timetable))


def test_a_session_holds_as_few_as_its_track_does_when_all_need_both() -> None:
    assert company(tracked(), 0) == Company(2, None)
    assert company(tracked(), 1) == Company(2, 0)
    # Two sessions of each module, 900 kr apiece.
    assert bounds_of(tracked(), steps=120)[-1] == pytest.approx(4 * 90_000, rel=0.01)
    assert optimum(tracked())[0] == 4 * 90_000


def test_those_who_need_one_module_only_come_on_top_when_they_join() -> None:
    whole = tracked(first="ab")
    assert company(whole, 1) == Company(4, None)
    # One session of each: had a session of m2 held two, the bound would stand a session above.
    assert optimum(whole)[0] == 2 * 90_000
    assert bounds_of(whole)[-1] <= 2 * 90_000


@pytest.mark.parametrize("unserved_oere", [10_000, 20_000, 30_000, 40_000])
def test_who_is_left_out_of_one_module_fills_the_other_when_that_is_cheaper(
    unserved_oere: int,
) -> None:
    whole = tracked(unserved_oere=unserved_oere)
    best = optimum(whole)[0]
    # m2 in one session of four, whom m1 leaves out; or nothing at all.
    assert best == min(90_000 + 4 * unserved_oere, 8 * unserved_oere)
    assert max(bounds_of(whole, steps=200)) <= best


def test_a_party_still_fits_when_it_is_larger_than_its_track_allows() -> None:
    whole = replace(tracked(unserved_oere=30_000), parties=(Party("three", ("a", "b", "c")),))
    assert company(whole, 1) == Company(3, 0)
    assert max(bounds_of(whole, steps=200)) <= optimum(whole)[0]
