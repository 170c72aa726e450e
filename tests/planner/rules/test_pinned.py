from dataclasses import replace
from datetime import date

from tests.planner.small import breaches, problem, session

from samskab.planner.model.problem import Facilitator, Problem, Room
from samskab.planner.model.published import Published

OLD = session("s1", 5, ["p1", "p2"])
NEEDS = [("p1", "m1"), ("p2", "m1"), ("p3", "m1")]
ROOM_2 = Room("r2", "Attic", place="h", capacity=10, price_per_half_day_oere=0)
FINN_2 = Facilitator("f2", "Fie", frozenset({"m1"}), fee_per_half_day_oere=0)


def published(*pinned: str, today: date | None = None) -> Problem:
    of = problem(NEEDS)
    return replace(
        of,
        rooms=(*of.rooms, ROOM_2),
        facilitators=(*of.facilitators, FINN_2),
        published=Published((OLD,), frozenset(pinned), today),
    )


LEFT_OUT = [("p3", "m1")]


def test_a_pinned_session_when_it_stands() -> None:
    assert breaches(published("s1"), OLD, left_out=LEFT_OUT) == set()


def test_a_session_when_it_is_not_pinned_may_go_anywhere() -> None:
    moved = session("s9", 7, ["p1", "p2"], room="r2", facilitators=("f2",))
    assert breaches(published(), moved, left_out=LEFT_OUT) == set()


def test_a_pinned_session_when_it_is_gone() -> None:
    assert breaches(published("s1"), left_out=NEEDS) == {"pinned:missing"}


def test_a_pinned_session_when_another_id_takes_its_place() -> None:
    other = replace(OLD, id="s2")
    assert breaches(published("s1"), other, left_out=LEFT_OUT) == {"pinned:missing"}


def test_a_pinned_session_when_it_is_an_afternoon_later() -> None:
    moved = session("s1", 5, ["p1", "p2"], part="pm")
    assert breaches(published("s1"), moved, left_out=LEFT_OUT) == {"pinned:moved"}


def test_a_pinned_session_when_it_is_in_another_room() -> None:
    moved = replace(OLD, room="r2")
    assert breaches(published("s1"), moved, left_out=LEFT_OUT) == {"pinned:moved"}


def test_a_pinned_session_when_another_leads_it() -> None:
    led = replace(OLD, facilitators=("f2",))
    assert breaches(published("s1"), led, left_out=LEFT_OUT) == {"pinned:facilitators"}


def test_a_pinned_session_when_somebody_joins_it() -> None:
    joined = replace(OLD, people=("p1", "p2", "p3"))
    assert breaches(published("s1"), joined) == {"pinned:people"}


def test_a_pinned_session_when_somebody_is_taken_out_of_it() -> None:
    lone = replace(OLD, people=("p1",))
    left_out = [*LEFT_OUT, ("p2", "m1")]
    assert breaches(published("s1"), lone, left_out=left_out) == {"pinned:people"}


def test_a_pinned_session_when_somebody_needs_it_no_more() -> None:
    of = published("s1")
    of = replace(of, needs=tuple(need for need in of.needs if need.person != "p2"))
    assert breaches(of, replace(OLD, people=("p1",)), left_out=LEFT_OUT) == set()


def test_a_new_session_when_it_starts_before_today() -> None:
    of = published("s1", today=date(2027, 1, 8))
    before, after = session("s2", 7, ["p3"]), session("s2", 8, ["p3"])
    assert breaches(of, OLD, before) == {"pinned:past"}
    assert breaches(of, OLD, after) == set()
