"""Recurrence on the wall clock, by recurring-ical-events.

Everything is handed over as wall-clock time of one zone, and comes back as such: the library
meets no time zone, caches none and cannot mix up those of two files.

The library looks for the next time of a rule until the year 9999, and for that of a rule that
has none left takes many seconds to get there. It is therefore handed over in a year shortly
before 9999 that has the same calendar.
"""

from calendar import isleap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from icalendar import Event as LibraryEvent
from icalendar.prop import vDDDLists, vDDDTypes, vRecur
from recurring_ical_events import EventAdapter, Occurrence, Series

from samskab.calendars.rules import SafeRule, Span, as_datetime
from samskab.calendars.values import Moment

# Leaves room for what lies after a span.
_LAST_YEAR = 9990
_CYCLE_YEARS = 28
_GREGORIAN_YEARS = 400
_THIS_AND_FUTURE = {"RANGE": "THISANDFUTURE"}


@dataclass(frozen=True, slots=True)
class WallClockEvent:
    """An event, or an override of one, on the wall clock of its series.

    Attributes:
        key: what the caller knows it by.
        start: DTSTART.
        length: about how long; decides how far before the span occurrences are sought.
        sequence: of two overrides of one occurrence the higher counts.
        rules: made safe, all with the same start.
        extra: RDATE.
        except_dates: EXDATE; a date removes all occurrences of that day.
        recurrence_id: None where this is no override.
        is_this_and_future: whether an override moves the occurrences after it too.
    """

    key: int
    start: Moment
    length: timedelta
    sequence: int = 0
    rules: Sequence[SafeRule] = ()
    extra: Sequence[Moment] = ()
    except_dates: Sequence[Moment] = ()
    recurrence_id: Moment | None = None
    is_this_and_future: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """An occurrence: of which event, when, and whether it stands for an override itself."""

    key: int
    start: Moment


class _KeyedAdapter(EventAdapter):  # type: ignore[misc] # the library has no types
    """Remembers which of our events it stands for."""

    def __init__(self, event: WallClockEvent, shift: timedelta) -> None:
        super().__init__(_library_event(event, shift))
        self.key = event.key


class _KeyedOccurrence(Occurrence):  # type: ignore[misc] # the library has no types
    """Remembers which of our events it is an occurrence of."""

    def __init__(
        self,
        adapter: _KeyedAdapter,
        start: Moment | None = None,
        end: Moment | None = None,
        sequence: int = -1,
    ) -> None:
        super().__init__(adapter, start, end, sequence)
        self.key = adapter.key


class _KeyedSeries(Series):  # type: ignore[misc] # the library has no types
    """A series of keyed occurrences."""

    def occurrence(
        self, adapter: _KeyedAdapter, start: Moment | None = None, end: Moment | None = None
    ) -> _KeyedOccurrence:
        return _KeyedOccurrence(adapter, start, end, sequence=self.sequence)


def expand(events: Sequence[WallClockEvent], span: Span) -> list[Found]:
    """Occurrences of a series that may touch the span, and some around it.

    Args:
        events: the recurring one first, then its overrides.
        span: wall-clock time.

    Raises:
        ValueError: a rule's values are out of range, or dates lie ages apart.
    """
    shift = _shift(events[0].start, span)
    try:
        series = _KeyedSeries([_KeyedAdapter(event, shift) for event in events])
        found = list(series.between(span.since + shift, span.until + shift))
    except OverflowError as error:
        raise ValueError(str(error)) from error
    return [Found(occurrence.key, occurrence.start - shift) for occurrence in found]


def starts_by_rule(event: WallClockEvent, span: Span) -> set[datetime]:
    """Wall-clock times that the event's rules themselves generate, DTSTART only where they do.

    Raises:
        ValueError: a rule's values are out of range.
    """
    shift = _shift(event.start, span)
    series = _KeyedSeries([_KeyedAdapter(event, shift)])
    # The first of the set holds DTSTART and RDATEs.
    return {
        start - shift
        for rule in series.recurrence.rrules[1:]
        for start in rule.between(span.since + shift, span.until + shift, inc=True)
    }


def is_generated_by_rule(event: WallClockEvent, span: Span) -> bool:
    """Whether DTSTART is among the times that the event's first rule generates.

    Raises:
        ValueError: a rule's values are out of range.
    """
    shift = _shift(event.start, span)
    series = _KeyedSeries([_KeyedAdapter(event, shift)])
    return next(iter(series.recurrence.rrules[1]), None) == as_datetime(event.start) + shift


def _shift(start: Moment, span: Span) -> timedelta:
    """From the years of a series to years shortly before 9999 with the same calendar."""
    return timedelta(days=_shift_days(min(start.year, span.since.year), span.until.year + 1))


@cache
def _shift_days(first_year: int, last_year: int) -> int:
    """Days to a last year within the last 28 whose years before it have the same calendar.

    The calendar repeats after 28 years where no century intervenes, always after 400.
    """
    years = range(first_year, last_year + 1)
    for moved in range(_LAST_YEAR - last_year, _LAST_YEAR - last_year - _CYCLE_YEARS, -1):
        if all(_calendar(year) == _calendar(year + moved) for year in years):
            break
    else:
        moved = (_LAST_YEAR - last_year) // _GREGORIAN_YEARS * _GREGORIAN_YEARS
    return (date(last_year + moved, 1, 1) - date(last_year, 1, 1)).days


def _calendar(year: int) -> tuple[int, bool]:
    """What makes two years alike: the weekday they begin with, and whether they are leap."""
    return date(year, 1, 1).weekday(), isleap(year)


def _library_event(event: WallClockEvent, shift: timedelta) -> LibraryEvent:
    start = event.start + shift
    library_event = LibraryEvent()
    library_event["DTSTART"] = vDDDTypes(start)
    library_event["DTEND"] = vDDDTypes(start + event.length)
    library_event["SEQUENCE"] = event.sequence
    if event.rules:
        library_event["RRULE"] = [_library_rule(rule, shift) for rule in event.rules]
    if event.extra:
        library_event["RDATE"] = vDDDLists([moment + shift for moment in event.extra])
    if event.except_dates:
        library_event["EXDATE"] = vDDDLists([moment + shift for moment in event.except_dates])
    if event.recurrence_id is not None:
        params = _THIS_AND_FUTURE if event.is_this_and_future else None
        library_event["RECURRENCE-ID"] = vDDDTypes(event.recurrence_id + shift, params=params)
    return library_event


def _library_rule(rule: SafeRule, shift: timedelta) -> vRecur:
    if rule.count is not None:
        end = f"COUNT={rule.count}"
    else:
        last = (rule.last + shift).isoformat(timespec="seconds").replace("-", "").replace(":", "")
        end = f"UNTIL={last if isinstance(rule.start, datetime) else last[:8]}"
    parts = [f"{name}={value}" for name, value in rule.parts.items()]
    return vRecur(vRecur.from_ical(";".join([*parts, end])))
