"""What a published plan, or a pin on it, is refused for, and what is taken as a fact."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest
from tests.planner.replan.municipality import (
    FIRST,
    SECOND,
    SIX,
    facilitators,
    municipality,
    published,
    without_leader,
)
from tests.planner.small import busy, costed, plan

from samskab.common.busy import BusyKind
from samskab.common.errors import InputError
from samskab.planner.model.plan import Plan
from samskab.planner.model.problem import Problem
from samskab.planner.rules.breach import Breach

ILL = busy(5, "00:00", "23:59", BusyKind.HARD)
LATE = date(2027, 1, 11)


def refused(of: Problem, *pins: str, today: date, old: Plan | None = None) -> Mapping[str, object]:
    """The one fault: its code and values."""
    with pytest.raises(InputError) as raised:
        published(of, *pins, today=today, old=old)
    (fault,) = raised.value.faults
    assert fault.file == "plan.json"
    return {"code": fault.code, **fault.values}


def test_a_pin_when_there_is_no_such_session_names_those_that_are_like_it() -> None:
    fault = refused(municipality(), "m1-3", today=LATE)
    assert fault == {"code": "replan_pin_unknown", "session": "m1-3", "near": ["m1-2", "m1-1"]}


def test_a_pin_when_a_rule_forbids_its_session_says_which() -> None:
    of = municipality(people=(replace(SIX[0], busy=(ILL,)), *SIX[1:]))
    fault = refused(of, "m1-2", "m1-1", today=date(2027, 1, 4))
    breach = fault["breach"]
    assert (fault["code"], fault["session"]) == ("replan_pin_breaks", "m1-1")
    assert isinstance(breach, Breach)
    assert (breach.rule, breach.values["person"]) == ("hard_time", "Ada (p1)")


def test_a_pin_when_its_facilitator_has_left() -> None:
    fault = refused(municipality(facilitators=facilitators("f2")), "m1-1", today=date(2027, 1, 4))
    breach = fault["breach"]
    assert isinstance(breach, Breach)
    assert (breach.rule, breach.values["id"]) == ("known_ids", "f1")


def test_pins_when_they_cannot_stand_beside_each_other() -> None:
    of = municipality()
    other = replace(SECOND, start=FIRST.start, end=FIRST.end, room="r2")
    old = costed(of, plan(FIRST, other))
    assert published(of, "m1-1", old=old).published.pinned == {"m1-1"}
    fault = refused(of, "m1-1", "m1-2", today=date(2027, 1, 4), old=old)
    breach = fault["breach"]
    assert isinstance(breach, Breach)
    assert (fault["session"], breach.rule, breach.case) == ("m1-2", "one_place", "facilitator")


def test_a_pin_when_somebody_in_it_has_left_stands_without_her() -> None:
    told = published(without_leader(municipality(), "p1"), "m1-1")
    assert told.published.pinned == {"m1-1"}


def test_a_plan_when_nobody_of_it_is_in_the_folder() -> None:
    strangers = tuple(replace(one, id=f"x{one.id}") for one in SIX)
    needs = tuple(replace(need, person=f"x{need.person}") for need in municipality().needs)
    fault = refused(municipality(people=strangers, needs=needs), today=LATE)
    assert fault == {"code": "replan_no_seat_known", "seats": 6}


def test_a_plan_when_two_sessions_have_one_id() -> None:
    old = plan(FIRST, replace(SECOND, id="m1-1"))
    fault = refused(municipality(), today=LATE, old=old)
    assert fault == {"code": "replan_same_id", "session": "m1-1", "count": 2}


def test_a_session_held_when_the_folder_does_not_know_its_room_is_refused() -> None:
    of = municipality()
    fault = refused(replace(of, rooms=of.rooms[1:]), today=LATE)
    breach = fault["breach"]
    assert isinstance(breach, Breach)
    assert (fault["code"], fault["session"]) == ("replan_held_unknown", "m1-1")
    assert (breach.rule, breach.case) == ("known_ids", "room")


def test_sessions_held_when_they_break_a_rule_by_now_are_excused() -> None:
    told = published(
        municipality(people=(replace(SIX[0], busy=(ILL,)), *SIX[1:])), "m1-2", today=LATE
    )
    assert told.held == {"m1-1"}
    assert told.published.pinned == {"m1-1", "m1-2"}
    assert [(one.rule, one.values["person"]) for one in told.excused] == [("hard_time", "Ada (p1)")]


def test_a_session_when_it_begins_today_is_not_held_yet() -> None:
    assert published(municipality(), today=date(2027, 1, 5)).held == frozenset()
    assert published(municipality(), today=date(2027, 1, 6)).held == {"m1-1"}
