"""The levers of a problem that would save most: weighed by the bound's prices, then pulled."""

import multiprocessing
import os
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from dataclasses import dataclass, replace

from samskab.planner.levers.candidates import candidates
from samskab.planner.levers.lever import Lever, UnitLimit
from samskab.planner.levers.prices import Prices, bound_at, prices_of
from samskab.planner.levers.unit_limits import unit_limit_oere
from samskab.planner.levers.verifying import Pains, keeps, planned_from, priced
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.orphan import end_with_parent
from samskab.planner.search.placing import solution_of
from samskab.planner.timetable import Timetable, build_timetable

AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Weighed:
    """A lever and what it may save.

    Attributes:
        oere: to the first order; what ranks it.
        by_bound: whether that is the price that the bound sets; else it is an estimate.
        bound_oere: what the bound's prices prove of every plan with the lever.
    """

    lever: Lever
    oere: int
    by_bound: bool
    bound_oere: int


@dataclass(frozen=True, slots=True)
class Pulled:
    """A lever after planning with it.

    Attributes:
        plan: with the lever, its bound that of the changed problem.
        problem: with the lever.
        found_oere: by which the plan is cheaper than the one without the lever, after the same
            effort; below 0 where it is dearer.
        most_oere: by which any plan with the lever can be cheaper than that.
        proven: whether the plan costs less than any plan without the lever can.
    """

    weighed: Weighed
    problem: Problem
    plan: Plan
    found_oere: int
    most_oere: int
    proven: bool


@dataclass(frozen=True, slots=True)
class Levers:
    """What levers do for a plan.

    Attributes:
        plan: without any lever, after the same effort; its bound is that of the problem.
        pulled: those that were planned with, by what was found.
        weighed: how many were weighed.
    """

    plan: Plan
    pulled: tuple[Pulled, ...]
    weighed: int


def pull_levers(
    problem: Problem,
    plan: Plan,
    pains: Pains,
    *,
    most: int,
    tell: Callable[[str, int, int], None],
) -> Levers:
    """Weigh every lever, and plan again with those that promise most.

    Args:
        problem: as it is; busy time and closed days of the week after it are known in it.
        plan: one of it that keeps every rule.
        pains: how hard to try, with each lever and without any.
        most: how many levers to plan with.
        tell: called with "weighing" or "planning", how many are done, and of how many.
    """
    timetable = build_timetable(problem)
    if not timetable.needs:
        return Levers(priced(problem, plan), (), 0)
    prices = prices_of(timetable, pains.proof_steps)
    context = multiprocessing.get_context("spawn")
    workers = min(AT_ONCE, os.cpu_count() or 1)
    with ProcessPoolExecutor(workers, context, _settle, (problem, prices)) as pool:
        better = pool.submit(_plan_with, None, plan, pains)
        weighed = _ranked(timetable, plan, prices, pool, tell)
        best = weighed[:most]
        # all begin at one plan that a lever is not needed to find
        pains = replace(pains, steps=pains.steps // 2)
        levers = [one.lever for one in best]
        without, plans = _planned(pool, better.result(), levers, pains, tell)
    without = replace(without, bound=max(without.bound, prices.bound_oere))
    pulled = [_pulled(problem, without, one, found) for one, found in zip(best, plans, strict=True)]
    pulled.sort(key=lambda one: (-one.found_oere, -one.most_oere))
    return Levers(without, tuple(pulled), len(weighed))


def _ranked(
    timetable: Timetable,
    plan: Plan,
    prices: Prices,
    pool: Executor,
    tell: Callable[[str, int, int], None],
) -> list[Weighed]:
    """Every lever, those first that promise most; equal ones as they come."""
    standing, known = solution_of(timetable, plan), prices.bound_oere
    levers = candidates(timetable, plan)
    priced_ones = [one for one in levers if not isinstance(one, UnitLimit)]
    weighed = [
        # the bound does not know of units' limits: it is the same with one higher
        Weighed(
            one, unit_limit_oere(one, timetable, standing, prices), by_bound=False, bound_oere=known
        )
        for one in levers
        if isinstance(one, UnitLimit)
    ]
    for one, bound in zip(priced_ones, pool.map(_bound_with, priced_ones), strict=True):
        tell("weighing", len(weighed), len(levers))
        weighed.append(Weighed(one, known - bound, by_bound=True, bound_oere=bound))
    return sorted(weighed, key=lambda one: -one.oere)


def _planned(
    pool: Executor,
    plan: Plan,
    levers: Sequence[Lever],
    pains: Pains,
    tell: Callable[[str, int, int], None],
) -> tuple[Plan, list[Plan]]:
    """The plan without any lever, and one with each."""
    asked: list[Lever | None] = [None, *levers]
    plans: list[Plan] = []
    for found in pool.map(_plan_with, asked, [plan] * len(asked), [pains] * len(asked)):
        tell("planning", len(plans), len(asked))
        plans.append(found)
    return plans[0], plans[1:]


def _pulled(problem: Problem, without: Plan, weighed: Weighed, found: Plan) -> Pulled:
    """What a lever did; a plan without it that keeps its rules is a plan with it too."""
    changed = weighed.lever.of(problem)
    kept = priced(changed, without)
    if kept.cost.total < found.cost.total and keeps(changed, without):
        found = replace(kept, bound=found.bound)
    found = replace(found, bound=max(found.bound, weighed.bound_oere))
    return Pulled(
        weighed=weighed,
        problem=changed,
        plan=found,
        found_oere=without.cost.total - found.cost.total,
        most_oere=without.cost.total - found.bound,
        proven=found.cost.total < without.bound,
    )


_settled: list[tuple[Problem, Prices]] = []
"""What a worker process works on: sent once, not with every lever."""


def _settle(problem: Problem, prices: Prices) -> None:
    end_with_parent()
    _settled[:] = [(problem, prices)]


def _bound_with(lever: Lever) -> int:
    problem, prices = _settled[0]
    return bound_at(prices, build_timetable(lever.of(problem)))


def _plan_with(lever: Lever | None, plan: Plan, pains: Pains) -> Plan:
    problem, _ = _settled[0]
    return planned_from(problem if lever is None else lever.of(problem), plan, pains)
