"""A dive along the bound's prices, against the checker, brute force and the plain first plan."""

from random import Random

import pytest
from tests.planner.brute_force import TooManyPlansError, optimum
from tests.planner.strategies import tiny_problem

from samskab.cli.folder import open_folder
from samskab.planner.bound.proof import advise
from samskab.planner.check import check
from samskab.planner.model.problem import Problem
from samskab.planner.outcome import plan_of
from samskab.planner.search.dive import QUICK, dive
from samskab.planner.search.first_plan import first_plan
from samskab.planner.search.solution import Solution, cost_of
from samskab.planner.synthetic.folder import write_folder
from samskab.planner.synthetic.settings import Settings
from samskab.planner.timetable import build_timetable

CASES = 60


def test_every_dive_keeps_every_rule_and_none_beats_brute_force() -> None:
    met = tried = 0
    for case in range(CASES):
        problem = tiny_problem(Random(case))
        timetable = build_timetable(problem)
        guidance = advise(timetable, steps=40)
        if guidance is None or timetable.tracks:
            continue
        sessions = dive(timetable, guidance, care=QUICK, seed=0)
        solution = Solution(sessions, cost_of(timetable, sessions).total)
        plan = plan_of(timetable, solution, bound_oere=0, seconds=0.0, seed=0)
        assert check(problem, plan) == (), case
        try:
            best, _ = optimum(problem)
        except TooManyPlansError:
            continue
        tried += 1
        assert plan.cost.total >= best, case
        met += plan.cost.total == best
    assert tried > CASES / 3
    assert met > tried / 3  # prices that said nothing of a good plan would lead there seldom


@pytest.fixture(scope="module")
def fjordby(tmp_path_factory: pytest.TempPathFactory) -> Problem:
    home = tmp_path_factory.mktemp("fjordby")
    write_folder(home / "folder", Settings(40, 13, 3, 2, cohorts=False, name="F"), replace=False)
    return open_folder(home / "folder", home / "cache").problem


def test_a_dive_costs_less_than_the_first_plan_when_prices_are_known(fjordby: Problem) -> None:
    timetable = build_timetable(fjordby)
    guidance = advise(timetable)
    assert guidance is not None
    dived = cost_of(timetable, dive(timetable, guidance, care=QUICK, seed=0))
    first = cost_of(timetable, first_plan(timetable))
    assert dived.total - dived.unserved < first.total - first.unserved
    assert dived.unserved <= first.unserved


def test_the_same_guidance_leads_to_the_same_plan(fjordby: Problem) -> None:
    timetable = build_timetable(fjordby)
    once, again = advise(timetable, steps=40), advise(timetable, steps=40)
    assert once is not None
    assert again is not None
    plans = [dive(timetable, one, care=QUICK, seed=5) for one in (once, again)]
    assert plans[0] == plans[1]
