"""Whether one programme only forbids more than another, or asks more for the same.

Then every plan of the one is a plan of the other and costs no more there, so the bound of the other
holds for the one too. What cannot be told by looking at the settings is answered with no.
"""

from collections import Counter
from fractions import Fraction
from math import ceil, inf

from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Module, Programme, Rules


def only_forbids(one: Problem, other: Problem) -> bool:
    """Whether no plan of `one` can cost less than the best plan of `other`, by the settings alone.

    Args:
        one: a problem.
        other: one of the same folder: they differ in their programmes only.
    """
    mine, others = one.programme, other.programme
    more_there = _most_away(other)
    return (
        _lies_within(mine, others)
        and len(mine.modules) == len(others.modules)
        and all(map(_is_stricter, mine.modules, others.modules))
        and all(most <= more_there[unit] for unit, most in _most_away(one).items())
        and _rules_are_stricter(mine.rules, others.rules)
        and _asks_more(mine, others)
    )


def _lies_within(one: Programme, other: Programme) -> bool:
    """Whether each of its open half-days is one of the other's."""
    days_of_one = (one.first_day, one.last_day)
    closed_there = (day for day in other.closed if days_of_one[0] <= day <= days_of_one[1])
    return (
        other.first_day <= one.first_day
        and one.last_day <= other.last_day
        and set(closed_there) <= set(one.closed)
        and (one.timezone, one.morning, one.afternoon, one.hard_categories)
        == (other.timezone, other.morning, other.afternoon, other.hard_categories)
    )


def _is_stricter(one: Module, other: Module) -> bool:
    same = (one.id, one.format, one.half_days, one.facilitators)
    return (
        same == (other.id, other.format, other.half_days, other.facilitators)
        and one.group_min >= other.group_min
        and one.group_max <= other.group_max
        and set(one.after) >= set(other.after)
        and one.gap_days_min >= other.gap_days_min
        and _limit(one.gap_days_max) <= _limit(other.gap_days_max)
        and one.materials_oere >= other.materials_oere
    )


def _most_away(problem: Problem) -> dict[str, float]:
    """How many of each unit may be away at the same time."""
    limit = problem.programme.rules.max_away_per_unit
    sizes = Counter(person.unit for person in problem.people)
    return {
        unit: inf if limit is None else limit if isinstance(limit, int) else ceil(limit * size)
        for unit, size in sizes.items()
    }


def _rules_are_stricter(one: Rules, other: Rules) -> bool:
    tracks, theirs = set(one.keep_together), set(other.keep_together)
    return (
        one.max_days_per_week <= other.max_days_per_week
        and tracks >= theirs
        and _limit(one.parallel_sessions) <= _limit(other.parallel_sessions)
        and _limit(one.max_displaced_hours) <= _limit(other.max_displaced_hours)
        and _limit(one.fair_hours) <= _limit(other.fair_hours)
        and one.more_away == other.more_away
    )


def _asks_more(one: Programme, other: Programme) -> bool:
    """Whether nothing is cheaper; the weight of tentative time counts in limits of hours too."""
    mine, theirs = one.prices, other.prices
    return (
        mine.tentative >= theirs.tentative
        and mine.km_oere >= theirs.km_oere
        and mine.speed_kmh <= theirs.speed_kmh
        and mine.unserved_oere >= theirs.unserved_oere
        and mine.unfair_oere >= theirs.unfair_oere
    )


def _limit(most: int | Fraction | None) -> int | Fraction | float:
    return inf if most is None else most
