"""Time zones: names of all sorts, the file's own, and none that leaks."""

import pytest
from tests.calendars.writing import (
    COPENHAGEN,
    EASTERN_RULES,
    HALF_PAST_YEAR,
    ROMANCE_RULES,
    YEAR,
    codes,
    read,
    shown,
    starts,
    vcalendar,
    vevent,
    vtimezone,
)

from samskab.calendars import read_calendar


def meeting(tzid: str, day: str = "20270104") -> str:
    return vevent(f"DTSTART;TZID={tzid}:{day}T090000", f"DTEND;TZID={tzid}:{day}T100000")


@pytest.mark.parametrize(
    ("tzid", "start"),
    [
        ("Europe/Copenhagen", "09:00"),
        ("Romance Standard Time", "09:00"),
        ("GMT Standard Time", "10:00"),
        ("/vendor.example/20270101_1/America/New_York", "15:00"),
        ("/Europe/London", "10:00"),
        ("UTC", "10:00"),
        ("UTC+03:00", "07:00"),
        ("GMT-0500", "15:00"),
        ('"Europe/Helsinki"', "08:00"),
    ],
)
def test_name_is_understood_when_no_definition_is_given(tzid: str, start: str) -> None:
    reading = read(meeting(tzid))
    assert starts(reading) == [f"2027-01-04 {start}"]
    assert reading.warnings == ()


@pytest.mark.parametrize(
    ("tzid", "start", "taken"),
    [
        ("Hjemme", "09:00", "Europe/Copenhagen"),
        ("../../etc/passwd", "09:00", "Europe/Copenhagen"),
        ('"(UTC+01:00) Brussels, Copenhagen, Madrid, Paris"', "09:00", "Europe/Copenhagen"),
        ('"(UTC-05:00) Eastern Time (US & Canada)"', "15:00", "UTC-05:00"),
    ],
)
def test_unknown_name_takes_a_guess_and_warns_when_read(tzid: str, start: str, taken: str) -> None:
    reading = read(meeting(tzid))
    assert starts(reading) == [f"2027-01-04 {start}"]
    assert codes(reading) == ["ics_zone_unknown"]
    assert reading.warnings[0].values["taken"] == taken
    assert reading.warnings[0].line == 5


def test_unknown_name_warns_once_when_many_events_have_it() -> None:
    assert codes(read(meeting("Hjemme"), meeting("Hjemme"))) == ["ics_zone_unknown"]


def test_own_definition_counts_when_the_name_is_windows() -> None:
    own = vtimezone("Romance Standard Time", EASTERN_RULES)
    assert starts(read(own, meeting("Romance Standard Time"))) == ["2027-01-04 15:00"]


def test_location_of_a_definition_counts_when_it_is_iana() -> None:
    own = vtimezone("Work", ROMANCE_RULES, "X-LIC-LOCATION:America/New_York\n")
    assert starts(read(own, meeting("Work"))) == ["2027-01-04 15:00"]


def test_name_is_used_when_its_definition_is_broken() -> None:
    broken = vtimezone("GMT Standard Time", EASTERN_RULES.replace("TZOFFSETTO", "X-GONE"))
    reading = read(broken, meeting("GMT Standard Time"))
    assert starts(reading) == ["2027-01-04 10:00"]
    assert codes(reading) == ["ics_zone_broken"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0), (0, 1, 0)])
def test_one_files_definition_never_leaks_when_another_has_its_name(order: tuple[int, ...]) -> None:
    name = "Customized Time Zone"
    files = (
        (vcalendar(vtimezone(name, EASTERN_RULES), meeting(name)), "2027-01-04 15:00"),
        (vcalendar(vtimezone(name, ROMANCE_RULES), meeting(name)), "2027-01-04 09:00"),
    )
    for number in order:
        content, start = files[number]
        assert starts(read_calendar(content, "a.ics", YEAR)) == [start]


def test_undefined_name_is_unknown_when_the_file_before_defined_it() -> None:
    name = "Customized Time Zone"
    read(vtimezone(name, EASTERN_RULES), meeting(name))
    assert codes(read(meeting(name))) == ["ics_zone_unknown"]


def test_own_definition_agrees_with_iana_when_clocks_change() -> None:
    series = "DTSTART;TZID={0}:20270101T080000", "DTEND;TZID={0}:20270101T090000"
    own = [line.format("Own") for line in series]
    iana = [line.format("Europe/Copenhagen") for line in series]
    by_own = read(vtimezone("Own", ROMANCE_RULES), vevent(*own, "RRULE:FREQ=DAILY"))
    by_iana = read(vevent(*iana, "RRULE:FREQ=DAILY"))
    assert by_own.busy == by_iana.busy
    assert len(by_own.busy) == 365


@pytest.mark.parametrize(
    ("wall_clock", "in_copenhagen"),
    [
        # Skipped on 28 March, read with the offset of before (RFC 5545, 3.3.5).
        ("20270328T023000", "2027-03-28 03:30"),
        # Repeated on 31 October, the first is meant.
        ("20271031T023000", "2027-10-31 02:30"),
    ],
)
@pytest.mark.parametrize("tzid", ["Own", "Europe/Copenhagen"])
def test_time_is_read_by_the_rfc_when_clocks_change(
    tzid: str, wall_clock: str, in_copenhagen: str
) -> None:
    event = vevent(f"DTSTART;TZID={tzid}:{wall_clock}", "DURATION:PT15M")
    reading = read(vtimezone("Own", ROMANCE_RULES), event)
    assert starts(reading) == [in_copenhagen]
    assert reading.busy[0].start.astimezone(COPENHAGEN).fold == 0


def test_floating_time_is_of_the_window_when_the_calendar_names_no_zone() -> None:
    assert starts(read(vevent("DTSTART:20270104T090000", "DURATION:PT1H"))) == ["2027-01-04 09:00"]


def test_floating_time_is_of_the_calendar_when_it_names_its_zone() -> None:
    event = vevent("DTSTART:20270104T090000", "DURATION:PT1H")
    assert starts(read("X-WR-TIMEZONE:America/New_York\n", event)) == ["2027-01-04 15:00"]


def test_end_without_zone_is_of_the_start_when_that_has_one() -> None:
    event = vevent("DTSTART;TZID=America/New_York:20270104T090000", "DTEND:20270104T100000")
    assert shown(read(event)) == ["2027-01-04 15:00–16:00 busy"]


def test_all_day_event_is_of_the_window_when_the_calendar_names_another_zone() -> None:
    event = vevent("DTSTART;VALUE=DATE:20270104")
    assert shown(read("X-WR-TIMEZONE:Asia/Tokyo\n", event)) == ["2027-01-04 00:00–00:00 busy"]


def test_all_day_event_has_23_hours_when_clocks_go_forward() -> None:
    (span,) = read(vevent("DTSTART;VALUE=DATE:20270328")).busy
    assert (span.end - span.start).total_seconds() == 23 * 3600


def test_local_time_is_kept_when_a_series_passes_a_change_of_clocks() -> None:
    series = vevent(
        "DTSTART;TZID=Europe/Copenhagen:20270322T090000",
        "DTEND;TZID=Europe/Copenhagen:20270322T100000",
        "RRULE:FREQ=WEEKLY;COUNT=2",
    )
    assert shown(read(series, window=HALF_PAST_YEAR)) == [
        "2027-03-22 09:00–10:00 busy",
        "2027-03-29 09:00–10:00 busy",
    ]


def test_length_is_exact_with_an_end_and_nominal_with_days_when_clocks_change() -> None:
    exact = vevent(
        "DTSTART;TZID=Europe/Copenhagen:20270320T220000",
        "DTEND;TZID=Europe/Copenhagen:20270321T220000",
        "RRULE:FREQ=WEEKLY;COUNT=2",
    )
    nominal = exact.replace("DTEND;TZID=Europe/Copenhagen:20270321T220000", "DURATION:P1D")
    assert [span.end - span.start for span in read(exact).busy][1].total_seconds() == 24 * 3600
    assert [span.end - span.start for span in read(nominal).busy][1].total_seconds() == 23 * 3600
