from dataclasses import replace
from datetime import time

import pytest
from tests.planner.small import MODULE, at, breaches, problem, session

from samskab.planner.model.plan import Session
from samskab.planner.model.problem import Problem

NEEDS = [("p1", "m1"), ("p1", "m2")]
SECOND = replace(MODULE, id="m2", title="Courage", after=("m1",))


def second(day: int, part: str = "am") -> Session:
    return session("s2", day, part=part, module="m2")


def in_order(least: int = 0, most: int | None = None) -> Problem:
    later = replace(SECOND, gap_days_min=least, gap_days_max=most)
    return problem(NEEDS, modules=[MODULE, later])


def test_after_when_the_order_is_turned() -> None:
    assert breaches(in_order(), session("s1", 4), second(4, "pm")) == set()
    assert breaches(in_order(), session("s1", 4, part="pm"), second(4)) == {"after:order"}
    assert breaches(in_order(), session("s1", 7), second(4)) == {"after:order"}


def test_after_when_the_afternoon_starts_as_the_morning_ends() -> None:
    both = in_order()
    noon = (time(12), time(16))
    both = replace(both, programme=replace(both.programme, afternoon=noon))
    afternoon = session("s2", 4, part="pm", module="m2", start=at(4, "12:00"))
    assert breaches(both, session("s1", 4), afternoon) == set()


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (5, {"after:too_soon"}),
        (7, set()),
        (8, set()),
        (11, {"after:too_late"}),
    ],
)
def test_after_when_the_gap_is_from_3_to_4_days(day: int, expected: set[str]) -> None:
    assert breaches(in_order(3, 4), session("s1", 4), second(day)) == expected


def test_the_gap_when_the_earlier_module_takes_two_days_counts_from_its_last() -> None:
    two_days = replace(MODULE, half_days=4)
    later = replace(SECOND, gap_days_min=3)
    both = problem(NEEDS, modules=[two_days, later])
    first = session("s1", 4, part="day", end=at(5, "16:00"))
    assert breaches(both, first, second(7)) == {"after:too_soon", "days_per_week:person"}
    assert breaches(both, first, second(12)) == set()


def test_after_when_the_earlier_or_the_later_one_is_left_out() -> None:
    assert breaches(in_order(), second(7), left_out=[("p1", "m1")]) == {"after:left_out"}
    assert breaches(in_order(), session("s1", 4), left_out=[("p1", "m2")]) == set()


def test_after_when_the_person_has_the_later_module_only() -> None:
    alone = problem([("p1", "m2")], modules=[MODULE, replace(SECOND, gap_days_min=3)])
    assert breaches(alone, second(4)) == set()


def test_after_when_the_module_between_is_not_needed_is_not_passed_on() -> None:
    third = replace(MODULE, id="m3", title="Calm", after=("m2",))
    chain = problem([("p1", "m1"), ("p1", "m3")], modules=[MODULE, SECOND, third])
    early = session("s2", 4, module="m3")
    assert breaches(chain, session("s1", 7), early) == set()
