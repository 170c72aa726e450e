"""Values of properties: dates, times, durations, periods, offsets (RFC 5545, 3.3)."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from samskab.calendars.properties import Property

Moment = date | datetime

_LONGEST_SHOWN = 60
# ISO 8601's long form and times without seconds are not RFC 5545, but mean one thing only.
_MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d):?(\d\d)?(?:\.\d+)?(Z)?)?\Z", re.IGNORECASE
)
_DURATION = re.compile(
    r"([+-])?P(?:(\d{1,6})W)?(?:(\d{1,6})D)?"
    r"(?:T(?:(\d{1,8})H)?(?:(\d{1,8})M)?(?:(\d{1,10})S)?)?\Z",
    re.IGNORECASE,
)
_OFFSET = re.compile(r"([+-])?(\d\d):?(\d\d):?(\d\d)?\Z")
_LAST_SECOND = 59
# "Always" and "never" are often the first and last year there is; arithmetic needs some room.
# Both years are leap years, so that every date of a clamped year exists.
_FIRST_YEAR = 400
_LAST_YEAR = 9600
_LONGEST = timedelta(days=36_525)


class BrokenValueError(ValueError):
    """A value that cannot be read; carries what the warning says."""

    def __init__(self, name: str, value: str, line: int) -> None:
        super().__init__(f"{name}:{value}")
        self.name = name
        self.value = value if len(value) <= _LONGEST_SHOWN else value[:_LONGEST_SHOWN] + "…"
        self.line = line


def is_timed(moment: Moment) -> bool:
    """Whether a moment has a time of day; a date alone means all day."""
    return isinstance(moment, datetime)


def parse_moment(prop: Property, text: str, zone: tzinfo) -> Moment:
    """A DATE, or a DATE-TIME made aware.

    Args:
        prop: names the broken value; its VALUE is not asked, for the text itself is clearer.
        text: the value, or one of a list.
        zone: of a time that is not in UTC.

    Raises:
        BrokenValueError: there is no such date or time.
    """
    match = _MOMENT.match(text.strip())
    if not match:
        raise BrokenValueError(prop.name, text, prop.line)
    given_year, month, day, hour, minute, second, utc = match.groups()
    year = min(max(int(given_year), _FIRST_YEAR), _LAST_YEAR) if given_year != "0000" else 0
    try:
        if hour is None:
            return date(year, int(month), int(day))
        # A leap second is read as the one before it (3.3.12).
        whole_second = min(int(second or 0), _LAST_SECOND)
        moment = datetime(
            year, int(month), int(day), int(hour), int(minute), whole_second, tzinfo=zone
        )
    except ValueError:
        raise BrokenValueError(prop.name, text, prop.line) from None
    return moment.replace(tzinfo=UTC) if utc else moment


def parse_wall_clock(prop: Property, text: str | None = None) -> datetime:
    """A DATE-TIME without a zone, as in VTIMEZONE; a DATE is its midnight."""
    moment = parse_moment(prop, prop.value if text is None else text, UTC)
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None)
    return datetime.combine(moment, time())


def parse_duration(prop: Property, text: str) -> timedelta:
    """A DURATION; raises BrokenValueError."""
    match = _DURATION.match(text.strip())
    if not match or not any(match.groups()[1:]):
        raise BrokenValueError(prop.name, text, prop.line)
    weeks, days, hours, minutes, seconds = (int(number or 0) for number in match.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    if length > _LONGEST:
        raise BrokenValueError(prop.name, text, prop.line)
    return -length if match[1] == "-" else length


def parse_offset(prop: Property) -> timedelta:
    """A UTC-OFFSET; raises BrokenValueError."""
    match = _OFFSET.match(prop.value)
    if not match:
        raise BrokenValueError(prop.name, prop.value, prop.line)
    hours, minutes, seconds = (int(number or 0) for number in match.groups()[1:])
    length = timedelta(hours=hours, minutes=minutes, seconds=seconds)
    if length >= timedelta(days=1):
        raise BrokenValueError(prop.name, prop.value, prop.line)
    return -length if match[1] == "-" else length


def parse_period(prop: Property, text: str, zone: tzinfo) -> tuple[datetime, datetime]:
    """A PERIOD as start and end, both aware; raises BrokenValueError."""
    first, slash, second = text.partition("/")
    start = parse_moment(prop, first, zone)
    if not slash or not isinstance(start, datetime):
        raise BrokenValueError(prop.name, text, prop.line)
    if second.strip().upper().startswith(("P", "+P", "-P")):
        return start, later(start, parse_duration(prop, second))
    end = parse_moment(prop, second, zone)
    if not isinstance(end, datetime):
        raise BrokenValueError(prop.name, text, prop.line)
    return start, end


def later(start: datetime, length: timedelta) -> datetime:
    """The end of a DURATION: its days by the calendar, then its hours by the clock (3.3.6)."""
    days = timedelta(days=length.days)
    return in_utc(start + days) + (length - days)


def in_utc(moment: datetime) -> datetime:
    """An aware moment in UTC."""
    return moment.astimezone(UTC)


def midnight(day: date, zone: tzinfo) -> datetime:
    """The start of a day in a zone, in UTC."""
    return datetime.combine(day, time(), tzinfo=zone).astimezone(UTC)
