"""When a chore was due last, on the clock of the place."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from samskab.web.house.chores import Chore

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
DAILY = Chore("any", timedelta(days=1), time(3))
WEEKLY = Chore("any", timedelta(days=7), time(3))
OFTEN = Chore("any", timedelta(minutes=5))


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("chore", "now", "due"),
    [
        (DAILY, "2027-01-15 02:00", "2027-01-15 02:00"),
        (DAILY, "2027-01-15 01:59", "2027-01-14 02:00"),
        (DAILY, "2027-07-15 01:00", "2027-07-15 01:00"),  # summer: three o'clock is an hour earlier
        (DAILY, "2027-03-28 01:00", "2027-03-28 01:00"),  # the clock has gone forward at two
        (DAILY, "2027-10-31 00:30", "2027-10-30 01:00"),  # the hour that comes twice, the first
        (DAILY, "2027-10-31 02:00", "2027-10-31 02:00"),
        (WEEKLY, "2027-01-18 02:00", "2027-01-18 02:00"),  # a Monday
        (WEEKLY, "2027-01-18 01:59", "2027-01-11 02:00"),
        (WEEKLY, "2027-01-23 12:00", "2027-01-18 02:00"),
        (OFTEN, "2027-01-15 12:07", "2027-01-15 12:05"),
        (OFTEN, "2027-10-31 01:04", "2027-10-31 01:00"),
    ],
)
def test_moment_before_when_the_clock_says(chore: Chore, now: str, due: str) -> None:
    assert chore.moment_before(utc(now), COPENHAGEN) == utc(due)
