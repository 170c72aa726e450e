"""Who teaches and where: enough of both, so that a complete plan can serve everyone."""

import math
from collections.abc import Sequence

import numpy as np

from samskab.planner.model.problem import Facilitator, Room
from samskab.planner.model.programme import Format, Module, Programme
from samskab.planner.synthetic.departments import FERRY_PLACE, PLACES_WITH_ROOMS
from samskab.planner.synthetic.municipality import place_id
from samskab.planner.synthetic.names import full_names
from samskab.planner.synthetic.settings import Settings

FILLED = 0.75
"""How full sessions are, at least, of what a group may hold."""

SLACK = 2.0
"""Capacity over need, in facilitator days and in room days."""

FREE_DAYS = 0.5
"""Part of the open days on which a facilitator or a room is free the whole day."""

DAYS_PER_WEEK = 3
MODULES_PER_FACILITATOR = 2
LEADERS_PER_FACILITATOR = 60
FEWEST_ROOMS, LEADERS_PER_ROOM = 4, 50
FERRY_KR = 240

ROOM_NAMES = (
    ("Byrådssalen", "Mødecenter 1", "Kantinens sal"),
    ("Store sal", "Spejlsalen", "Foyeren"),
    ("Auditoriet", "Lokale 2.13", "Værkstedet"),
    ("Pejsestuen", "Skovsalen", "Udsigten"),
)
ROOM_PRICES_KR = ((0, 0), (900, 1300), (400, 700), (1100, 1500))


def hire_facilitators(
    programme: Programme, settings: Settings, open_days: int
) -> tuple[Facilitator, ...]:
    """Consultants, each qualified for two modules or so; every module has some in reserve."""
    chance = settings.chance("facilitators")
    wanted = [
        _qualified_for(module, programme, settings.leaders, open_days)
        for module in programme.modules
    ]
    count = max(math.ceil(sum(wanted) / MODULES_PER_FACILITATOR), *wanted)
    qualified = _qualifications(wanted, count, programme.modules, chance)
    names = full_names(count, chance)
    return tuple(
        Facilitator(
            id=f"synthetic-facilitator-{f + 1}",
            name=names[f],
            modules=qualified[f],
            fee_per_half_day_oere=100 * 250 * int(chance.integers(16, 30, endpoint=True)),
            place=place_id(int(chance.integers(FERRY_PLACE))),
            max_days_per_week=DAYS_PER_WEEK,
        )
        for f in range(count)
    )


def book_rooms(programme: Programme, settings: Settings, open_days: int) -> tuple[Room, ...]:
    """Rooms in four places across town; the large half of them holds the largest group."""
    chance = settings.chance("rooms")
    room_days = sum(
        _sessions_of(module, settings.leaders) * _days_of(module)
        for module in programme.modules
        if module.format is Format.IN_PERSON
    )
    fewest = max(FEWEST_ROOMS, settings.leaders // LEADERS_PER_ROOM)
    count = max(math.ceil(SLACK * room_days / (FREE_DAYS * open_days)), fewest)
    return tuple(_room(r, chance) for r in range(count))


def ferry_costs_oere() -> dict[tuple[str, str], int]:
    """Whoever works on the island takes the ferry, wherever in town the room is."""
    return {
        (place_id(FERRY_PLACE), place_id(p)): 100 * (FERRY_KR + 20 * p)
        for p in range(PLACES_WITH_ROOMS)
    }


def _qualified_for(module: Module, programme: Programme, leaders: int, open_days: int) -> int:
    """Facilitators whose free days cover the module in the part of the horizon it can have."""
    days = _sessions_of(module, leaders) * _days_of(module) * max(module.facilitators, 1)
    chain_days = sum(each.gap_days_min for each in programme.modules)
    horizon = (programme.last_day - programme.first_day).days + 1
    possible_days = open_days * max(1 - chain_days / horizon, 0.2)
    per_facilitator = possible_days * min(DAYS_PER_WEEK / 5, FREE_DAYS)
    per_seat = 1 + math.ceil(leaders / LEADERS_PER_FACILITATOR)
    reserve = 1 + max(module.facilitators, 1) * per_seat
    return max(reserve, math.ceil(SLACK * days / per_facilitator))


def _sessions_of(module: Module, leaders: int) -> int:
    return math.ceil(leaders / max(FILLED * module.group_max, 1))


def _days_of(module: Module) -> int:
    return max(module.half_days // 2, 1)


def _qualifications(
    wanted: Sequence[int], count: int, modules: Sequence[Module], chance: np.random.Generator
) -> list[frozenset[str]]:
    """Share the modules out so that each has its number, and nobody has far more than others."""
    held: list[set[str]] = [set() for _ in range(count)]
    for module, number in zip(modules, wanted, strict=True):
        order = [int(f) for f in chance.permutation(count)]
        for f in sorted(order, key=lambda f: len(held[f]))[:number]:
            held[f].add(module.id)
    return [frozenset(modules) for modules in held]


def _room(r: int, chance: np.random.Generator) -> Room:
    lap, place = divmod(r, PLACES_WITH_ROOMS)
    names, (low, high) = ROOM_NAMES[place], ROOM_PRICES_KR[place]
    again = lap // len(names)
    capacity = int(chance.integers(20, 31)) if lap % 2 == 0 else int(chance.integers(16, 25))
    return Room(
        id=f"synthetic-room-{r + 1}",
        name=f"{names[lap % len(names)]}{f' {again + 1}' if again else ''}",
        place=place_id(place),
        capacity=capacity,
        price_per_half_day_oere=100 * 50 * int(chance.integers(low // 50, high // 50 + 1)),
    )
