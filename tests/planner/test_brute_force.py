"""Every judge of plans against brute force on tiny problems: checker, costing, planner, bound."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from random import Random

import pytest
from hypothesis import given, reject, settings
from tests.planner.brute_force import TooManyPlansError, optimum
from tests.planner.mutations import mutated
from tests.planner.plain_rules import PlainRules
from tests.planner.strategies import tiny_problem, tiny_problems

from samskab.planner.check import check
from samskab.planner.costing import cost_of
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.registry import RULES

SEEDS = range(150)
PLANS_PER_PROBLEM = 40
NOT_MUTATED = {"session_times", "claimed_cost"}
"""Rules that no mutation breaks; they have tests of their own."""


@dataclass(frozen=True, slots=True)
class Case:
    """A tiny problem, the least that a plan of it costs, and a plan that costs it."""

    seed: int
    problem: Problem
    oere: int
    best: Plan


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    """Brute force asserts on its way that the checker passes each best plan, cost included."""
    found = []
    for seed in SEEDS:
        problem = tiny_problem(Random(seed))
        with suppress(TooManyPlansError):
            found.append(Case(seed, problem, *optimum(problem)))
    return found


def test_nearly_every_problem_is_solved_when_tiny(cases: list[Case]) -> None:
    assert len(cases) > 0.95 * len(SEEDS)
    sessions = sum(len(case.best.sessions) for case in cases)
    assert sessions > len(cases)


def test_checker_and_plain_rules_agree_when_plans_are_mutated(cases: list[Case]) -> None:
    verdicts: Counter[bool] = Counter()
    breached: Counter[str] = Counter()
    for case in cases:
        random, problem = Random(case.seed), case.problem
        for _ in range(PLANS_PER_PROBLEM):
            plan = mutated(random, problem, case.best)
            plan = replace(plan, cost=cost_of(PlanView(problem, plan)))
            breaches = check(problem, plan)
            keeps = PlainRules(problem).keep(plan)
            assert keeps == (not breaches), (case.seed, plan, breaches)
            verdicts[keeps] += 1
            breached.update({breach.rule for breach in breaches} if len(breaches) == 1 else ())
    assert min(verdicts.values()) > 500, verdicts
    # Each rule was the only one broken at times, so none of them could be missing unnoticed.
    assert {rule.RULE for rule in RULES} - NOT_MUTATED <= set(breached), breached


@settings(max_examples=40, deadline=None)
@given(tiny_problems())
def test_no_plan_costs_less_than_the_optimum_when_mutated(problem: Problem) -> None:
    try:
        best_oere, best = optimum(problem)
    except TooManyPlansError:
        reject()
    random = Random(best_oere)
    for _ in range(10):
        plan = mutated(random, problem, best)
        plan = replace(plan, cost=cost_of(PlanView(problem, plan)))
        assert plan.cost.total >= best_oere or check(problem, plan)
