"""Rules that never end, never come, or come too often: each ends soon, and says so."""

from datetime import UTC, datetime, timedelta
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.calendars.writing import YEAR, codes, read, read_events, starts, vevent

from samskab.calendars import ReadingWindow
from samskab.calendars.rules import MOST_STEPS_PER_RULE

MOST_SECONDS = 5.0
LOCAL = "DTSTART:20270104T090000"


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;COUNT=99999999",
        "FREQ=MINUTELY",
        "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9;BYMINUTE=0,10,20,30,40,50;BYSECOND=0,15,30,45",
    ],
)
def test_dense_rule_is_cut_and_warned_of_when_expanded(rule: str) -> None:
    begin = process_time()
    reading = read_events([LOCAL, "DURATION:PT1S", f"RRULE:{rule}"])
    assert process_time() - begin < MOST_SECONDS
    assert codes(reading) == ["ics_rule_too_dense"]
    assert MOST_STEPS_PER_RULE * 0.9 < reading.occurrences <= MOST_STEPS_PER_RULE + 1


def test_rule_is_cut_when_one_of_its_periods_alone_is_too_dense() -> None:
    every_minute = f"BYHOUR={_list(24)};BYMINUTE={_list(60)}"
    begin = process_time()
    reading = read_events(
        [LOCAL, "DURATION:PT1M", f"RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;{every_minute}"]
    )
    assert process_time() - begin < MOST_SECONDS
    assert codes(reading) == ["ics_rule_too_dense"]
    assert MOST_STEPS_PER_RULE * 0.3 < reading.occurrences <= MOST_STEPS_PER_RULE


def _list(end: int) -> str:
    return ",".join(str(number) for number in range(end))


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;BYHOUR=9",
        "FREQ=MINUTELY;BYHOUR=11;BYMONTH=4;BYMONTHDAY=31",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
        "FREQ=HOURLY;INTERVAL=24;BYHOUR=5",
        "FREQ=YEARLY;BYDAY=MO;BYSETPOS=100",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
        "FREQ=WEEKLY;BYMONTH=2;BYYEARDAY=300",
    ],
)
def test_rule_leaves_the_start_alone_when_it_never_comes(rule: str) -> None:
    begin = process_time()
    reading = read_events([LOCAL, "DURATION:PT1H", f"RRULE:{rule}"])
    assert process_time() - begin < MOST_SECONDS
    assert starts(reading) == ["2027-01-04 09:00"]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY;BYSETPOS=2",
        "FREQ=SECONDLY;INTERVAL=7;BYHOUR=9",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=FORTNIGHTLY",
        "INTERVAL=2",
        "FREQ=YEARLY;RSCALE=CHINESE",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;UNTIL=TOMORROW",
        "FREQ=DAILY;BYHOUR=25",
    ],
)
def test_only_the_start_counts_with_a_warning_when_a_rule_is_not_usable(rule: str) -> None:
    reading = read_events([LOCAL, "DURATION:PT1H", f"RRULE:{rule}"], [LOCAL, "DURATION:PT2H"])
    assert starts(reading) == ["2027-01-04 09:00"]
    assert codes(reading) == ["ics_rule_broken"]
    assert reading.warnings[0].line == 7


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;INTERVAL=10000;COUNT=99999999999999999999",
        "FREQ=DAILY;COUNT=99999999999999999999;INTERVAL=400",
        "FREQ=YEARLY;INTERVAL=10000",
    ],
)
def test_start_alone_counts_when_the_next_time_is_ages_away(rule: str) -> None:
    reading = read_events([LOCAL, "DURATION:PT1H", f"RRULE:{rule}"])
    assert starts(reading) == ["2027-01-04 09:00"]
    assert reading.warnings == ()


def test_known_parts_count_when_a_rule_has_unknown_ones_too() -> None:
    reading = read_events([LOCAL, "DURATION:PT1H", "RRULE:FREQ=DAILY;BYEASTER=1;COUNT=2"])
    assert starts(reading) == ["2027-01-04 09:00", "2027-01-05 09:00"]
    assert codes(reading) == ["ics_rule_part_unknown"]


def test_series_since_1601_costs_little_when_the_window_is_2027() -> None:
    begin = process_time()
    reading = read_events(["DTSTART:16010101T090000", "DURATION:PT1H", "RRULE:FREQ=DAILY"])
    assert process_time() - begin < MOST_SECONDS
    assert reading.occurrences == 365


def test_a_calendar_of_dense_series_ends_when_its_steps_are_used_up() -> None:
    begin = process_time()
    dense = (
        vevent(LOCAL, "DURATION:PT1S", "RRULE:FREQ=SECONDLY", uid=str(number))
        for number in range(100)
    )
    reading = read(*dense)
    assert process_time() - begin < 2 * MOST_SECONDS
    assert "ics_series_too_many" in codes(reading)
    assert codes(reading)[-1] == "ics_more_warnings"


UNITS = {"HOURLY": timedelta(hours=1), "MINUTELY": timedelta(minutes=1)}


@settings(max_examples=60, deadline=None)
@given(
    frequency=st.sampled_from(sorted(UNITS)),
    interval=st.sampled_from([1, 2, 3, 4, 6, 12, 20]),
    hours=st.none() | st.frozensets(st.integers(0, 23), min_size=1, max_size=4),
    minutes=st.none() | st.frozensets(st.integers(0, 59), min_size=1, max_size=4),
    first=st.datetimes(datetime(2027, 1, 1), datetime(2027, 1, 4)),  # noqa: DTZ001 # wall clock
)
def test_times_are_those_counted_off_when_a_rule_is_sub_daily(
    frequency: str,
    interval: int,
    hours: frozenset[int] | None,
    minutes: frozenset[int] | None,
    first: datetime,
) -> None:
    first = first.replace(second=0, microsecond=0, tzinfo=UTC)
    end = datetime(2027, 1, 6, tzinfo=UTC)
    parts = [f"FREQ={frequency}", f"INTERVAL={interval}"]
    for name, values in (("BYHOUR", hours), ("BYMINUTE", minutes)):
        if values:
            parts.append(f"{name}=" + ",".join(str(value) for value in sorted(values)))
    counted = {first}
    # BYMINUTE expands an hourly rule and limits one by the minute.
    steps = range(int((end - first) / timedelta(minutes=1)))
    for moment in (first + step * timedelta(minutes=1) for step in steps):
        periods, rest = divmod(moment - first.replace(minute=0), UNITS[frequency])
        if frequency == "MINUTELY":
            periods, rest = divmod(moment - first, UNITS[frequency])
        is_turn = periods % interval == 0
        is_minute = moment.minute in (minutes or {moment.minute if not rest else first.minute})
        if frequency == "HOURLY" and not minutes:
            is_minute = moment.minute == first.minute
        if is_turn and is_minute and (hours is None or moment.hour in hours):
            counted.add(moment)
    reading = read(
        vevent(f"DTSTART:{first:%Y%m%dT%H%M%SZ}", "DURATION:PT1M", "RRULE:" + ";".join(parts)),
        window=ReadingWindow(YEAR.start.astimezone(UTC), end, YEAR.timezone),
    )
    assert reading.occurrences == len(counted)
    covered = sum((span.end - span.start for span in reading.busy), timedelta())
    assert covered == len(counted) * timedelta(minutes=1)
