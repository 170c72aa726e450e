"""TZID to time zone: IANA, Windows' names, the file's own, else the window's."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from samskab.calendars.codes import Code
from samskab.calendars.components import Component
from samskab.calendars.file_zone import file_zone
from samskab.calendars.warnings import Warnings
from samskab.calendars.window import ReadingWindow

_FIXED_OFFSET = re.compile(r"\(?(?:UTC|GMT)(?:([+-])(\d{1,2})(?::?(\d\d))?)?\)?\Z", re.IGNORECASE)
_OFFSET_FIRST = re.compile(r"\((?:UTC|GMT)([+-])(\d{1,2}):?(\d\d)\)", re.IGNORECASE)
_MOST_HOURS = 23
_LONGEST_SHOWN = 60


def iana_zone(name: str) -> ZoneInfo | None:
    """The zone of an IANA name, None where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _fixed_zone(name: str) -> tzinfo | None:
    match = _FIXED_OFFSET.match(name)
    if not match:
        return None
    return UTC if match[1] is None else timezone(_offset(*match.groups()))


def _offset(sign: str, hours: str, minutes: str | None) -> timedelta:
    offset = timedelta(hours=min(int(hours), _MOST_HOURS), minutes=min(int(minutes or 0), 59))
    return -offset if sign == "-" else offset


class Zones:
    """The zones of one file; nothing of it outlives the file.

    An IANA name is trusted above a VTIMEZONE of that name, for such definitions are often old.
    Any other name means what the file itself says of it (RFC 5545, 3.2.19), and only where it
    says nothing, what the name suggests.
    """

    def __init__(
        self, components: Mapping[str, Component], window: ReadingWindow, warnings: Warnings
    ) -> None:
        """Args: components: the file's VTIMEZONEs by TZID."""
        self._components = components
        self._window = window
        self._warnings = warnings
        self.of_window = ZoneInfo(window.timezone)
        self._known: dict[str, tzinfo] = {}

    def zone(self, tzid: str, line: int) -> tzinfo:
        """The zone of a TZID; warns once where it is unknown and takes the window's."""
        known = self._known.get(tzid)
        if known is None:
            known = iana_zone(tzid) or self._of_file(tzid) or _suggested_zone(tzid)
            if known is None:
                known = self._guessed(tzid)
                self._warnings.add(Code.ZONE_UNKNOWN, line, zone=_shown(tzid), taken=str(known))
            self._known[tzid] = known
        return known

    def _guessed(self, tzid: str) -> tzinfo:
        """The window's zone, unless the name begins with another offset: (UTC-05:00) Eastern."""
        match = _OFFSET_FIRST.match(tzid.strip())
        if not match:
            return self.of_window
        offset = _offset(*match.groups())
        first_of_year = datetime(self._window.start.year, 1, 1, tzinfo=self.of_window)
        return self.of_window if first_of_year.utcoffset() == offset else timezone(offset)

    def _of_file(self, tzid: str) -> tzinfo | None:
        component = self._components.get(tzid)
        if component is None:
            return None
        location = component.first("X-LIC-LOCATION")
        found = iana_zone(location.value) if location else None
        if found is not None:
            return found
        try:
            return file_zone(component, since=self._window.start, until=self._window.end)
        except ValueError:
            self._warnings.add(Code.ZONE_BROKEN, component.line, zone=_shown(tzid))
            return None


def _suggested_zone(tzid: str) -> tzinfo | None:
    """What a name that is not IANA's stands for by itself.

    A "globally unique" TZID ends in an IANA name: /vendor.example/2027a/Europe/Copenhagen.
    """
    name = tzid.strip().strip("/")
    parts = name.split("/")
    candidates = [
        WINDOWS_TO_OLSON.get(name, ""),
        *("/".join(parts[first:]) for first in range(len(parts))),
    ]
    for candidate in candidates:
        found = iana_zone(candidate) if candidate else None
        if found is not None:
            return found
    return _fixed_zone(name)


def _shown(tzid: str) -> str:
    return tzid[:_LONGEST_SHOWN]
