"""Every calendar, read back by icalendar and recurring_ical_events, says what was meant."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from icalendar import Calendar, Event
from icalendar.cal import Component

from samskab.planner.synthetic.contents import Contents
from samskab.planner.synthetic.meeting import Meeting, Show

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
FREEBUSY_SHOWS = {
    "BUSY": Show.BUSY,
    "BUSY-TENTATIVE": Show.TENTATIVE,
    "BUSY-UNAVAILABLE": Show.HARD,
}


class Time(NamedTuple):
    start: datetime
    end: datetime
    show: Show


def meant(meetings: list[Meeting], first: datetime, last: datetime) -> list[Time]:
    times = [
        Time(_utc(start), _utc(end), meeting.show)
        for meeting in meetings
        if meeting.show.takes_time
        for start, end in meeting.times()
    ]
    return sorted(time for time in times if time.start < last and time.end > first)


def read(file: Path, first: datetime, last: datetime) -> list[Time]:
    calendar = Calendar.from_ical(file.read_bytes())
    broken = [component.errors for component in calendar.walk() if component.errors]
    assert not broken
    times = [*_events(calendar, first, last), *_busy_periods(calendar)]
    return sorted(time for time in times if time.start < last and time.end > first)


def _events(calendar: Component, first: datetime, last: datetime) -> Iterator[Time]:
    for event in recurring_ical_events.of(calendar).between(first, last):
        show = _show(event)
        if show.takes_time:
            yield Time(_utc(event.start), _utc(event.end), show)


def _busy_periods(calendar: Component) -> Iterator[Time]:
    for freebusy in calendar.walk("VFREEBUSY"):
        lines: Any = freebusy["FREEBUSY"]
        for period in lines if isinstance(lines, list) else [lines]:
            show = FREEBUSY_SHOWS[period.params["FBTYPE"]]
            yield Time(_utc(period.start), _utc(period.end), show)


def _show(event: Event) -> Show:
    """Planning-problem.md, Time: the first that fits."""
    status = str(event.get("X-MICROSOFT-CDO-BUSYSTATUS", ""))
    categories = [str(name) for name in event.categories]
    if str(event.get("TRANSP")) == "TRANSPARENT" or status in {"FREE", "WORKINGELSEWHERE"}:
        return Show.FREE
    if status == "OOF" or "Ferie" in categories:
        return Show.HARD
    return Show.TENTATIVE if "TENTATIVE" in {status, str(event.get("STATUS"))} else Show.BUSY


def _utc(moment: date) -> datetime:
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment, time())
    return (moment if moment.tzinfo else moment.replace(tzinfo=COPENHAGEN)).astimezone(UTC)


def _horizon(contents: Contents) -> tuple[datetime, datetime]:
    programme = contents.programme
    return _utc(programme.first_day), _utc(programme.last_day + timedelta(days=1))


def test_every_calendar_when_another_parser_reads_it(written: tuple[Path, Contents]) -> None:
    folder, contents = written
    first, last = _horizon(contents)
    for owner, meetings in contents.diaries.meetings.items():
        times = read(folder / "calendars" / f"{owner}.ics", first, last)
        assert times == meant(meetings, first, last), owner


def test_calendars_when_their_styles_are_counted(written: tuple[Path, Contents]) -> None:
    folder, contents = written
    texts = [path.read_text() for path in sorted((folder / "calendars").iterdir())]
    assert len(texts) == len(contents.diaries.meetings)
    for mark in (
        'DTSTART;TZID="Romance Standard Time":',
        'DTSTART;TZID="Customized Time Zone":',
        "X-MICROSOFT-CDO-BUSYSTATUS:WORKINGELSEWHERE",
        "PRODID:-//Samskab//synthetic Google//EN",
        "PRODID:-//Samskab//synthetic Apple//EN",
        "FREEBUSY;FBTYPE=BUSY-TENTATIVE:",
        "RECURRENCE-ID",
        "EXDATE",
        "RRULE:FREQ=MONTHLY",
        "TRANSP:TRANSPARENT",
    ):
        assert any(mark in text for text in texts), mark
    in_utc = [text for text in texts if "synthetic export in UTC" in text]
    assert in_utc
    assert all("TZID" not in text for text in in_utc)
    assert sum("BEGIN:VFREEBUSY" in text for text in texts) == 1


def test_calendars_when_their_lines_are_measured(written: tuple[Path, Contents]) -> None:
    for path in (written[0] / "calendars").iterdir():
        *lines, end = path.read_bytes().split(b"\r\n")
        assert end == b""
        assert max(map(len, lines)) <= 75
        assert not any(b"\n" in line or b"\r" in line for line in lines)


@pytest.mark.parametrize("kind", [Show.FREE, Show.ELSEWHERE])
def test_free_time_when_it_is_in_a_calendar(written: tuple[Path, Contents], kind: Show) -> None:
    diaries = written[1].diaries
    owners = [o for o, held in diaries.meetings.items() if any(m.show is kind for m in held)]
    assert owners, "otherwise nothing shows that free time is left out"
