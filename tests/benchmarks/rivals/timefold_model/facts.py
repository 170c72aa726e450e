"""From the facts file to Timefold's objects."""

from typing import Any

from tests.benchmarks.rivals.timefold_model.domain import (
    Apart,
    Facilitator,
    Group,
    Lead,
    Limits,
    Module,
    Need,
    Person,
    Room,
    Seat,
    Session,
    Start,
    Timetable,
    Unit,
)

Facts = dict[str, Any]


def timetable_of(facts: Facts) -> Timetable:
    """All facts and entities; sessions begin on the dates and in the rooms that the file names."""
    modules = [Module(index=i, **one) for i, one in enumerate(facts["modules"])]
    groups = [Group(i, track) for i, track in enumerate(facts["groups"])]
    seats = [
        Seat(
            id=i,
            groups=[group for group in groups if group.track == track],
            group=None if begin is None else groups[begin],
        )
        for i, (track, begin) in enumerate(zip(facts["seats"], facts["begin"], strict=True))
    ]
    sessions = _sessions(facts, modules, groups)
    units = [Unit(i, limit) for i, limit in enumerate(facts["units"])]
    people = [
        Person(i, units[unit], before, displaced, facts["days_per_week"])
        for i, (unit, before, displaced) in enumerate(facts["people"])
    ]
    needs = [
        Need(people[person], seat, modules[module], *costs)
        for person, seat, module, *costs in facts["needs"]
    ]
    apart = [Apart(one, other) for one, other in facts["apart"]]
    leads = _leads(facts, sessions)
    return Timetable([Limits(**facts["limits"])], needs, apart, seats, sessions, leads)


def _sessions(facts: Facts, modules: list[Module], groups: list[Group]) -> list[Session]:
    starts = [
        [_start(module, i, *span) for i, span in enumerate(facts["starts"][module.index])]
        for module in modules
    ]
    rooms = [Room(index=i, **one) for i, one in enumerate(facts["rooms"])]
    always = [[True] * len(starts[module.index]) for module in modules]
    none = Room(-1, 0, 0, facts["group_max"], always)
    sessions = []
    for i, (group, module, start, room) in enumerate(facts["sessions"]):
        fitting = [rooms[r] for r in facts["rooms_of_module"][module]] or [none]
        sessions.append(
            Session(
                id=i,
                group=groups[group],
                module=modules[module],
                starts=starts[module],
                rooms=fitting,
                start=None if start is None else starts[module][start],
                room=fitting[0] if room is None else rooms[room],
            )
        )
    return sessions


def _start(
    module: Module, index: int, first: int, days: list[int], beside: list[list[int]]
) -> Start:
    end = first + module.half_days
    return Start(module, index, first, end, list(range(first, end)), days, beside)


def _leads(facts: Facts, sessions: list[Session]) -> list[Lead]:
    facilitators = [Facilitator(index=i, **one) for i, one in enumerate(facts["facilitators"])]
    asked = [
        (session, [facilitators[f] for f in facts["facilitators_of_module"][session.module.index]])
        for session in sessions
        for _ in range(facts["leads_of_module"][session.module.index])
    ]
    return [
        Lead(i, session, able, None if begin is None else facilitators[begin])
        for i, ((session, able), begin) in enumerate(zip(asked, facts["leads"], strict=True))
    ]
