"""The bound is one: never above what brute force finds."""

from collections.abc import Callable
from random import Random

import pytest
from tests.planner.brute_force import TooManyPlansError, optimum
from tests.planner.strategies import tiny_problem

from samskab.planner.bound import prove
from samskab.planner.model.problem import Problem
from samskab.planner.timetable import build_timetable


def stop_after(steps: int) -> Callable[[], bool]:
    """A clock that counts: true from the given number of questions on."""
    countdown = iter(range(steps))
    return lambda: next(countdown, None) is None


def bounds_of(problem: Problem, steps: int = 40) -> list[int]:
    told = prove(build_timetable(problem), stop=stop_after(steps))
    return [bound for bound in told if isinstance(bound, int)]


@pytest.mark.parametrize("batch", range(3))
def test_no_bound_is_above_the_optimum_when_tiny(batch: int) -> None:
    tight = solved = 0
    for seed in range(1000 + 30 * batch, 1030 + 30 * batch):
        problem = tiny_problem(Random(seed))
        try:
            best, _ = optimum(problem)
        except TooManyPlansError:
            continue
        bounds = bounds_of(problem)
        assert bounds, seed
        assert max(bounds) <= best, seed
        solved += 1
        tight += best - bounds[-1] <= best / 10_000
    assert solved > 25
    # Dropped rules leave a gap in some; a bound of nothing would be tight nowhere.
    assert tight > solved / 4


def test_bounds_rise_and_repeat_when_run_twice() -> None:
    problem = tiny_problem(Random(7))
    bounds = bounds_of(problem)
    assert bounds == sorted(set(bounds))
    assert bounds == bounds_of(problem)
    assert bounds_of(problem, steps=30) == bounds[: len(bounds_of(problem, steps=30))]
