"""The secretary keeps every rule, and never beats the best plan there is."""

from contextlib import suppress
from random import Random

import pytest
from tests.benchmarks.rivals.first_fit import first_fit
from tests.planner.brute_force import TooManyPlansError, optimum
from tests.planner.strategies import tiny_problem

from samskab.planner.check import check
from samskab.planner.outcome import plan_of
from samskab.planner.timetable import build_timetable

HUNDREDS = 1


@pytest.mark.parametrize("hundred", range(HUNDREDS))
def test_every_rule_is_kept_when_the_problem_is_tiny(hundred: int) -> None:
    served = 0
    for seed in range(100 * hundred, 100 * hundred + 100):
        problem = tiny_problem(Random(seed))
        timetable = build_timetable(problem)
        solution = first_fit(timetable)
        plan = plan_of(timetable, solution, bound_oere=0, seconds=0.0, seed=0)
        assert check(problem, plan) == (), seed
        assert plan.cost.total == solution.total_oere
        served += timetable.needs - len(plan.unserved)
    assert served > 100


def test_none_beats_brute_force_when_the_problem_is_tiny() -> None:
    compared = 0
    for seed in range(12):
        problem = tiny_problem(Random(seed))
        with suppress(TooManyPlansError):
            best, _ = optimum(problem)
            assert first_fit(build_timetable(problem)).total_oere >= best, seed
            compared += 1
    assert compared > 9
