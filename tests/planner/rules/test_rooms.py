from dataclasses import replace

import pytest
from tests.planner.small import MODULE, ROOM, breaches, busy, problem, session

from samskab.common.busy import BusyKind
from samskab.planner.model.programme import Format

ONLINE = replace(MODULE, format=Format.ONLINE)


def test_a_session_in_person_when_it_has_no_room() -> None:
    assert breaches(problem(), session("s1", 4, room=None)) == {"rooms:missing"}


def test_an_online_session_when_it_has_a_room() -> None:
    online = problem(modules=[ONLINE])
    assert breaches(online, session("s1", 4, room=None)) == set()
    assert breaches(online, session("s1", 4)) == {"rooms:online"}


def test_a_room_when_it_is_just_large_enough_and_too_small() -> None:
    needs, both = [("p1", "m1"), ("p2", "m1")], session("s1", 4, ["p1", "p2"])
    assert breaches(problem(needs, rooms=(replace(ROOM, capacity=2),)), both) == set()
    assert breaches(problem(needs, rooms=(replace(ROOM, capacity=1),)), both) == {"rooms:too_small"}


@pytest.mark.parametrize("kind", list(BusyKind))
def test_a_room_when_it_is_busy_in_any_way(kind: BusyKind) -> None:
    taken = problem(rooms=(replace(ROOM, busy=(busy(4, "11:59", "12:15", kind),)),))
    assert breaches(taken, session("s1", 4)) == {"rooms:busy"}
    assert breaches(taken, session("s1", 4, part="pm")) == set()
