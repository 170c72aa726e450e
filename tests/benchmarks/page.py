"""docs/benchmarks.md and the results that its sections are written from."""

import json
import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.benchmarks.bench import Data
from tests.benchmarks.folders import ROOT

DOCS = ROOT / "docs"
PAGE = DOCS / "benchmarks.md"
RESULTS = DOCS / "benchmarks" / "results.json"


def stamp() -> str:
    """Machine, date and commit."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}; {commit_and_day()}."
    )


def commit_and_day() -> str:
    """Today, and which code it is."""
    commit = _git("rev-parse", "--short", "HEAD")
    code = ("src", "tests", ":!tests/benchmarks/best_known.csv")
    changed = " with changes" if _git("status", "--porcelain", "--", *code) else ""
    return f"{datetime.now(UTC):%Y-%m-%d}, commit {commit}{changed}"


def read_results(file: Path = RESULTS) -> dict[str, Any]:
    """Section -> its stamp and its data; empty where nothing was measured yet."""
    if not file.is_file():
        return {}
    results: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return results


def keep_result(section: str, data: Data, file: Path = RESULTS) -> dict[str, Any]:
    """Put a section's data into the file of results; all results as they stand now."""
    results = read_results(file) | {section: {"stamp": stamp(), "data": data}}
    file.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(results, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    file.write_text(text.replace('{"data"', '\n{"data"') + "\n", encoding="utf-8")
    return results


def with_section(page: str, section: str, lines: list[str]) -> str:
    """A page whose section has these lines between its markers; the rest is as it was.

    Raises:
        ValueError: the page has no such markers.
    """
    begin, end = f"<!-- {section}: begin -->", f"<!-- {section}: end -->"
    if begin not in page or end not in page:
        message = f"docs/benchmarks.md has no markers for {section}: put in {begin} and {end}"
        raise ValueError(message)
    before, rest = page.split(begin, 1)
    after = rest.split(end, 1)[1]
    measured = "\n".join(lines)
    return f"{before}{begin}\n\n{measured}\n\n{end}{after}"


def write_section(section: str, lines: list[str]) -> None:
    """Write one section of the page anew."""
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(with_section(page, section, lines), encoding="utf-8")


def _git(*words: str) -> str:
    command = ["git", *words]  # the user's own git
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return ran.stdout.strip()
