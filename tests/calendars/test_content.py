"""Bytes of all sorts: marks, line ends, folds, encodings, sizes, and files that are no calendar."""

from time import process_time

import pytest
from tests.calendars.writing import YEAR, codes, read, shown, starts, vcalendar, vevent

from samskab.calendars import read_calendar
from samskab.calendars.content import MOST_BYTES
from samskab.common.errors import Fault, InputError

MEETING = vevent("DTSTART:20270104T090000", "DURATION:PT1H", "CATEGORIES:Fravær")
PLAIN = vcalendar(MEETING)


def fault_of(content: bytes) -> Fault:
    with pytest.raises(InputError) as raised:
        read_calendar(content, "leader.ics", YEAR)
    (fault,) = raised.value.faults
    return fault


@pytest.mark.parametrize(
    "content",
    [
        PLAIN,
        b"\xef\xbb\xbf" + PLAIN,
        PLAIN.replace(b"\r\n", b"\n"),
        PLAIN.replace(b"\r\n", b"\r"),
        PLAIN.replace(b"\r\n", b"\r\n\r\n"),
        PLAIN.replace(b"DTSTART", b"DTST\r\n ART").replace(b"\r\n", b"\r\r\n"),
        PLAIN.decode().encode("utf-16"),
        PLAIN.replace(b"DTSTART", b"dtstart").replace(b"BEGIN:VEVENT", b"begin:vevent"),
        PLAIN.replace(b"DTSTART", b"DTST\r\n ART"),
        PLAIN.replace(b"DTSTART", b"DTST\n\tART"),
        # Some writers fold by bytes, in the middle of a character.
        PLAIN.replace("æ".encode(), b"\xc3\r\n \xa6"),
        PLAIN.rstrip(),
    ],
    ids=[
        "plain",
        "mark",
        "lf",
        "cr",
        "blank",
        "crcrlf",
        "utf16",
        "case",
        "fold",
        "tab",
        "byte",
        "end",
    ],
)
def test_same_is_read_when_bytes_differ_in_form_only(content: bytes) -> None:
    reading = read_calendar(content, "leader.ics", YEAR)
    assert shown(reading) == ["2027-01-04 09:00–10:00 hard"]
    assert reading.warnings == ()


def test_latin_1_is_read_with_a_warning_when_a_file_is_not_utf_8() -> None:
    reading = read_calendar(PLAIN.decode().encode("latin-1"), "leader.ics", YEAR)
    assert shown(reading) == ["2027-01-04 09:00–10:00 hard"]
    assert [(warning.code, warning.line) for warning in reading.warnings] == [("ics_not_utf8", 7)]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "ics_empty"),
        (b"\xef\xbb\xbf\r\n \r\n", "ics_empty"),
        (b"id;name\r\n1;Anna\r\n", "ics_not_a_calendar"),
        (b"\x89PNG\r\n\x1a\n" + bytes(1000), "ics_not_a_calendar"),
        (b"BEGIN:VCARD\r\nFN:Anna\r\nEND:VCARD\r\n", "ics_not_a_calendar"),
        (b"<html>Log ind</html>", "ics_not_a_calendar"),
    ],
)
def test_file_is_refused_when_it_is_no_calendar(content: bytes, code: str) -> None:
    fault = fault_of(content)
    assert (fault.code, fault.file, fault.line) == (code, "leader.ics", 1)


def test_file_is_refused_at_once_when_it_is_100_mb_of_nonsense() -> None:
    content = bytes(100_000_000)
    begin = process_time()
    fault = fault_of(content)
    assert process_time() - begin < 0.1
    assert (fault.code, fault.values) == ("ics_too_large", {"megabytes": 100, "most": 20})


@pytest.mark.parametrize(
    "nonsense",
    [b"A" * MOST_BYTES, b"\n " * (MOST_BYTES // 2), b'"' * MOST_BYTES, b"\n" * MOST_BYTES],
    ids=["one line", "folds", "quotes", "blank lines"],
)
def test_largest_file_ends_soon_when_it_is_nonsense(nonsense: bytes) -> None:
    content = (PLAIN.replace(b"END:VCALENDAR", b"DTSTART:") + nonsense)[:MOST_BYTES]
    begin = process_time()
    reading = read_calendar(content, "leader.ics", YEAR)
    assert process_time() - begin < 5.0
    assert shown(reading) == ["2027-01-04 09:00–10:00 hard"]


def test_window_is_refused_when_its_zone_is_unknown() -> None:
    window = type(YEAR)(YEAR.start, YEAR.end, "Europe/Atlantis")
    with pytest.raises(InputError, match="ics_timezone_unknown"):
        read_calendar(PLAIN, "leader.ics", window)


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        (["DTSTART:20270230T090000"], "ics_start_broken", 5),
        (["DTSTART:NEXT YEAR"], "ics_start_broken", 5),
        (["DTSTART:20270104T250000"], "ics_start_broken", 5),
        (["SUMMARY:no start"], "ics_start_missing", 3),
    ],
)
def test_other_events_count_when_one_has_no_usable_start(
    lines: list[str], code: str, line: int
) -> None:
    reading = read(vevent(*lines), MEETING)
    assert starts(reading) == ["2027-01-04 09:00"]
    assert [(warning.code, warning.line) for warning in reading.warnings] == [(code, line)]
    assert reading.warnings[0].file == "leader.ics"


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ("DTEND:20270132T100000", []),
        ("DURATION:P1H", []),
        ("DURATION:P99999999999W", []),
        ("EXDATE:20270105T09", ["DURATION:PT1H"]),
        ("RDATE:20270105T0900000", ["DURATION:PT1H"]),
        ("RECURRENCE-ID:20270105T", ["DURATION:PT1H"]),
    ],
)
def test_rest_of_an_event_counts_when_one_property_is_broken(line: str, end: list[str]) -> None:
    reading = read(vevent("DTSTART:20270104T090000", line, *end))
    assert [(warning.code, warning.line) for warning in reading.warnings] == [
        ("ics_property_broken", 6)
    ]
    assert reading.occurrences == 1
    assert starts(reading) == ["2027-01-04 09:00" for _ in end]


def test_properties_without_bearing_on_time_cannot_harm_when_they_are_broken() -> None:
    reading = read(
        vevent(
            'ATTENDEE;CN="broken:mailto:x',
            "GEO:not a place",
            "ATTACH;ENCODING=BASE64:????",
            "DTSTART:20270104T090000",
            "DURATION:PT1H",
            "BEGIN:VALARM\nTRIGGER:never\nDURATION:P5000D\nDTSTART:20270301T090000\nEND:VALARM",
        )
    )
    assert shown(reading) == ["2027-01-04 09:00–10:00 busy"]
    assert reading.warnings == ()


def test_lines_that_are_none_are_counted_once_when_passed_over() -> None:
    reading = read(vevent("DTSTART:20270104T090000", "DURATION:PT1H", "<br>", "so it says"))
    assert shown(reading) == ["2027-01-04 09:00–10:00 busy"]
    (warning,) = reading.warnings
    assert (warning.code, warning.line, warning.values) == (
        "ics_lines_unreadable",
        7,
        {"count": 2},
    )


def test_both_events_count_when_the_first_is_not_closed() -> None:
    reading = read(MEETING.replace("END:VEVENT\n", ""), MEETING.replace("0104", "0105"))
    assert starts(reading) == ["2027-01-04 09:00", "2027-01-05 09:00"]
    assert [(warning.code, warning.line) for warning in reading.warnings] == [
        ("ics_component_unclosed", 3)
    ]


def test_what_is_there_counts_when_a_file_is_cut_short() -> None:
    reading = read_calendar(PLAIN[: PLAIN.index(b"END:VEVENT")], "leader.ics", YEAR)
    assert starts(reading) == ["2027-01-04 09:00"]
    assert codes(reading) == ["ics_component_unclosed", "ics_component_unclosed"]


def test_event_takes_no_time_when_it_ends_before_it_begins() -> None:
    reading = read(vevent("DTSTART:20270104T090000", "DTEND:20270104T080000"))
    assert (reading.busy, codes(reading)) == ((), ["ics_end_before_start"])


def test_warnings_of_one_sort_are_few_when_a_thousand_events_are_broken() -> None:
    reading = read(*(vevent("DTSTART:NEVER", uid=str(number)) for number in range(1000)))
    assert codes(reading) == ["ics_start_broken"] * 5 + ["ics_more_warnings"]
    assert reading.warnings[-1].values == {"count": 995}


@pytest.mark.parametrize("value", ["99991231T235959Z", "00010101T000000", "99991231"])
def test_first_and_last_year_mean_always_when_they_bound_an_event(value: str) -> None:
    ever = read(vevent("DTSTART:20270101T000000", "DTEND:99991231T235959Z"))
    assert (ever.busy[0].end, ever.warnings) == (YEAR.end, ())
    assert read(vevent(f"DTSTART:{value}", "DURATION:PT1H")).warnings == ()
