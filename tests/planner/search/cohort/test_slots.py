"""Cohorts as they are found in a plan, and the turns in which tracks are planned."""

from dataclasses import replace

from tests.planner.small import MODULE, PEOPLE, problem

from samskab.planner.model.programme import Rules
from samskab.planner.search.cohort.slots import Slot, cohorts_of, tracks_joined
from samskab.planner.search.cohort.turns import in_turn
from samskab.planner.search.solution import Placed
from samskab.planner.timetable import Timetable, build_timetable


def timetable(*tracks: tuple[str, ...]) -> Timetable:
    """Four modules, each after the one before, and everybody needs all of them."""
    names = ("m1", "m2", "m3", "m4")
    modules = tuple(
        replace(MODULE, id=name, after=names[max(i - 1, 0) : i]) for i, name in enumerate(names)
    )
    needs = tuple((person.id, name) for person in PEOPLE for name in names)
    return build_timetable(problem(needs, modules=modules, rules=Rules(keep_together=tracks)))


def session(module: int, start: int, *people: int) -> Placed:
    return Placed(module, start, 0, (0,), people)


def test_sessions_are_one_cohort_when_they_share_people() -> None:
    first, second = session(0, 0, 1, 2), session(1, 5, 2)
    other, outside = session(0, 2, 3), session(2, 7, 1, 3)
    bare = [replace(one, people=()) for one in (first, second, other)]
    assert cohorts_of((0, 1), [first, other, second, outside]) == [
        ((1, 2), Slot((bare[0], bare[1]))),
        ((3,), Slot((bare[2],))),
    ]


def test_a_ring_is_no_cohort_when_it_holds_two_sessions_of_one_module() -> None:
    ring = [session(0, 0, 1), session(1, 4, 1, 2), session(2, 6, 2, 3), session(0, 2, 3)]
    assert cohorts_of((0, 1, 2), ring) == []


def test_tracks_are_joined_when_they_share_a_module() -> None:
    assert tracks_joined(timetable(("m4", "m2"), ("m1", "m2"))) == [(0, 1, 3)]
    assert tracks_joined(timetable(("m4", "m3"), ("m1", "m2"))) == [(2, 3), (0, 1)]


def test_a_track_takes_one_turn_when_no_module_stands_amid_it() -> None:
    assert in_turn(timetable(("m2", "m3"))) == [(0,), (1, 2), (3,)]
    assert in_turn(timetable()) == [(0,), (1,), (2,), (3,)]


def test_a_track_takes_several_turns_when_a_module_stands_amid_it() -> None:
    assert in_turn(timetable(("m1", "m3"))) == [(0,), (1,), (2,), (3,)]
