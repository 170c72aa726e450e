"""How long 300 calendars of a year take, cold and unchanged.

The calendars are like those of leaders: half of them Outlook's, with their own VTIMEZONE under a
Windows name or "Customized Time Zone", half of them others', each with weekly series, holes and
overrides in them, and single meetings; about 550 events within the year. All are made up.
"""

import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from time import perf_counter, process_time

from tests.calendars.writing import ROMANCE_RULES, vtimezone

from samskab.calendars import CalendarReading, ReadingWindow, read_calendars

CALENDARS = 300
YEAR = ReadingWindow(
    datetime(2027, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC), "Europe/Copenhagen"
)
OUTLOOK_ZONES = ("Romance Standard Time", "Customized Time Zone")
OTHER_ZONES = ("Europe/Copenhagen", "UTC")
SINGLE_MEETINGS = 330
SERIES = 10
MOST_SECONDS_COLD = 15.0
MOST_SECONDS_UNCHANGED = 1.0

_EVENT = """\
BEGIN:VEVENT
UID:{uid}
DTSTAMP:20261201T120000Z
SUMMARY:Møde {uid}
DTSTART;TZID={zone}:{start:%Y%m%dT%H%M%S}
DTEND;TZID={zone}:{end:%Y%m%dT%H%M%S}
{more}CLASS:PUBLIC
PRIORITY:5
X-MICROSOFT-CDO-BUSYSTATUS:{status}
END:VEVENT
"""


@dataclass(frozen=True, slots=True)
class CalendarTimes:
    """What reading took.

    Attributes:
        calendars: how many.
        occurrences: events within the year, of all calendars.
        cold_seconds: nothing known beforehand.
        unchanged_seconds: read before, and unchanged since.
        cpu_seconds_of_one_process: all of it read cold in one process, without waiting.
    """

    calendars: int
    occurrences: int
    cold_seconds: float
    unchanged_seconds: float
    cpu_seconds_of_one_process: float

    @property
    def is_fast_enough(self) -> bool:
        """Whether the limits hold that are promised for two cores."""
        return (
            self.cold_seconds <= MOST_SECONDS_COLD
            and self.unchanged_seconds <= MOST_SECONDS_UNCHANGED
        )


def measure_calendars(folder: Path | None = None) -> CalendarTimes:
    """Read all calendars of a folder, or 300 made-up ones, over 2027.

    Args:
        folder: with `*.ics`, as `samskab generate` writes one under `calendars/`; None makes 300.
    """
    with tempfile.TemporaryDirectory() as scratch:
        if folder is None:
            folder = Path(scratch) / "calendars"
            write_calendars(folder)
        files = {path.name: path for path in sorted(folder.glob("*.ics"))}
        cache = Path(scratch) / "cache"
        begin = perf_counter()
        readings = read_calendars(files, YEAR, cache)
        cold = perf_counter() - begin
        begin = perf_counter()
        again = read_calendars(files, YEAR, cache)
        unchanged = perf_counter() - begin
        begin = process_time()
        alone = read_calendars(files, YEAR, processes=1)
        cpu = process_time() - begin
    if not again == alone == readings:
        message = "readings differ between cold, cached and one process"
        raise AssertionError(message)
    read = [reading for reading in readings.values() if isinstance(reading, CalendarReading)]
    return CalendarTimes(len(files), sum(r.occurrences for r in read), cold, unchanged, cpu)


def write_calendars(folder: Path, calendars: int = CALENDARS, seed: int = 0) -> None:
    """Write made-up calendars of 2027."""
    folder.mkdir(parents=True)
    for number in range(calendars):
        random = Random(f"{seed} {number}")
        zone = random.choice(OUTLOOK_ZONES if number % 2 else OTHER_ZONES)
        parts = ["BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Synthetic//Benchmark//EN\n"]
        if zone in OUTLOOK_ZONES:
            parts.append(vtimezone(zone, ROMANCE_RULES))
        parts += [_single(random, f"single-{n}", zone) for n in range(SINGLE_MEETINGS)]
        parts += [_series(random, f"series-{n}", zone) for n in range(SERIES)]
        text = "".join([*parts, "END:VCALENDAR\n"])
        (folder / f"{number:03}.ics").write_bytes(text.replace("\n", "\r\n").encode())


def _event(random: Random, uid: str, zone: str, start: datetime, more: str = "") -> str:
    end = start + timedelta(minutes=random.choice([30, 60, 60, 90, 180]))
    status = random.choice(["BUSY", "BUSY", "BUSY", "TENTATIVE", "OOF", "FREE"])
    return _EVENT.format(uid=uid, zone=zone, start=start, end=end, more=more, status=status)


def _working_hour(random: Random, first_day: int, last_day: int) -> datetime:
    day = datetime(2027, 1, 1, tzinfo=UTC) + timedelta(days=random.randint(first_day, last_day))
    return day + timedelta(hours=random.randint(7, 16))


def _single(random: Random, uid: str, zone: str) -> str:
    return _event(random, uid, zone, _working_hour(random, 0, 364))


def _series(random: Random, uid: str, zone: str) -> str:
    """A weekly or fortnightly series, with two holes and one occurrence moved."""
    start = _working_hour(random, -400, 30)
    occurrences = [start + timedelta(weeks=2 * week) for week in range(20, 40)]
    removed, moved = random.sample(occurrences, 2), random.choice(occurrences)
    dates = ",".join(f"{moment:%Y%m%dT%H%M%S}" for moment in removed)
    interval = random.choice([1, 1, 2])
    rule = f"RRULE:FREQ=WEEKLY;INTERVAL={interval}\nEXDATE;TZID={zone}:{dates}\n"
    override = f"RECURRENCE-ID;TZID={zone}:{moved:%Y%m%dT%H%M%S}\n"
    return _event(random, uid, zone, start, rule) + _event(
        random, uid, zone, moved + timedelta(days=1), override
    )


if __name__ == "__main__":
    print(measure_calendars())  # noqa: T201 # a benchmark's result
