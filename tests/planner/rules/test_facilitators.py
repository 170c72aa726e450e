from dataclasses import replace

import pytest
from tests.planner.small import FACILITATOR, MODULE, at, breaches, busy, problem, session

from samskab.common.busy import BusyKind

SECOND = replace(FACILITATOR, id="f2", name="Gry")
NEEDS = [("p1", "m1"), ("p2", "m1"), ("p3", "m1")]


def test_facilitators_when_there_are_too_few_or_too_many() -> None:
    two = problem(facilitators=(FACILITATOR, SECOND))
    assert breaches(two, session("s1", 4)) == set()
    assert breaches(two, session("s1", 4, facilitators=())) == {"facilitators:count"}
    assert breaches(two, session("s1", 4, facilitators=("f1", "f2"))) == {"facilitators:count"}


def test_facilitators_when_one_is_named_twice_for_two() -> None:
    led_by_two = problem(modules=[replace(MODULE, facilitators=2)], facilitators=(FACILITATOR,))
    assert breaches(led_by_two, session("s1", 4, facilitators=("f1", "f1"))) == {
        "facilitators:count"
    }


def test_facilitators_when_the_module_asks_none() -> None:
    alone = problem(modules=[replace(MODULE, facilitators=0)])
    assert breaches(alone, session("s1", 4, facilitators=())) == set()
    assert breaches(alone, session("s1", 4)) == {"facilitators:count"}


def test_a_facilitator_when_not_qualified() -> None:
    other = problem(facilitators=(replace(FACILITATOR, modules=frozenset({"m2"})),))
    assert breaches(other, session("s1", 4)) == {"facilitators:unqualified"}


@pytest.mark.parametrize("kind", list(BusyKind))
def test_a_facilitator_when_busy_in_any_way(kind: BusyKind) -> None:
    leading = replace(FACILITATOR, busy=(busy(4, "08:00", "08:31", kind),))
    assert breaches(problem(facilitators=(leading,)), session("s1", 4)) == {"facilitators:busy"}


def test_days_of_a_facilitator_when_they_fall_into_one_iso_week_or_two() -> None:
    weekly = problem(NEEDS, facilitators=(replace(FACILITATOR, max_days_per_week=1),))
    monday, friday = session("s1", 4), session("s2", 8, ["p2"])
    next_monday = session("s3", 11, ["p3"])
    out = [("p2", "m1")]
    assert breaches(weekly, friday, next_monday, left_out=[("p1", "m1")]) == set()
    assert breaches(weekly, monday, next_monday, left_out=out) == set()
    assert breaches(weekly, monday, friday, next_monday) == {"facilitators:days_per_week"}


def test_days_of_a_facilitator_when_two_sessions_are_on_one_day() -> None:
    weekly = problem(NEEDS[:2], facilitators=(replace(FACILITATOR, max_days_per_week=1),))
    assert breaches(weekly, session("s1", 4), session("s2", 4, ["p2"], part="pm")) == set()


def test_days_of_a_facilitator_when_a_session_takes_two() -> None:
    weekly = problem(
        modules=[replace(MODULE, half_days=4)],
        facilitators=(replace(FACILITATOR, max_days_per_week=1),),
    )
    two_days = session("s1", 4, part="day", end=at(5, "16:00"))
    assert breaches(weekly, two_days) == {"facilitators:days_per_week"}
