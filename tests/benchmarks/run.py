"""`make bench`: measures everything and writes the tables of docs/benchmarks.md anew."""

import os
import platform
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks.calendars import (
    MOST_SECONDS_COLD,
    MOST_SECONDS_UNCHANGED,
    CalendarTimes,
    measure_calendars,
)
from tests.benchmarks.planning import CASES, Planned, measure_plan

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "benchmarks.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def main() -> None:
    """Measure, print and write."""
    lines = [*_machine(), "", *_calendars(measure_calendars()), ""]
    lines += _plans([measure_plan(case) for case in CASES])
    measured = "\n".join(lines)
    print(measured)  # noqa: T201 # a benchmark's result
    page = PAGE.read_text(encoding="utf-8")
    before, after = page.split(BEGIN)[0], page.split(END)[1]
    PAGE.write_text(f"{before}{BEGIN}\n\n{measured}\n\n{END}{after}", encoding="utf-8")


def _machine() -> Iterator[str]:
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # the user's own git
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    yield (
        f"{os.cpu_count()} cores ({platform.machine()}), {memory:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}; {datetime.now(UTC):%Y-%m-%d}, commit {commit}."
    )


def _calendars(times: CalendarTimes) -> Iterator[str]:
    yield "| 300 calendars of a year | seconds | aim |"
    yield "| --- | --- | --- |"
    yield f"| cold | {times.cold_seconds:.1f} | {MOST_SECONDS_COLD:.0f} |"
    yield f"| unchanged | {times.unchanged_seconds:.2f} | {MOST_SECONDS_UNCHANGED:.0f} |"
    yield f"| cold, one process, CPU | {times.cpu_seconds_of_one_process:.1f} | |"


def _plans(plans: list[Planned]) -> Iterator[str]:
    yield (
        "| leaders/weeks/modules | seconds | complete after (s) | aim | plan (kr) | bound (kr) "
        "| gap | aim | left out |"
    )
    yield "| --- " * 9 + "|"
    for plan in plans:
        case, complete = plan.case, plan.seconds_to_complete
        soon = f"{case.most_seconds_to_complete:.0f}" if case.most_seconds_to_complete else ""
        close = f"{case.most_gap:.0%}" if case.most_gap else ""
        yield (
            f"| {case.name} | {case.seconds} | {'never' if complete is None else f'{complete:.1f}'}"
            f" | {soon} | {plan.total_oere / 100:,.0f} | {plan.bound_oere / 100:,.0f} "
            f"| {plan.gap:.1%} | {close} | {plan.left_out} |"
        )


if __name__ == "__main__":
    main()
