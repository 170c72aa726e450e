"""Events on the wall clock of their series: without zone, as recurrence is reckoned."""

from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo

from samskab.calendars.events import Event
from samskab.calendars.expansion import WallClockEvent
from samskab.calendars.rules import Span, as_datetime
from samskab.calendars.values import Moment

# Wall clocks differ from UTC, and an override's from its series', by less.
_MARGIN = timedelta(days=2)
_FIRST_DAY = datetime(2, 1, 1)  # noqa: DTZ001 # a wall clock's


def span_on_clock_of(master: Event, start: datetime, end: datetime) -> Span:
    """A window on the wall clock of a series, and before it what may reach into it."""
    since = _wall_datetime(start, master.zone) - _MARGIN
    return Span(
        since - min(_reach(master), since - _FIRST_DAY),
        _wall_datetime(end, master.zone) + _MARGIN,
    )


def on_wall_clock(master: Event, span: Span) -> WallClockEvent:
    """The event that recurs, as yet without its rules."""
    start = _wall(master.start, master.zone)
    return WallClockEvent(
        0,
        start,
        _reach(master),
        master.sequence,
        extra=_until(span.until, (_like(start, each, master) for each in master.extra)),
        except_dates=_until(
            span.until, (_exception(start, each, master) for each in master.except_dates)
        ),
    )


def override_on_wall_clock(key: int, override: Event, master: Event) -> WallClockEvent:
    """An override on the wall clock of its series, which may be another than its own."""
    start = _wall(master.start, master.zone)
    return WallClockEvent(
        key,
        _wall(override.start, master.zone),
        _length(override),
        override.sequence,
        recurrence_id=_like(start, override.recurrence_id or override.start, master),
        is_this_and_future=override.is_this_and_future,
    )


def is_before(override: Event, master: Event, last: datetime) -> bool:
    """Whether an override, and what it replaces, begin no later than a wall-clock time."""
    moments = [override.start, override.recurrence_id or override.start]
    return all(as_datetime(_wall(moment, master.zone)) <= last for moment in moments)


def begins_after(master: Event, last: datetime) -> bool:
    """Whether a series begins later than a wall-clock time."""
    return as_datetime(_wall(master.start, master.zone)) > last


def span_at(start: Moment, event: Event, master: Event) -> tuple[datetime, datetime]:
    """Start and end in UTC of an occurrence.

    Args:
        start: on the wall clock of the series.
        event: the event itself, or the override that it follows.
        master: the event itself.
    """
    if not isinstance(start, datetime):
        return event.span_from(start)
    first, end = event.span_from(start.replace(tzinfo=master.zone))
    return first, dict(master.extra_ends).get(first, end) if master.extra_ends else end


def _wall_datetime(moment: datetime, zone: tzinfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def _wall(moment: Moment, zone: tzinfo) -> Moment:
    return _wall_datetime(moment, zone) if isinstance(moment, datetime) else moment


def _length(event: Event) -> timedelta:
    start, end = event.span()
    return end - start


def _reach(event: Event) -> timedelta:
    """The length of the longest occurrence; an RDATE that is a period has its own."""
    return max([_length(event), *(end - start for start, end in event.extra_ends)])


def _like(start: Moment, moment: Moment, master: Event) -> Moment:
    """A moment on the series' wall clock, timed where the series is, else a date."""
    wall = _wall(moment, master.zone)
    if not isinstance(start, datetime):
        return wall.date() if isinstance(wall, datetime) else wall
    return wall if isinstance(wall, datetime) else datetime.combine(wall, start.time())


def _exception(start: Moment, moment: Moment, master: Event) -> Moment:
    """An EXDATE; that of a timed series may be a date, which removes the whole day."""
    is_day_of_timed = isinstance(start, datetime) and not isinstance(moment, datetime)
    return moment if is_day_of_timed else _like(start, moment, master)


def _until(last: datetime, moments: Iterable[Moment]) -> list[Moment]:
    return [moment for moment in moments if as_datetime(moment) <= last]
