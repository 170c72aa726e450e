"""A VEVENT, or an AVAILABLE, as the expansion needs it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta, tzinfo
from typing import TypeVar

from samskab.calendars.codes import Code
from samskab.calendars.components import Component
from samskab.calendars.kinds import kind_of_event
from samskab.calendars.properties import Property
from samskab.calendars.values import (
    BrokenValueError,
    Moment,
    in_utc,
    later,
    midnight,
    parse_duration,
    parse_moment,
    parse_period,
)
from samskab.calendars.warnings import Warnings
from samskab.calendars.zones import Zones
from samskab.common.busy import BusyKind

_DAY = timedelta(days=1)
_ZERO = timedelta(0)

_RECURRENCE = frozenset({"RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID"})
_MOST_DIGITS = 9

T = TypeVar("T")


def _sequence(component: Component) -> int:
    text = component.text("SEQUENCE")
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else 0


def _zone_within(start: Moment) -> tzinfo | None:
    """The zone that a start brings; an end that forgets its own is of the same."""
    return start.tzinfo if isinstance(start, datetime) else None


@dataclass(frozen=True, slots=True)
class Event:
    """One event of a file, with what makes it recur.

    Attributes:
        uid: empty where the file gives none.
        sequence: the higher one replaces the lower.
        line: where it begins.
        start: a date, or aware.
        end: None where DTEND does not say; a date, or aware.
        length: DURATION, None where it is not given.
        exact_length: elapsed from start to end; zero where DTEND does not say.
        kind: None where it leaves its owner free.
        zone: of the start; the window's for all-day events.
        rules: RRULE.
        except_rules: EXRULE, which RFC 2445 had.
        extra: RDATE.
        extra_ends: ends of the RDATEs that are periods, by start in UTC.
        except_dates: EXDATE.
        recurrence_id: of an override, the occurrence that it replaces.
        is_this_and_future: whether it replaces those after it too.
    """

    uid: str
    sequence: int
    line: int
    start: Moment
    end: Moment | None
    length: timedelta | None
    exact_length: timedelta
    kind: BusyKind | None
    zone: tzinfo
    rules: tuple[Property, ...] = ()
    except_rules: tuple[Property, ...] = ()
    extra: tuple[Moment, ...] = ()
    extra_ends: tuple[tuple[datetime, datetime], ...] = ()
    except_dates: tuple[Moment, ...] = ()
    recurrence_id: Moment | None = None
    is_this_and_future: bool = False

    @property
    def is_recurring(self) -> bool:
        """Whether anything of its own makes it recur."""
        return bool(self.rules or self.extra or self.except_dates)

    def span_from(self, start: Moment) -> tuple[datetime, datetime]:
        """Start and end in UTC of the occurrence that begins at `start`.

        With DTEND each occurrence has the same exact length, with DURATION the same nominal one
        (RFC 5545, 3.8.5.3). An all-day event lasts whole days.

        Args:
            start: a date, or aware.
        """
        if isinstance(start, datetime):
            first = in_utc(start)
            end = first + self.exact_length if self.length is None else later(start, self.length)
            return first, end
        first = midnight(start, self.zone)
        if self.length is not None:
            return first, later(datetime.combine(start, time(), tzinfo=self.zone), self.length)
        if self.end is None:
            return first, midnight(start + _DAY, self.zone)
        if isinstance(self.end, datetime) or isinstance(self.start, datetime):
            return first, first + self.exact_length
        return first, midnight(start + (self.end - self.start), self.zone)

    def span(self) -> tuple[datetime, datetime]:
        """Start and end in UTC of the event itself."""
        return self.span_from(self.start)


class EventReader:
    """Reads the events of one file; a broken property costs no more than itself."""

    def __init__(
        self, zones: Zones, floating: tzinfo, hard_categories: Collection[str], warnings: Warnings
    ) -> None:
        """Args: floating: zone of times without one; hard_categories: casefolded."""
        self._zones = zones
        self._floating = floating
        self._hard_categories = hard_categories
        self._warnings = warnings

    def event(self, component: Component) -> Event | None:
        """The event of a component; None, with a warning, where it has no start to be read."""
        kind = kind_of_event(component, self._hard_categories)
        start = self.moment(component, "DTSTART", Code.START_BROKEN)
        if start is None:
            if kind is not None and component.first("DTSTART") is None:
                self._warnings.add(Code.START_MISSING, component.line, component=component.name)
            return None
        end = self.moment(component, "DTEND", floating=_zone_within(start))
        uid = component.first("UID")
        event = Event(
            uid=uid.value if uid else "",
            sequence=_sequence(component),
            line=component.line,
            start=start,
            end=end,
            length=self.length(component) if end is None else None,
            exact_length=self._elapsed(start, end),
            kind=kind,
            zone=self._zone_of(start),
        )
        return self._recurring(self._forwards(event), component)

    def _recurring(self, event: Event, component: Component) -> Event:
        """The event with what makes it recur, or makes it an override."""
        if component.properties.keys().isdisjoint(_RECURRENCE):
            return event
        recurrence_id = component.first("RECURRENCE-ID")
        range_name = recurrence_id.parameters.get("RANGE", "") if recurrence_id else ""
        extra, extra_ends = self._extra(component)
        return replace(
            event,
            rules=tuple(component.every("RRULE")),
            except_rules=tuple(component.every("EXRULE")),
            extra=extra,
            extra_ends=extra_ends,
            except_dates=tuple(self._list(component, "EXDATE", self._one)),
            recurrence_id=self.moment(component, "RECURRENCE-ID"),
            is_this_and_future=range_name.upper() == "THISANDFUTURE",
        )

    def moment(
        self,
        component: Component,
        name: str,
        broken: Code = Code.PROPERTY_BROKEN,
        floating: tzinfo | None = None,
    ) -> Moment | None:
        """A date or an aware time; None, with a warning where it is there but broken.

        Args:
            component: that may have the property.
            name: of the property.
            broken: code of the warning.
            floating: zone of a time that has none, the calendar's by default.
        """
        prop = component.first(name)
        if prop is None:
            return None
        try:
            return parse_moment(prop, prop.value, self._zone(prop, floating))
        except BrokenValueError as error:
            self._warnings.add(broken, error.line, property=error.name, value=error.value)
            return None

    def length(self, component: Component) -> timedelta | None:
        """DURATION, None where it is missing or broken."""
        prop = component.first("DURATION")
        if prop is None:
            return None
        try:
            return parse_duration(prop, prop.value)
        except BrokenValueError as error:
            self._warn(error)
            return None

    def periods(self, component: Component, name: str) -> list[tuple[str, datetime, datetime]]:
        """All periods of a property, each with its FBTYPE."""
        return self._list(component, name, self._typed_period)

    def _forwards(self, event: Event) -> Event:
        """The event itself, or without its end where that lies before its start."""
        start, end = event.span()
        if end >= start:
            return event
        self._warnings.add(Code.END_BEFORE_START, event.line)
        return replace(event, end=event.start, length=None, exact_length=_ZERO)

    def _elapsed(self, start: Moment, end: Moment | None) -> timedelta:
        if end is None:
            return _ZERO
        if isinstance(start, datetime) and isinstance(end, datetime):
            return in_utc(end) - in_utc(start)
        return self._instant(end) - self._instant(start)

    def _instant(self, moment: Moment) -> datetime:
        if isinstance(moment, datetime):
            return in_utc(moment)
        return midnight(moment, self._zones.of_window)

    def _zone_of(self, start: Moment) -> tzinfo:
        if isinstance(start, datetime):
            return start.tzinfo or self._floating
        return self._zones.of_window

    def _zone(self, prop: Property, floating: tzinfo | None = None) -> tzinfo:
        tzid = prop.parameters.get("TZID")
        return self._zones.zone(tzid, prop.line) if tzid else floating or self._floating

    def _one(self, prop: Property, text: str) -> Moment:
        return parse_moment(prop, text, self._zone(prop))

    def _typed_period(self, prop: Property, text: str) -> tuple[str, datetime, datetime]:
        return prop.parameters.get("FBTYPE", "BUSY"), *parse_period(prop, text, self._zone(prop))

    def _extra(
        self, component: Component
    ) -> tuple[tuple[Moment, ...], tuple[tuple[datetime, datetime], ...]]:
        extra: list[Moment] = []
        ends: list[tuple[datetime, datetime]] = []
        for start, end in self._list(component, "RDATE", self._extra_one):
            extra.append(start)
            if end is not None and isinstance(start, datetime):
                ends.append((in_utc(start), in_utc(end)))
        return tuple(extra), tuple(ends)

    def _extra_one(self, prop: Property, text: str) -> tuple[Moment, datetime | None]:
        if "/" in text:
            return parse_period(prop, text, self._zone(prop))
        return self._one(prop, text), None

    def _list(self, component: Component, name: str, read: Callable[[Property, str], T]) -> list[T]:
        """Every value of a comma-separated property that can be read."""
        values: list[T] = []
        for prop in component.every(name):
            for text in prop.value.split(","):
                if not text.strip():
                    continue
                try:
                    values.append(read(prop, text))
                except BrokenValueError as error:
                    self._warn(error)
        return values

    def _warn(self, error: BrokenValueError) -> None:
        self._warnings.add(Code.PROPERTY_BROKEN, error.line, property=error.name, value=error.value)
