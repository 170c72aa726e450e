"""Every judge of plans against brute force on tiny problems: checker, costing, planner, bound."""

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import count
from random import Random

import pytest
from hypothesis import given, reject, settings
from tests.planner.brute_force import TooManyPlansError, costs_less, optimum
from tests.planner.mutations import mutated
from tests.planner.plain_rules import PlainRules
from tests.planner.relaxations import RELAXATIONS
from tests.planner.strategies import tiny_problem, tiny_problems

from samskab.planner.bound import prove
from samskab.planner.check import check
from samskab.planner.costing import cost_of
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.outcome import plan_of
from samskab.planner.plan_view import PlanView
from samskab.planner.rules.registry import RULES
from samskab.planner.search.improve import search
from samskab.planner.timetable import build_timetable

SEEDS = range(150)
PLANS_PER_PROBLEM = 40
SEARCH_STEPS = 8
PROOF_STEPS = 40
NOT_MUTATED = {"session_times", "claimed_cost", "pinned"}
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


def test_bound_optimum_and_plan_stand_in_that_order_when_planned(cases: list[Case]) -> None:
    at_optimum = 0
    for case in cases:
        plan = _planned(case.problem)
        assert check(case.problem, plan) == (), case.seed
        assert plan.bound <= case.oere <= plan.cost.total, case.seed
        at_optimum += plan.cost.total == case.oere
    assert at_optimum >= 0.8 * len(cases)


def _planned(problem: Problem) -> Plan:
    """The plan and the bound of a few steps, of the very engines but in this process."""
    timetable = build_timetable(problem)
    *_, found = search(timetable, seed=0, stop=lambda steps: steps >= SEARCH_STEPS)
    asked = count()
    told = prove(timetable, stop=lambda: next(asked) >= PROOF_STEPS)
    bounds = [bound for bound in told if isinstance(bound, int)]
    return replace(
        plan_of(timetable, found, bound_oere=0, seconds=0.0, seed=0), bound=max(bounds, default=0)
    )


@pytest.mark.parametrize("rule", RELAXATIONS)
def test_a_rule_when_it_is_dropped_makes_some_tiny_problem_cheaper(
    rule: str, cases: list[Case]
) -> None:
    """So these problems would show a planner or a bound that does not know the rule."""
    for case in cases:
        relaxed = RELAXATIONS[rule](case.problem)
        if relaxed != case.problem:
            with suppress(TooManyPlansError):
                if costs_less(relaxed, case.oere):
                    return
    pytest.fail(f"{rule} makes no difference")
