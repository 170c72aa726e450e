from dataclasses import replace
from datetime import date

import pytest
from tests.planner.small import MODULE, at, breaches, problem, session

from samskab.planner.model.problem import Window

FROM_5_TO_8 = Window("p1", "m1", date(2027, 1, 5), date(2027, 1, 8))


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (4, {"windows:too_early"}),
        (5, set()),
        (8, set()),
        (11, {"windows:too_late"}),
    ],
)
@pytest.mark.parametrize("who", ["p1", "u1"])
def test_a_window_when_a_session_is_before_in_and_after(
    who: str, day: int, expected: set[str]
) -> None:
    window = replace(FROM_5_TO_8, who=who)
    assert breaches(problem(windows=(window,)), session("s1", day, part="pm")) == expected


def test_a_window_when_the_second_day_of_a_session_is_outside() -> None:
    long = problem(
        modules=[replace(MODULE, half_days=4)],
        windows=(replace(FROM_5_TO_8, not_after=date(2027, 1, 7)),),
    )
    assert breaches(long, session("s1", 7, part="day", end=at(8, "16:00"))) == {"windows:too_late"}


def test_windows_when_there_are_two_both_hold() -> None:
    person, unit = FROM_5_TO_8, Window("u1", "m1", not_before=date(2027, 1, 7))
    both = problem(windows=(person, unit))
    assert breaches(both, session("s1", 5)) == {"windows:too_early"}
    assert breaches(both, session("s1", 7)) == set()


def test_a_window_when_it_is_of_another_module_or_person() -> None:
    others = (replace(FROM_5_TO_8, module="m2"), replace(FROM_5_TO_8, who="p2"))
    assert breaches(problem(windows=others), session("s1", 4)) == set()
