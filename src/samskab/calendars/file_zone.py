"""A time zone as a file's own VTIMEZONE defines it (RFC 5545, 3.6.5)."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from samskab.calendars.components import Component
from samskab.calendars.expansion import WallClockEvent, expand
from samskab.calendars.properties import Property
from samskab.calendars.rules import Span, as_datetime, make_safe, parse_rule
from samskab.calendars.values import BrokenValueError, parse_offset, parse_wall_clock

_ZERO = timedelta(0)
# Two years before the window hold at least one onset of every yearly rule.
_YEARS_BEFORE_WINDOW = 2
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Onset:
    """From `wall_clock` on, read on the clock of before, the offset from UTC is `to`."""

    wall_clock: datetime
    before: timedelta
    to: timedelta


class FileZone(tzinfo):
    """Offsets between onsets; before the first one holds the offset that it comes from.

    A wall-clock time that a change skips is read with the offset before the change, one that it
    repeats with the first (RFC 5545, 3.3.5); `fold` is therefore not looked at.
    """

    def __init__(self, name: str, changes: Sequence[Onset]) -> None:
        """Args: name: shown in messages; changes: one or more, in any order."""
        self._name = name
        ordered = sorted(changes)
        self._offsets = [ordered[0].before, *(onset.to for onset in ordered)]
        self._walls = [onset.wall_clock + max(_ZERO, onset.to - onset.before) for onset in ordered]
        self._instants = [onset.wall_clock - onset.before for onset in ordered]

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """The offset at a wall-clock time of this zone."""
        if moment is None:
            return None
        return self._offsets[bisect_right(self._walls, moment.replace(tzinfo=None))]

    def dst(self, moment: datetime | None) -> None:
        """Unknown: a VTIMEZONE's offsets are whole."""
        del moment

    def tzname(self, moment: datetime | None) -> str:
        """The TZID of the VTIMEZONE."""
        del moment
        return self._name

    def fromutc(self, moment: datetime) -> datetime:
        """The wall-clock time of an instant."""
        instant = moment.replace(tzinfo=None)
        offset = self._offsets[bisect_right(self._instants, instant)]
        return (instant + offset).replace(tzinfo=self)


def file_zone(component: Component, until: datetime, since: datetime) -> FileZone:
    """The zone of a VTIMEZONE, right from some time before `since` to `until`.

    Raises:
        BrokenValueError: it has no onset that can be read.
    """
    first_year = since.astimezone(UTC).year - _YEARS_BEFORE_WINDOW
    last = until.astimezone(UTC).replace(tzinfo=None) + _DAY
    changes = [
        change
        for observance in component.children
        if observance.name in {"STANDARD", "DAYLIGHT"}
        for change in _changes(observance, first_year, last)
    ]
    if not changes:
        raise BrokenValueError(component.name, "", component.line)
    return FileZone(component.text("TZID"), changes)


def _changes(observance: Component, first_year: int, last: datetime) -> list[Onset]:
    before, to = (
        parse_offset(_needed(observance, name)) for name in ("TZOFFSETFROM", "TZOFFSETTO")
    )
    start = parse_wall_clock(_needed(observance, "DTSTART"))
    extra = [
        parse_wall_clock(prop, text)
        for prop in observance.every("RDATE")
        for text in prop.value.split(",")
    ]
    moments = {start, *extra}
    for rule in observance.every("RRULE"):
        moments |= _onsets(rule, start, timezone(before), (first_year, last))
    return [Onset(moment, before, to) for moment in moments]


def _onsets(
    prop: Property, start: datetime, zone: timezone, years: tuple[int, datetime]
) -> set[datetime]:
    """Onsets by a rule, from the last years before the window or before the rule's end."""
    first_year, last = years
    if start > last:
        return set()
    rule = parse_rule(prop, start, zone)
    if rule is None:
        return set()
    if rule.until is not None:
        first_year = min(first_year, rule.until.year - _YEARS_BEFORE_WINDOW)
    is_movable = rule.frequency == "YEARLY" and rule.interval == 1 and rule.count is None
    if is_movable and first_year > start.year:
        # The day is the rule's own; the first of March is one in every year.
        start = start.replace(year=first_year, month=1, day=1)
    span = Span(start, last)
    safe = make_safe(rule, start, span)
    event = WallClockEvent(0, safe.start, timedelta(0), rules=(safe,))
    return {as_datetime(found.start) for found in expand([event], span)} - {start}


def _needed(component: Component, name: str) -> Property:
    found = component.first(name)
    if found is None:
        raise BrokenValueError(name, "", component.line)
    return found
