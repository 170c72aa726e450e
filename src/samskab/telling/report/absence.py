"""Who is away when, unit by unit."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from fractions import Fraction

from samskab.planner.model.grid import HalfDay
from samskab.planner.model.problem import Person
from samskab.telling.notation import danish_order
from samskab.telling.report.figures import Figures

Week = tuple[int, int]
"""ISO year and week."""


@dataclass(frozen=True, slots=True)
class Away:
    """People of one unit away in one half-day."""

    unit: str
    half_day: HalfDay
    people: tuple[Person, ...]


def week_of(half_day: HalfDay) -> Week:
    """The ISO week of a half-day."""
    return half_day.day.isocalendar()[:2]


def weeks_of(figures: Figures) -> tuple[Week, ...]:
    """Every ISO week from the first session's to the last one's that has open days, in order."""
    used = [each for session in figures.plan.sessions for each in figures.half_days_of(session)]
    if not used:
        return ()
    first, last = min(each.index for each in used), max(each.index for each in used)
    return tuple(sorted({week_of(each) for each in figures.grid.half_days[first : last + 1]}))


def unit_sizes(figures: Figures) -> Counter[str]:
    """Unit -> how many people of the programme it has."""
    return Counter(person.unit for person in figures.problem.people)


def absences(figures: Figures) -> tuple[Away, ...]:
    """Every unit's absences, by unit, then in time."""
    people: defaultdict[tuple[str, int], list[Person]] = defaultdict(list)
    for one in figures.attendances:
        for half_day in one.half_days:
            people[one.person.unit, half_day.index].append(one.person)
    order = sorted(people, key=lambda key: (danish_order(key[0]), key[1]))
    return tuple(
        Away(unit, figures.grid.half_days[index], tuple(people[unit, index]))
        for unit, index in order
    )


def most_away(figures: Figures) -> dict[tuple[str, Week], int]:
    """(unit, week) -> the most people of it away in one half-day of that week."""
    peaks: dict[tuple[str, Week], int] = {}
    for away in absences(figures):
        key = away.unit, week_of(away.half_day)
        peaks[key] = max(peaks.get(key, 0), len(away.people))
    return peaks


def units_by_burden(figures: Figures) -> tuple[str, ...]:
    """Units, the largest share away at once first."""
    sizes = unit_sizes(figures)
    peak: Counter[str] = Counter()
    for (unit, _), count in most_away(figures).items():
        peak[unit] = max(peak[unit], count)
    return tuple(
        sorted(sizes, key=lambda unit: (-Fraction(peak[unit], sizes[unit]), danish_order(unit)))
    )
