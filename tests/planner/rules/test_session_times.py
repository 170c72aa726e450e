from dataclasses import replace
from datetime import UTC

import pytest
from tests.planner.small import MODULE, at, breaches, problem, session

from samskab.planner.model.plan import Session

WHOLE_DAY, TWO_DAYS = replace(MODULE, half_days=2), replace(MODULE, half_days=4)


def whole_day(day: int) -> Session:
    return session("s1", day, part="day")


def two_days(first: int, last: int) -> Session:
    return session("s1", first, part="day", end=at(last, "16:00"))


def test_one_half_day_when_it_is_a_morning_or_an_afternoon() -> None:
    assert breaches(problem(), session("s1", 4)) == set()
    assert breaches(problem(), session("s1", 15, part="pm")) == set()


def test_a_session_when_its_times_are_written_in_utc() -> None:
    one = session("s1", 4)
    in_utc = replace(one, start=one.start.astimezone(UTC), end=one.end.astimezone(UTC))
    assert breaches(problem(), in_utc) == set()


@pytest.mark.parametrize("day", [6, 9, 10, 1, 18])
def test_a_session_when_the_day_is_closed_a_weekend_or_outside_the_horizon(day: int) -> None:
    assert breaches(problem(), session("s1", day)) == {"session_times:start"}


def test_a_session_when_it_does_not_start_with_the_half_day() -> None:
    late = session("s1", 4, start=at(4, "08:45"))
    assert breaches(problem(), late) == {"session_times:start"}


def test_a_session_when_it_ends_too_late_or_too_early() -> None:
    for clock in ("11:00", "16:00"):
        assert breaches(problem(), session("s1", 4, end=at(4, clock))) == {"session_times:end"}


def test_a_whole_day_when_it_starts_in_the_afternoon() -> None:
    daily = problem(modules=[WHOLE_DAY])
    assert breaches(daily, whole_day(4)) == set()
    night = session("s1", 4, part="pm", end=at(5, "12:00"))
    assert breaches(daily, night) == {"session_times:start"}


def test_two_days_when_the_next_calendar_day_is_not_open() -> None:
    pairs = problem(modules=[TWO_DAYS])
    assert breaches(pairs, two_days(4, 5)) == set()
    assert breaches(pairs, two_days(5, 7)) == {"session_times:start"}  # the 6th is closed
    assert breaches(pairs, two_days(8, 11)) == {"session_times:start"}  # a week-end between
