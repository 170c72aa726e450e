"""Breaches that the checker names, as the facts that explain them."""

from samskab.planner.explain.facts import FactCode
from samskab.planner.rules.breach import Breach

CODES = {
    ("hard_time", "absent"): FactCode.LEAVE,
    ("windows", "too_early"): FactCode.WINDOW,
    ("windows", "too_late"): FactCode.WINDOW,
    ("one_place", "person"): FactCode.ELSEWHERE,
    ("after", "left_out"): FactCode.ORDER,
    ("after", "order"): FactCode.ORDER,
    ("after", "too_soon"): FactCode.GAP,
    ("after", "too_late"): FactCode.GAP,
    ("days_per_week", "person"): FactCode.WEEK,
    ("displaced_hours", "person"): FactCode.DISPLACED,
    ("away_per_unit", "unit"): FactCode.UNIT,
    ("parallel_sessions", "half_day"): FactCode.PARALLEL,
    ("rooms", "missing"): FactCode.NO_ROOM,
    ("rooms", "busy"): FactCode.NO_ROOM,
    ("rooms", "too_small"): FactCode.NO_ROOM,
    ("one_place", "room"): FactCode.NO_ROOM,
    ("facilitators", "count"): FactCode.NO_TEACHER,
    ("facilitators", "unqualified"): FactCode.NO_TEACHER,
    ("facilitators", "busy"): FactCode.NO_TEACHER,
    ("facilitators", "days_per_week"): FactCode.NO_TEACHER,
    ("one_place", "facilitator"): FactCode.NO_TEACHER,
    ("group_size", "too_many"): FactCode.FULL,
    ("group_size", "too_few"): FactCode.TOO_FEW,
    ("apart", "shared"): FactCode.APART,
    ("keep_together", "parted"): FactCode.TRACK,
    ("together", "parted"): FactCode.PARTY,
}
ROOM = {FactCode.ROOM_TAKEN, FactCode.ROOM_BUSY, FactCode.ROOM_SMALL, FactCode.NO_ROOM}
TEACHER = {
    FactCode.TEACHER_LEADS,
    FactCode.TEACHER_BUSY,
    FactCode.TEACHER_WEEK,
    FactCode.TEACHERS_FEW,
}


def code_of(breach: Breach) -> FactCode:
    return CODES[breach.rule, breach.case]


def id_in(name: object) -> str:
    """The id of "Name (id)"."""
    return str(name).rpartition("(")[2].rstrip(")")
