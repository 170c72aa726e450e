"""Rules by the hour, minute and second, so that none is searched second by second.

A library steps through every second of a day to find that none of them is in BYHOUR. Where the
interval divides its unit's cycle the rule has the same times of day every day, and is the same
as a daily rule that names them (RFC 5545, 3.3.10: BYHOUR limits the one and expands the other).
"""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

_TIME_PARTS = ("BYHOUR", "BYMINUTE", "BYSECOND")
_DAY_PARTS = ("BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO")
_CYCLES = (24, 60, 60)
_UNITS: Mapping[str, int] = MappingProxyType({"HOURLY": 0, "MINUTELY": 1, "SECONDLY": 2})


def is_endless(parts: Mapping[str, str], interval: int) -> bool:
    """Whether a search for the rule's next time may step through years of minutes or seconds.

    Args:
        parts: of the rule, FREQ among them.
        interval: 1 or more.
    """
    unit = _UNITS.get(parts["FREQ"])
    if unit is None:
        return False
    if "BYSETPOS" in parts:
        return True
    if not _has_any(parts, _TIME_PARTS) or _CYCLES[unit] % interval == 0:
        return False
    return parts["FREQ"] == "SECONDLY" or (
        parts["FREQ"] == "MINUTELY" and _has_any(parts, _DAY_PARTS)
    )


def as_daily(parts: Mapping[str, str], interval: int, start: datetime) -> Mapping[str, str] | None:
    """The same rule as a daily one where it is one; None where it has no times at all.

    Args:
        parts: of the rule, FREQ among them.
        interval: 1 or more.
        start: DTSTART on the wall clock.

    Raises:
        ValueError: an hour, minute or second is no number.
    """
    unit = _UNITS.get(parts["FREQ"])
    if unit is None or not _has_any(parts, _TIME_PARTS) or _CYCLES[unit] % interval:
        return parts
    daily = {name: value for name, value in parts.items() if name != "INTERVAL"}
    daily["FREQ"] = "DAILY"
    clock = (start.hour, start.minute, start.second)
    for position, name in enumerate(_TIME_PARTS):
        if position < unit:
            own = set(range(_CYCLES[position]))
        elif position == unit:
            own = set(range(clock[unit] % interval, _CYCLES[unit], interval))
        else:
            own = {clock[position]}
        given = {int(value) for value in parts[name].split(",")} if name in parts else own
        # Finer units than the frequency's are expanded by their part, others limited.
        times = given if position > unit else given & own
        if not times:
            return None
        daily[name] = ",".join(str(value) for value in sorted(times))
    return daily


def _has_any(parts: Mapping[str, str], names: tuple[str, ...]) -> bool:
    return any(name in parts for name in names)
