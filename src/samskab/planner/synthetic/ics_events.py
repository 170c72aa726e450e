"""Meetings as VEVENTs; a style says how one calendar program would have written them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from samskab.planner.synthetic.ics_lines import WRITTEN, as_bytes, day_stamp, escaped, stamp
from samskab.planner.synthetic.meeting import Meeting, Series, Show

ZONE = ZoneInfo("Europe/Copenhagen")


@dataclass(frozen=True, slots=True)
class Style:
    """How a calendar program writes.

    Attributes:
        product: for PRODID, which names every calendar as synthetic.
        header: calendar properties and the VTIMEZONE, as content lines.
        tzid: of its VTIMEZONE as it stands in a parameter; None writes in UTC, each time of a
            series by itself (a weekly rule in UTC would slip when the clocks change).
        shows: the lines that tell how the owner's time is shown.
    """

    product: str
    header: tuple[str, ...]
    tzid: str | None
    shows: Mapping[Show, tuple[str, ...]]


def calendar_in_style(name: str, meetings: Sequence[Meeting], style: Style) -> bytes:
    """One calendar file of VEVENTs, by start."""
    lines = [
        "BEGIN:VCALENDAR",
        f"PRODID:-//Samskab//synthetic {style.product}//EN",
        "VERSION:2.0",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        "X-WR-CALDESC:synthetic: nobody's real calendar",
        *style.header,
    ]
    for meeting in sorted(meetings, key=lambda meeting: (meeting.start, meeting.uid)):
        lines += _events(meeting, style)
    lines.append("END:VCALENDAR")
    return as_bytes(lines)


def _events(meeting: Meeting, style: Style) -> Iterator[str]:
    if meeting.series is None:
        yield from _event(meeting, style, meeting.uid, meeting.start)
    elif style.tzid is None and not meeting.all_day:
        for k, (start, _) in enumerate(meeting.times()):
            yield from _event(meeting, style, f"{meeting.uid}-{k + 1}", start)
    else:
        recurrence = _recurrence(meeting, meeting.series, style)
        yield from _event(meeting, style, meeting.uid, meeting.start, recurrence)
        for day, start in meeting.series.moved.items():
            original = datetime.combine(day, meeting.start.time())
            override = (_at("RECURRENCE-ID", original, style.tzid),)
            yield from _event(meeting, style, meeting.uid, start, override)


def _event(
    meeting: Meeting, style: Style, uid: str, start: datetime, extra: tuple[str, ...] = ()
) -> tuple[str, ...]:
    end = start + (meeting.end - meeting.start)
    if meeting.all_day:
        when = (
            f"DTSTART;VALUE=DATE:{day_stamp(start)}",
            f"DTEND;VALUE=DATE:{day_stamp(end)}",
        )
    else:
        when = (_at("DTSTART", start, style.tzid), _at("DTEND", end, style.tzid))
    return (
        "BEGIN:VEVENT",
        f"UID:{uid}@synthetic.example",
        f"DTSTAMP:{WRITTEN}",
        *when,
        *extra,
        f"SUMMARY:{escaped(meeting.title)}",
        *style.shows[meeting.show],
        "END:VEVENT",
    )


def _recurrence(meeting: Meeting, series: Series, style: Style) -> tuple[str, ...]:
    last, clock = series.days[-1], meeting.start.time()
    if meeting.all_day:
        until = day_stamp(last)
        cancelled = [day_stamp(day) for day in sorted(series.cancelled)]
        exdate = f"EXDATE;VALUE=DATE:{','.join(cancelled)}"
    else:
        ends = datetime.combine(last, time(23, 59, 59), ZONE).astimezone(UTC)
        until = f"{stamp(ends)}Z"
        cancelled = [stamp(datetime.combine(day, clock)) for day in sorted(series.cancelled)]
        exdate = f"EXDATE;TZID={style.tzid}:{','.join(cancelled)}"
    rule = f"RRULE:{series.rule.replace(';', f';UNTIL={until};', 1)}"
    return (rule, exdate) if cancelled else (rule,)


def _at(name: str, moment: datetime, tzid: str | None) -> str:
    if tzid is None:
        return f"{name}:{stamp(moment.replace(tzinfo=ZONE).astimezone(UTC))}Z"
    return f"{name};TZID={tzid}:{stamp(moment)}"
