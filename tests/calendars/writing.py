"""Small calendars for tests, and reading them."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from samskab.calendars import CalendarReading, ReadingWindow, read_calendar

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
YEAR = ReadingWindow(
    datetime(2027, 1, 1, tzinfo=COPENHAGEN),
    datetime(2028, 1, 1, tzinfo=COPENHAGEN),
    "Europe/Copenhagen",
)
HALF_PAST_YEAR = ReadingWindow(YEAR.start, datetime(2027, 7, 1, tzinfo=COPENHAGEN), YEAR.timezone)

EASTERN_RULES = """\
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:-0400
TZOFFSETTO:-0500
RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:-0500
TZOFFSETTO:-0400
RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3
END:DAYLIGHT
"""
ROMANCE_RULES = """\
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
"""


def vtimezone(tzid: str, rules: str, extra: str = "") -> str:
    """A VTIMEZONE component."""
    return f"BEGIN:VTIMEZONE\nTZID:{tzid}\n{extra}{rules}END:VTIMEZONE\n"


def vevent(*lines: str, uid: str = "event") -> str:
    """A VEVENT component; a UID of its own unless `lines` give one."""
    own = [] if any(line.startswith("UID") for line in lines) else [f"UID:{uid}"]
    return "\n".join(["BEGIN:VEVENT", *own, *lines, "END:VEVENT"]) + "\n"


def vcalendar(*components: str) -> bytes:
    """A calendar with RFC 5545's line ends."""
    text = "".join(["BEGIN:VCALENDAR\nVERSION:2.0\n", *components, "END:VCALENDAR\n"])
    return text.replace("\n", "\r\n").encode()


def read(*components: str, window: ReadingWindow = YEAR) -> CalendarReading:
    """Read a calendar of some components."""
    return read_calendar(vcalendar(*components), "leader.ics", window)


def read_events(*events: Sequence[str]) -> CalendarReading:
    """Read a calendar of some events, each given by its lines."""
    return read(*(vevent(*lines, uid=f"event-{n}") for n, lines in enumerate(events)))


def shown(reading: CalendarReading) -> list[str]:
    """Busy time as local wall-clock text: `2027-01-04 09:00–10:00 busy`."""
    return [
        f"{span.start.astimezone(COPENHAGEN):%Y-%m-%d %H:%M}–"
        f"{span.end.astimezone(COPENHAGEN):%H:%M} {span.kind.value}"
        for span in reading.busy
    ]


def starts(reading: CalendarReading) -> list[str]:
    """Starts of busy time as local wall-clock text."""
    return [f"{span.start.astimezone(COPENHAGEN):%Y-%m-%d %H:%M}" for span in reading.busy]


def codes(reading: CalendarReading) -> list[str]:
    """Codes of the warnings."""
    return [warning.code for warning in reading.warnings]
