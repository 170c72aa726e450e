"""VFREEBUSY (RFC 5545, 3.6.4) and VAVAILABILITY (RFC 7953) to busy time."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from samskab.calendars.components import Component
from samskab.calendars.events import EventReader
from samskab.calendars.kinds import kind_of_free_busy_type
from samskab.calendars.series import SeriesExpander
from samskab.calendars.spans import Spans, clip, difference, union
from samskab.calendars.values import Moment, in_utc, later, midnight
from samskab.calendars.zones import Zones
from samskab.common.busy import Busy, BusyKind

_LOWEST_PRIORITY = 10


def busy_of_free_busy(components: Iterable[Component], reader: EventReader) -> Iterator[Busy]:
    """Busy time of VFREEBUSY components."""
    for component in components:
        for name, start, end in reader.periods(component, "FREEBUSY"):
            kind = kind_of_free_busy_type(name)
            if kind is not None:
                yield Busy(in_utc(start), in_utc(end), kind)


@dataclass(frozen=True, slots=True)
class _Availability:
    """One VAVAILABILITY within the window.

    Attributes:
        priority: 1 is the highest; none is the lowest.
        covered: the part of the window that it speaks of.
        available: of that, what is available.
        kind: of what is not; None where its BUSYTYPE is free of meaning.
    """

    priority: int
    covered: Spans
    available: Spans
    kind: BusyKind | None


def busy_of_availability(
    components: Sequence[Component],
    reader: EventReader,
    expander: SeriesExpander,
    zones: Zones,
    window: tuple[datetime, datetime],
) -> list[Busy]:
    """Unavailable time of VAVAILABILITY components.

    Where several speak of the same time the one of the highest priority decides, whether it says
    available or not (RFC 7953, 4).

    Args:
        components: the VAVAILABILITYs of one file.
        reader: reads their AVAILABLEs as events.
        expander: expands these.
        zones: of the file.
        window: in UTC.
    """
    found = [
        _availability(each, reader, expander, zones, window)
        for each in components
        if _says_when(each)
    ]
    decided: Spans = []
    busy: list[Busy] = []
    for priority in sorted({each.priority for each in found}):
        level = [each for each in found if each.priority == priority]
        available = union(span for each in level for span in each.available)
        for kind in BusyKind:
            covered = union(span for each in level if each.kind is kind for span in each.covered)
            unavailable = difference(difference(covered, available), decided)
            busy.extend(Busy(start, end, kind) for start, end in unavailable)
        decided = union([*decided, *(span for each in level for span in each.covered)])
    return busy


def _says_when(component: Component) -> bool:
    """Whether a VAVAILABILITY says anything of time.

    One with neither a range nor an AVAILABLE would, to the letter, close all time there is.
    """
    return bool(component.children or component.first("DTSTART") or component.first("DTEND"))


def _availability(
    component: Component,
    reader: EventReader,
    expander: SeriesExpander,
    zones: Zones,
    window: tuple[datetime, datetime],
) -> _Availability:
    start, end = _range(component, reader, zones, window)
    covered = union(clip([(start, end)], *window))
    events = [
        # An AVAILABLE has no TRANSP or STATUS: whatever it holds, it is available time.
        replace(event, kind=BusyKind.BUSY)
        for child in component.children
        if child.name == "AVAILABLE" and (event := reader.event(child)) is not None
    ]
    occurrences = ((each.start, each.end) for each in expander.occurrences(events))
    available = union(part for span in covered for part in clip(occurrences, *span))
    busy_type = component.text("BUSYTYPE") or "BUSY-UNAVAILABLE"
    priority = component.text("PRIORITY")
    return _Availability(
        int(priority) if priority in set("123456789") else _LOWEST_PRIORITY,
        covered,
        available,
        kind_of_free_busy_type(busy_type),
    )


def _range(
    component: Component, reader: EventReader, zones: Zones, window: tuple[datetime, datetime]
) -> tuple[datetime, datetime]:
    """What a VAVAILABILITY covers: without DTSTART or an end, without limit that way."""
    start = reader.moment(component, "DTSTART")
    end = reader.moment(component, "DTEND")
    length = reader.length(component)
    if end is None and isinstance(start, datetime) and length is not None:
        end = later(start, length)
    return (
        window[0] if start is None else _instant(start, zones),
        window[1] if end is None else _instant(end, zones),
    )


def _instant(moment: Moment, zones: Zones) -> datetime:
    if isinstance(moment, datetime):
        return in_utc(moment)
    return midnight(moment, zones.of_window)
