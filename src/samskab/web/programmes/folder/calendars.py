"""Busy time of the database as files of the folder `calendars`: times and kinds, never a title."""

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime, time, timedelta
from pathlib import PurePosixPath

from icalendar import Calendar as Ics
from icalendar import FreeBusy, vDDDLists

from samskab.common.busy import Busy, BusyKind
from samskab.planner.folder.calendar_paths import ABSOLUTE
from samskab.web.people.models import Calendar

PRODUCT = "-//Samskab//Samskab//EN"
TYPES = {
    BusyKind.HARD: "BUSY-UNAVAILABLE",
    BusyKind.BUSY: "BUSY",
    BusyKind.TENTATIVE: "BUSY-TENTATIVE",
}
LONGEST_NAME_BYTES = 255
PERIODS_PER_LINE = 50


def file_names(calendars: Iterable[Calendar]) -> dict[int, str]:
    """How the file of each calendar is called: by its name, where a file can have that name."""
    rows = list(calendars)
    folders = {str(parent) for row in rows for parent in PurePosixPath(row.name).parents}
    return {row.pk: _file_name(row, folders) for row in rows}


def _file_name(calendar: Calendar, folders: set[str]) -> str:
    name = calendar.name
    parts = name.split("/")
    stays = (
        name == posixpath.normpath(name.strip())
        and not ABSOLUTE.match(name)
        and not {"", ".", "..", "calendars"} & set(parts)
        and not any(char == "\\" or ord(char) < ord(" ") for char in name)
        and all(len(part.encode()) <= LONGEST_NAME_BYTES for part in parts)
        and name not in folders
    )
    return name if stays else f"calendar-{calendar.pk}.ics"


def calendar_bytes(calendar: Calendar, busy: Iterable[Busy]) -> bytes:
    """An iCalendar file of one VFREEBUSY (RFC 5545, 3.6.4).

    Args:
        calendar: whose name stands in it.
        busy: sorted and without overlaps.
    """
    shown = Ics()
    shown.add("version", "2.0")
    shown.add("prodid", PRODUCT)
    free_busy = FreeBusy()
    free_busy.add("uid", f"busy-{calendar.pk}@samskab.invalid")
    free_busy.add("dtstamp", (calendar.read_at or datetime(1970, 1, 1, tzinfo=UTC)).astimezone(UTC))
    for name, moment in _range(calendar).items():
        free_busy.add(name, moment)
    for kind, spans in _by_kind(busy):
        periods = vDDDLists([(span.start, span.end) for span in spans])
        periods.params["FBTYPE"] = TYPES[kind]
        free_busy.add("freebusy", periods, encode=False)
    shown.add_component(free_busy)
    return bytes(shown.to_ical(sorted=False))


def _by_kind(busy: Iterable[Busy]) -> Iterator[tuple[BusyKind, list[Busy]]]:
    """A line's worth of periods at a time."""
    of_kind: dict[BusyKind, list[Busy]] = {kind: [] for kind in BusyKind}
    for span in busy:
        of_kind[span.kind].append(span)
    for kind, spans in of_kind.items():
        for first in range(0, len(spans), PERIODS_PER_LINE):
            yield kind, spans[first : first + PERIODS_PER_LINE]


def _range(calendar: Calendar) -> Mapping[str, datetime]:
    """From when to when the calendar was read, where it was."""
    if calendar.read_from is None or calendar.read_until is None:
        return {}
    first = datetime.combine(calendar.read_from, time.min, UTC)
    last = datetime.combine(calendar.read_until, time.min, UTC) + timedelta(days=1)
    return {"dtstart": first, "dtend": last}
