"""VFREEBUSY (RFC 5545, 3.6.4) and VAVAILABILITY (RFC 7953)."""

from dataclasses import replace
from datetime import timedelta

from tests.calendars.writing import YEAR, codes, read, shown, vevent

from samskab.calendars import CalendarReading

FIRST_WEEK = replace(YEAR, start=YEAR.start + timedelta(days=3), end=YEAR.start + timedelta(days=8))
WORK_DAYS = """\
BEGIN:AVAILABLE
UID:work
DTSTART;TZID=Europe/Copenhagen:20270104T080000
DTEND;TZID=Europe/Copenhagen:20270104T160000
RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE
END:AVAILABLE
"""


def availability(*lines: str) -> str:
    text = "\n".join(line.rstrip() for line in lines)
    return f"BEGIN:VAVAILABILITY\nUID:a\n{text}\nEND:VAVAILABILITY\n"


def week(*components: str) -> CalendarReading:
    return read(*components, window=FIRST_WEEK)


def test_each_type_has_its_kind_when_free_busy_time_is_given() -> None:
    reading = read(
        "BEGIN:VFREEBUSY\n"
        "FREEBUSY:20270104T080000Z/PT1H,20270104T100000Z/20270104T110000Z\n"
        "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20270105T080000Z/PT1H\n"
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:20270106T080000Z/PT1H\n"
        "FREEBUSY;FBTYPE=FREE:20270107T080000Z/PT1H\n"
        "FREEBUSY;FBTYPE=X-OWN:20270108T080000Z/PT1H\n"
        "END:VFREEBUSY\n"
    )
    assert shown(reading) == [
        "2027-01-04 09:00–10:00 busy",
        "2027-01-04 11:00–12:00 busy",
        "2027-01-05 09:00–10:00 hard",
        "2027-01-06 09:00–10:00 tentative",
        "2027-01-08 09:00–10:00 busy",
    ]


def test_readable_periods_count_when_one_of_them_is_broken() -> None:
    reading = read("BEGIN:VFREEBUSY\nFREEBUSY:2027T08/PT1H,20270104T100000Z/PT1H\nEND:VFREEBUSY\n")
    assert shown(reading) == ["2027-01-04 11:00–12:00 busy"]
    assert codes(reading) == ["ics_property_broken"]


def test_time_is_hard_when_it_is_not_available() -> None:
    assert shown(week(availability(WORK_DAYS))) == [
        "2027-01-04 00:00–08:00 hard",
        "2027-01-04 16:00–08:00 hard",
        "2027-01-05 16:00–08:00 hard",
        "2027-01-06 16:00–00:00 hard",
    ]


def test_only_its_range_is_spoken_of_when_an_availability_has_one() -> None:
    reading = week(
        availability("DTSTART;TZID=Europe/Copenhagen:20270105T000000", "DURATION:P1D", WORK_DAYS)
    )
    assert shown(reading) == ["2027-01-05 00:00–08:00 hard", "2027-01-05 16:00–00:00 hard"]


def test_kind_is_that_of_the_busy_type_when_one_is_given() -> None:
    reading = week(availability("BUSYTYPE:BUSY-TENTATIVE", WORK_DAYS))
    assert {span.kind.value for span in reading.busy} == {"tentative"}


def test_event_counts_when_it_lies_in_available_time() -> None:
    event = vevent("DTSTART:20270104T090000", "DURATION:PT1H")
    assert "2027-01-04 09:00–10:00 busy" in shown(week(availability(WORK_DAYS), event))


def test_higher_priority_decides_when_availabilities_overlap() -> None:
    """RFC 7953, 4: 1 is the highest, 9 the lowest; none is lower still."""
    always = "BEGIN:AVAILABLE\nUID:x\nDTSTART:20270101T000000\nDURATION:P30D\nEND:AVAILABLE\n"
    day_off = availability(
        "PRIORITY:1", "DTSTART;TZID=Europe/Copenhagen:20270105T000000", "DURATION:P1D"
    )
    expected = ["2027-01-05 00:00–00:00 hard"]
    free = availability("PRIORITY:5", always)
    assert shown(week(day_off, free)) == expected
    assert shown(week(free, day_off)) == expected
    assert shown(week(day_off.replace("PRIORITY:1\n", ""), free)) == []


def test_nothing_is_closed_when_an_availability_says_nothing_of_time() -> None:
    assert week(availability("SUMMARY:empty")).busy == ()
