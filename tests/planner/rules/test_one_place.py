from dataclasses import replace

from tests.planner.small import FACILITATOR, MODULE, ROOM, breaches, problem, session

LED_BY_NOBODY = replace(MODULE, facilitators=0)
OTHER = replace(LED_BY_NOBODY, id="m2", title="Courage")
ROOMS = (ROOM, replace(ROOM, id="r2"))


def test_a_person_when_in_two_sessions_at_once() -> None:
    both = problem([("p1", "m1"), ("p1", "m2")], modules=[LED_BY_NOBODY, OTHER], rooms=ROOMS)
    one = session("s1", 4, facilitators=())
    other = replace(one, id="s2", module="m2", room="r2")
    assert breaches(both, one, other) == {"one_place:person"}
    afternoon = session("s2", 4, part="pm", module="m2", room="r1", facilitators=())
    assert breaches(both, one, afternoon) == set()


def test_a_facilitator_when_leading_two_sessions_at_once() -> None:
    both = problem([("p1", "m1"), ("p2", "m1")], rooms=ROOMS)
    one, other = session("s1", 4), session("s2", 4, ["p2"], room="r2")
    assert breaches(both, one, other) == {"one_place:facilitator"}


def test_a_room_when_two_sessions_are_in_it_at_once() -> None:
    leaders = (FACILITATOR, replace(FACILITATOR, id="f2"))
    both = problem([("p1", "m1"), ("p2", "m1")], facilitators=leaders)
    one, other = session("s1", 4), session("s2", 4, ["p2"], facilitators=("f2",))
    assert breaches(both, one, other) == {"one_place:room"}
