"""How time and memory grow with leaders, weeks and modules, each alone."""

from dataclasses import asdict

from tests.benchmarks.bench import GIB, Bench, Data, table
from tests.benchmarks.folders import Generated
from tests.benchmarks.growing import measure_size
from tests.benchmarks.slopes import log_log_slope

AXES = {
    "leaders": ((75, 26, 6), (150, 26, 6), (300, 26, 6), (600, 26, 6)),
    "weeks": ((300, 13, 6), (300, 26, 6), (300, 52, 6)),
    "modules": ((300, 26, 3), (300, 26, 6), (300, 26, 12)),
}
PLACE = {axis: place for place, axis in enumerate(AXES)}
MOST_SECONDS = 120
MEASURES = {
    "complete_after": "complete after (s)",
    "step_seconds": "a step of the bound (ms)",
    "peak_bytes": "memory (GiB)",
}


def measure(bench: Bench) -> Data:
    """Every size once, though it stands on several axes."""
    sizes = dict.fromkeys(size for axis in AXES.values() for size in axis)
    if bench.quick:
        sizes = dict.fromkeys(AXES["leaders"][:2])
    found = []
    for size in sizes:
        measured = asdict(measure_size(Generated(*size), bench.seconds(MOST_SECONDS)))
        found.append({"size": list(size), **measured})
        bench.say(f"growth {size}: {measured}")
    return {"most_seconds": bench.seconds(MOST_SECONDS), "sizes": found}


def lines(data: Data) -> list[str]:
    """The sizes of each axis, and the slopes below them."""
    measured = {tuple(one["size"]): one for one in data["sizes"]}
    rows: list[tuple[str, ...]] = []
    for axis, sizes in AXES.items():
        known = [size for size in sizes if size in measured]
        rows += [(axis, "/".join(map(str, size)), *_figures(measured[size])) for size in known]
        slopes = (
            log_log_slope(
                [size[PLACE[axis]] for size in known], [measured[size][what] for size in known]
            )
            for what in MEASURES
        )
        told = ("" if slope is None else f"**{slope:.2f}**" for slope in slopes)
        rows.append((axis, "**log-log slope**", *told))
    return table(("grows", "leaders/weeks/modules", *MEASURES.values()), rows)


def _figures(one: Data) -> tuple[str, ...]:
    complete = one["complete_after"]
    return (
        "never" if complete is None else f"{complete:.2f}",
        f"{one['step_seconds'] * 1000:.0f}",
        f"{one['peak_bytes'] / GIB:.2f}",
    )
