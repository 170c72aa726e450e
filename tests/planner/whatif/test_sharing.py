"""Plans that are shared between variants of tiny problems whose best plans are known."""

from contextlib import suppress
from dataclasses import replace
from random import Random

from tests.planner.brute_force import TooManyPlansError, optimum
from tests.planner.relaxations import RELAXATIONS
from tests.planner.strategies import tiny_problem

from samskab.planner.check import check
from samskab.planner.model.plan import Cost, Plan, Unserved
from samskab.planner.model.problem import Problem
from samskab.planner.whatif.sharing import shared

FEW_STEPS = 200


def nobody_served(problem: Problem) -> Plan:
    needs = problem.needs
    cost = Cost(unserved=problem.programme.prices.unserved_oere * len(needs))
    return Plan((), tuple(Unserved(need.person, need.module, "no_time") for need in needs), cost)


def test_a_plan_when_it_keeps_the_rules_of_another_variant_is_taken_over() -> None:
    taken = refused = 0
    for seed in range(60):
        problem = tiny_problem(Random(seed))
        relaxed = RELAXATIONS["max_days_per_week"](RELAXATIONS["max_away_per_unit"](problem))
        with suppress(TooManyPlansError):
            oere, best = optimum(problem, FEW_STEPS)
            relaxed_oere, relaxed_best = optimum(relaxed, FEW_STEPS)
            forth = shared((problem, relaxed), (best, nobody_served(relaxed)))
            assert forth[1].cost.total == min(oere, nobody_served(relaxed).cost.total)
            back = shared((problem, relaxed), (nobody_served(problem), relaxed_best))
            for plan, of in zip((*forth, *back), (problem, relaxed) * 2, strict=True):
                assert check(of, plan) == ()
            refused += bool(check(problem, replace(relaxed_best, bound=0)))
            taken += relaxed_best.sessions != () and back[0].sessions == relaxed_best.sessions
            assert back[0].cost.total >= oere
            assert relaxed_oere <= oere
    assert min(taken, refused) > 2, (taken, refused)


def test_a_bound_when_it_holds_for_another_variant_is_shared_and_no_other_is() -> None:
    problem = tiny_problem(Random(0))
    _, best = optimum(problem)
    rules = replace(problem.programme.rules, max_days_per_week=1)
    stricter = replace(problem, programme=replace(problem.programme, rules=rules))
    assert problem.programme.rules.max_days_per_week > 1
    poor, rich = replace(nobody_served(problem), bound=7, seed=3), replace(best, bound=5)
    assert shared((problem, problem), (poor, rich)) == (
        replace(best, bound=7, seed=3, seconds=0.0),
        replace(best, bound=7),
    )
    _, least = optimum(stricter)
    bounds = [plan.bound for plan in shared((problem, stricter), (rich, replace(least, bound=3)))]
    assert bounds == [5, 5]
    bounds = [plan.bound for plan in shared((problem, stricter), (rich, replace(least, bound=9)))]
    assert bounds == [5, 9]
