"""A published facility-location instance with customer incompatibilities (MESS-2020+1, wlp01)."""

from tests.benchmarks.bench import GIB, Bench, Data, kr, percent, table
from tests.benchmarks.best_known import Best
from tests.benchmarks.curves import as_rows, at, thinned
from tests.benchmarks.folders import Published, lacks_reference
from tests.benchmarks.planning import plan_apart

FOLDER = Published("wlp", "wlp01.dzn")
AIMS = {120: 29_002, 600: 28_900}
"""Seconds -> kr; the first is the best that was published."""


def measure(bench: Bench) -> Data:
    """One run; what it had at each time is read from its curve."""
    missing = lacks_reference(FOLDER.kind)
    if missing:
        bench.say(f"SKIPPED: {missing}")
        return {"missing": missing}
    seconds = bench.seconds(max(AIMS))
    planned = plan_apart(FOLDER, seconds)
    best = Best(planned.digest, planned.total_oere, f"samskab, {seconds:.0f} s")
    bench.known.found(FOLDER.name, best)
    bench.known.judge(FOLDER.name, planned.digest, planned.bound_oere, "samskab")
    moments = {moment: at(planned.curve, moment) for moment in AIMS}
    bench.say(f"{FOLDER.name}: {kr(planned.total_oere)} kr, bound {kr(planned.bound_oere)} kr")
    return {
        "rows": [
            (seconds, moment and moment.plan_oere, moment and moment.bound_oere)
            for seconds, moment in moments.items()
        ],
        "peak_bytes": planned.peak_bytes,
        "left_out": planned.left_out,
        "curve": as_rows(thinned(planned.curve)),
    }


def lines(data: Data) -> list[str]:
    """The table."""
    if "missing" in data:
        return [f"Not measured: {data['missing']}."]
    columns = ("after (s)", "plan", "aim", "bound", "gap")
    rows: list[tuple[str, ...]] = [
        (
            f"{seconds}",
            kr(plan),
            f"{AIMS[seconds]:,}",
            kr(bound),
            percent((plan - bound) / plan if plan and bound is not None else None),
        )
        for seconds, plan, bound in data["rows"]
    ]
    peak = f"{data['peak_bytes'] / GIB:.1f} GiB at most; {data['left_out']} left out."
    return [*table(columns, rows), "", peak]
