"""Busy time of a programme's people, facilitators and rooms, from the rows of their calendars."""

from collections.abc import Collection, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from samskab.calendars.appointment import uids_begin_with
from samskab.calendars.window import ReadingWindow
from samskab.common.busy import Busy, BusyKind
from samskab.planner.model.programme import Programme as Frame
from samskab.web.people.models import BusySpan

Spans = tuple[Busy, ...]


def window_of(frame: Frame) -> ReadingWindow:
    """The whole days of a programme's horizon; invitations to it are passed over."""
    zone = ZoneInfo(frame.timezone)
    return ReadingWindow(
        start=datetime.combine(frame.first_day, time.min, zone),
        end=datetime.combine(frame.last_day + timedelta(days=1), time.min, zone),
        timezone=frame.timezone,
        hard_categories=frame.hard_categories,
        own_uids=uids_begin_with(frame.title),
    )


def spans_by_calendar(
    calendars: Collection[int], window: ReadingWindow | None = None
) -> Mapping[int, Spans]:
    """Busy time by the key of its calendar, sorted; of calendars that have any.

    Args:
        calendars: keys of their rows.
        window: what of it is wanted, cut where it begins and ends; None: all there is.
    """
    rows = BusySpan.objects.filter(calendar__in=calendars).order_by("calendar_id", "start")
    if window:
        rows = rows.filter(start__lt=window.end, end__gt=window.start)
    found: dict[int, list[Busy]] = {}
    for calendar, start, end, kind in rows.values_list("calendar_id", "start", "end", "kind"):
        span = Busy(start.astimezone(UTC), end.astimezone(UTC), BusyKind(kind))
        found.setdefault(calendar, []).append(span)
    return {calendar: tuple(clipped(spans, window)) for calendar, spans in found.items()}


def clipped(spans: Collection[Busy], window: ReadingWindow | None) -> Iterator[Busy]:
    """The parts of busy time that lie in a window."""
    if window is None:
        yield from spans
        return
    start, end = window.start.astimezone(UTC), window.end.astimezone(UTC)
    for span in spans:
        if span.start < end and span.end > start:
            yield Busy(max(span.start, start), min(span.end, end), span.kind)
