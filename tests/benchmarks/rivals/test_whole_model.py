"""The one model of everything is a right model: its plans keep the rules, its bound is one."""

from random import Random

from tests.benchmarks.rivals.found import Found
from tests.benchmarks.rivals.whole_model import whole_model
from tests.planner.brute_force import TooManyPlansError, optimum
from tests.planner.strategies import tiny_problem

from samskab.planner.check import check
from samskab.planner.outcome import plan_of
from samskab.planner.timetable import build_timetable

PROBLEMS = 10


def test_the_optimum_is_met_from_both_sides_when_the_problem_is_tiny() -> None:
    compared = 0
    for seed in range(2000, 2000 + PROBLEMS):
        problem = tiny_problem(Random(seed))
        try:
            best, _ = optimum(problem)
        except TooManyPlansError:
            continue
        timetable = build_timetable(problem)
        told: list[Found] = []
        whole_model(timetable, seconds=20, tell=told.append)
        assert all(found.bound_oere is None or found.bound_oere <= best for found in told), seed
        solution = told[-1].solution
        assert solution is not None
        assert solution.total_oere == best, seed
        plan = plan_of(timetable, solution, bound_oere=0, seconds=0.0, seed=0)
        assert check(problem, plan) == (), seed
        compared += 1
    assert compared > 0.9 * PROBLEMS
