"""Recurrence: overrides, exceptions, extra dates, and rules against a plain enumeration."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count, islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.calendars.writing import (
    COPENHAGEN,
    YEAR,
    codes,
    read,
    read_events,
    shown,
    starts,
    vevent,
)

WEEKLY = (
    "DTSTART;TZID=Europe/Copenhagen:20270104T090000",
    "DTEND;TZID=Europe/Copenhagen:20270104T100000",
    "RRULE:FREQ=WEEKLY;COUNT=4",
)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def test_series_recurs_when_it_has_a_rule() -> None:
    assert starts(read_events(WEEKLY)) == [
        "2027-01-04 09:00",
        "2027-01-11 09:00",
        "2027-01-18 09:00",
        "2027-01-25 09:00",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "EXDATE;TZID=Europe/Copenhagen:20270111T090000",
        "EXDATE:20270111T080000Z",
        "EXDATE;TZID=Romance Standard Time:20270111T090000,20270112T090000",
        "EXDATE;VALUE=DATE:20270111",
    ],
)
def test_occurrence_is_gone_when_an_exdate_names_it(line: str) -> None:
    assert starts(read_events([*WEEKLY, line])) == [
        "2027-01-04 09:00",
        "2027-01-18 09:00",
        "2027-01-25 09:00",
    ]


def test_whole_day_is_gone_when_an_exdate_of_a_timed_series_is_a_date() -> None:
    reading = read_events(
        [
            "DTSTART:20270104T090000",
            "DURATION:PT1H",
            "RRULE:FREQ=DAILY;BYHOUR=9,15;COUNT=6",
            "EXDATE;VALUE=DATE:20270105",
        ]
    )
    assert starts(reading) == [
        "2027-01-04 09:00",
        "2027-01-04 15:00",
        "2027-01-06 09:00",
        "2027-01-06 15:00",
    ]


def test_all_occurrences_of_a_daily_all_day_series_but_one_stay_when_exdate_is_timed() -> None:
    reading = read_events(
        ["DTSTART;VALUE=DATE:20270104", "RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20270105T000000"]
    )
    assert starts(reading) == ["2027-01-04 00:00", "2027-01-06 00:00"]


def test_extra_dates_and_periods_count_when_given_by_rdate() -> None:
    reading = read_events(
        [
            "DTSTART:20270104T090000",
            "DURATION:PT1H",
            "RDATE:20270105T120000,20270106T120000",
            "RDATE;VALUE=PERIOD:20270107T120000Z/PT3H,20270108T120000Z/20270108T123000Z",
        ]
    )
    assert shown(reading) == [
        "2027-01-04 09:00–10:00 busy",
        "2027-01-05 12:00–13:00 busy",
        "2027-01-06 12:00–13:00 busy",
        "2027-01-07 13:00–16:00 busy",
        "2027-01-08 13:00–13:30 busy",
    ]


def test_exrule_removes_what_it_generates_when_a_calendar_is_of_rfc_2445() -> None:
    reading = read_events(
        [
            "DTSTART:20270104T090000",
            "DURATION:PT1H",
            "RRULE:FREQ=DAILY;COUNT=5",
            "EXRULE:FREQ=DAILY;INTERVAL=2;COUNT=2",
        ]
    )
    assert starts(reading) == ["2027-01-05 09:00", "2027-01-07 09:00", "2027-01-08 09:00"]


def test_override_replaces_its_occurrence_when_it_moves_it() -> None:
    override = vevent(
        "RECURRENCE-ID:20270111T080000Z",
        "DTSTART;TZID=Europe/Copenhagen:20270112T130000",
        "DTEND;TZID=Europe/Copenhagen:20270112T150000",
        "X-MICROSOFT-CDO-BUSYSTATUS:OOF",
    )
    assert shown(read(vevent(*WEEKLY), override)) == [
        "2027-01-04 09:00–10:00 busy",
        "2027-01-12 13:00–15:00 hard",
        "2027-01-18 09:00–10:00 busy",
        "2027-01-25 09:00–10:00 busy",
    ]


def test_override_removes_its_occurrence_when_it_is_cancelled() -> None:
    override = vevent(
        "RECURRENCE-ID;TZID=Europe/Copenhagen:20270111T090000",
        "DTSTART;TZID=Europe/Copenhagen:20270111T090000",
        "STATUS:CANCELLED",
    )
    assert len(read(vevent(*WEEKLY), override).busy) == 3


def test_override_brings_an_occurrence_in_when_it_was_beyond_the_window() -> None:
    series = vevent(*WEEKLY[:2], "RRULE:FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=4")
    override = vevent(
        "RECURRENCE-ID;TZID=Europe/Copenhagen:20450104T090000",
        "DTSTART;TZID=Europe/Copenhagen:20270301T090000",
        "DTEND;TZID=Europe/Copenhagen:20270301T100000",
    )
    assert starts(read(series, override)) == ["2027-01-04 09:00", "2027-03-01 09:00"]


def test_later_occurrences_follow_when_an_override_is_for_this_and_future() -> None:
    override = vevent(
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Copenhagen:20270118T090000",
        "DTSTART;TZID=Europe/Copenhagen:20270119T130000",
        "DTEND;TZID=Europe/Copenhagen:20270119T150000",
        "STATUS:TENTATIVE",
    )
    assert shown(read(vevent(*WEEKLY), override)) == [
        "2027-01-04 09:00–10:00 busy",
        "2027-01-11 09:00–10:00 busy",
        "2027-01-19 13:00–15:00 tentative",
        "2027-01-26 13:00–15:00 tentative",
    ]


def test_higher_sequence_counts_when_an_event_stands_there_twice() -> None:
    reading = read(
        vevent("SEQUENCE:2", "DTSTART:20270105T090000", "DURATION:PT1H"),
        vevent("SEQUENCE:1", "DTSTART:20270104T090000", "DURATION:PT1H"),
    )
    assert starts(reading) == ["2027-01-05 09:00"]


def test_both_count_when_two_events_share_a_uid_and_neither_revises_the_other() -> None:
    reading = read(
        vevent("DTSTART:20270105T090000", "DURATION:PT1H"),
        vevent("DTSTART:20270104T090000", "DURATION:PT1H"),
    )
    assert starts(reading) == ["2027-01-04 09:00", "2027-01-05 09:00"]


def test_start_is_the_first_of_the_count_when_its_rule_does_not_generate_it() -> None:
    """RFC 5545, 3.3.10: "The DTSTART property value always counts as the first occurrence"."""
    reading = read_events(
        ["DTSTART:20270106T090000", "DURATION:PT1H", "RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=3"]
    )
    assert starts(reading) == ["2027-01-06 09:00", "2027-01-11 09:00", "2027-01-18 09:00"]


def test_until_in_utc_is_inclusive_when_the_series_is_local() -> None:
    last = "RRULE:FREQ=WEEKLY;UNTIL=20270118T080000Z"
    assert len(read_events([*WEEKLY[:2], last]).busy) == 3


def test_until_date_lets_its_day_count_when_the_series_is_timed() -> None:
    assert len(read_events([*WEEKLY[:2], "RRULE:FREQ=WEEKLY;UNTIL=20270118"]).busy) == 3


def test_series_is_empty_when_it_ends_before_it_begins() -> None:
    assert read_events([*WEEKLY[:2], "RRULE:FREQ=WEEKLY;UNTIL=20261231"]).busy == ()


def test_birthday_of_1901_counts_when_the_window_is_2027() -> None:
    reading = read_events(["DTSTART;VALUE=DATE:19010512", "RRULE:FREQ=YEARLY"])
    assert starts(reading) == ["2027-05-12 00:00"]


def test_leap_day_is_found_when_the_series_began_in_1904() -> None:
    reading = read(
        vevent("DTSTART;VALUE=DATE:19040229", "RRULE:FREQ=YEARLY"),
        window=replace(
            YEAR, start=YEAR.start.replace(year=2025), end=YEAR.start.replace(year=2033)
        ),
    )
    assert starts(reading) == ["2028-02-29 00:00", "2032-02-29 00:00"]


@dataclass(frozen=True, slots=True)
class PlainSeries:
    """A daily or weekly series, and its days by counting them off."""

    first: date
    is_weekly: bool
    interval: int
    weekdays: frozenset[int]
    times: int | None
    until: date | None
    removed: frozenset[date]

    def lines(self) -> list[str]:
        rule = [f"FREQ={'WEEKLY' if self.is_weekly else 'DAILY'}", f"INTERVAL={self.interval}"]
        if self.weekdays:
            rule.append("BYDAY=" + ",".join(WEEKDAYS[day] for day in sorted(self.weekdays)))
        if self.times:
            rule.append(f"COUNT={self.times}")
        if self.until and not self.times:
            end = datetime.combine(self.until, time(9), COPENHAGEN).astimezone(UTC)
            rule.append(f"UNTIL={end:%Y%m%dT%H%M%SZ}")
        zone = "TZID=Europe/Copenhagen"
        return [
            f"DTSTART;{zone}:{self.first:%Y%m%d}T090000",
            f"DTEND;{zone}:{self.first:%Y%m%d}T100000",
            "RRULE:" + ";".join(rule),
            *(f"EXDATE;{zone}:{day:%Y%m%d}T090000" for day in sorted(self.removed)),
        ]

    def is_by_rule(self, day: date) -> bool:
        if not self.is_weekly:
            is_turn = (day - self.first).days % self.interval == 0
            return is_turn and (not self.weekdays or day.weekday() in self.weekdays)
        monday = self.first - timedelta(days=self.first.weekday())
        is_turn = (day - monday).days // 7 % self.interval == 0
        return is_turn and day.weekday() in (self.weekdays or {self.first.weekday()})

    def days(self) -> list[date]:
        every = (self.first + timedelta(days=day) for day in count())
        by_rule = (day for day in islice(every, 2000) if day == self.first or self.is_by_rule(day))
        days = list(islice(by_rule, self.times))
        if self.until and not self.times:
            days = [day for day in days if day <= self.until]
        return [day for day in days if day not in self.removed and day.year == 2027]


DAYS = st.dates(date(2025, 6, 1), date(2027, 12, 31))
PLAIN_SERIES = st.builds(
    PlainSeries,
    first=DAYS,
    is_weekly=st.booleans(),
    interval=st.integers(1, 5),
    weekdays=st.frozensets(st.integers(0, 6), max_size=4),
    times=st.none() | st.integers(1, 200),
    until=st.none() | DAYS,
    removed=st.frozensets(DAYS, max_size=5),
)


@settings(max_examples=150, deadline=None)
@given(series=PLAIN_SERIES)
def test_days_are_those_counted_off_when_a_series_is_daily_or_weekly(series: PlainSeries) -> None:
    reading = read_events(series.lines())
    assert starts(reading) == [f"{day} 09:00" for day in series.days()]
    assert codes(reading) == []
