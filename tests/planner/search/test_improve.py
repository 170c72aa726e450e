"""The search against the checker, brute force and itself."""

from random import Random

import pytest
from tests.planner.brute_force import TooManyPlansError, optimum
from tests.planner.strategies import tiny_problem

from samskab.planner.check import check
from samskab.planner.model.problem import Problem
from samskab.planner.outcome import plan_of
from samskab.planner.search.improve import search
from samskab.planner.search.solution import Ledger, Solution, cost_of
from samskab.planner.timetable import build_timetable

CASES = 80
STEPS = 12


def solutions(problem: Problem, *, seed: int = 0, steps: int = STEPS) -> list[Solution]:
    return list(search(build_timetable(problem), seed=seed, stop=lambda done: done >= steps))


@pytest.mark.parametrize("decade", range(CASES // 10))
def test_every_plan_passes_the_checker_and_none_beats_brute_force(decade: int) -> None:
    for case in range(10 * decade, 10 * decade + 10):
        problem = tiny_problem(Random(case))
        found = solutions(problem)
        for solution in found:
            plan = plan_of(build_timetable(problem), solution, bound_oere=0, seconds=0.0, seed=0)
            assert check(problem, plan) == (), case
            assert plan.cost.total == solution.total_oere
        totals = [solution.total_oere for solution in found]
        assert totals == sorted(totals, reverse=True)
        try:
            best, _ = optimum(problem)
        except TooManyPlansError:
            continue
        assert totals[-1] >= best, case
        assert not found[-1].proven or totals[-1] == best, case


def test_the_search_finds_the_optimum_when_the_problem_is_tiny() -> None:
    reached = tried = 0
    for case in range(1000, 1040):
        problem = tiny_problem(Random(case))
        try:
            best, _ = optimum(problem)
        except TooManyPlansError:
            continue
        tried += 1
        reached += solutions(problem, steps=40)[-1].total_oere == best
    assert tried >= 25
    assert reached == tried


def test_the_same_seed_and_steps_give_the_same_plan() -> None:
    problem = tiny_problem(Random(7))
    assert solutions(problem, seed=3) == solutions(problem, seed=3)


def test_the_ledger_adds_up_to_the_cost_when_plans_follow_each_other() -> None:
    for case in range(40):
        problem = tiny_problem(Random(case))
        timetable = build_timetable(problem)
        ledger = Ledger(timetable)
        for solution in solutions(problem):
            assert ledger.total(solution.sessions) == cost_of(timetable, solution.sessions).total
            assert (
                ledger.total(solution.sessions[:-1])
                == cost_of(timetable, solution.sessions[:-1]).total
            )
