"""Recurrence on the wall clock, by recurring-ical-events.

Everything is handed over as wall-clock time of one zone, and comes back as such: the library
meets no time zone, caches none and cannot mix up those of two files.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from icalendar import Event as LibraryEvent
from icalendar.prop import vDDDLists, vDDDTypes, vRecur
from recurring_ical_events import EventAdapter, Occurrence, Series

from samskab.calendars.rules import SafeRule, Span, as_datetime
from samskab.calendars.values import Moment

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

    def __init__(self, event: WallClockEvent) -> None:
        super().__init__(_library_event(event))
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


def expand(events: Sequence[WallClockEvent], span: Span) -> Iterator[Found]:
    """Occurrences of a series that may touch the span, and some around it.

    Args:
        events: the recurring one first, then its overrides.
        span: wall-clock time.

    Raises:
        ValueError: a rule's values are out of range.
    """
    series = _KeyedSeries([_KeyedAdapter(event) for event in events])
    for occurrence in series.between(span.since, span.until):
        yield Found(occurrence.key, occurrence.start)


def starts_by_rule(event: WallClockEvent, span: Span) -> set[datetime]:
    """Wall-clock times that the event's rules themselves generate, DTSTART only where they do.

    Raises:
        ValueError: a rule's values are out of range.
    """
    series = _KeyedSeries([_KeyedAdapter(event)])
    # The first of the set holds DTSTART and RDATEs.
    return {
        start
        for rule in series.recurrence.rrules[1:]
        for start in rule.between(span.since, span.until, inc=True)
    }


def is_generated_by_rule(event: WallClockEvent) -> bool:
    """Whether DTSTART is among the times that the event's first rule generates."""
    series = _KeyedSeries([_KeyedAdapter(event)])
    return next(iter(series.recurrence.rrules[1]), None) == as_datetime(event.start)


def _library_event(event: WallClockEvent) -> LibraryEvent:
    library_event = LibraryEvent()
    library_event["DTSTART"] = vDDDTypes(event.start)
    library_event["DTEND"] = vDDDTypes(event.start + event.length)
    library_event["SEQUENCE"] = event.sequence
    if event.rules:
        library_event["RRULE"] = [vRecur.from_ical(rule.text) for rule in event.rules]
    if event.extra:
        library_event["RDATE"] = vDDDLists(list(event.extra))
    if event.except_dates:
        library_event["EXDATE"] = vDDDLists(list(event.except_dates))
    if event.recurrence_id is not None:
        params = _THIS_AND_FUTURE if event.is_this_and_future else None
        library_event["RECURRENCE-ID"] = vDDDTypes(event.recurrence_id, params=params)
    return library_event
