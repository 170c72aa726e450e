"""Readings kept from one run to the next, by what they were read from."""

import json
import os
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache as once
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from samskab.calendars.reading import CalendarReading
from samskab.calendars.values import in_utc
from samskab.calendars.window import ReadingWindow
from samskab.common.busy import Busy, BusyKind
from samskab.common.errors import Fault

# To be raised with every change of what is read out of a calendar.
READER_VERSION = 1

_LIBRARIES = ("icalendar", "recurring-ical-events", "python-dateutil", "tzdata")


@once
def _versions() -> str:
    return " ".join([str(READER_VERSION), *(version(library) for library in _LIBRARIES)])


class ReadingCache:
    """A folder of readings, a file each.

    The name of a file is the hash of all that its reading depends on: the calendar's bytes, the
    window, and the versions of what read it. An entry that cannot be used is a miss, one that
    cannot be written is not kept: a cache never fails a run.
    """

    def __init__(self, folder: Path, window: ReadingWindow) -> None:
        self._folder = folder
        wanted = (
            in_utc(window.start),
            in_utc(window.end),
            window.timezone,
            window.hard_categories,
            window.own_uids,
        )
        self._window = f"{_versions()} {wanted!r}".encode()

    def entry(self, content: bytes) -> Path:
        """The file that keeps, or would keep, the reading of a calendar."""
        return self._folder / f"{sha256(self._window + sha256(content).digest()).hexdigest()}.json"

    def get(self, content: bytes, name: str) -> CalendarReading | None:
        """The reading kept of a calendar, its warnings under the name that the file has now."""
        try:
            return _from_json(self.entry(content).read_bytes(), name)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def put(self, content: bytes, reading: CalendarReading) -> None:
        """Keep a reading; the entry is replaced whole."""
        entry = self.entry(content)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            descriptor, draft = tempfile.mkstemp(dir=self._folder, suffix=".draft")
            with os.fdopen(descriptor, "wb") as file:
                file.write(_to_json(reading))
            Path(draft).replace(entry)
        except OSError:
            return


def _to_json(reading: CalendarReading) -> bytes:
    return json.dumps(
        {
            "busy": [
                [span.start.timestamp(), span.end.timestamp(), span.kind.value]
                for span in reading.busy
            ],
            "warnings": [asdict(warning) | {"file": None} for warning in reading.warnings],
            "occurrences": reading.occurrences,
        }
    ).encode()


def _from_json(text: bytes, name: str) -> CalendarReading:
    kept = json.loads(text)
    kinds = {kind.value: kind for kind in BusyKind}
    return CalendarReading(
        tuple(
            Busy(datetime.fromtimestamp(start, UTC), datetime.fromtimestamp(end, UTC), kinds[kind])
            for start, end, kind in kept["busy"]
        ),
        tuple(Fault(**warning | {"file": name}) for warning in kept["warnings"]),
        int(kept["occurrences"]),
    )
