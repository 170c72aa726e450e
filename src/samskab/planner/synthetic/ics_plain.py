"""Calendars as Google, Apple and plain exports write them: IANA zones or UTC, TRANSP, STATUS."""

from samskab.planner.synthetic.ics_events import Style
from samskab.planner.synthetic.meeting import Show

_COPENHAGEN = (
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Copenhagen",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:CEST",
    "DTSTART:19810329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:CET",
    "DTSTART:19961027T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
)

_SHOWS = {
    Show.BUSY: ("STATUS:CONFIRMED", "TRANSP:OPAQUE"),
    Show.TENTATIVE: ("STATUS:TENTATIVE", "TRANSP:OPAQUE"),
    Show.HARD: ("CATEGORIES:Ferie", "STATUS:CONFIRMED", "TRANSP:OPAQUE"),
    Show.FREE: ("STATUS:CONFIRMED", "TRANSP:TRANSPARENT"),
    Show.ELSEWHERE: ("STATUS:CONFIRMED", "TRANSP:TRANSPARENT"),
}

GOOGLE = Style(
    "Google", ("X-WR-TIMEZONE:Europe/Copenhagen", *_COPENHAGEN), "Europe/Copenhagen", _SHOWS
)
APPLE = Style(
    "Apple", ("X-APPLE-CALENDAR-COLOR:#1F5F8B", *_COPENHAGEN), "Europe/Copenhagen", _SHOWS
)
EXPORT_IN_UTC = Style("export in UTC", (), None, _SHOWS)
