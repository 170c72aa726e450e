"""A rehearsal: made-up outcomes for a roll-out, and the truth that they were made with."""

import csv
import hashlib
import io
import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from samskab.cli.rollout.design_json import StoredDesign
from samskab.cli.rollout.measured import measured
from samskab.cli.rollout.observed import FILE as OUTCOMES
from samskab.cli.rollout.opening import open_rollout
from samskab.cli.rollout.settings import OutcomeKind, OutcomeSetting, RolloutSettings
from samskab.cli.stopped import BAD_INPUT, StoppedError
from samskab.evidence.power.outcome import Continuous
from samskab.evidence.rehearsal import Noise, World, growing_effects, rehearse
from samskab.evidence.rollout.treatment import exposure_time

REHEARSAL = "rollout/rehearsal.json"
FORMAT = 1
SYNTHETIC = "synthetic"
FIGURES = 2
DRIFT = 0.15
"""What passes between the first and the last period without the programme, in residual standard
deviations: a comparison of before and after alone would call it an effect."""

NOISES = {
    OutcomeKind.CONTINUOUS: Noise.NORMAL,
    OutcomeKind.BINARY: Noise.YES_OR_NO,
    OutcomeKind.COUNT: Noise.COUNT,
}


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """The truth behind made-up outcomes.

    Attributes:
        effect: average over the time since the start, in the outcome's unit; above 0 is higher.
        by_exposure: the effect after 1, 2, ... periods.
        seed: of the figures.
        sha256: of the file of outcomes, 64 hexadecimal digits.
    """

    effect: float
    by_exposure: tuple[float, ...]
    seed: int
    sha256: str


def make_rehearsal(root: Path, effect: float | None, seed: int) -> tuple[Rehearsal, bytes]:
    """Make outcomes up for a folder whose lottery was held.

    Args:
        root: the folder.
        effect: average over the time since the start, in the outcome's unit, above 0 where it is
            for the better; None for the smallest one that would matter.
        seed: of the figures.

    Returns:
        The truth, and the content of `outcomes.csv`.

    Raises:
        InputError: with every fault of the folder or of `rollout.toml`; no lottery was held.
        StoppedError: an `outcomes.csv` that no rehearsal wrote would be lost, or a share or count
            cannot have the effect.
    """
    opened = open_rollout(root)
    settings, outcome, stored = opened.settings, opened.outcome, opened.lottery
    if (root / OUTCOMES).exists() and read_rehearsal(root) is None:
        raise StoppedError(BAD_INPUT, "outcomes_of_others", path=root / OUTCOMES)
    if effect is not None and not math.isfinite(effect):
        raise StoppedError(BAD_INPUT, "no_number", effect=effect)
    better = outcome.smallest_relevant if effect is None else effect
    return _made(settings, outcome, stored, better if outcome.higher_is_better else -better, seed)


def _made(
    settings: RolloutSettings,
    outcome: OutcomeSetting,
    stored: StoredDesign,
    effect: float,
    seed: int,
) -> tuple[Rehearsal, bytes]:
    exposure = exposure_time(stored.allocation, settings.start_periods, len(settings.periods))
    effects = growing_effects(effect, int(exposure.max()))
    _refuse_impossible(outcome, effects)
    world = _world(outcome, len(settings.periods), effects)
    values = rehearse(world, exposure, outcome.persons, np.random.default_rng(seed))
    rows = _rows(settings, stored.rollout.clusters, values.tolist(), _decimals(world))
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(("unit", "period", "day", "value", "kilde"))
    writer.writerows(rows)
    content = text.getvalue().encode()
    return Rehearsal(effect, effects, seed, hashlib.sha256(content).hexdigest()), content


def _refuse_impossible(outcome: OutcomeSetting, effects: tuple[float, ...]) -> None:
    """A share that an effect would bring beyond 0 or 1 would be cut off, and the truth with it."""
    if outcome.kind is OutcomeKind.CONTINUOUS:
        return
    reached = [outcome.mean + effect for effect in effects]
    highest = 1.0 if outcome.kind is OutcomeKind.BINARY else float("inf")
    if min(reached) < 0.0 or max(reached) > highest:
        furthest = max(reached, key=lambda mean: abs(mean - outcome.mean))
        raise StoppedError(BAD_INPUT, "impossible", mean=outcome.mean, reached=round(furthest, 3))


def _world(outcome: OutcomeSetting, periods: int, effects: tuple[float, ...]) -> World:
    measure, spread = measured(outcome)
    residual_sd = measure.residual_sd if isinstance(measure, Continuous) else 0.0
    drift = np.linspace(0.0, DRIFT * residual_sd, periods)
    return World(
        outcome.mean, tuple(drift.tolist()), effects, spread, NOISES[outcome.kind], residual_sd
    )


def _decimals(world: World) -> int:
    """So many that rounding is small beside the spread; none for what is whole."""
    if world.noise is not Noise.NORMAL:
        return 0
    return max(0, FIGURES - math.floor(math.log10(world.residual_sd)))


def _rows(
    settings: RolloutSettings,
    units: Sequence[str],
    values: list[list[list[float]]],
    decimals: int,
) -> Iterator[tuple[object, ...]]:
    for unit, of_periods in zip(units, values, strict=True):
        for period, measurements in zip(settings.periods, of_periods, strict=True):
            for value in measurements:
                shown = f"{value:.{decimals}f}"
                yield unit, period.id, period.last_day.isoformat(), shown, SYNTHETIC


def rehearsal_json(rehearsal: Rehearsal) -> bytes:
    """The truth, kept beside the outcomes."""
    content = {"format": FORMAT, "simulated": True, **asdict(rehearsal)}
    return (json.dumps(content, indent=1, allow_nan=False) + "\n").encode()


def read_rehearsal(root: Path) -> Rehearsal | None:
    """The truth behind the outcomes that stand in a folder; None where they are not made up."""
    try:
        content = json.loads((root / REHEARSAL).read_text("utf-8"))
        rehearsal = Rehearsal(
            float(content["effect"]),
            tuple(float(effect) for effect in content["by_exposure"]),
            int(content["seed"]),
            str(content["sha256"]),
        )
        outcomes = (root / OUTCOMES).read_bytes()
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return rehearsal if hashlib.sha256(outcomes).hexdigest() == rehearsal.sha256 else None
