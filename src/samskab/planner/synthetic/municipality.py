"""Who leads what: departments, units, roles, pairs, and who is kept apart from whom."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

import numpy as np

from samskab.planner.model.problem import Party, Person, Place
from samskab.planner.synthetic.departments import DEPARTMENTS, PLACES, QUARTERS, TOWN
from samskab.planner.synthetic.names import full_names
from samskab.planner.synthetic.settings import Settings, in_ascii

TOP = "Direktionen"
LEADERS_PER_DEPARTMENT = 20
LEADERS_PER_UNIT = 9
SMALLEST_UNIT, LARGEST_UNIT = 5, 14
LEADERS_PER_EXTRA_PARTY = 60
LEADERS_FOR_A_CONFLICT = 100
KM_PER_DEGREE = 111.2


class Role(StrEnum):
    """Roles as the folder writes them, with the busiest calendars first."""

    MAYOR = "borgmester"
    MUNICIPAL_DIRECTOR = "kommunaldirektør"
    DIRECTOR = "direktør"
    CHIEF = "afdelingschef"
    UNIT_LEADER = "enhedsleder"


HOURLY_VALUE_KR = {
    Role.MAYOR: (700, 700),
    Role.MUNICIPAL_DIRECTOR: (700, 700),
    Role.DIRECTOR: (600, 680),
    Role.CHIEF: (470, 560),
    Role.UNIT_LEADER: (350, 450),
}


@dataclass(frozen=True, slots=True)
class Leader:
    """A person of the programme with her place in the hierarchy.

    Attributes:
        department: index among the municipality's departments; None for the top two.
        manager: id of her own manager; None for the mayor and the municipal director.
    """

    person: Person
    role: Role
    department: int | None
    manager: str | None


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality's leaders; every unit's chief comes before its unit leaders."""

    leaders: tuple[Leader, ...]
    departments: tuple[str, ...]
    places: tuple[Place, ...]
    parties: tuple[Party, ...]
    apart: tuple[tuple[str, str], ...]

    def units(self) -> dict[str, list[Leader]]:
        """Unit -> its leaders, the top included."""
        units: dict[str, list[Leader]] = {}
        for leader in self.leaders:
            units.setdefault(leader.person.unit, []).append(leader)
        return units

    def with_role(self, *roles: Role) -> list[Leader]:
        """Leaders of any of the roles, in order."""
        return [leader for leader in self.leaders if leader.role in roles]


@dataclass(frozen=True, slots=True)
class _Post:
    """A leader's job before anyone holds it; `manager` is the index of another post."""

    unit: str
    role: Role
    department: int | None
    manager: int | None
    place: int


def found_municipality(settings: Settings) -> Municipality:
    """Make departments, units and everyone in them."""
    chance = settings.chance("municipality")
    count = min(max(settings.leaders // LEADERS_PER_DEPARTMENT, 1), len(DEPARTMENTS))
    leaders = _appoint(list(_posts(settings.leaders, count, chance)), settings, chance)
    parties = _parties(leaders, chance)
    return Municipality(
        leaders=leaders,
        departments=tuple(department.name for department in DEPARTMENTS[:count]),
        places=_places(),
        parties=parties,
        apart=_apart(leaders, parties),
    )


def place_id(index: int) -> str:
    """Id of a place of `PLACES`."""
    return f"synthetic-place-{index + 1}"


def _places() -> tuple[Place, ...]:
    north, east = TOWN
    km_per_degree_east = KM_PER_DEGREE * math.cos(math.radians(north))
    return tuple(
        Place(
            place_id(i),
            name,
            round(north + km_north / KM_PER_DEGREE, 5),
            round(east + km_east / km_per_degree_east, 5),
        )
        for i, (name, km_north, km_east) in enumerate(PLACES)
    )


def _posts(leaders: int, departments: int, chance: np.random.Generator) -> Iterator[_Post]:
    yield _Post(TOP, Role.MAYOR, None, None, 0)
    yield _Post(TOP, Role.MUNICIPAL_DIRECTOR, None, None, 0)
    for d in range(departments):
        yield _Post(TOP, Role.DIRECTOR, d, 1, 0)
    filled = departments + 2
    sizes = _unit_sizes(leaders - filled, departments, chance)
    for (department, unit), size in zip(_units(len(sizes), departments), sizes, strict=True):
        place = int(chance.integers(len(PLACES)))
        yield _Post(unit, Role.CHIEF, department, 2 + department, place)
        for _ in range(size - 1):
            yield _Post(unit, Role.UNIT_LEADER, department, filled, place)
        filled += size


def _unit_sizes(leaders: int, fewest: int, chance: np.random.Generator) -> list[int]:
    count = max(round(leaders / LEADERS_PER_UNIT), fewest)
    sizes = [leaders // count + (u < leaders % count) for u in range(count)]
    for _ in range(3 * count):
        giver, taker = (int(u) for u in chance.integers(count, size=2))
        if sizes[giver] > SMALLEST_UNIT and sizes[taker] < LARGEST_UNIT:
            sizes[giver] -= 1
            sizes[taker] += 1
    return sizes


def _units(count: int, departments: int) -> Iterator[tuple[int, str]]:
    """(department, unit) of every unit; each department has one at least."""
    weights = [department.weight for department in DEPARTMENTS[:departments]]
    counts = [1] * departments
    for _ in range(count - departments):
        neediest = max(range(departments), key=lambda d: weights[d] / counts[d])
        counts[neediest] += 1
    for d, units in enumerate(counts):
        for name in _unit_names(DEPARTMENTS[d].kinds_of_unit, units):
            yield d, name


def _unit_names(kinds: tuple[str, ...], count: int) -> Iterator[str]:
    """A kind that occurs once stands alone; others are told apart by a quarter of the town."""
    for u in range(count):
        lap, kind = divmod(u, len(kinds))
        alone = lap == 0 and u + len(kinds) >= count
        quarter, rest = QUARTERS[lap % len(QUARTERS)], lap // len(QUARTERS)
        yield kinds[kind] if alone else f"{kinds[kind]} {quarter}{f' {rest + 1}' if rest else ''}"


def _appoint(
    posts: list[_Post], settings: Settings, chance: np.random.Generator
) -> tuple[Leader, ...]:
    names = full_names(len(posts), chance)
    return tuple(
        Leader(
            person=Person(
                id=_person_id(i),
                name=name,
                unit=post.unit,
                hourly_value_oere=_hourly_value_oere(post.role, chance),
                email=f"{in_ascii(name).replace('-', '.')}@{settings.mail_domain}",
                role=post.role,
                place=place_id(post.place),
            ),
            role=post.role,
            department=post.department,
            manager=None if post.manager is None else _person_id(post.manager),
        )
        for i, (post, name) in enumerate(zip(posts, names, strict=True))
    )


def _person_id(index: int) -> str:
    return f"synthetic-{index + 1:04}"


def _hourly_value_oere(role: Role, chance: np.random.Generator) -> int:
    low, high = HOURLY_VALUE_KR[role]
    return 100 * int(chance.integers(low // 10, high // 10, endpoint=True)) * 10


def _parties(leaders: tuple[Leader, ...], chance: np.random.Generator) -> tuple[Party, ...]:
    """The top pair, and a few unit leaders who learn with a colleague of another unit."""
    top = (leaders[0].person.id, leaders[1].person.id)
    units: dict[str, list[str]] = {}
    for leader in leaders:
        if leader.role is Role.UNIT_LEADER:
            units.setdefault(leader.person.unit, []).append(leader.person.id)
    extra = min(len(leaders) // LEADERS_PER_EXTRA_PARTY, len(units) // 2)
    names = [list(units)[int(u)] for u in chance.permutation(len(units))[: 2 * extra]]
    pairs = [
        (units[a][int(chance.integers(len(units[a])))], units[b][-1])
        for a, b in zip(names[::2], names[1::2], strict=True)
    ]
    return tuple(Party(f"synthetic-pair-{i + 1}", people) for i, people in enumerate([top, *pairs]))


def _apart(leaders: tuple[Leader, ...], parties: tuple[Party, ...]) -> tuple[tuple[str, str], ...]:
    """Everyone from her own manager; in a large municipality also two units in conflict."""
    managed = tuple(
        (leader.person.id, leader.manager) for leader in leaders if leader.manager is not None
    )
    if len(leaders) < LEADERS_FOR_A_CONFLICT:
        return managed
    unit_of = {leader.person.id: leader.person.unit for leader in leaders}
    joined = {unit_of[person] for party in parties for person in party.people}
    quiet = [unit for unit in dict.fromkeys(unit_of.values()) if unit not in joined]
    return managed + tuple(pairwise(quiet[:2]))
