"""Plans of tiny problems that keep every rule, most of them far from best: to be asked about."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from random import Random

from tests.planner.brute_force import possible_sessions
from tests.planner.plain_rules import PlainRules
from tests.planner.strategies import tiny_problem

from samskab.planner.check import check
from samskab.planner.model.plan import Cost, Plan, Session, Unserved
from samskab.planner.model.problem import Problem
from samskab.planner.rules import claimed_cost
from samskab.planner.rules.breach import Breach


def plan_of(problem: Problem, sessions: list[Session]) -> Plan:
    """Sessions as a plan, everybody else left out."""
    seated = {(person, one.module) for one in sessions for person in one.people}
    needs = [(need.person, need.module) for need in problem.needs]
    left_out = tuple(Unserved(*need, "no_open_date") for need in needs if need not in seated)
    return Plan(tuple(sessions), left_out, Cost())


def breaches(problem: Problem, sessions: list[Session]) -> list[Breach]:
    """What the checker says of sessions, but for the cost that is claimed."""
    found = check(problem, plan_of(problem, sessions))
    return [breach for breach in found if breach.rule != claimed_cost.RULE]


@cache
def tiny_plan(seed: int) -> tuple[Problem, Plan]:
    """Sessions drawn one by one as long as they go together: small ones, so that there are more."""
    random = Random(seed)
    problem = tiny_problem(random)
    plain = PlainRules(problem)
    options = [
        one for module in problem.programme.modules for one in possible_sessions(plain, module)
    ]
    random.shuffle(options)
    options.sort(key=lambda one: len(one.people) > 1 + seed % 2)
    held: list[Session] = []
    for option in options[:60]:
        trial = [*held, replace(option, id=f"s{len(held) + 1}")]
        if not breaches(problem, trial):
            held = trial
    return problem, plan_of(problem, held)


def tiny_plans(seeds: range) -> Iterator[tuple[int, Problem, Plan]]:
    """Those that hold any session."""
    for seed in seeds:
        with suppress(IndexError):
            problem, plan = tiny_plan(seed)
            if plan.sessions:
                yield seed, problem, plan
