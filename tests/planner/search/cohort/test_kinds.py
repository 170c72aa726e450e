"""Steps over whole cohorts against the checker, on tiny problems with a track."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from tests.planner.strategies import tiny_problem

from samskab.planner.check import check
from samskab.planner.model.problem import Problem
from samskab.planner.outcome import plan_of
from samskab.planner.search.cohort.kinds import (
    alternate_cohorts,
    open_cohort,
    redate_cohorts,
    reseat_cohorts,
)
from samskab.planner.search.first_plan import first_plan
from samskab.planner.search.kinds import Kind
from samskab.planner.search.parties import Parties
from samskab.planner.search.scene import Scene
from samskab.planner.search.solution import Placed, Solution, cost_of
from samskab.planner.timetable import Timetable, build_timetable

TRACKED = [s for s in range(160) if tiny_problem(Random(s)).programme.rules.keep_together]
DRAWS = 4


def assert_plan_holds(timetable: Timetable, sessions: tuple[Placed, ...]) -> int:
    """The checker passes it; what it costs."""
    solution = Solution(sessions, cost_of(timetable, sessions).total)
    plan = plan_of(timetable, solution, bound_oere=0, seconds=0.0, seed=0)
    assert check(timetable.problem, plan) == ()
    return solution.total_oere


def with_one_track(problem: Problem, *names: str) -> Problem:
    rules = replace(problem.programme.rules, keep_together=(names,))
    return replace(problem, programme=replace(problem.programme, rules=rules))


def test_first_plans_hold_when_tracks_are_kept() -> None:
    assert len(TRACKED) > 15
    for seed in TRACKED:
        timetable = build_timetable(tiny_problem(Random(seed)))
        assert_plan_holds(timetable, first_plan(timetable))


@pytest.mark.parametrize("kind", [alternate_cohorts, open_cohort, redate_cohorts, reseat_cohorts])
def test_every_plan_holds_when_cohorts_are_decided_anew(kind: Kind) -> None:
    decided = better = 0
    for seed in TRACKED:
        timetable = build_timetable(tiny_problem(Random(seed)))
        parties, chance = Parties(timetable), np.random.default_rng(seed)
        sessions = first_plan(timetable)
        for _ in range(DRAWS):
            before = cost_of(timetable, sessions).total
            draft = kind(Scene(timetable, parties, sessions), chance)
            if draft is None or isinstance(draft, tuple):
                continue
            found = draft.decide(effort=0.2, seed=0).sessions
            if found is None:
                continue
            decided += 1
            total = assert_plan_holds(timetable, found)
            if total <= before:
                better += total < before
                sessions = found
    assert decided > 15
    assert better > 0


def test_a_plan_holds_when_a_module_stands_amid_its_track() -> None:
    chains = 0
    for seed in range(200):
        problem = tiny_problem(Random(seed))
        modules = problem.programme.modules
        if len(modules) == 3 and modules[2].after == ("m2",):
            chains += 1
            timetable = build_timetable(with_one_track(problem, "m1", "m3"))
            assert_plan_holds(timetable, first_plan(timetable))
    assert chains > 10
