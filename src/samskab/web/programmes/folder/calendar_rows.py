"""Busy time read from a folder as rows of calendars."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from samskab.calendars import CalendarReading, ReadingWindow
from samskab.common.busy import Busy
from samskab.common.errors import Fault
from samskab.planner.folder.calendar_paths import FOLDER
from samskab.web.accounts.models import Organisation
from samskab.web.people.enums import CalendarSource, CalendarState
from samskab.web.people.models import BusySpan, Calendar
from samskab.web.programmes.folder.busy import spans_by_calendar

BATCH = 2_000
KEPT_FAULTS = 50


def name_of(path: str) -> str:
    """How the calendar of a path in the folder is called in the database."""
    return path.removeprefix(f"{FOLDER}/")


def widened(window: ReadingWindow, calendars: Iterable[Calendar]) -> ReadingWindow:
    """A window that leaves no day out which one of these calendars has been read for already."""
    days = [(c.read_from, c.read_until) for c in calendars]
    zone = ZoneInfo(window.timezone)
    starts = [_midnight(first, zone) for first, last in days if first and last]
    ends = [_midnight(last + timedelta(days=1), zone) for first, last in days if first and last]
    return replace(window, start=min([window.start, *starts]), end=max([window.end, *ends]))


def calendars_named(organisation: Organisation, paths: Collection[str]) -> dict[str, Calendar]:
    """Those of an organisation that a folder's paths name, by path."""
    found = organisation.calendars.filter(name__in=[name_of(path) for path in paths])
    by_name = {calendar.name: calendar for calendar in found}
    return {path: by_name[name_of(path)] for path in paths if name_of(path) in by_name}


def store_calendars(
    organisation: Organisation,
    found: Mapping[str, Calendar],
    readings: Mapping[str, CalendarReading],
    window: ReadingWindow,
) -> dict[str, Calendar]:
    """Rows for what was read; a feed that has been fetched knows better and stays as it is.

    Args:
        organisation: whose.
        found: those that are there already, by path.
        readings: by path.
        window: what was read.
    """
    kept = {path: c for path, c in found.items() if c.source == CalendarSource.FEED and c.read_at}
    touched: dict[str, Calendar] = {}
    for path, reading in readings.items():
        if path not in kept:
            row = found.get(path) or Calendar(
                organisation=organisation, name=name_of(path), source=CalendarSource.FILE
            )
            touched[path] = _told(row, reading, window)
    _store_spans(touched, readings)
    return kept | touched


def _told(row: Calendar, reading: CalendarReading, window: ReadingWindow) -> Calendar:
    zone = ZoneInfo(window.timezone)
    row.state = CalendarState.PARTLY if reading.warnings else CalendarState.WHOLE
    row.faults = [_as_json(warning) for warning in reading.warnings[:KEPT_FAULTS]]
    row.read_at = row.tried_at = timezone.now()
    row.read_from = window.start.astimezone(zone).date()
    row.read_until = (window.end.astimezone(zone) - timedelta(seconds=1)).date()
    row.save()
    return row


def _store_spans(
    calendars: Mapping[str, Calendar], readings: Mapping[str, CalendarReading]
) -> None:
    """Spans that are there already stay: they may have titles that their owner wants kept."""
    stored = spans_by_calendar([calendar.pk for calendar in calendars.values()])
    changed = {
        path: calendar
        for path, calendar in calendars.items()
        if stored.get(calendar.pk, ()) != readings[path].busy
    }
    keys = [calendar.pk for calendar in changed.values()]
    BusySpan.objects.filter(calendar__in=keys).delete()
    rows = (
        _row(calendar, span) for path, calendar in changed.items() for span in readings[path].busy
    )
    BusySpan.objects.bulk_create(rows, BATCH)


def _row(calendar: Calendar, span: Busy) -> BusySpan:
    return BusySpan(calendar=calendar, start=span.start, end=span.end, kind=span.kind.value)


def _as_json(fault: Fault) -> dict[str, object]:
    values = {
        name: value if isinstance(value, int | str) else str(value)
        for name, value in fault.values.items()
    }
    return {"code": fault.code, "values": values, "line": fault.line}


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time.min, zone).astimezone(UTC)
