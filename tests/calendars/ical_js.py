"""Calendars as ical.js reads them, a parser that shares nothing with the one that wrote them."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

NODE = Path(sys.executable).parent / "node"
SCRIPT = Path(__file__).parent / "read_with_ical_js.mjs"
PACKAGE = Path(__file__).parent.parent / "node_modules" / "ical.js"


def read_with_ical_js(files: Iterable[Path]) -> list[dict[str, Any]]:
    """What each file says, see the script; fails where one is no iCalendar."""
    if not PACKAGE.exists():
        pytest.fail(f"{PACKAGE} is missing: run 'make browser'.")
    done = subprocess.run(
        [NODE, SCRIPT],
        env={"TZ": "Asia/Kolkata"},  # a time without a zone of its own would be read as one there
        input=json.dumps([str(file) for file in files]),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    read: list[dict[str, Any]] = json.loads(done.stdout)
    return read


def read_bytes_with_ical_js(content: bytes, folder: Path) -> dict[str, Any]:
    """The same for a calendar that is in no file yet."""
    file = folder / "calendar.ics"
    file.write_bytes(content)
    return read_with_ical_js([file])[0]
