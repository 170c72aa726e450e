"""How long 300 calendars of a year take to read."""

from dataclasses import asdict

from tests.benchmarks.bench import Bench, Data, table
from tests.benchmarks.calendars import (
    MOST_SECONDS_COLD,
    MOST_SECONDS_UNCHANGED,
    measure_calendars,
)


def measure(bench: Bench) -> Data:
    """Read them cold, unchanged and in one process."""
    times = asdict(measure_calendars())
    bench.say(f"calendars: {times['cold_seconds']:.1f} s cold")
    return times


def lines(data: Data) -> list[str]:
    """The table."""
    return table(
        (f"{data['calendars']} calendars of a year", "seconds", "aim"),
        [
            ("cold", f"{data['cold_seconds']:.1f}", f"{MOST_SECONDS_COLD:.0f}"),
            ("unchanged", f"{data['unchanged_seconds']:.2f}", f"{MOST_SECONDS_UNCHANGED:.0f}"),
            ("cold, one process, CPU", f"{data['cpu_seconds_of_one_process']:.1f}", ""),
        ],
    )
