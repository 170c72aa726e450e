"""What stands in the way of a seat or a date: codes and values, for the door to word."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


class FactCode(StrEnum):
    """What forbids; the comment says which fields of `Fact` go with it."""

    LEAVE = "leave"  # people, days: their hard time
    WINDOW = "window"  # people, modules, since, until
    ELSEWHERE = "elsewhere"  # people, sessions at the same time
    ORDER = "order"  # people, modules: (earlier, later)
    GAP = "gap"  # people, modules: (earlier, later), least, most days
    WEEK = "week"  # people, most days in any 7
    DISPLACED = "displaced"  # people, hours at most
    UNIT = "unit"  # unit, most away at once, count that there would be
    PARALLEL = "parallel"  # most sessions at once
    ROOM_TAKEN = "room_taken"  # rooms, sessions that they hold
    ROOM_BUSY = "room_busy"  # rooms that their own calendars take
    ROOM_SMALL = "room_small"  # rooms, count of people
    NO_ROOM = "no_room"  # modules; no large enough room is free
    TEACHER_LEADS = "teacher_leads"  # facilitators, sessions that they lead; see TEACHER_WEEK
    TEACHER_BUSY = "teacher_busy"  # facilitators whose calendars are taken; see TEACHER_WEEK
    TEACHER_WEEK = (
        "teacher_week"  # facilitators who lead on all the days that a week may have; like
    )
    # the two above with the count of those who are free and the least that a session asks
    TEACHERS_FEW = "teachers_few"  # count of the qualified, least that a session asks
    NO_TEACHER = "no_teacher"  # modules; too few facilitators are free
    FULL = "full"  # sessions, count of people, most
    TOO_FEW = "too_few"  # sessions, count of people that stay, least
    APART = "apart"  # people: one and those whom she must not meet, or a line of apart.csv
    TRACK = "track"  # modules of the track, people whom they would have to follow
    PARTY = "party"  # people who go together
    GROUP_MIN = "group_min"  # modules, least people of a new session


@dataclass(frozen=True, slots=True)
class Fact:
    """One rule or fact that forbids something; `FactCode` says which fields it fills.

    Attributes:
        people, sessions, rooms, facilitators, modules: ids, as the folder and the plan name them.
        days: on which.
        since, until: the ends of a window, both included.
        count, least, most: how many there are, or must or may be.
        hours: a limit in hours.
    """

    code: FactCode
    people: tuple[str, ...] = ()
    sessions: tuple[str, ...] = ()
    rooms: tuple[str, ...] = ()
    facilitators: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    days: tuple[date, ...] = ()
    since: date | None = None
    until: date | None = None
    unit: str | None = None
    count: int | None = None
    least: int | None = None
    most: int | None = None
    hours: Fraction | None = None
