"""Everybody can be served: a plan that serves them passes the independent checker."""

from dataclasses import replace

import pytest
from tests.planner.synthetic.complete_plan import complete_plan, problem_of

from samskab.planner.check import check
from samskab.planner.synthetic.contents import invent
from samskab.planner.synthetic.settings import Settings

MUNICIPALITIES = [
    (10, 13, 4, 0),
    (10, 13, 4, 1),
    (20, 13, 4, 0),
    (40, 13, 4, 1),
    (60, 13, 4, 0),
    (60, 13, 4, 1),
    (300, 26, 6, 0),
    (300, 39, 8, 1),
]


@pytest.mark.parametrize(("leaders", "weeks", "modules", "seed"), MUNICIPALITIES)
def test_a_municipality_when_everybody_is_to_be_served_in_cohorts(
    leaders: int, weeks: int, modules: int, seed: int
) -> None:
    problem = problem_of(invent(Settings(leaders, weeks, modules, seed, cohorts=True)))
    plan = complete_plan(problem)
    assert {(person, one.module) for one in plan.sessions for person in one.people} == {
        (need.person, need.module) for need in problem.needs
    }
    assert check(problem, plan) == ()
    loose = replace(problem.programme, rules=replace(problem.programme.rules, keep_together=()))
    assert check(replace(problem, programme=loose), plan) == ()
