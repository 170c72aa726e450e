"""The programme of a synthetic municipality: modules, rules, who needs what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import numpy as np

from samskab.common.mail import Address
from samskab.planner.model.problem import Need
from samskab.planner.model.programme import Format, Module, Programme, Rules
from samskab.planner.synthetic.municipality import Leader, Role
from samskab.planner.synthetic.settings import FIRST_DAY, Settings
from samskab.planner.synthetic.year import Closure, public_holidays, school_holidays

TITLES = (
    "Fælles retning",
    "Ledelse tæt på kerneopgaven",
    "Data i hverdagen",
    "Samskabelse med borgerne",
    "Den svære samtale",
    "Fra idé til forandring",
    "Ledelse på tværs",
    "Økonomi og prioritering",
    "Trivsel og sygefravær",
    "Digital dømmekraft",
    "Politisk betjening",
    "Forankring",
)
MOST_MODULES = len(TITLES)
HALF_A_DAY, ONE_DAY, TWO_DAYS = 1, 2, 4
EXEMPTED = 0.1
"""Part of all person and module pairs that nobody needs."""

SIDE_BRANCH_FROM = 6
SHORTEST_GAP, LONGEST_GAP = 10, 21
LONGEST_GAP_TO_SECOND = 84
CHAIN = 0.35
"""Part of the horizon that the chain's gaps fill on average; the rest is for choosing dates."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The days of a programme.

    Attributes:
        school: the school holidays that touch the horizon.
        closed: every closed day of the years it touches -> why, public holidays included.
    """

    school: tuple[Closure, ...]
    closed: dict[date, str]


def calendar_of(settings: Settings) -> Calendar:
    """The school holidays that this municipality sets, and the public ones."""
    chance = settings.chance("school holidays")
    years = range(FIRST_DAY.year, settings.last_day.year + 1)
    every = [closure for year in years for closure in school_holidays(year, chance)]
    school = tuple(c for c in every if c.first <= settings.last_day and c.last >= FIRST_DAY)
    closed = {day: closure.why for closure in every for day in closure.days()}
    closed |= {day: "Helligdag" for year in years for day in public_holidays(year)}
    return Calendar(school, closed)


def commission_programme(settings: Settings, calendar: Calendar) -> Programme:
    """The programme with its modules and rules; prices are the defaults of the problem."""
    modules = _modules(settings)
    return Programme(
        title=f"Lederudvikling i {settings.name} (synthetic)",
        first_day=FIRST_DAY,
        last_day=settings.last_day,
        modules=modules,
        closed=calendar.closed,
        organizer=Address(f"kursus@{settings.mail_domain}"),
        rules=Rules(
            max_away_per_unit=Fraction(1, 2),
            max_days_per_week=2,
            keep_together=(tuple(module.id for module in modules),) if settings.cohorts else (),
        ),
    )


def needs_of(
    leaders: Sequence[Leader], modules: Sequence[Module], settings: Settings
) -> tuple[Need, ...]:
    """Nearly everyone needs everything; some are exempted from one module, never the first."""
    chance = settings.chance("needs")
    exempted = [_exempted(leader, len(modules), chance) for leader in leaders]
    return tuple(
        Need(leader.person.id, module.id)
        for leader, without in zip(leaders, exempted, strict=True)
        for m, module in enumerate(modules)
        if m != without
    )


def _exempted(leader: Leader, modules: int, chance: np.random.Generator) -> int | None:
    drawn, without = chance.random(), int(chance.integers(1, max(modules, 2)))
    if modules == 1 or leader.role in {Role.MAYOR, Role.MUNICIPAL_DIRECTOR}:
        return None
    return without if drawn < EXEMPTED * modules else None


def _modules(settings: Settings) -> tuple[Module, ...]:
    chance = settings.chance("modules")
    return tuple(_module(m, settings, chance) for m in range(settings.modules))


def _module(m: int, settings: Settings, chance: np.random.Generator) -> Module:
    half_days = _half_days(m, settings.modules)
    online = half_days == HALF_A_DAY
    group_min, group_max = int(chance.integers(8, 11)), int(chance.integers(16, 21))
    materials_kr = 0 if online else int(chance.integers(6, 26)) * 20
    return Module(
        id=f"m{m + 1}",
        title=_title(m, settings.modules),
        format=Format.ONLINE if online else Format.IN_PERSON,
        half_days=half_days,
        group_min=min(group_min, max(settings.leaders // 6, 2)),
        group_max=group_max,
        after=_after(m, settings.modules),
        gap_days_min=_gap_days_min(settings, chance) if m else 0,
        gap_days_max=LONGEST_GAP_TO_SECOND if m == 1 else None,
        facilitators=2 if half_days == TWO_DAYS else 1,
        materials_oere=100 * materials_kr,
    )


def _title(m: int, modules: int) -> str:
    return TITLES[-1] if m == modules - 1 > 0 else TITLES[m]


def _half_days(m: int, modules: int) -> int:
    """Two days to begin with, then days and half-days online by turns; the last is a day."""
    if m == 0:
        return TWO_DAYS if modules > 1 else ONE_DAY
    return ONE_DAY if m % 2 or m == modules - 1 else HALF_A_DAY


def _after(m: int, modules: int) -> tuple[str, ...]:
    """A chain; in a longer programme the fourth module is a side branch from the second."""
    if m == 0:
        return ()
    if modules >= SIDE_BRANCH_FROM and m in {3, 4}:
        return (f"m{m - 1}",)
    return (f"m{m}",)


def _gap_days_min(settings: Settings, chance: np.random.Generator) -> int:
    """From 10 to 21 days, fewer where the chain would fill too much of the horizon."""
    fitting = int(CHAIN * 7 * settings.weeks / max(settings.modules - 1, 1))
    longest = min(2 * fitting - SHORTEST_GAP, LONGEST_GAP)
    drawn = int(chance.integers(SHORTEST_GAP, max(longest, SHORTEST_GAP) + 1))
    return max(min(drawn, fitting), 1) if fitting < SHORTEST_GAP else drawn
