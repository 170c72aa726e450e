"""Our planner against its aims."""

from tests.benchmarks.bench import GIB, Bench, Data, kr, percent, table
from tests.benchmarks.best_known import Best
from tests.benchmarks.cases import CASES, Case
from tests.benchmarks.curves import as_rows, at, complete_after, thinned
from tests.benchmarks.page import commit_and_day
from tests.benchmarks.planning import Planned, plan_apart

MIDDLE = 60
COLUMNS = (
    "leaders/weeks/modules",
    "complete after (s)",
    "aim",
    "gap at 60 s",
    "aim",
    "gap at the end",
    "aim",
    "after (s)",
    "plan (kr)",
    "bound (kr)",
    "left out",
    "memory (GiB)",
    "aim",
    "measured",
)


def measure(bench: Bench) -> Data:
    """Plan every case once; each gap is read from the curve of that one run."""
    before = bench.before.get("plans", {"data": {"cases": []}})["data"]["cases"]
    stand = {one["case"]: one for one in before}
    found = []
    for case in CASES:
        if bench.asks_for(case.folder.name):
            found.append(_measure(bench, case))
        elif case.folder.name in stand:
            found.append(stand[case.folder.name])
    return {"cases": found}


def _measure(bench: Bench, case: Case) -> Data:
    name, seconds = case.folder.name, bench.seconds(case.seconds)
    planned = plan_apart(case.folder, seconds)
    bench.known.found(name, Best(planned.digest, planned.total_oere, f"samskab, {seconds:.0f} s"))
    bench.known.judge(name, planned.digest, planned.bound_oere, "samskab")
    found = as_data(planned) | {"case": name, "seconds": seconds, "at": commit_and_day()}
    middle = at(planned.curve, MIDDLE)
    found["gap_at_60"] = middle.gap if middle and seconds > MIDDLE else None
    bench.say(f"{name}: gap {planned.gap:.1%} after {seconds:.0f} s, {kr(planned.total_oere)} kr")
    return found


def as_data(planned: Planned) -> Data:
    """For the file of results."""
    return {
        "complete_after": complete_after(planned.curve),
        "gap": planned.gap,
        "plan_oere": planned.total_oere,
        "bound_oere": planned.bound_oere,
        "left_out": planned.left_out,
        "needs": planned.needs,
        "peak_bytes": planned.peak_bytes,
        "curve": as_rows(thinned(planned.curve)),
    }


def lines(data: Data) -> list[str]:
    """The table."""
    cases = {case.folder.name: case for case in CASES}
    return table(COLUMNS, [_row(cases[one["case"]], one) for one in data["cases"]])


def _row(case: Case, one: Data) -> tuple[str, ...]:
    complete = one["complete_after"]
    aims = {aim.seconds: percent(aim.gap) for aim in case.aims}
    return (
        one["case"],
        "never" if complete is None else f"{complete:.1f}",
        f"{case.complete_within:.0f}",
        percent(one["gap_at_60"]),
        aims.get(MIDDLE, ""),
        percent(one["gap"]),
        aims[case.seconds],
        f"{one['seconds']:.0f}",
        kr(one["plan_oere"]),
        kr(one["bound_oere"]),
        f"{one['left_out']} of {one['needs']:,}",
        f"{one['peak_bytes'] / GIB:.1f}",
        f"{case.most_gib:.0f}" if case.most_gib else "",
        one["at"],
    )
