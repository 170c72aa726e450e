"""The calendars engine, which knows nothing of the generator, finds the busy time it meant."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt

from samskab.calendars import ReadingWindow, read_calendar
from samskab.common.busy import BusyKind
from samskab.planner.synthetic.contents import Contents
from samskab.planner.synthetic.ics_events import ZONE
from samskab.planner.synthetic.meeting import Meeting

LIGHTEST_FIRST = (BusyKind.TENTATIVE, BusyKind.BUSY, BusyKind.HARD)
Minutes = npt.NDArray[np.int8]
Span = tuple[datetime, datetime, BusyKind]


def painted(spans: Iterable[Span], window: ReadingWindow) -> Minutes:
    """Every minute of the window: 0 is free, else the heaviest kind."""
    length = (window.end - window.start) // timedelta(minutes=1)
    minutes = np.zeros(length, dtype=np.int8)
    for start, end, kind in sorted(spans, key=lambda span: LIGHTEST_FIRST.index(span[2])):
        first, last = ((at - window.start) // timedelta(minutes=1) for at in (start, end))
        minutes[max(first, 0) : max(last, 0)] = 1 + LIGHTEST_FIRST.index(kind)
    return minutes


def meant(meetings: Iterable[Meeting]) -> list[Span]:
    return [
        (start.replace(tzinfo=ZONE), end.replace(tzinfo=ZONE), BusyKind(meeting.show.value))
        for meeting in meetings
        if meeting.show.takes_time
        for start, end in meeting.times()
    ]


def test_every_calendar_when_our_own_engine_reads_it(written: tuple[Path, Contents]) -> None:
    folder, contents = written
    programme = contents.programme
    first = datetime.combine(programme.first_day, time(), ZONE).astimezone(UTC)
    last = datetime.combine(programme.last_day, time(), ZONE).astimezone(UTC)
    window = ReadingWindow(first, last, programme.timezone)
    for owner, meetings in contents.diaries.meetings.items():
        name = f"{owner}.ics"
        reading = read_calendar((folder / "calendars" / name).read_bytes(), name, window)
        assert reading.warnings == (), owner
        found = painted(((span.start, span.end, span.kind) for span in reading.busy), window)
        assert np.array_equal(found, painted(meant(meetings), window)), owner
        assert found.any(), owner
