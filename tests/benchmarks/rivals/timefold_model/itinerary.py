"""What one person's dates break, as functions that Timefold turns into Java."""

from tests.benchmarks.rivals.timefold_model.domain import Limits, Person, Start

WEEK_DAYS = 7
SECONDS_PER_HOUR = 3600
NEAR, BROKEN = 100, 10_000
"""What `Start.beside` is made of: BROKEN where two sessions of a person break a rule together, NEAR
where they lie within seven days, and -1 where the one builds on the other. Each of
`Person.before` adds 1: what is left is lacking."""
CROWD = 6
"""Three sessions near each other are six pairs."""


def breaches(person: Person, starts: list[Start]) -> int:
    """How many times a person's dates break a rule about her alone.

    Each pair is one look into a table: what Timefold makes of Python does little more a second.
    """
    total = 0
    for one in starts:
        total += person.before[one.module.index]
        beside = one.beside
        for other in starts:
            total += beside[other.module.index][other.index]
    if total == 0:
        return 0
    broken = total // BROKEN + total % NEAR
    if total % BROKEN // NEAR >= CROWD:
        broken += crowded_days(starts, person.days_per_week)
    return broken


def crowded_days(starts: list[Start], days_per_week: int) -> int:
    """Days beyond the limit in the seven from each programme day."""
    days: list[int] = []
    for start in starts:
        for day in start.days:
            if day not in days:
                days.append(day)
    beyond = 0
    for first in days:
        held = 0
        for day in days:
            if first <= day < first + WEEK_DAYS:
                held += 1
        if held > days_per_week:
            beyond += held - days_per_week
    return beyond


def days_beyond(starts: list[Start], days_per_week: int) -> int:
    """Days beyond the limit in each ISO week; ordinals of days begin on a Monday."""
    days: list[int] = []
    beyond = 0
    for start in starts:
        for day in start.days:
            if day not in days:
                if in_week_of(day, days) >= days_per_week:
                    beyond += 1
                days.append(day)
    return beyond


def in_week_of(day: int, days: list[int]) -> int:
    """How many of the days lie in a day's ISO week."""
    count = 0
    for other in days:
        if (other - 1) // WEEK_DAYS == (day - 1) // WEEK_DAYS:
            count += 1
    return count


def displaced_seconds(person: Person, starts: list[Start]) -> int:
    """Seconds of meetings that a person's dates displace, tentative ones by their weight."""
    total = 0
    for start in starts:
        for half_day in start.half_days:
            total += person.displaced[half_day]
    return total


def unfair_oere(person: Person, starts: list[Start], limits: Limits) -> int:
    """The price of displaced time above what is fair."""
    above = displaced_seconds(person, starts) - limits.fair
    if above <= 0:
        return 0
    return above * limits.unfair_per_hour // SECONDS_PER_HOUR
