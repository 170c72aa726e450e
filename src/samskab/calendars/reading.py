"""One calendar's bytes to its busy time in a window."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo

from samskab.calendars.codes import Code
from samskab.calendars.components import Component, parse_components
from samskab.calendars.content import content_lines
from samskab.calendars.events import EventReader
from samskab.calendars.free_busy import busy_of_availability, busy_of_free_busy
from samskab.calendars.series import SeriesExpander
from samskab.calendars.spans import heaviest
from samskab.calendars.values import in_utc
from samskab.calendars.warnings import Warnings
from samskab.calendars.window import ReadingWindow
from samskab.calendars.zones import Zones, iana_zone
from samskab.common.busy import Busy
from samskab.common.errors import Fault, InputError


@dataclass(frozen=True, slots=True)
class CalendarReading:
    """What a calendar says of its owner's time.

    Attributes:
        busy: in UTC, sorted, within the window, without overlaps: where events overlap the
            heaviest kind counts, once; adjacent spans of one kind are merged.
        warnings: what could not be read, with file, and line where it is known.
        occurrences: how many events touch the window, free ones and ones of no length too.
    """

    busy: tuple[Busy, ...]
    warnings: tuple[Fault, ...]
    occurrences: int


def read_calendar(content: bytes, name: str, window: ReadingWindow) -> CalendarReading:
    """Read an iCalendar file (RFC 5545, RFC 7953), as much of it as can be read.

    Nothing of one file stays for the next: time zones and all other state are its own.

    Args:
        content: the file's bytes.
        name: the file's name in faults.
        window: what of it is wanted.

    Raises:
        InputError: it is not a calendar at all, or the window's time zone is unknown.
    """
    if iana_zone(window.timezone) is None:
        raise InputError([Fault(Code.TIMEZONE_UNKNOWN.value, {"zone": window.timezone}, name)])
    warnings = Warnings(name)
    root = parse_components(content_lines(content, name), warnings)
    start, end = in_utc(window.start), in_utc(window.end)
    zones = Zones(_zone_components(root), window, warnings)
    expander = SeriesExpander(start, end, warnings)
    categories = frozenset(category.casefold() for category in window.hard_categories)
    busy: list[Busy] = []
    occurrences = 0
    for calendar in _calendars(root):
        reader = EventReader(zones, _floating_zone(calendar, zones), categories, warnings)
        events = [reader.event(each) for each in _foreign_events(calendar, window.own_uids)]
        for found in expander.occurrences(event for event in events if event is not None):
            occurrences += 1
            if found.kind is not None:
                busy.append(Busy(found.start, found.end, found.kind))
        busy.extend(busy_of_free_busy(_named(calendar, "VFREEBUSY"), reader))
        busy.extend(
            busy_of_availability(
                _named(calendar, "VAVAILABILITY"), reader, expander, zones, (start, end)
            )
        )
    return CalendarReading(heaviest(_clipped(busy, window)), warnings.told(), occurrences)


def _named(component: Component, name: str) -> list[Component]:
    return [child for child in component.children if child.name == name]


def _foreign_events(calendar: Component, own_uids: str) -> Iterator[Component]:
    """The events that are not of the programme that is being planned."""
    for event in _named(calendar, "VEVENT"):
        uid = event.first("UID")
        if not (own_uids and uid and uid.value.strip().startswith(own_uids)):
            yield event


def _calendars(root: Component) -> Iterator[Component]:
    """The calendars of a stream; components outside of any are one more."""
    yield from _named(root, "VCALENDAR")
    yield root


def _zone_components(root: Component) -> dict[str, Component]:
    """VTIMEZONEs by TZID, the first of each."""
    found: dict[str, Component] = {}
    for calendar in _calendars(root):
        for component in _named(calendar, "VTIMEZONE"):
            tzid = component.first("TZID")
            if tzid is not None:
                found.setdefault(tzid.value.strip('"'), component)
    return found


def _floating_zone(calendar: Component, zones: Zones) -> tzinfo:
    """X-WR-TIMEZONE, as many servers call the zone of a whole calendar, else the window's."""
    prop = calendar.first("X-WR-TIMEZONE")
    return zones.zone(prop.value, prop.line) if prop and prop.value else zones.of_window


def _clipped(busy: list[Busy], window: ReadingWindow) -> Iterator[Busy]:
    start, end = in_utc(window.start), in_utc(window.end)
    for span in busy:
        if span.start < end and span.end > start:
            yield Busy(max(span.start, start), min(span.end, end), span.kind)
