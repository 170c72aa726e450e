"""A programme: its modules, its rules, its prices and its days."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from fractions import Fraction

from samskab.common.mail import Address


class Format(StrEnum):
    """Where a module is held."""

    IN_PERSON = "in_person"
    ONLINE = "online"


@dataclass(frozen=True, slots=True)
class Module:
    """A part of a programme that each of its people takes once.

    Attributes:
        half_days: 1, 2 (one day) or 4 (two days in a row).
        group_min, group_max: people in one session.
        after: ids of the modules it comes after.
        gap_days_min, gap_days_max: days from the last day of each module it comes after to its
            own first day; None means no limit.
        facilitators: how many lead a session; 0 means none.
        materials_oere: per person.
    """

    id: str
    title: str
    format: Format
    half_days: int
    group_min: int
    group_max: int
    after: tuple[str, ...] = ()
    gap_days_min: int = 0
    gap_days_max: int | None = None
    facilitators: int = 1
    materials_oere: int = 0


@dataclass(frozen=True, slots=True)
class Rules:
    """What a plan keeps beside the rules that always hold.

    Attributes:
        max_away_per_unit: an int counts people of one unit away in the same half-day; a Fraction
            is a share of the unit's people, rounded up; None means no limit.
        max_days_per_week: programme days of one person in any 7 consecutive days.
        keep_together: tracks of module ids; who shares one session of a track shares them all.
        parallel_sessions: most sessions at the same time.
        max_displaced_hours: most displaced hours of one person over the plan.
        fair_hours: displaced hours of one person above which each costs `unfair_oere`.
        more_away: (unit, people) by which the limit of one unit is higher than that of all. No
            folder says so: a lever does.
    """

    max_away_per_unit: int | Fraction | None = None
    max_days_per_week: int = 2
    keep_together: tuple[tuple[str, ...], ...] = ()
    parallel_sessions: int | None = None
    max_displaced_hours: Fraction | None = None
    fair_hours: Fraction | None = None
    more_away: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Prices:
    """What weighs what; amounts in øre.

    Attributes:
        tentative: weight of a tentative hour, from 0 to 1.
        km_oere: per km of road.
        speed_kmh: of the same road, for the hours on it.
        unserved_oere: per person and module left out.
        change_oere: per person moved or dropped from a published session.
        unfair_oere: per displaced hour above `Rules.fair_hours`.
    """

    tentative: Fraction = Fraction(1, 2)
    km_oere: Fraction = Fraction(380)
    speed_kmh: Fraction = Fraction(50)
    unserved_oere: int = 2_500_000
    change_oere: int = 150_000
    unfair_oere: int = 0


@dataclass(frozen=True, slots=True)
class Programme:
    """The frame of a plan.

    Attributes:
        first_day, last_day: the horizon, both days included.
        timezone: IANA name; the half-days' clock times are of this zone.
        morning, afternoon: clock times (from, to) of `am` and `pm`.
        closed: day -> why nothing is held then (holidays included).
        hard_categories: calendar categories that make an event hard, as written.
        organizer: who invites to its sessions; no plan depends on it.
    """

    title: str
    first_day: date
    last_day: date
    modules: tuple[Module, ...]
    timezone: str = "Europe/Copenhagen"
    morning: tuple[time, time] = (time(8, 30), time(12, 0))
    afternoon: tuple[time, time] = (time(12, 30), time(16, 0))
    closed: Mapping[date, str] = field(default_factory=dict)
    hard_categories: tuple[str, ...] = ("Ferie", "Vacation", "Fravær")
    rules: Rules = Rules()
    prices: Prices = Prices()
    organizer: Address | None = None
