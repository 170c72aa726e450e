"""Any problem that a folder can say, nobody busy: names full of separators, quotes and letters."""

from datetime import date, time, timedelta
from fractions import Fraction

from hypothesis import strategies as st

from samskab.common.mail import Address
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

FIRST_DAY = date(2027, 2, 1)
AWKWARD = st.sampled_from(list("æØé,;\"'\n= #[]{}\\.\u2028€𝄞"))
LETTERS = AWKWARD | st.characters(exclude_categories=("Cs", "Cc"))
TEXTS = st.text(LETTERS, min_size=1, max_size=8).map(str.strip).filter(bool)
TITLES = TEXTS.filter(lambda text: text.isprintable())
REMARKS = st.just("") | TEXTS
MODULE_IDS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=4)
OERE = st.integers(0, 10**9)
HUNDREDTHS = st.integers(0, 10_000).map(lambda hundredths: Fraction(hundredths, 100))
OFFSETS = st.integers(0, 400).map(timedelta)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    """A whole problem, as small as it shrinks."""
    place_ids = draw(st.lists(TEXTS, unique=True, max_size=3))
    rooms = draw(st.lists(_rooms(), unique_by=lambda room: room.id, max_size=3))
    programme = draw(_programmes(max((room.capacity for room in rooms), default=50)))
    modules = [module.id for module in programme.modules]
    people = draw(st.lists(_people(), unique_by=lambda person: person.id, min_size=1, max_size=5))
    ids = [person.id for person in people]
    units = sorted({person.unit for person in people})
    pairs = st.tuples(st.sampled_from(ids), st.sampled_from(modules))
    fares = st.dictionaries(st.tuples(TEXTS, TEXTS), OERE, max_size=3)
    return Problem(
        programme=programme,
        people=tuple(people),
        needs=tuple(Need(*pair) for pair in draw(st.lists(pairs, unique=True, max_size=6))),
        facilitators=tuple(
            draw(st.lists(_facilitators(modules), unique_by=lambda one: one.id, max_size=3))
        ),
        rooms=tuple(rooms),
        places=tuple(Place(id_, draw(TEXTS), *draw(_coordinates())) for id_ in place_ids),
        travel_oere=draw(fares),
        parties=draw(_parties(ids)),
        apart=draw(_apart(ids) | _apart(units)),
        windows=tuple(draw(st.lists(_windows([*ids, *units], modules), max_size=3))),
    )


def _people() -> st.SearchStrategy[Person]:
    return st.builds(
        Person,
        id=TEXTS.map(lambda text: f"p{text}"),
        name=TEXTS,
        unit=TEXTS.map(lambda text: f"u{text}"),
        hourly_value_oere=OERE,
        email=REMARKS,
        role=REMARKS,
        place=st.none() | TEXTS,
        busy=st.just(()),
    )


def _rooms() -> st.SearchStrategy[Room]:
    return st.builds(
        Room,
        id=TEXTS,
        name=TEXTS,
        place=TEXTS,
        capacity=st.integers(1, 100),
        price_per_half_day_oere=OERE,
        busy=st.just(()),
    )


def _facilitators(modules: list[str]) -> st.SearchStrategy[Facilitator]:
    return st.builds(
        Facilitator,
        id=TEXTS,
        name=TEXTS,
        modules=st.frozensets(st.sampled_from(modules), min_size=1),
        fee_per_half_day_oere=OERE,
        place=st.none() | TEXTS,
        max_days_per_week=st.none() | st.integers(0, 5),
        busy=st.just(()),
    )


def _coordinates() -> st.SearchStrategy[tuple[float, float]]:
    def degrees(most: int) -> st.SearchStrategy[float]:
        return st.integers(-most * 10_000, most * 10_000).map(lambda parts: parts / 10_000)

    return st.tuples(degrees(90), degrees(180))


@st.composite
def _parties(draw: st.DrawFn, people: list[str]) -> tuple[Party, ...]:
    if len(people) < 2:
        return ()
    ids = draw(st.lists(TEXTS, unique=True, max_size=2))
    members = st.lists(st.sampled_from(people), unique=True, min_size=2)
    return tuple(Party(party, tuple(draw(members))) for party in ids)


@st.composite
def _apart(draw: st.DrawFn, names: list[str]) -> tuple[tuple[str, str], ...]:
    pairs = [(a, b) for a in names for b in names if a < b]
    chosen = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=3)) if pairs else []
    return tuple((b, a) if draw(st.booleans()) else (a, b) for a, b in chosen)


@st.composite
def _windows(draw: st.DrawFn, who: list[str], modules: list[str]) -> Window:
    days = st.none() | OFFSETS.map(lambda offset: FIRST_DAY + offset)
    first, last = draw(days), draw(days)
    if first and last and first > last:
        first, last = last, first
    return Window(draw(st.sampled_from(who)), draw(st.sampled_from(modules)), first, last)


@st.composite
def _programmes(draw: st.DrawFn, largest_room: int) -> Programme:
    first = FIRST_DAY + draw(OFFSETS)
    last = first + draw(OFFSETS)
    ids = draw(st.lists(MODULE_IDS, unique=True, min_size=1, max_size=4))
    modules = tuple(draw(_modules(id_, ids[:index], largest_room)) for index, id_ in enumerate(ids))
    closed = draw(st.dictionaries(OFFSETS, REMARKS.filter(str.isprintable), max_size=3))
    minutes = sorted(draw(st.sets(st.integers(0, 24 * 60 - 1), min_size=4, max_size=4)))
    clocks = [time(*divmod(minute, 60)) for minute in minutes]
    return Programme(
        title=draw(TITLES),
        first_day=first,
        last_day=last,
        modules=modules,
        timezone=draw(st.sampled_from(("Europe/Copenhagen", "America/Nuuk", "UTC"))),
        morning=(clocks[0], clocks[1]),
        afternoon=(clocks[2], clocks[3]),
        closed={first + day: why for day, why in closed.items() if first + day <= last},
        hard_categories=tuple(draw(st.lists(TITLES, max_size=2))),
        rules=draw(_rules(ids)),
        prices=draw(_prices()),
        organizer=draw(st.sampled_from((None, Address("hr@fjordby.example", "HR i Fjordby")))),
    )


@st.composite
def _modules(draw: st.DrawFn, id_: str, earlier: list[str], largest_room: int) -> Module:
    least = draw(st.integers(1, largest_room))
    gap = draw(st.integers(0, 30))
    return Module(
        id=id_,
        title=draw(TITLES),
        format=draw(st.sampled_from(Format)),
        half_days=draw(st.sampled_from((1, 2, 4))),
        group_min=least,
        group_max=least + draw(st.integers(0, 20)),
        after=tuple(draw(st.lists(st.sampled_from(earlier), unique=True))) if earlier else (),
        gap_days_min=gap,
        gap_days_max=draw(st.none() | st.integers(gap, 90)),
        facilitators=draw(st.integers(0, 3)),
        materials_oere=draw(OERE),
    )


def _rules(modules: list[str]) -> st.SearchStrategy[Rules]:
    shares = st.integers(1, 100).map(lambda percent: Fraction(percent, 100))
    track = st.lists(st.sampled_from(modules), unique=True).map(tuple)
    return st.builds(
        Rules,
        max_away_per_unit=st.none() | st.integers(1, 9) | shares,
        max_days_per_week=st.integers(1, 7),
        keep_together=st.lists(track, max_size=2).map(tuple),
        parallel_sessions=st.none() | st.integers(1, 9),
        max_displaced_hours=st.none() | HUNDREDTHS,
        fair_hours=st.none() | HUNDREDTHS,
    )


def _prices() -> st.SearchStrategy[Prices]:
    return st.builds(
        Prices,
        tentative=st.integers(0, 100).map(lambda percent: Fraction(percent, 100)),
        km_oere=HUNDREDTHS,
        speed_kmh=st.integers(1, 13_000).map(lambda hundredths: Fraction(hundredths, 100)),
        unserved_oere=OERE,
        change_oere=OERE,
        unfair_oere=OERE,
    )
