"""Our planner and its rivals on the same folders, for the same time, in the same run."""

from tests.benchmarks.bench import GIB, Bench, Data, kr, percent, table
from tests.benchmarks.best_known import Best
from tests.benchmarks.cases import AGAINST_RIVALS, RIVALS_SECONDS
from tests.benchmarks.curves import as_rows, thinned
from tests.benchmarks.folders import Generated
from tests.benchmarks.planning import plan_apart
from tests.benchmarks.rivals.contest import (
    Rival,
    fight,
    one_model,
    secretary,
    timefold_alone,
    timefold_from_plan,
)
from tests.benchmarks.rivals.timefold import lacks_timefold
from tests.benchmarks.sections.plans import as_data

OURS = "Samskab"
TIMEFOLD = "Timefold 1.24.0b0"
RIVALS: dict[str, Rival] = {
    "first fit": secretary,
    "one CP-SAT model, 8 workers": one_model,
    TIMEFOLD: timefold_alone,
    f"{TIMEFOLD} from first fit": timefold_from_plan,
}
COLUMNS = (
    "leaders/weeks/modules",
    "planner",
    "plan (kr)",
    "dearer than ours",
    "left out",
    "bound (kr)",
    "memory (GiB)",
)


def measure(bench: Bench) -> Data:
    """Let all of them plan each folder."""
    seconds = bench.seconds(RIVALS_SECONDS)
    lacking = lacks_timefold()
    return {
        "seconds": seconds,
        "lacks_timefold": lacking,
        "cases": [_measure(bench, one, seconds, lacking) for one in AGAINST_RIVALS],
    }


def _measure(bench: Bench, folder: Generated, seconds: float, lacking: str) -> Data:
    ours = plan_apart(folder, seconds)
    how = f"samskab, {seconds:.0f} s"
    bench.known.found(folder.name, Best(ours.digest, ours.total_oere, how))
    bench.known.judge(folder.name, ours.digest, ours.bound_oere, OURS)
    bench.say(f"{folder.name}: {OURS}: {kr(ours.total_oere)} kr")
    found = {OURS: as_data(ours)}
    for name, rival in RIVALS.items():
        if not (lacking and name.startswith(TIMEFOLD)):
            found[name] = _fight(bench, folder, name, rival, seconds)
            best, bound = found[name]["plan_oere"], found[name]["bound_oere"]
            if best is not None:
                bench.known.found(folder.name, Best(ours.digest, best, f"{name}, {seconds:.0f} s"))
            bench.known.judge(folder.name, ours.digest, bound or 0, name)
            bench.known.judge(folder.name, ours.digest, ours.bound_oere, OURS)
    return {"case": folder.name, "planners": found}


def _fight(bench: Bench, folder: Generated, name: str, rival: Rival, seconds: float) -> Data:
    fought = fight(rival, folder, seconds)
    bench.say(f"{folder.name}: {name}: {fought.why_none or kr(fought.total_oere) + ' kr'}")
    return {
        "plan_oere": fought.total_oere,
        "bound_oere": fought.bound_oere,
        "left_out": fought.left_out,
        "peak_bytes": fought.peak_bytes,
        "why_none": fought.why_none,
        "curve": as_rows(thinned(fought.curve)),
    }


def lines(data: Data) -> list[str]:
    """The table, and what is missing in it."""
    rows = [
        _row(case["case"], name, one, case["planners"][OURS])
        for case in data["cases"]
        for name, one in case["planners"].items()
    ]
    found = [f"{data['seconds']:.0f} s each.", "", *table(COLUMNS, rows)]
    if data["lacks_timefold"]:
        found += ["", f"{TIMEFOLD} {data['lacks_timefold']}"]
    return found


def _row(case: str, name: str, one: Data, ours: Data) -> tuple[str, ...]:
    oere = one["plan_oere"]
    dearer = "" if oere is None or one is ours else percent(oere / ours["plan_oere"] - 1)
    return (
        case,
        name,
        one.get("why_none") or kr(oere),
        dearer,
        "" if one["left_out"] is None else f"{one['left_out']} of {ours['needs']:,}",
        kr(one["bound_oere"]),
        f"{one['peak_bytes'] / GIB:.1f}",
    )
