"""The whole engine on tiny problems: no bound above the optimum, no plan that breaks a rule."""

from functools import reduce
from random import Random
from time import monotonic

from tests.planner.brute_force import TooManyPlansError, optimum
from tests.planner.relaxations import RELAXATIONS
from tests.planner.strategies import tiny_problem

from samskab.planner.check import check
from samskab.planner.model.problem import Problem
from samskab.planner.outcome import plan_of
from samskab.planner.search.solution import Solution, cost_of
from samskab.planner.timetable import build_timetable
from samskab.planner.whole import solve_whole
from samskab.planner.whole.engine import compact_of, whole_at
from samskab.planner.whole.keeping import keeps_rules
from samskab.planner.whole.reading import sessions_of
from samskab.planner.whole.solvers import Task, both, by_cp_sat, by_highs

SECONDS = 20.0
DROPPED = ("max_days_per_week", "keep_together", "unfairness")


def solved(problem: Problem) -> tuple[int, Solution | None]:
    """The last bound and plan."""
    found = list(
        solve_whole(
            build_timetable(problem),
            stop=lambda: False,
            hear=tuple,
            until=monotonic() + SECONDS,
        )
    )
    bounds = [one for one in found if isinstance(one, int)]
    plans = [one for one in found if isinstance(one, Solution)]
    assert bounds == sorted(bounds)
    return max(bounds, default=0), plans[-1] if plans else None


def test_bound_optimum_and_plan_stand_in_that_order_when_tiny() -> None:
    tight = planned = cases = 0
    for seed in range(2000, 2025):
        problem = tiny_problem(Random(seed))
        try:
            best, _ = optimum(problem)
        except TooManyPlansError:
            continue
        bound, solution = solved(problem)
        assert bound <= best, seed
        cases += 1
        tight += bound == best
        if solution is None:
            continue
        plan = plan_of(build_timetable(problem), solution, bound_oere=bound, seconds=0, seed=0)
        assert check(problem, plan) == (), seed
        assert best <= plan.cost.total == solution.total_oere, seed
        planned += plan.cost.total == best
    assert cases > 20
    # What the programme drops leaves a gap in some; one that knew too little would in many.
    assert tight > 0.75 * cases, (tight, planned, cases)
    assert planned > 0.75 * cases, (tight, planned, cases)


def test_the_programme_is_exact_when_no_dropped_rule_is_there() -> None:
    """So a row that says too little, or too much, shows: nothing is mended here."""
    cases = 0
    for seed in range(3000, 3030):
        problem = tiny_problem(Random(seed))
        for rule in DROPPED:
            problem = RELAXATIONS[rule](problem)
        try:
            best, _ = optimum(problem)
        except TooManyPlansError:
            continue
        timetable = build_timetable(problem)
        compact = compact_of(whole_at(timetable))
        found = reduce(both, by_cp_sat(compact.mip, Task(SECONDS, lambda: False)))
        assert found.bound == best, seed
        assert found.values is not None
        sessions = sessions_of(compact, found.values)
        assert keeps_rules(timetable, sessions), seed
        assert cost_of(timetable, sessions).total == best, seed
        cases += 1
    assert cases > 20


def test_solvers_agree_when_tiny() -> None:
    for seed in range(2000, 2010):
        mip = compact_of(whole_at(build_timetable(tiny_problem(Random(seed))))).mip
        exact = reduce(both, by_cp_sat(mip, Task(SECONDS, lambda: False)))
        other = reduce(both, by_highs(mip, Task(SECONDS, lambda: False)))
        assert other.ended
        assert exact.bound is not None
        assert other.bound is not None
        # In floating point a millionth is taken off for safety.
        assert 0 <= exact.bound - other.bound <= 1 + exact.bound // 100_000
