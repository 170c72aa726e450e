"""Calendars that other projects wrote, and the busy time that three engines agree on."""

import json
import os
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("SAMSKAB_REFERENCE_DATA", _ROOT / ".." / "shared" / "data")) / "ics"

needs_reference = pytest.mark.skipif(
    not FOLDER.is_dir(), reason=f"no reference calendars at {FOLDER}: set SAMSKAB_REFERENCE_DATA"
)


@dataclass(frozen=True, slots=True)
class Expected:
    """Merged busy time of a file in a window, in Unix seconds."""

    file: str
    start: int
    end: int
    busy: list[list[int]]
    occurrences: int


@cache
def expected() -> tuple[Expected, ...]:
    """All agreed windows; none where the reference data is absent."""
    path = FOLDER / "expected-busy.json"
    if not path.is_file():
        return ()
    return tuple(
        Expected(file, window["from"], window["to"], window["busy"], window["occurrences"])
        for file, agreed in json.loads(path.read_bytes()).items()
        for window in agreed["windows"]
    )


@cache
def files() -> tuple[Path, ...]:
    """All calendar files; none where the reference data is absent."""
    return tuple(sorted((FOLDER / "files").glob("*"))) if FOLDER.is_dir() else ()
