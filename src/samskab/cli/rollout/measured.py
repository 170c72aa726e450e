"""The outcome of `rollout.toml`, as the engine's power calculation takes it."""

import math

import numpy as np

from samskab.cli.rollout.settings import OutcomeKind, OutcomeSetting
from samskab.evidence.power.correlation import RandomEffects, from_icc
from samskab.evidence.power.outcome import Continuous, Count, Outcome, Proportion


def measured(outcome: OutcomeSetting) -> tuple[Outcome, RandomEffects]:
    """The outcome with the effect that matters, and how alike people of a unit are."""
    effect = outcome.smallest_relevant if outcome.higher_is_better else -outcome.smallest_relevant
    alike = {"icc": outcome.icc, "cac": outcome.cac}
    if outcome.kind is OutcomeKind.CONTINUOUS:
        spread = from_icc(**alike, total_sd=outcome.sd)
        return Continuous(effect, spread.residual_sd), spread.effects
    reached = (outcome.mean + effect,)
    binary = outcome.kind is OutcomeKind.BINARY
    measure = Proportion(outcome.mean, reached) if binary else Count(outcome.mean, reached)
    cells = measure.cells(np.zeros((1, 1, 1)), RandomEffects(), null=False)
    spread = from_icc(**alike, residual_sd=math.sqrt(float(cells.residual.mean())))
    return measure, spread.effects
