import pytest
from tests.planner.small import at, breaches, busy, plan, problem, session, with_busy

from samskab.common.busy import BusyKind
from samskab.planner.check import check
from samskab.planner.model.programme import Format, Module


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("08:00", "08:30", set()),
        ("08:00", "08:31", {"hard_time:absent"}),
        ("11:59", "12:10", {"hard_time:absent"}),
        ("12:00", "12:30", set()),
        ("12:29", "12:31", set()),
        ("00:00", "23:59", {"hard_time:absent"}),
    ],
)
def test_hard_time_around_a_morning(start: str, end: str, expected: set[str]) -> None:
    absent = problem(people=with_busy(1, busy(4, start, end, BusyKind.HARD)))
    assert breaches(absent, session("s1", 4)) == expected


def test_hard_time_in_the_lunch_hour_and_the_night_of_a_session_of_two_days() -> None:
    two_days = Module("m1", "Trust", Format.IN_PERSON, half_days=4, group_min=1, group_max=3)
    lunch = busy(4, "12:00", "12:30", BusyKind.HARD)
    night = busy(4, "16:00", "23:59", BusyKind.HARD)
    fits = problem(modules=[two_days], people=with_busy(1, lunch, night))
    assert breaches(fits, session("s1", 4, part="day", end=at(5, "16:00"))) == set()


@pytest.mark.parametrize("kind", [BusyKind.BUSY, BusyKind.TENTATIVE])
def test_time_that_is_not_hard_may_be_displaced(kind: BusyKind) -> None:
    meeting = problem(people=with_busy(1, busy(4, "09:00", "10:00", kind)))
    assert breaches(meeting, session("s1", 4)) == set()


def test_hard_time_says_who_when_and_where() -> None:
    absent = problem(people=with_busy(1, busy(4, "08:00", "09:00", BusyKind.HARD)))
    (breach,) = (b for b in check(absent, plan(session("s1", 4))) if b.rule == "hard_time")
    assert breach.values == {
        "person": "Ada (p1)",
        "session": "Trust (s1)",
        "day": at(4, "00:00").date(),
        "start": at(4, "08:30"),
        "end": at(4, "09:00"),
    }
