"""From the columns of the integer programme to sessions: rooms, facilitators and people by name."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from samskab.planner.search.solution import ONLINE, Placed, in_order
from samskab.planner.timetable import Timetable
from samskab.planner.whole.compact import Compact
from samskab.planner.whole.groups import Group
from samskab.planner.whole.options import Option, covered

Company = list[tuple[int, ...]]
"""Blocks that share a session."""


def sessions_of(compact: Compact, values: Sequence[int]) -> tuple[Placed, ...]:
    """The sessions of a solution, as near to it as the rules of its sessions allow.

    Who finds no place among those that share their start is left out; whether the rest keeps every
    rule is not asked here.

    Args:
        compact: the programme.
        values: by column.
    """
    whole = compact.whole
    companies = _companies(compact, values)
    rooms = _Rooms(whole.timetable)
    leads: dict[tuple[int, int], list[int]] = defaultdict(list)
    for (f, module, start), column in compact.leads.items():
        if values[column]:
            leads[module, start].append(f)
    sessions = []
    for o in sorted(companies, key=lambda o: _first_half_day(whole.timetable, whole.options[o])):
        option = whole.options[o]
        asked = whole.timetable.modules[option.module].module.facilitators
        for company in companies[o]:
            led = leads[option.module, option.start]
            who, leads[option.module, option.start] = led[:asked], led[asked:]
            people = tuple(sorted(person for block in company for person in block))
            room = rooms.take(option)
            sessions.append(Placed(option.module, option.start, room, tuple(sorted(who)), people))
    return in_order(whole.timetable, sessions)


def _first_half_day(timetable: Timetable, option: Option) -> tuple[int, int]:
    return int(timetable.modules[option.module].starts[option.start]), option.module


def _companies(compact: Compact, values: Sequence[int]) -> dict[int, list[Company]]:
    """Option -> the blocks of each of its sessions that has any."""
    whole = compact.whole
    coming: dict[int, list[tuple[Group, tuple[int, ...]]]] = defaultdict(list)
    for g, group in enumerate(whole.groups):
        left = list(group.blocks)
        for o in whole.seats[g]:
            for _ in range(values[compact.sits[g, o]]):
                coming[o].append((group, left.pop()))
    return {
        o: _parted(blocks, whole.options[o], values[compact.opens[o]])
        for o, blocks in coming.items()
    }


def _parted(
    coming: list[tuple[Group, tuple[int, ...]]], option: Option, sessions: int
) -> list[Company]:
    """Blocks over sessions at one start: each to the smallest that holds and may take it."""
    companies: list[Company] = [[] for _ in range(sessions)]
    apart: list[frozenset[int]] = [frozenset() for _ in companies]
    sizes = [0] * sessions
    for group, block in sorted(coming, key=lambda one: (-one[0].size, -len(one[0].apart))):
        fits = [
            k
            for k in range(sessions)
            if sizes[k] + len(block) <= option.holds and apart[k].isdisjoint(block)
        ]
        if fits:
            k = min(fits, key=lambda k: sizes[k])
            companies[k].append(block)
            sizes[k] += len(block)
            apart[k] |= group.apart
    return [company for company in companies if company]


class _Rooms:
    """Rooms that are alike, given out in the order of time: as many as there are will do."""

    def __init__(self, timetable: Timetable) -> None:
        self._timetable = timetable
        self._free_from: dict[int, int] = {}

    def take(self, option: Option) -> int:
        """A room that is free by then."""
        if not option.rooms:
            return ONLINE
        taken = covered(self._timetable.modules[option.module], option.start)
        room = min(option.rooms, key=lambda room: self._free_from.get(room, 0))
        self._free_from[room] = taken.stop
        return room


def values_of(compact: Compact, sessions: Iterable[Placed]) -> dict[int, int]:
    """The columns of sessions; what the programme does not know of a session is passed over."""
    whole = compact.whole
    option_of = {
        (option.module, option.start, room): o
        for o, option in enumerate(whole.options)
        for room in option.rooms or (ONLINE,)
    }
    group_of = {(group.module, p): g for g, group in enumerate(whole.groups) for p in group.people}
    values: Counter[int] = Counter()
    people: Counter[tuple[int, int]] = Counter()
    for placed in sessions:
        o = option_of.get((placed.module, placed.start, placed.room), -1)
        if o in compact.opens:
            values[compact.opens[o]] += 1
            people.update((group_of[placed.module, person], o) for person in placed.people)
            for f in placed.facilitators:
                values[compact.leads[f, placed.module, placed.start]] += 1
    for seat, count in people.items():
        if seat in compact.sits:
            values[compact.sits[seat]] += count // whole.groups[seat[0]].size
            values[compact.there[seat]] = max(values[compact.there[seat]], 1)
    for g, column in enumerate(compact.left_out):
        seated = sum(values[compact.sits[g, o]] for o in whole.seats[g])
        values[column] = len(whole.groups[g].blocks) - seated
    for day, leads in compact.on_day.items():
        values[day] = max(values[column] for column in leads)
    return {column: values[column] for column in range(len(compact.mip.cost))}
