"""Events and their overrides to occurrences."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

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
from samskab.calendars.rules import Rule, SafeRule, Span, make_safe, parse_rule
from samskab.calendars.values import BrokenValueError, in_utc
from samskab.calendars.wall_clock import (
    begins_after,
    is_before,
    on_wall_clock,
    override_on_wall_clock,
    span_at,
    span_on_clock_of,
)
from samskab.calendars.warnings import Warnings
from samskab.common.busy import BusyKind

MOST_STEPS_PER_CALENDAR = 120_000
# What setting up one series costs, in steps of expansion.
_STEPS_PER_SERIES = 50
# What it costs to search decades for a time that never comes.
_STEPS_FOR_NOTHING = 2_000
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
                continue
            # Where several events share a UID there is no telling whose the overrides are.
            yield from self._one(masters[0], overrides)
            for master in masters[1:]:
                yield from self._one(master, [])

    def _one(self, master: Event, overrides: Sequence[Event]) -> Iterator[Occurrence]:
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
        span = span_on_clock_of(master, self._start, self._end)
        if begins_after(master, span.until):
            yield from self._alone(overrides)
            return
        near: list[Event] = []
        for override in overrides:
            # One far beyond the window replaces nothing in it; it may lie in it itself.
            if is_before(override, master, span.until + _FAR):
                near.append(override)
            else:
                yield from self._alone([override])
        try:
            found = self._found(master, near, span)
        except ValueError:
            self._warn_of_rule(master.rules[0] if master.rules else None, master.line)
            found = None
        if found is None:
            yield from self._alone([master, *near])
            return
        for each in found:
            event = near[each.key - 1] if each.key else master
            if event.recurrence_id is not None and not event.is_this_and_future:
                yield from self._within(event, *event.span())
            else:
                yield from self._within(event, *span_at(each.start, event, master))

    def _found(self, master: Event, overrides: Sequence[Event], span: Span) -> list[Found] | None:
        """Occurrences on the wall clock, None where there are no steps left for them.

        Raises:
            ValueError: a rule's values are broken.
        """
        event = self._with_rules(on_wall_clock(master, span), master, overrides, span)
        steps = _STEPS_PER_SERIES + len(event.extra) + len(event.except_dates) + len(overrides)
        if not self._may_take(steps, master.line):
            return None
        if _is_over(event, span) and not overrides:
            return []
        keyed = [
            override_on_wall_clock(key, each, master) for key, each in enumerate(overrides, start=1)
        ]
        removed = self._removed_by_rule(master, event, span)
        found = [
            each for each in expand([event, *keyed], span) if each.key or each.start not in removed
        ]
        if not found:
            self._steps_left -= _STEPS_FOR_NOTHING
        return found

    def _may_take(self, steps: int, line: int) -> bool:
        """Take steps from the budget; warn where it has too few left."""
        if self._steps_left < steps:
            self._warnings.add(Code.SERIES_TOO_MANY, line, most=MOST_STEPS_PER_CALENDAR)
            return False
        self._steps_left -= steps
        return True

    def _with_rules(
        self, event: WallClockEvent, master: Event, overrides: Sequence[Event], span: Span
    ) -> WallClockEvent:
        is_movable = len(master.rules) == 1 and not any(
            override.is_this_and_future for override in overrides
        )
        rules = [
            rule
            for prop in master.rules
            if (rule := self._safe_rule(prop, event, master, span, is_movable=is_movable))
        ]
        start = rules[0].start if len(rules) == 1 else event.start
        return replace(event, start=start, rules=rules)

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
        if not self._may_take(safe.steps, prop.line):
            return None
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
