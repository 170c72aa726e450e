"""Calendars as Outlook and Exchange publish them: Windows zone names, X-MICROSOFT statuses."""

from samskab.planner.synthetic.ics_events import Style
from samskab.planner.synthetic.meeting import Show


def _zone(name: str) -> tuple[str, ...]:
    """Exchange's own VTIMEZONE: one rule for summer, one for winter, since 1601."""
    return (
        "BEGIN:VTIMEZONE",
        f"TZID:{name}",
        "BEGIN:STANDARD",
        "DTSTART:16010101T030000",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:16010101T020000",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
    )


def _status(busy: str, *, transparent: bool = False) -> tuple[str, ...]:
    return (
        "CLASS:PUBLIC",
        "PRIORITY:5",
        f"TRANSP:{'TRANSPARENT' if transparent else 'OPAQUE'}",
        "SEQUENCE:0",
        f"X-MICROSOFT-CDO-BUSYSTATUS:{busy}",
        f"X-MICROSOFT-CDO-INTENDEDSTATUS:{busy}",
    )


_SHOWS = {
    Show.BUSY: _status("BUSY"),
    Show.TENTATIVE: _status("TENTATIVE"),
    Show.HARD: _status("OOF"),
    Show.FREE: _status("FREE", transparent=True),
    Show.ELSEWHERE: _status("WORKINGELSEWHERE"),
}

OUTLOOK = Style("Outlook", _zone("Romance Standard Time"), '"Romance Standard Time"', _SHOWS)
OUTLOOK_CUSTOMIZED = Style(
    "Outlook", _zone("Customized Time Zone"), '"Customized Time Zone"', _SHOWS
)
