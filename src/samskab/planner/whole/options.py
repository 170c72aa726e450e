"""Where sessions could be: a module at a start, in one of several rooms that are alike."""

from collections import defaultdict
from collections.abc import Hashable
from dataclasses import dataclass

from samskab.planner.timetable import ModuleTable, Timetable


@dataclass(frozen=True, slots=True)
class Option:
    """One or several sessions of a module at one start, in rooms that are alike.

    Attributes:
        rooms: any of which would do; empty for an online module.
        most: sessions that could be held at once.
        place: index into `Group.cost`.
        holds: people in each.
        rent: øre of each.
    """

    module: int
    start: int
    rooms: tuple[int, ...]
    most: int
    place: int
    holds: int
    rent: int


def options_of(timetable: Timetable) -> list[Option]:
    """All there are."""
    alike = _alike_rooms(timetable)
    found: list[Option] = []
    for module, table in enumerate(timetable.modules):
        led = table.facilitators.sum(axis=0)
        for start in range(len(table.starts)):
            people = int(table.open[:, start].sum())
            asked = table.module.facilitators
            most = min(
                people // max(table.module.group_min, 1),
                int(led[start]) // asked if asked else people,
                timetable.problem.programme.rules.parallel_sessions or people,
            )
            found.extend(_at(timetable, module, start, most, alike))
    return [option for option in found if option.most > 0]


def _alike_rooms(timetable: Timetable) -> list[tuple[int, ...]]:
    """Rooms of one place, capacity, price and calendar: a plan may swap them."""
    alike: dict[Hashable, list[int]] = defaultdict(list)
    for index, room in enumerate(timetable.problem.rooms):
        free = b"".join(table.rooms[index].tobytes() for table in timetable.modules)
        alike[room.place, room.capacity, room.price_per_half_day_oere, free].append(index)
    return [tuple(rooms) for rooms in alike.values()]


def _at(
    timetable: Timetable, module: int, start: int, most: int, alike: list[tuple[int, ...]]
) -> list[Option]:
    table = timetable.modules[module]
    if not table.in_person:
        return [Option(module, start, (), most, 0, table.module.group_max, 0)]
    return [
        _in_rooms(timetable, (module, start), rooms, most)
        for rooms in alike
        if table.rooms[rooms[0], start]
    ]


def _in_rooms(
    timetable: Timetable, at: tuple[int, int], rooms: tuple[int, ...], most: int
) -> Option:
    module = timetable.modules[at[0]].module
    room = timetable.problem.rooms[rooms[0]]
    return Option(
        *at,
        rooms,
        min(most, len(rooms)),
        int(timetable.room_place[rooms[0]]),
        min(room.capacity, module.group_max),
        room.price_per_half_day_oere * module.half_days,
    )


def covered(table: ModuleTable, start: int) -> range:
    """The half-days of a session."""
    first = int(table.starts[start])
    return range(first, first + table.module.half_days)
