"""Recurrence rules made safe to expand (RFC 5545, 3.3.10).

A rule may ask for a second's recurrence since 1601, or for a day that never comes. Before any
expansion a rule is moved near the window and given an end, in steps rather than in seconds of
the clock, so that the same file always gives the same busy time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from math import ceil, prod
from types import MappingProxyType

from samskab.calendars.properties import Property
from samskab.calendars.sub_daily import as_daily, is_endless
from samskab.calendars.values import BrokenValueError, Moment, parse_moment

MOST_STEPS_PER_RULE = 20_000

_DAY = timedelta(days=1)
_PERIODS: Mapping[str, timedelta] = MappingProxyType(
    {
        "SECONDLY": timedelta(seconds=1),
        "MINUTELY": timedelta(minutes=1),
        "HOURLY": timedelta(hours=1),
        "DAILY": _DAY,
        "WEEKLY": timedelta(weeks=1),
        "MONTHLY": timedelta(days=28),
        "YEARLY": timedelta(days=365),
    }
)
_LONGEST_PERIODS: Mapping[str, timedelta] = MappingProxyType(
    {**_PERIODS, "MONTHLY": timedelta(days=31), "YEARLY": timedelta(days=366)}
)
_DAYS: Mapping[str, int] = MappingProxyType({"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366})
# Only these have periods of one length: a start moved by whole periods generates the same times.
_MOVABLE = frozenset({"SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY"})
_KNOWN_PARTS = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYSECOND", "BYMINUTE", "BYHOUR", "BYDAY"}
    | {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYMONTH", "BYSETPOS"}
)
_HARMLESS_PARTS = frozenset({"", "RSCALE", "SKIP"})
_WORTH_MOVING = 20
# More than any span holds of a rule that is not cut.
_MOST_COUNTED = 10_000_000
_LONGEST_INTERVAL = 10_000


@dataclass(frozen=True, slots=True)
class Rule:
    """One RRULE on the wall clock of its zone.

    Attributes:
        parts: of RFC 5545, by name, COUNT and UNTIL among them as they stand.
        interval: 1 or more.
        count: None where the rule does not count.
        until: the last wall-clock time, None where the rule does not end.
        unknown: parts that RFC 5545 does not have, as they stand.
    """

    parts: Mapping[str, str]
    interval: int
    count: int | None
    until: datetime | None
    unknown: tuple[str, ...] = ()

    @property
    def frequency(self) -> str:
        """FREQ."""
        return self.parts["FREQ"]

    @property
    def is_filtered(self) -> bool:
        """Whether BY parts narrow or multiply the times."""
        return any(name.startswith("BY") for name in self.parts)


@dataclass(frozen=True, slots=True)
class SafeRule:
    """A rule that ends soon enough.

    Attributes:
        parts: of RFC 5545, by name, without COUNT and UNTIL.
        start: DTSTART, or a later start that generates the same times in the span.
        count: None where the rule does not count.
        last: no time is generated after this one.
        steps: about as many are taken to get there.
        is_cut: whether the rule asks for times after the last that the span would want.
    """

    parts: Mapping[str, str]
    start: Moment
    count: int | None
    last: datetime
    steps: int
    is_cut: bool


@dataclass(frozen=True, slots=True)
class Span:
    """Wall-clock time in which occurrences are wanted, long ones that begin before included."""

    since: datetime
    until: datetime


def parse_rule(prop: Property, start: Moment, zone: tzinfo) -> Rule | None:
    """Read an RRULE or EXRULE; None where it has no times at all.

    Args:
        prop: the property.
        start: DTSTART on the wall clock of `zone`; decides how UNTIL is read.
        zone: the zone that the rule is expanded in.

    Raises:
        BrokenValueError: the rule cannot be read, cannot be searched in reasonable time, or is
            of another calendar than the Gregorian.
    """
    parts = _parts(prop)
    try:
        interval = int(parts.get("INTERVAL", "1"))
        count = min(int(parts["COUNT"]), _MOST_COUNTED) if "COUNT" in parts else None
        if not 0 < interval <= _LONGEST_INTERVAL or is_endless(parts, interval):
            raise BrokenValueError(prop.name, prop.value, prop.line)
        kept = as_daily(parts, interval, as_datetime(start))
    except ValueError:
        raise BrokenValueError(prop.name, prop.value, prop.line) from None
    if kept is None:
        return None
    return Rule(
        {name: value for name, value in kept.items() if name in _KNOWN_PARTS},
        interval if kept["FREQ"] == parts["FREQ"] else 1,
        # "UNTIL or COUNT … MUST NOT occur in the same rule": where both do, UNTIL is kept.
        None if count is None or count < 0 or "UNTIL" in parts else count,
        _until(prop, parts["UNTIL"], start, zone) if "UNTIL" in parts else None,
        tuple(name for name in parts if name not in _KNOWN_PARTS | _HARMLESS_PARTS),
    )


def _parts(prop: Property) -> dict[str, str]:
    # Some writers escape the semicolons, some write the property's name twice.
    pieces = prop.value.upper().replace("\\", "").removeprefix("RRULE:").split(";")
    parts = {
        name.strip(): value.strip() for name, _, value in (part.partition("=") for part in pieces)
    }
    if parts.get("FREQ") not in _PERIODS or parts.get("RSCALE", "GREGORIAN") != "GREGORIAN":
        raise BrokenValueError(prop.name, prop.value, prop.line)
    return parts


def _until(prop: Property, text: str, start: Moment, zone: tzinfo) -> datetime:
    """UNTIL on the wall clock; a date ends an all-day rule, and lets a timed one have that day."""
    if not isinstance(start, datetime):
        text = text[:8]
    until = parse_moment(prop, text, zone)
    if isinstance(until, datetime):
        return until.astimezone(zone).replace(tzinfo=None)
    last_time = time(23, 59, 59) if isinstance(start, datetime) else time()
    return datetime.combine(until, last_time)


def as_datetime(moment: Moment) -> datetime:
    """A wall-clock moment, a date as its midnight."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time())


def make_safe(rule: Rule, start: Moment, span: Span, *, is_movable: bool = True) -> SafeRule:
    """Give a rule a near start and an end.

    Args:
        rule: to be expanded.
        start: DTSTART on the wall clock.
        span: what is wanted.
        is_movable: False where occurrences before the span may be moved into it.
    """
    period = _PERIODS[rule.frequency] * rule.interval
    first = as_datetime(start)
    skipped = (span.since - first) // period - 1
    if is_movable and rule.frequency in _MOVABLE and rule.count is None and skipped > _WORTH_MOVING:
        first += skipped * period
        start = first if isinstance(start, datetime) else first.date()
    last = min(span.until, rule.until) if rule.until else span.until
    if rule.count is not None and not rule.is_filtered:
        longest = _LONGEST_PERIODS[rule.frequency] * rule.interval
        if rule.count < (last - first) // longest:
            last = first + rule.count * longest
    steps = max(0, ceil((last - first) / period) + 1) * _times_per_period(rule)
    if rule.count is not None:
        steps = min(steps, rule.count)
    is_cut = steps > MOST_STEPS_PER_RULE
    if is_cut:
        last = first + (last - first) * (MOST_STEPS_PER_RULE / steps)
        last = last.replace(microsecond=0)
        steps = MOST_STEPS_PER_RULE
    return SafeRule(
        {name: value for name, value in rule.parts.items() if name not in {"UNTIL", "COUNT"}},
        start,
        min(rule.count, steps) if rule.count is not None and is_cut else rule.count,
        last,
        steps,
        is_cut,
    )


def _times_per_period(rule: Rule) -> int:
    times = prod(
        rule.parts[name].count(",") + 1
        for name in ("BYHOUR", "BYMINUTE", "BYSECOND")
        if name in rule.parts
    )
    return times if times == 1 else times * _DAYS.get(rule.frequency, 1)
