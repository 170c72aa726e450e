"""Tiny random problems: small enough to try every plan of, odd enough to meet every rule."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from random import Random
from typing import TypeVar

from hypothesis import strategies as st

from samskab.common.busy import Busy, BusyKind
from samskab.planner.model.grid import Grid
from samskab.planner.model.problem import (
    Facilitator,
    Need,
    Party,
    Person,
    Place,
    Problem,
    Room,
    Window,
)
from samskab.planner.model.programme import Format, Module, Prices, Programme, Rules

FIRST_DAYS = (
    date(2027, 1, 4),  # a Monday
    date(2027, 1, 7),  # a Thursday: the horizon spans a week-end
    date(2027, 3, 25),  # a Thursday: summer time begins on the Sunday after
    date(2026, 12, 31),  # a Thursday in ISO week 53, whose Friday is in the next year
)
PLACES = (
    Place("a", "Town hall", 55.6761, 12.5683),
    Place("b", "Harbour", 55.7, 12.6),
    Place("c", "Far", 56.1629, 10.2039),
)
KINDS = 4 * (BusyKind.BUSY,) + 2 * (BusyKind.TENTATIVE,) + (BusyKind.HARD,)
SLOT = timedelta(minutes=5)
AWAY: tuple[int | Fraction, ...] = (1, 2, Fraction(1, 4), Fraction(1, 2), Fraction(2, 3))
T = TypeVar("T")


def tiny_problems() -> st.SearchStrategy[Problem]:
    """Any of them, shrinking towards the plainest."""
    return st.randoms(use_true_random=False).map(tiny_problem)


def tiny_problem(random: Random) -> Problem:
    """2 to 4 people, 1 to 3 modules (4 where they make a diamond), 2 to 4 open days.

    Busy time begins and ends on whole 5 minutes. Each rule and price is there in some problems.
    """
    modules = _modules(random)
    programme = _programme(random, modules)
    grid = Grid(programme)
    people = _people(random, grid, 3 if len(modules) > 3 else 5)
    needs = tuple(
        Need(person.id, module.id)
        for module in modules
        for person in people
        if random.random() < 0.8
    )
    facilitators = tuple(
        _facilitator(random, grid, f"f{number}", modules)
        for number in range(1, random.choice((1, 2, 2, 3, 3, 3)) + 1)
    )
    rooms = tuple(
        _room(random, grid, f"r{number}") for number in range(1, random.choice((1, 2)) + 1)
    )
    plain = Problem(
        programme,
        people,
        needs,
        facilitators=facilitators if _sometimes(random, 0.95) else (),
        rooms=rooms if _sometimes(random, 0.95) else (),
        places=PLACES,
        travel_oere={("a", "b"): 12_345, ("ghost", "a"): 777} if _sometimes(random) else {},
    )
    return _with_company(random, plain)


def _modules(random: Random) -> tuple[Module, ...]:
    shape = random.choice(("loose", "loose", "chain", "chain", "fork", "diamond"))
    after = {
        "loose": ((), (), ()),
        "chain": ((), ("m1",), ("m2",)),
        "fork": ((), ("m1",), ("m1",)),
        "diamond": ((), ("m1",), ("m1",), ("m2", "m3")),
    }[shape]
    count = 4 if shape == "diamond" else random.choice((1, 2, 2, 3))
    return tuple(
        _module(random, f"m{number}", earlier)
        for number, earlier in enumerate(after[:count], start=1)
    )


def _module(random: Random, id_: str, after: tuple[str, ...]) -> Module:
    least = random.choice((1, 1, 1, 1, 2))
    gap_min = random.choice((0, 0, 1, 2, 3)) if after else 0
    return Module(
        id=id_,
        title=id_.upper(),
        format=random.choice((Format.IN_PERSON, Format.IN_PERSON, Format.ONLINE)),
        half_days=random.choice((1, 1, 1, 1, 1, 1, 2, 2, 4)),
        group_min=least,
        group_max=least + random.randrange(4),
        after=after,
        gap_days_min=gap_min,
        gap_days_max=gap_min + random.randrange(1, 4) if after and _sometimes(random) else None,
        facilitators=random.choice((0, 1, 1, 1, 1, 1, 2)),
        materials_oere=random.choice((0, 5_000)),
    )


def _programme(random: Random, modules: tuple[Module, ...]) -> Programme:
    first_day = random.choice(FIRST_DAYS)
    last_day = first_day + timedelta(days=random.randrange(2, 7))
    days = [first_day + timedelta(days=d) for d in range((last_day - first_day).days + 1)]
    programme = Programme(
        title="Tiny",
        first_day=first_day,
        last_day=last_day,
        modules=modules,
        timezone=random.choice(("Europe/Copenhagen", "Europe/Copenhagen", "America/New_York")),
        morning=random.choice(((time(8, 30), time(12)), (time(9), time(11, 45)))),
        closed={day: "closed" for day in days[1:] if _sometimes(random, 0.1)},
        rules=_rules(random, modules),
        prices=_prices(random),
    )
    # A fifth open day would make too many plans to try; with two, sessions get in each other's way.
    surplus = Grid(programme).days[random.choice((2, 3, 4, 4)) :]
    return replace(programme, closed={**programme.closed, **dict.fromkeys(surplus, "closed")})


def _rules(random: Random, modules: tuple[Module, ...]) -> Rules:
    tracks = ((modules[0].id, modules[-1].id), tuple(module.id for module in modules))
    return Rules(
        max_away_per_unit=_perhaps(random, AWAY),
        max_days_per_week=random.choice((1, 2, 2, 3, 3, 4)),
        keep_together=(random.choice(tracks),) if len(modules) > 1 and _sometimes(random) else (),
        parallel_sessions=_perhaps(random, (1, 1, 2)),
        max_displaced_hours=_perhaps(random, (Fraction(1), Fraction(5, 2), Fraction(4))),
        fair_hours=_perhaps(random, (Fraction(0), Fraction(1), Fraction(3, 2))),
    )


def _prices(random: Random) -> Prices:
    return Prices(
        tentative=random.choice((Fraction(1, 2), Fraction(1, 2), Fraction(0), Fraction(1, 3))),
        km_oere=random.choice((Fraction(380), Fraction(3793, 10))),
        speed_kmh=random.choice((Fraction(50), Fraction(37))),
        unserved_oere=random.choice((2_500_000, 2_500_000, 2_500_000, 2_500_000, 150_000, 40_000)),
        unfair_oere=random.choice((0, 33_333)),
    )


def _people(random: Random, grid: Grid, most: int) -> tuple[Person, ...]:
    return tuple(
        Person(
            id=f"p{number}",
            name=f"Person {number}",
            unit=random.choice(("u1", "u1", "u2")),
            hourly_value_oere=random.choice((40_000, 61_111, 99_999)),
            place=random.choice((None, "a", "b", "c", "ghost")),
            busy=_busy(random, grid, random.choice((0.1, 0.3, 0.6))),
        )
        for number in range(1, random.choice((2, 3, 3, 4, 4, most)[: most + 1]) + 1)
    )


def _facilitator(random: Random, grid: Grid, id_: str, modules: tuple[Module, ...]) -> Facilitator:
    return Facilitator(
        id=id_,
        name=f"Facilitator {id_}",
        modules=frozenset(module.id for module in modules if _sometimes(random, 0.95)),
        fee_per_half_day_oere=random.choice((0, 150_000, 300_050)),
        place=random.choice((None, "a")),
        max_days_per_week=random.choice((None, None, 1, 1, 2)),
        busy=_busy(random, grid, 0.15),
    )


def _room(random: Random, grid: Grid, id_: str) -> Room:
    return Room(
        id=id_,
        name=f"Room {id_}",
        place=random.choice(("a", "b", "nowhere")),
        capacity=random.choice((2, 3, 4)),
        price_per_half_day_oere=random.choice((0, 50_000, 75_025)),
        busy=_busy(random, grid, 0.1),
    )


def _busy(random: Random, grid: Grid, density: float) -> tuple[Busy, ...]:
    """Sorted and without overlaps; some of it in the lunch hour and across it."""
    spans: list[Busy] = []
    for half_day in grid.half_days:
        if not _sometimes(random, density):
            continue
        start = half_day.start.astimezone(UTC) + random.randrange(-6, 30) * SLOT
        end = start + random.randrange(1, 40) * SLOT
        start = max(start, spans[-1].end if spans else datetime.min.replace(tzinfo=UTC))
        if start < end:
            spans.append(Busy(start, end, random.choice(KINDS)))
    return tuple(spans)


def _with_company(random: Random, problem: Problem) -> Problem:
    """The same with parties, people kept apart and windows."""
    ids = [person.id for person in problem.people]
    units = ["u1", "u2"]
    parties = tuple(
        Party("pair", tuple(random.sample(ids, 2 if len(ids) < 4 else random.choice((2, 3)))))
        for _ in range(1)
        if _sometimes(random)
    )
    kept_apart = ((ids[0], ids[1]), (ids[1], ids[-1]), ("u1", "u2"), (random.choice(ids), "u1"))
    apart = (random.choice(kept_apart),) if _sometimes(random) else ()
    days = Grid(problem.programme).days
    windows = tuple(
        Window(
            who=random.choice([*ids, *units]),
            module=random.choice(problem.programme.modules).id,
            not_before=random.choice((None, *days)),
            not_after=random.choice((None, *days)),
        )
        for _ in range(2)
        if _sometimes(random, 0.2)
    )
    return replace(problem, parties=parties, apart=apart, windows=windows)


def _sometimes(random: Random, probability: float = 0.25) -> bool:
    return random.random() < probability


def _perhaps(random: Random, values: tuple[T, ...]) -> T | None:
    return random.choice(values) if _sometimes(random) else None
