"""Problems without one of their rules, to see that the rule made a difference."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from samskab.common.busy import BusyKind
from samskab.planner.model.problem import Problem

Relaxation = Callable[[Problem], Problem]


def _rules(**looser: Any) -> Relaxation:
    def relaxed(problem: Problem) -> Problem:
        programme = problem.programme
        rules = replace(programme.rules, **looser)
        return replace(problem, programme=replace(programme, rules=rules))

    return relaxed


def _modules(**looser: Any) -> Relaxation:
    def relaxed(problem: Problem) -> Problem:
        programme = problem.programme
        modules = tuple(replace(module, **looser) for module in programme.modules)
        return replace(problem, programme=replace(programme, modules=modules))

    return relaxed


def _facilitators(**looser: Any) -> Relaxation:
    return lambda problem: replace(
        problem, facilitators=tuple(replace(one, **looser) for one in problem.facilitators)
    )


def _rooms(**looser: Any) -> Relaxation:
    return lambda problem: replace(
        problem, rooms=tuple(replace(room, **looser) for room in problem.rooms)
    )


def _present(problem: Problem) -> Problem:
    """Nobody is absent: hard time is merely free."""
    people = tuple(
        replace(person, busy=tuple(span for span in person.busy if span.kind is not BusyKind.HARD))
        for person in problem.people
    )
    return replace(problem, people=people)


def _without_unfairness(problem: Problem) -> Problem:
    prices = replace(problem.programme.prices, unfair_oere=0)
    return replace(problem, programme=replace(problem.programme, prices=prices))


RELAXATIONS: dict[str, Relaxation] = {
    "hard time": _present,
    "group_min": _modules(group_min=1),
    "group_max": _modules(group_max=9),
    "capacity of rooms": _rooms(capacity=9),
    "busy time of rooms": _rooms(busy=()),
    "busy time of facilitators": _facilitators(busy=()),
    "days a week of facilitators": _facilitators(max_days_per_week=None),
    "facilitators": _modules(facilitators=0),
    "after": _modules(after=()),
    "gap_days_min": _modules(gap_days_min=0),
    "gap_days_max": _modules(gap_days_max=None),
    "max_days_per_week": _rules(max_days_per_week=7),
    "max_away_per_unit": _rules(max_away_per_unit=None),
    "keep_together": _rules(keep_together=()),
    "parallel_sessions": _rules(parallel_sessions=None),
    "max_displaced_hours": _rules(max_displaced_hours=None),
    "together": lambda problem: replace(problem, parties=()),
    "apart": lambda problem: replace(problem, apart=()),
    "windows": lambda problem: replace(problem, windows=()),
    "unfairness": _without_unfairness,
}
