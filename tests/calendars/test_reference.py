"""Against calendars of other projects: where three engines agree we do, and none stops us."""

import csv
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import process_time

import pytest
from tests.calendars.reference import FOLDER, Expected, expected, files, needs_reference

from samskab.calendars import CalendarReading, ReadingWindow, read_calendar
from samskab.common.errors import InputError
from samskab.telling.language import Language
from samskab.telling.words.sentence import sentence

pytestmark = needs_reference

MOST_SECONDS = 5.0


def merged(reading: CalendarReading) -> list[list[int]]:
    """Busy time of all kinds in Unix seconds, as the reference counts it."""
    spans: list[list[int]] = []
    for span in reading.busy:
        start, end = int(span.start.timestamp()), int(span.end.timestamp())
        if spans and spans[-1][1] == start:
            spans[-1][1] = end
        else:
            spans.append([start, end])
    return spans


def test_reference_has_all_its_files_when_it_is_there() -> None:
    with (FOLDER / "manifest.csv").open(encoding="utf-8", newline="") as manifest:
        # Its 481 rows name 451 files: some files stand in two projects under one name.
        named = {row["file"] for row in csv.DictReader(manifest)}
    assert {path.name for path in files()} == named
    assert len({case.file for case in expected()}) == 203


@pytest.mark.parametrize("case", expected(), ids=lambda case: f"{case.file}@{case.start}")
def test_busy_time_agrees_when_three_engines_agree(case: Expected) -> None:
    window = ReadingWindow(
        datetime.fromtimestamp(case.start, UTC),
        datetime.fromtimestamp(case.end, UTC),
        "Europe/Copenhagen",
    )
    reading = read_calendar((FOLDER / "files" / case.file).read_bytes(), case.file, window)
    assert merged(reading) == case.busy
    assert reading.occurrences == case.occurrences


@pytest.mark.parametrize("path", files(), ids=lambda path: path.name)
def test_any_file_ends_in_busy_time_or_a_sentence_when_read(path: Path) -> None:
    begin = process_time()
    start = datetime(2026, 7, 1, tzinfo=UTC)
    window = ReadingWindow(start, start + timedelta(days=401), "Europe/Copenhagen")
    try:
        told = read_calendar(path.read_bytes(), path.name, window).warnings
    except InputError as error:
        told = error.faults
        assert len(told) == 1
    assert process_time() - begin < MOST_SECONDS
    for fault in told:
        for language in Language:
            assert sentence(fault, language).startswith(path.name)
