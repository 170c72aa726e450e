"""Many calendars: in parallel, from the cache, and each fault by itself."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.calendars.writing import YEAR, vcalendar, vevent

from samskab.calendars import CalendarReading, read_calendar, read_calendars
from samskab.calendars.batch import BYTES_WORTH_A_PROCESS
from samskab.common.errors import InputError


def meeting(day: int, *lines: str) -> bytes:
    return vcalendar(vevent(f"DTSTART:202701{day:02}T090000", "DURATION:PT1H", *lines))


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    """Ten calendars, one of them half broken."""
    paths = {f"calendars/{day}.ics": tmp_path / f"{day}.ics" for day in range(1, 11)}
    for day, path in enumerate(paths.values(), start=1):
        path.write_bytes(meeting(day, *(["EXDATE:NEVER"] if day == 3 else [])))
    return paths


def entries(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.json"))


def test_readings_are_those_of_each_alone_when_read_in_processes(
    files: dict[str, Path], tmp_path: Path
) -> None:
    large = meeting(11).replace(
        b"END:VEVENT",
        b"DESCRIPTION:" + b"x\r\n  " * (BYTES_WORTH_A_PROCESS // 2) + b"\r\nEND:VEVENT",
    )
    files["large.ics"] = tmp_path / "large.ics"
    files["large.ics"].write_bytes(large)
    alone = {name: read_calendar(path.read_bytes(), name, YEAR) for name, path in files.items()}
    assert read_calendars(files, YEAR, processes=2) == alone
    assert list(read_calendars(files, YEAR, processes=1)) == list(files)


def test_each_fault_is_its_files_own_when_some_cannot_be_read(tmp_path: Path) -> None:
    paths = {name: tmp_path / name for name in ("good", "missing", "folder", "table", "huge")}
    paths["good"].write_bytes(meeting(4))
    paths["folder"].mkdir()
    paths["table"].write_text("id,name\n")
    with paths["huge"].open("wb") as huge:
        huge.truncate(100_000_000)
    readings = read_calendars(paths, YEAR)
    assert isinstance(readings["good"], CalendarReading)
    assert {
        name: [(fault.code, fault.file) for fault in reading.faults]
        for name, reading in readings.items()
        if isinstance(reading, InputError)
    } == {
        "missing": [("ics_file_missing", "missing")],
        "folder": [("ics_file_unreadable", "folder")],
        "table": [("ics_not_a_calendar", "table")],
        "huge": [("ics_too_large", "huge")],
    }


def test_cached_readings_are_the_same_when_read_again(
    files: dict[str, Path], tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    first = read_calendars(files, YEAR, cache)
    kept = {path: path.stat().st_mtime_ns for path in entries(cache)}
    assert read_calendars(files, YEAR, cache) == first
    assert len(kept) == len(files)
    assert {path: path.stat().st_mtime_ns for path in entries(cache)} == kept


def test_cached_reading_is_what_comes_when_there_is_one(tmp_path: Path) -> None:
    path, cache = tmp_path / "a.ics", tmp_path / "cache"
    path.write_bytes(meeting(4))
    read_calendars({"a.ics": path}, YEAR, cache)
    (entry,) = entries(cache)
    entry.write_text(json.dumps(json.loads(entry.read_text()) | {"occurrences": 77}))
    assert occurrences(read_calendars({"a.ics": path}, YEAR, cache)) == [77]


def test_warnings_have_the_new_name_when_a_cached_file_is_renamed(tmp_path: Path) -> None:
    path, cache = tmp_path / "a.ics", tmp_path / "cache"
    path.write_bytes(meeting(4, "EXDATE:NEVER"))
    read_calendars({"a.ics": path}, YEAR, cache)
    reading = read_calendars({"b.ics": path}, YEAR, cache)["b.ics"]
    assert isinstance(reading, CalendarReading)
    assert [warning.file for warning in reading.warnings] == ["b.ics"]
    assert len(entries(cache)) == 1


def test_file_is_read_anew_when_its_bytes_or_the_window_change(tmp_path: Path) -> None:
    path, cache = tmp_path / "a.ics", tmp_path / "cache"
    path.write_bytes(meeting(4))
    assert occurrences(read_calendars({"a": path}, YEAR, cache)) == [1]
    path.write_bytes(meeting(4).replace(b"DURATION", b"RRULE:FREQ=DAILY;COUNT=3\r\nDURATION"))
    assert occurrences(read_calendars({"a": path}, YEAR, cache)) == [3]
    later = replace(YEAR, start=YEAR.start.replace(day=5))
    assert occurrences(read_calendars({"a": path}, later, cache)) == [2]
    assert len(entries(cache)) == 3


@pytest.mark.parametrize("spoilt", ["", "{", "[]", '{"busy": [[0, 1, "soft"]]}', "\udcff"])
def test_spoilt_entry_is_read_anew_and_mended_when_met(tmp_path: Path, spoilt: str) -> None:
    path, cache = tmp_path / "a.ics", tmp_path / "cache"
    path.write_bytes(meeting(4))
    first = read_calendars({"a": path}, YEAR, cache)
    (entry,) = entries(cache)
    whole = entry.read_bytes()
    entry.write_bytes(spoilt.encode(errors="surrogateescape"))
    assert read_calendars({"a": path}, YEAR, cache) == first
    assert entry.read_bytes() == whole


def test_calendars_are_read_all_the_same_when_the_cache_cannot_be_made(
    files: dict[str, Path], tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    assert read_calendars(files, YEAR, blocked / "cache") == read_calendars(files, YEAR)


def test_nothing_but_entries_is_left_when_a_cache_is_written(
    files: dict[str, Path], tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    read_calendars(files, YEAR, cache)
    assert sorted(cache.iterdir()) == entries(cache)


def occurrences(readings: Mapping[str, CalendarReading | InputError]) -> list[int]:
    return [
        reading.occurrences for reading in readings.values() if isinstance(reading, CalendarReading)
    ]
