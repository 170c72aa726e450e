from dataclasses import replace
from typing import Any

from tests.planner.small import FACILITATOR, MODULE, ROOM, breaches, problem, session

from samskab.planner.model.programme import Rules

TWO_OF_ALL: dict[str, Any] = {
    "facilitators": (FACILITATOR, replace(FACILITATOR, id="f2")),
    "rooms": (ROOM, replace(ROOM, id="r2")),
}
NEEDS = [("p1", "m1"), ("p2", "m1")]


def test_two_sessions_when_one_at_a_time_is_allowed() -> None:
    one_at_a_time = problem(NEEDS, rules=Rules(parallel_sessions=1), **TWO_OF_ALL)
    other: dict[str, Any] = {"room": "r2", "facilitators": ("f2",)}
    morning = session("s1", 4)
    again = session("s2", 4, ["p2"], **other)
    afternoon = session("s2", 4, ["p2"], part="pm", **other)
    assert breaches(one_at_a_time, morning, again) == {"parallel_sessions:half_day"}
    assert breaches(one_at_a_time, morning, afternoon) == set()
    two_at_a_time = problem(NEEDS, rules=Rules(parallel_sessions=2), **TWO_OF_ALL)
    assert breaches(two_at_a_time, morning, again) == set()


def test_a_whole_day_when_it_meets_a_half_day_in_the_afternoon() -> None:
    whole = replace(MODULE, id="m2", half_days=2)
    mixed = problem(
        [("p1", "m1"), ("p2", "m2")],
        modules=[MODULE, whole],
        rules=Rules(parallel_sessions=1),
        **TWO_OF_ALL,
    )
    day = session("s2", 4, ["p2"], part="day", module="m2", room="r2", facilitators=("f2",))
    assert breaches(mixed, session("s1", 4, part="pm"), day) == {"parallel_sessions:half_day"}
