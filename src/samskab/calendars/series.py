"""Events and their overrides to occurrences."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from samskab.calendars.codes import Code
from samskab.calendars.events import Event
from samskab.calendars.expansion import (
    Found,
    WallClockEvent,
    expand,
    is_generated_by_rule,
    starts_by_rule,
)
from samskab.calendars.properties import Property
from samskab.calendars.rules import Rule, SafeRule, Span, as_datetime, make_safe, parse_rule
from samskab.calendars.values import BrokenValueError, Moment, in_utc
from samskab.calendars.warnings import Warnings
from samskab.common.busy import BusyKind

MOST_STEPS_PER_CALENDAR = 120_000
# What setting up one series costs, in steps of expansion.
_STEPS_PER_SERIES = 50
# What it costs to search decades for a time that never comes.
_STEPS_FOR_NOTHING = 2_000
# Wall clocks differ from UTC, and an override's from its series', by less.
_MARGIN = timedelta(days=2)
_FIRST_DAY = datetime(2, 1, 1)  # noqa: DTZ001 # a wall clock's
_FAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One occurrence that touches the window, in UTC; it may be of no length, or free."""

    start: datetime
    end: datetime
    kind: BusyKind | None


class SeriesExpander:
    """Expands the events of one file within a window, and within a budget of steps."""

    def __init__(self, start: datetime, end: datetime, warnings: Warnings) -> None:
        """Args: start, end: the window, aware."""
        self._start = in_utc(start)
        self._end = in_utc(end)
        self._warnings = warnings
        self._steps_left = MOST_STEPS_PER_CALENDAR

    def occurrences(self, events: Iterable[Event]) -> Iterator[Occurrence]:
        """Occurrences of all events, in the order of the file's UIDs."""
        for masters, overrides in _by_uid(events):
            if not masters:
                yield from self._alone(overrides)
            for master in masters:
                if master.is_recurring or overrides:
                    yield from self._series(master, overrides)
                else:
                    yield from self._alone([master])

    def _alone(self, events: Iterable[Event]) -> Iterator[Occurrence]:
        for event in events:
            yield from self._within(event, *event.span())

    def _within(self, event: Event, start: datetime, end: datetime) -> Iterator[Occurrence]:
        if start < self._end and (end > self._start or start == end == self._start):
            yield Occurrence(start, end, event.kind)

    def _series(self, master: Event, overrides: Sequence[Event]) -> Iterator[Occurrence]:
        span = self._span_on_clock_of(master)
        if as_datetime(_wall(master.start, master.zone)) > span.until:
            yield from self._alone(overrides)
            return
        # An override far beyond the window replaces nothing in it; it may lie in it itself.
        near = [each for each in overrides if _is_before(each, master, span.until + _FAR)]
        yield from self._alone(each for each in overrides if each not in near)
        try:
            found = self._found(master, near, span)
        except ValueError:
            self._warn_of_rule(master.rules[0] if master.rules else None, master.line)
            yield from self._alone([master, *near])
            return
        for each in found:
            event = near[each.key - 1] if each.key else master
            if event.recurrence_id is not None and not event.is_this_and_future:
                yield from self._within(event, *event.span())
            else:
                yield from self._within(event, *_span_at(each.start, event, master))

    def _found(self, master: Event, overrides: Sequence[Event], span: Span) -> list[Found]:
        """Occurrences on the wall clock; raises ValueError where a rule's values are broken."""
        wall_clock = self._on_wall_clock(master, overrides, span)
        event = wall_clock[0]
        if _is_over(event, span) and not overrides:
            return []
        removed = self._removed_by_rule(master, event, span)
        found = [each for each in expand(wall_clock, span) if each.key or each.start not in removed]
        if not found:
            self._steps_left -= _STEPS_FOR_NOTHING
        return found

    def _span_on_clock_of(self, master: Event) -> Span:
        """The window on the wall clock of a series, and before it what may reach into it."""
        since = _wall_datetime(self._start, master.zone) - _MARGIN
        return Span(
            since - min(_length(master), since - _FIRST_DAY),
            _wall_datetime(self._end, master.zone) + _MARGIN,
        )

    def _on_wall_clock(
        self, master: Event, overrides: Sequence[Event], span: Span
    ) -> list[WallClockEvent]:
        start = _wall(master.start, master.zone)
        event = WallClockEvent(
            0,
            start,
            _length(master),
            master.sequence,
            extra=_until(span.until, (_like(start, each, master) for each in master.extra)),
            except_dates=_until(
                span.until, (_exception(start, each, master) for each in master.except_dates)
            ),
        )
        is_movable = len(master.rules) == 1 and not any(
            override.is_this_and_future for override in overrides
        )
        rules = [
            rule
            for prop in master.rules
            if (rule := self._safe_rule(prop, event, master, span, is_movable=is_movable))
        ]
        if len(rules) == 1:
            event = replace(event, start=rules[0].start)
        keyed = [_override(key, each, master) for key, each in enumerate(overrides, start=1)]
        return [replace(event, rules=rules), *keyed]

    def _safe_rule(
        self, prop: Property, event: WallClockEvent, master: Event, span: Span, *, is_movable: bool
    ) -> SafeRule | None:
        """A rule to be expanded; None, with a warning, where it cannot or may not be."""
        try:
            rule = parse_rule(prop, event.start, master.zone)
        except BrokenValueError:
            self._warn_of_rule(prop, prop.line)
            return None
        if rule is None:
            return None
        if rule.unknown:
            parts = ", ".join(rule.unknown)[:60]
            self._warnings.add(Code.RULE_PART_UNKNOWN, prop.line, parts=parts)
        safe = make_safe(rule, event.start, span, is_movable=is_movable)
        if self._steps_left < safe.steps:
            self._warnings.add(Code.SERIES_TOO_MANY, prop.line, most=MOST_STEPS_PER_CALENDAR)
            return None
        self._steps_left -= safe.steps + _STEPS_PER_SERIES
        if safe.is_cut:
            until = safe.last.isoformat(" ")
            self._warnings.add(Code.RULE_TOO_DENSE, prop.line, rule=prop.value[:60], until=until)
        return _counting_start(rule, safe, event, span)

    def _removed_by_rule(self, master: Event, event: WallClockEvent, span: Span) -> set[datetime]:
        removed: set[datetime] = set()
        for prop in master.except_rules:
            safe = self._safe_rule(prop, event, master, span, is_movable=False)
            if safe is not None:
                removed |= starts_by_rule(replace(event, rules=[safe]), span)
        return removed

    def _warn_of_rule(self, prop: Property | None, line: int) -> None:
        value = prop.value[:60] if prop else ""
        self._warnings.add(Code.RULE_BROKEN, prop.line if prop else line, rule=value)


def _by_uid(events: Iterable[Event]) -> Iterator[tuple[list[Event], list[Event]]]:
    """Events and overrides of each UID; an event without a UID stands for itself.

    Of events with one UID only those of the highest SEQUENCE count: they revise the others.
    """
    groups: dict[str, tuple[list[Event], list[Event]]] = defaultdict(lambda: ([], []))
    for number, event in enumerate(events):
        masters, overrides = groups[event.uid or f"\n{number}"]
        (masters if event.recurrence_id is None else overrides).append(event)
    for masters, overrides in groups.values():
        latest = max((event.sequence for event in masters), default=0)
        yield [event for event in masters if event.sequence == latest], overrides


def _counting_start(
    rule: Rule, safe: SafeRule, event: WallClockEvent, span: Span
) -> SafeRule | None:
    """A counting rule, one short where it does not generate DTSTART itself.

    "The DTSTART property value always counts as the first occurrence" (RFC 5545, 3.3.10).
    """
    if rule.count is None or not rule.is_filtered:
        return safe
    if is_generated_by_rule(replace(event, rules=[safe]), span):
        return safe
    if rule.count <= 1:
        return None
    return make_safe(replace(rule, count=rule.count - 1), event.start, span, is_movable=False)


def _is_over(event: WallClockEvent, span: Span) -> bool:
    """Whether all of a series lies before the span: most of a calendar that is kept for years."""
    return (
        bool(event.rules)
        and not event.extra
        and all(rule.last < span.since for rule in event.rules)
    )


def _wall_datetime(moment: datetime, zone: tzinfo) -> datetime:
    return moment.astimezone(zone).replace(tzinfo=None)


def _wall(moment: Moment, zone: tzinfo) -> Moment:
    return _wall_datetime(moment, zone) if isinstance(moment, datetime) else moment


def _length(event: Event) -> timedelta:
    start, end = event.span()
    return end - start


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


def _is_before(override: Event, master: Event, last: datetime) -> bool:
    moments = [override.start, override.recurrence_id or override.start]
    return all(as_datetime(_wall(moment, master.zone)) <= last for moment in moments)


def _override(key: int, event: Event, master: Event) -> WallClockEvent:
    start = _wall(master.start, master.zone)
    return WallClockEvent(
        key,
        _wall(event.start, master.zone),
        _length(event),
        event.sequence,
        recurrence_id=_like(start, event.recurrence_id or event.start, master),
        is_this_and_future=event.is_this_and_future,
    )


def _span_at(start: Moment, event: Event, master: Event) -> tuple[datetime, datetime]:
    """Start and end in UTC of an occurrence that is generated."""
    if not isinstance(start, datetime):
        return event.span_from(start)
    instant = start.replace(tzinfo=master.zone)
    first, end = event.span_from(instant)
    return first, dict(master.extra_ends).get(first, end) if master.extra_ends else end
