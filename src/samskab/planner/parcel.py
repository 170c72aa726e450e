"""A timetable made ready to be sent to the engines: small, and telling no more than they need."""

from dataclasses import replace

from samskab.planner.timetable import Timetable


def without_calendars(timetable: Timetable) -> Timetable:
    """The arrays hold all that calendars say: what is sent to the engines need not."""
    problem = timetable.problem
    light = replace(
        problem,
        people=tuple(replace(person, busy=()) for person in problem.people),
        facilitators=tuple(replace(one, busy=()) for one in problem.facilitators),
        rooms=tuple(replace(room, busy=()) for room in problem.rooms),
    )
    return replace(timetable, problem=light)


def without_names(timetable: Timetable) -> Timetable:
    """The engines know people by number: names, addresses and roles stay on this machine."""
    problem = timetable.problem
    nameless = replace(
        problem,
        people=tuple(replace(person, name="", email="", role="") for person in problem.people),
        facilitators=tuple(replace(one, name="", email="") for one in problem.facilitators),
        programme=replace(problem.programme, organizer=None),
    )
    return replace(timetable, problem=nameless)
