"""How often the bootstrap's intervals of efficiency hold a truth that is known."""

from tests.benchmarks.bench import Bench, Data, table

LEVELS = (0.95, 0.99)
SETS, QUICK_SETS, RUNS = 40, 4, 300


def measure(bench: Bench) -> Data:
    """Coverage at either level, of the same draws."""
    # scipy takes seconds to import: only who simulates should wait for it.
    from tests.evidence.efficiency.frontiers import FRONTIERS, coverage  # noqa: PLC0415

    sets = QUICK_SETS if bench.quick else SETS
    rows = []
    for one in FRONTIERS:
        held, errors = coverage(one, LEVELS, sets, RUNS)
        row = {"words": one.words, "units": one.count, "held": [*held], "errors": [*errors]}
        bench.say(f"{row}")
        rows.append(row)
    return {"sets": sets, "runs": RUNS, "rows": rows}


def lines(data: Data) -> list[str]:
    """The table; the level that the page uses stands last."""
    rows = [
        (
            one["words"],
            str(one["units"]),
            str(data["sets"]),
            *(
                f"{held:.1%} ± {100 * error:.1f}"
                for held, error in zip(one["held"], one["errors"], strict=True)
            ),
        )
        for one in data["rows"]
    ]
    levels = (f"interval of {level:.0%} holds it" for level in LEVELS)
    return table(("frontier", "units", "sets", *levels), rows)
