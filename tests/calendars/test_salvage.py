"""Nonsense written over real calendars: always a reading or a fault, never a crash."""

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.calendars.writing import ROMANCE_RULES, YEAR, vcalendar, vevent, vtimezone

from samskab.calendars import read_calendar
from samskab.common.errors import InputError

LINES = (
    vcalendar(
        vtimezone("Own", ROMANCE_RULES),
        vevent(
            "DTSTART;TZID=Own:20270104T090000",
            "DTEND;TZID=Own:20270104T100000",
            "RRULE:FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20271231T080000Z",
            "EXDATE;TZID=Own:20270107T090000",
            "RDATE;VALUE=PERIOD:20270108T090000Z/PT2H",
        ),
        vevent(
            "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Own:20270204T090000",
            "DTSTART;TZID=Own:20270205T090000",
            "DURATION:PT3H",
            "SEQUENCE:2",
        ),
        "BEGIN:VAVAILABILITY\nDTSTART:20270301T000000\nDURATION:P5D\nBEGIN:AVAILABLE\n",
        "DTSTART:20270301T080000\nDTEND:20270301T160000\nRRULE:FREQ=DAILY\nEND:AVAILABLE\n",
        "END:VAVAILABILITY\n",
    )
    .decode()
    .split("\r\n")
)
SCRAPS = st.sampled_from(
    (
        *(":", ";", "=", '"', "END:", "BEGIN:VEVENT", "END:VEVENT", "\x00", "\x85", "æ", "\udcff"),
        *("FREQ=SECONDLY", "INTERVAL=0", "COUNT=99999999", "UNTIL=99991231T235959Z"),
        *("BYSETPOS=-1", "BYWEEKNO=54", "BYDAY=9MO", "RRULE:FREQ=YEARLY", "RANGE=THISANDFUTURE"),
        *("00010101", "99991231", "20270328T023000", "P9999999W", "-P1D", "1/P1D,2"),
        *("TZID=", "TZID=Own", "+9999"),
    )
)


@st.composite
def spoilt_calendars(draw: st.DrawFn) -> bytes:
    """A calendar with scraps thrown in, lines cut, dropped and swapped."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 8))):
        line, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
        at = draw(st.integers(0, len(lines[line])))
        way = draw(st.integers(0, 3))
        if way == 0:
            lines[line] = lines[line][:at] + draw(SCRAPS) + lines[line][at:]
        elif way == 1:
            lines[line] = lines[line][:at]
        elif way == 2:
            lines[line], lines[other] = lines[other], lines[line]
        else:
            lines[line] = lines[line].rpartition("=")[0] + "=" + draw(SCRAPS)
    return "\r\n".join(lines).encode(errors="surrogateescape")


@settings(max_examples=100, deadline=None)
@given(content=spoilt_calendars())
def test_reading_or_fault_comes_when_a_calendar_is_spoilt(content: bytes) -> None:
    try:
        reading = read_calendar(content, "leader.ics", YEAR)
    except InputError:
        return
    edges = [edge for span in reading.busy for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(YEAR.start <= edge <= YEAR.end for edge in edges)
    assert all(warning.file == "leader.ics" for warning in reading.warnings)
