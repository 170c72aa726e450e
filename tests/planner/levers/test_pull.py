"""Levers on tiny problems, against the best plans with and without them by brute force."""

from collections import Counter
from contextlib import suppress
from dataclasses import replace
from random import Random

import pytest
from tests.planner.brute_force import TooManyPlansError, optimum
from tests.planner.small import (
    FACILITATOR,
    MODULE,
    PEOPLE,
    busy,
    costed,
    plan,
    problem,
    session,
)
from tests.planner.strategies import tiny_problem

from samskab.planner.check import check
from samskab.planner.levers.candidates import candidates
from samskab.planner.levers.lever import FacilitatorDay, GroupSeat, Lever, LeverKind, UnitLimit
from samskab.planner.levers.prices import bound_at, prices_of
from samskab.planner.levers.pull import Levers, pull_levers
from samskab.planner.levers.verifying import Pains, planned_from
from samskab.planner.model.plan import Cost, Plan, Unserved
from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Rules
from samskab.planner.search.placing import solution_of
from samskab.planner.timetable import build_timetable

PAINS = Pains(steps=8, proof_steps=40)
FEW_STEPS = 200
"""Of brute force: what needs more is left out, so that the many problems tried take seconds."""


def nobody_served(problem: Problem) -> Plan:
    needs = problem.needs
    cost = Cost(unserved=problem.programme.prices.unserved_oere * len(needs))
    return Plan((), tuple(Unserved(need.person, need.module, "no_time") for need in needs), cost)


def levers_of(problem: Problem, best: Plan) -> tuple[Lever, ...]:
    return candidates(build_timetable(problem), best) if problem.needs else ()


def test_a_lever_when_priced_by_the_bound_never_hides_a_cheaper_plan() -> None:
    """The price is a bound of the changed problem: no plan with the lever costs less."""
    told: Counter[LeverKind] = Counter()
    saving: Counter[LeverKind] = Counter()
    for seed in range(45):
        random = Random(seed)
        problem = tiny_problem(random)
        with suppress(TooManyPlansError):
            oere, best = optimum(problem, FEW_STEPS)
            levers = levers_of(problem, best)
            if not levers:
                continue
            prices = prices_of(build_timetable(problem), 10)
            assert prices.bound_oere <= oere
            for kind in random.sample([*LeverKind], 2):
                lever = random.choice([one for one in levers if one.kind == kind] or [None])
                if lever is None:
                    continue
                changed = lever.of(problem)
                with_it, _ = optimum(changed, FEW_STEPS)
                assert bound_at(prices, build_timetable(changed)) <= with_it, (seed, lever)
                told[lever.kind] += 1
                saving[lever.kind] += with_it < oere
    assert len(told) > 6, told
    assert len(saving) > 3, saving


def test_a_lever_when_verified_on_a_tiny_problem_saves_what_brute_force_says() -> None:
    exact = cases = 0
    for seed in range(100, 130):
        random = Random(seed)
        problem = tiny_problem(random)
        with suppress(TooManyPlansError):
            _, best = optimum(problem, FEW_STEPS)
            levers = levers_of(problem, best)
            for lever in random.sample(levers, min(2, len(levers))):
                changed = lever.of(problem)
                least, _ = optimum(changed, FEW_STEPS)
                found = planned_from(changed, best, PAINS)
                assert check(changed, found) == ()
                assert found.bound <= least <= found.cost.total, (seed, lever)
                cases += 1
                exact += found.cost.total == least
    assert cases > 20
    assert exact > 0.9 * cases, (exact, cases)


def test_a_plan_when_it_stands_in_indexes_costs_what_it_did() -> None:
    for seed in range(30):
        problem = tiny_problem(Random(seed))
        with suppress(TooManyPlansError):
            oere, best = optimum(problem)
            assert solution_of(build_timetable(problem), best).total_oere == oere


@pytest.fixture(scope="module")
def crowded() -> tuple[Problem, Plan]:
    """Three people, two seats in a session, a dear and a cheap facilitator who is never free.

    Each session costs 900 kr; a third seat saves one of two. The cheap one, at 300 kr a half-day,
    would save 500 kr on each of the two sessions on Monday the 4th, where she teaches elsewhere.
    """
    cheap = replace(
        FACILITATOR, id="f2", name="Cheap", fee_per_half_day_oere=300_00,
        busy=tuple(busy(day, "07:00", "18:00") for day in (4, 5, 7, 8, 11, 12, 13, 14, 15)),
    )  # fmt: skip
    whole = problem(
        [(person.id, "m1") for person in PEOPLE],
        modules=[replace(MODULE, group_max=2)],
        facilitators=(FACILITATOR, cheap),
    )
    made = costed(whole, plan(session("s1", 4, ("p1", "p2")), session("s2", 5, ("p3",))))
    return whole, made


@pytest.fixture(scope="module")
def pulled(crowded: tuple[Problem, Plan]) -> Levers:
    return pull_levers(*crowded, PAINS, most=10, tell=lambda *_: None)


def test_levers_when_one_binds_rank_it_first_and_prove_it(
    crowded: tuple[Problem, Plan], pulled: Levers
) -> None:
    whole, made = crowded
    assert made.cost.total == pulled.plan.cost.total == optimum(whole)[0] == 1_800_00
    days = [one for one in pulled.pulled if isinstance(one.weighed.lever, FacilitatorDay)]
    first = pulled.pulled[0]
    assert first.weighed.oere == max(one.weighed.oere for one in pulled.pulled)
    assert {one.found_oere for one in days} == {1_000_00}
    for one in pulled.pulled:
        lever = one.weighed.lever
        saved = 1_800_00 - optimum(lever.of(whole))[0]
        assert one.found_oere == saved
        assert one.most_oere >= saved
        assert one.proven == (saved > 0)
        assert check(one.problem, one.plan) == ()
    seat = next(one for one in pulled.pulled if isinstance(one.weighed.lever, GroupSeat))
    assert seat.found_oere == 900_00


def test_levers_when_nobody_needs_anything_are_none() -> None:
    empty = problem([])
    nothing = pull_levers(empty, plan(), PAINS, most=3, tell=lambda *_: None)
    assert (nothing.pulled, nothing.plan.cost.total) == ((), 0)


def test_levers_when_a_unit_keeps_people_apart_estimate_its_limit() -> None:
    """Two of a unit may not be away at once, so each has a session of her own."""
    whole = problem([("p1", "m1"), ("p2", "m1")], rules=Rules(max_away_per_unit=1))
    made = costed(whole, plan(session("s1", 4), session("s2", 5, ("p2",))))
    found = pull_levers(whole, made, PAINS, most=20, tell=lambda *_: None)
    (unit,) = [one for one in found.pulled if one.weighed.lever == UnitLimit("u1")]
    assert not unit.weighed.by_bound
    assert unit.weighed.oere > 0
    assert (unit.found_oere, unit.proven) == (900_00, True)
    assert UnitLimit("u2") not in [one.weighed.lever for one in found.pulled]  # one person
    assert found.pulled[0] == unit
