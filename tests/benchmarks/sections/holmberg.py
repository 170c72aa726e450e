"""Published single-source facility-location instances whose optima are known (Holmberg)."""

from tests.benchmarks.bench import OERE_PER_KR, Bench, Data, percent, table
from tests.benchmarks.best_known import Best
from tests.benchmarks.folders import Published, lacks_reference, published_figures
from tests.benchmarks.planning import plan_apart

KIND = "holmberg"
SECONDS = 30
CLOSE = 0.005
PROVEN = 18


def measure(bench: Bench) -> Data:
    """Plan each instance; a plan below the optimum, or a bound above it, is an error."""
    missing = lacks_reference(KIND)
    if missing:
        bench.say(f"SKIPPED: {missing}")
        return {"missing": missing}
    seconds = bench.seconds(SECONDS)
    optima = published_figures(KIND, "optima.csv", "optimum")
    if bench.quick:
        optima = dict(list(optima.items())[:2])
    found = [_measure(bench, name, optimum, seconds) for name, optimum in optima.items()]
    return {"seconds": seconds, "instances": found}


def _measure(bench: Bench, name: str, optimum: float, seconds: float) -> Data:
    folder = Published(KIND, name)
    planned = plan_apart(folder, seconds)
    optimum_oere = round(optimum * OERE_PER_KR)
    if planned.total_oere < optimum_oere or planned.bound_oere > optimum_oere:
        message = f"{folder.name}: the optimum {optimum:.0f} is not between bound and plan"
        raise AssertionError(message)
    best = Best(planned.digest, planned.total_oere, f"samskab, {seconds:.0f} s")
    bench.known.found(folder.name, best)
    bench.known.judge(folder.name, planned.digest, planned.bound_oere, "samskab")
    off = planned.total_oere / optimum_oere - 1
    bench.say(f"{folder.name}: {off:.2%} off, {'proven' if planned.is_proven else 'not proven'}")
    return {
        "name": name,
        "optimum": optimum,
        "plan_oere": planned.total_oere,
        "bound_oere": planned.bound_oere,
        "off": off,
        "proven": planned.is_proven,
        "seconds": planned.seconds,
    }


def lines(data: Data) -> list[str]:
    """All of them in one row, then each."""
    if "missing" in data:
        return [f"Not measured: {data['missing']}."]
    instances = data["instances"]
    close = sum(one["off"] <= CLOSE for one in instances)
    proven = sum(one["proven"] for one in instances)
    columns = ("instances", "within 0.5 % of the optimum", "aim", "worst", "proven", "aim")
    count = str(len(instances))
    worst = f"{max(one['off'] for one in instances):.2%}"
    summary = (count, str(close), count, worst, str(proven), str(PROVEN))
    return [
        f"{data['seconds']:.0f} s each.",
        "",
        *table(columns, [summary]),
        "",
        *table(
            (
                "instance",
                "optimum",
                "plan",
                "off",
                "bound below it",
                "proven",
                "after (s)",
            ),
            [_row(one) for one in instances],
        ),
    ]


def _row(one: Data) -> tuple[str, ...]:
    below = 1 - one["bound_oere"] / OERE_PER_KR / one["optimum"]
    return (
        one["name"],
        f"{one['optimum']:,.0f}",
        f"{one['plan_oere'] / OERE_PER_KR:,.0f}",
        f"{one['off']:.2%}",
        percent(below),
        "yes" if one["proven"] else "no",
        f"{one['seconds']:.1f}",
    )
