"""A calendar of which others see the busy time only: one VFREEBUSY (RFC 5545, section 3.6.4)."""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta

from samskab.planner.synthetic.ics_events import ZONE
from samskab.planner.synthetic.ics_lines import WRITTEN, as_bytes, escaped, stamp
from samskab.planner.synthetic.meeting import Meeting, Show

PERIODS_PER_LINE = 6
TYPES = {
    Show.BUSY: "BUSY",
    Show.TENTATIVE: "BUSY-TENTATIVE",
    Show.HARD: "BUSY-UNAVAILABLE",
}


def calendar_of_busy_time(
    name: str, owner: str, meetings: Sequence[Meeting], horizon: tuple[date, date]
) -> bytes:
    """Busy periods by type from the first day to the last, in UTC.

    Args:
        name: of the calendar.
        owner: id of whose it is, for the UID.
        meetings: in it; the free ones are left out.
        horizon: first and last day, both included.
    """
    first = datetime.combine(horizon[0], time())
    last = datetime.combine(horizon[1], time()) + timedelta(days=1)
    lines = [
        "BEGIN:VCALENDAR",
        "PRODID:-//Samskab//synthetic free-busy//EN",
        "VERSION:2.0",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        "X-WR-CALDESC:synthetic: nobody's real calendar",
        "BEGIN:VFREEBUSY",
        f"UID:{owner}@synthetic.example",
        f"DTSTAMP:{WRITTEN}",
        f"DTSTART:{_utc(first)}",
        f"DTEND:{_utc(last)}",
    ]
    for show, kind in TYPES.items():
        periods = sorted(_periods(meetings, show, first, last))
        lines += (
            f"FREEBUSY;FBTYPE={kind}:{','.join(periods[k : k + PERIODS_PER_LINE])}"
            for k in range(0, len(periods), PERIODS_PER_LINE)
        )
    lines += ["END:VFREEBUSY", "END:VCALENDAR"]
    return as_bytes(lines)


def _periods(
    meetings: Sequence[Meeting], show: Show, first: datetime, last: datetime
) -> Iterator[str]:
    for meeting in meetings:
        if meeting.show is show:
            for start, end in meeting.times():
                if start < last and end > first:
                    yield f"{_utc(start)}/{_utc(end)}"


def _utc(moment: datetime) -> str:
    return f"{stamp(moment.replace(tzinfo=ZONE).astimezone(UTC))}Z"
