"""What would tell, by the spread that was seen: more units, or more periods."""

from dataclasses import dataclass

import numpy as np

from samskab.cli.rollout.by_lot.estimates import TARGET
from samskab.cli.rollout.by_lot.gathered import LotData
from samskab.cli.rollout.power_findings import MOST_PERIODS, MOST_UNITS
from samskab.cli.rollout.settings import Estimand, OutcomeSetting
from samskab.evidence.effect.stepped_wedge import RolloutEffect
from samskab.evidence.power.answer import (
    Enough,
    detectable_effect,
    further_clusters,
    further_periods,
    power_of,
)
from samskab.evidence.power.correlation import RandomEffects
from samskab.evidence.power.design import design
from samskab.evidence.power.estimand import ConstantEffect, ExposureAverage
from samskab.evidence.power.outcome import Continuous
from samskab.evidence.power.question import Question
from samskab.evidence.power.wald import Freedom, WaldTest

TARGETS = (TARGET, 0.9, 0.95, 0.99)


@dataclass(frozen=True, slots=True)
class Further:
    """What would tell an effect that matters from none.

    Attributes:
        target: the chance that is asked for: the first of `TARGETS` that is not reached yet.
        units, periods: how many more would give it, each by itself.
    """

    target: float
    units: Enough
    periods: Enough


def question_of(
    data: LotData, outcome: OutcomeSetting, found: RolloutEffect, estimand: Estimand
) -> Question:
    """The roll-out as it was, with the variances that were estimated."""
    effects = RandomEffects(
        tau=float(np.sqrt(found.cluster_variance)),
        gamma=float(np.sqrt(found.cell_variance or 0.0)),
    )
    pattern = design(data.treated.astype(float), data.cells.count.astype(float))
    return Question(
        design=pattern,
        effects=effects,
        outcome=Continuous(outcome.smallest_relevant, float(np.sqrt(found.residual_variance))),
        estimand=ConstantEffect() if estimand is Estimand.CONSTANT else ExposureAverage(),
        test=WaldTest(outcome.level, freedom=Freedom.CLUSTERS),
    )


def detectable(question: Question) -> float:
    """The smallest effect that is found with a chance of `TARGET`."""
    return abs(detectable_effect(question, TARGET))


def further(question: Question) -> Further:
    """More units, or more periods, until the least effect that matters would be seen."""
    reached = power_of(question).power
    target = next((one for one in TARGETS if one > reached), TARGETS[-1])
    units = further_clusters(question, target, MOST_UNITS)
    periods = further_periods(question, target, MOST_PERIODS)
    return Further(target, units, periods)
