"""Whether tests, intervals and predictions hold what they promise, by simulated studies."""

from typing import TYPE_CHECKING

from tests.benchmarks.bench import Bench, Data, table

if TYPE_CHECKING:
    from tests.evidence.simulation import Study

RUNS, QUICK_RUNS = 3_000, 100
SEED = 20261125
MORE_UNITS = 6
"""In each of the four waves of the larger roll-out."""
LEVEL_COLUMNS = ("test", "effect", "runs", "type-I error", "aim", "coverage", "aim")
POWER_COLUMNS = ("units", "test", "effect", "runs", "power predicted", "simulated", "difference")


def measure(bench: Bench) -> Data:
    """Twelve units with forbidden waves: level, coverage and power; and power of 24."""
    # scipy takes seconds to import: only who simulates should wait for it.
    from tests.evidence.effect.permutation.wedges import (  # noqa: PLC0415
        twelve_units_with_closed_waves,
        units_in_four_waves,
    )
    from tests.evidence.simulation import Study  # noqa: PLC0415

    runs = QUICK_RUNS if bench.quick else RUNS
    rows = []
    for wedge in (twelve_units_with_closed_waves(), units_in_four_waves(MORE_UNITS)):
        for by_exposure in (False, True):
            rows += _simulated(bench, Study(wedge, by_exposure), runs)
    return {"runs": runs, "rows": rows}


def _simulated(bench: Bench, study: "Study", runs: int) -> list[Data]:
    from tests.evidence.simulation import predicted, simulate  # noqa: PLC0415

    effect = study.effect()
    there = simulate(study, effect, runs, SEED)
    # Whether a test keeps its level is asked of few units, where it is hard.
    none = simulate(study, 0.0, runs, SEED + 1) if study.has_closed_waves else {}
    rows = []
    for test, tally in there.items():
        rows.append(
            {
                "units": len(study.wedge.rollout.clusters),
                "test": test,
                "by_exposure": study.by_exposure,
                "error": none[test].rejected if none else None,
                "coverage": tally.covered,
                "power": tally.rejected,
                "predicted": predicted(study, test, effect),
            }
        )
        bench.say(f"simulated: {rows[-1]}")
    return rows


def lines(data: Data) -> list[str]:
    """Level and coverage of few units, then power; each share with its Monte Carlo error."""
    runs, rows = data["runs"], data["rows"]
    few = [one for one in rows if one["error"] is not None]
    return [
        *table(LEVEL_COLUMNS, [_level_row(one, runs) for one in few]),
        "",
        *table(POWER_COLUMNS, [_power_row(one, runs) for one in rows]),
    ]


def _level_row(one: Data, runs: int) -> tuple[str, ...]:
    return (
        one["test"],
        _effect(one),
        f"{runs:,}",
        _share(one["error"], runs),
        "5%",
        _share(one["coverage"], runs),
        "95%",
    )


def _power_row(one: Data, runs: int) -> tuple[str, ...]:
    return (
        str(one["units"]),
        one["test"],
        _effect(one),
        f"{runs:,}",
        f"{one['predicted']:.1%}",
        _share(one["power"], runs),
        f"{100 * (one['power'] - one['predicted']):+.1f} points",
    )


def _effect(one: Data) -> str:
    return "average over exposure" if one["by_exposure"] else "constant"


def _share(share: float, runs: int) -> str:
    error = (share * (1 - share) / runs) ** 0.5
    return f"{share:.1%} ± {100 * error:.1f}"
