"""How long the engine of evidence takes."""

from dataclasses import asdict

from tests.benchmarks.bench import Bench, Data, table


def measure(bench: Bench) -> Data:
    """Every task of the issue's, its rivals in the same run."""
    # scipy and statsmodels take seconds to import: only who measures them should wait for them.
    from tests.benchmarks.evidence_speed import speeds  # noqa: PLC0415

    return {"tasks": [asdict(timed) for timed in speeds(bench.say, quick=bench.quick)]}


def lines(data: Data) -> list[str]:
    """The table."""
    rows: list[tuple[str, ...]] = [
        (one["task"], f"{one['seconds']:.3f}", "" if one["aim"] is None else f"{one['aim']:g}")
        for one in data["tasks"]
    ]
    return table(("task", "seconds", "aim"), rows)
