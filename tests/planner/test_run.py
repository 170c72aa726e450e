"""Planning as a whole, in processes of its own, with the tests' own engines where they matter."""

import time
from collections.abc import Callable, Iterator, Sequence
from random import Random

import pytest
from tests.planner.brute_force import optimum
from tests.planner.strategies import tiny_problem

from samskab.planner.check import check
from samskab.planner.engines import Heard
from samskab.planner.progress import Progress
from samskab.planner.run import Effort, EngineDiedError, plan_problem
from samskab.planner.search.improve import search
from samskab.planner.search.solution import Solution
from samskab.planner.timetable import Timetable

PROBLEM = tiny_problem(Random(60))  # some are served, some cannot be


def nothing_proven(timetable: Timetable, *, stop: Callable[[], bool]) -> Iterator[int]:
    assert timetable is not None
    while not stop():
        time.sleep(0.01)
        yield 0


def fails_at_once(
    timetable: Timetable,
    *,
    seed: int,
    stop: Callable[[int], bool],
    number: int,
    begin: Solution | None,
    hear: Callable[[], Sequence[Heard]],
) -> Iterator[Solution]:
    if begin or stop(seed + number) or hear() or timetable.modules:
        raise RuntimeError
    yield from ()


def never_ends(
    timetable: Timetable,
    *,
    seed: int,
    stop: Callable[[int], bool],
    number: int,
    begin: Solution | None,
    hear: Callable[[], Sequence[Heard]],
) -> Iterator[Solution]:
    yield from search(timetable, seed=seed, stop=lambda steps: steps >= 0)
    while True:
        time.sleep(0.05)
        assert stop is not None
        assert number >= 0
        assert begin is None or begin.sessions
        hear()


def test_a_plan_ends_when_its_bound_meets_it() -> None:
    best, _ = optimum(PROBLEM)
    told: list[Progress] = []
    plan = plan_problem(PROBLEM, Effort(seconds=60, steps=200), told.append)
    assert check(PROBLEM, plan) == ()
    assert plan.bound <= best <= plan.cost.total
    assert plan.seconds < 60
    assert told[-1].phase == "done"
    assert told[-1].total_oere == plan.cost.total


def test_the_same_steps_give_the_same_plan_whatever_the_clock_says() -> None:
    plans = [
        plan_problem(
            PROBLEM, Effort(seconds=60, steps=8, seed=5), lambda _: None, prove_with=nothing_proven
        )
        for _ in range(2)
    ]
    assert plans[0].sessions == plans[1].sessions
    assert plans[0].unserved == plans[1].unserved


def test_time_ends_a_search_that_would_not() -> None:
    began = time.monotonic()
    plan = plan_problem(
        PROBLEM,
        Effort(seconds=1),
        lambda _: None,
        search_with=never_ends,
        prove_with=nothing_proven,
        solve_with=None,
    )
    assert check(PROBLEM, plan) == ()
    assert plan.sessions
    assert time.monotonic() - began < 60


def test_a_search_that_dies_before_a_plan_is_an_error() -> None:
    with pytest.raises(EngineDiedError):
        plan_problem(
            PROBLEM,
            Effort(seconds=60),
            lambda _: None,
            search_with=fails_at_once,
            prove_with=nothing_proven,
            solve_with=None,
        )
