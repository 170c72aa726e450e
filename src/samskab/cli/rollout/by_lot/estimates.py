"""Each way to the effect, in one form: estimate, interval, p-value, smallest detectable effect."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samskab.cli.rollout.by_lot.gathered import LotData
from samskab.cli.rollout.settings import Estimand, OutcomeSetting
from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.mixed.contrasts import Contrast, contrast
from samskab.evidence.effect.permutation.effect_shape import EffectShape
from samskab.evidence.effect.permutation.randomisation_test import Question, permutation_test
from samskab.evidence.effect.permutation.working_covariance import WorkingCovariance
from samskab.evidence.effect.staggered.estimate import fisher_test, staggered_estimate
from samskab.evidence.effect.staggered.panel import StaggeredPanel
from samskab.evidence.effect.staggered.weights import Average
from samskab.evidence.effect.staggered.weights import Estimand as TimingEstimand
from samskab.evidence.effect.stepped_wedge import (
    Correlation,
    Curve,
    RolloutEffect,
    rollout_effect,
)
from samskab.evidence.power.wald import WaldTest
from samskab.telling.rollout_codes import RolloutFileCode

TARGET = 0.8
MOST_STARTS = 1000


class Way(StrEnum):
    """What an estimate and its p-value come from."""

    PERMUTATION = "permutation"
    KENWARD_ROGER = "kenward_roger"
    BIAS_REDUCED = "bias_reduced"
    EFFICIENT_TIMING = "efficient_timing"


@dataclass(frozen=True, slots=True)
class Estimate:
    """One answer, in the outcome's unit and direction.

    Attributes:
        way: the method.
        estimand: which effect; of `EFFICIENT_TIMING` the average over treated units and periods.
        low, high: infinite where the data set no end.
        p: two-sided.
        detectable: the smallest effect that this way finds with a chance of `TARGET`, in size, by
            the spread that was seen.
    """

    way: Way
    estimand: Estimand
    estimate: float
    low: float
    high: float
    p: float
    detectable: float


@dataclass(frozen=True, slots=True)
class NotUsed:
    """A way that these data do not bear, and why."""

    way: Way
    estimand: Estimand
    why: tuple[Fault, ...]


def of_contrast(found: Contrast, way: Way, estimand: Estimand, level: float) -> Estimate:
    """A model's contrast; its detectable effect follows from its own standard error."""
    multiple = WaldTest(level).multiple(TARGET, found.df)
    return Estimate(
        way, estimand, found.estimate, found.low, found.high, found.p, multiple * found.se
    )


def mixed(data: LotData, estimand: Estimand, level: float) -> RolloutEffect:
    """REML on the cells, with Kenward-Roger.

    Raises:
        InputError: the effect cannot be told from time, or nothing was found.
    """
    found = rollout_effect(
        data.cells,
        Correlation.EXCHANGEABLE if data.only_means else Correlation.NESTED,
        Curve.CONSTANT if estimand is Estimand.CONSTANT else Curve.BY_EXPOSURE,
        1.0 - level,
    )
    if not found.converged:
        raise InputError([Fault(RolloutFileCode.MODEL_WITHOUT_END)])
    return found


def by_permutation(
    data: LotData, outcome: OutcomeSetting, estimand: Estimand, detectable: float
) -> Estimate:
    """The drawn order beside all those that the lottery kept.

    Raises:
        InputError: as `permutation_test`.
    """
    question = Question(
        shape=EffectShape(by_exposure=estimand is not Estimand.CONSTANT),
        level=outcome.level,
        working=WorkingCovariance(outcome.icc, outcome.cac),
    )
    found = permutation_test(data.means(outcome.persons), data.reference, question)
    return Estimate(
        Way.PERMUTATION,
        estimand,
        found.estimate,
        found.low,
        found.high,
        found.p_value,
        detectable,
    )


def by_timing(data: LotData, level: float, seed: int) -> Estimate:
    """Roth and Sant'Anna's estimator over all treated cells, with the Fisher test.

    The interval has Neyman's error: the refined one is far too small with few units in a wave. The
    test deals the starts as the lottery could have: up to `MOST_STARTS` of its kept orders.

    Raises:
        InputError: a wave of one unit, or nobody to compare with.
    """
    periods = np.arange(len(data.periods), dtype=np.int64)
    starts = np.array(
        [np.inf if at >= len(periods) else float(at) for at in data.reference.start_periods]
    )
    panel = StaggeredPanel(data.cells.mean, starts[data.reference.drawn], periods)
    average = TimingEstimand(Average.SIMPLE)
    found = staggered_estimate(panel, average)
    error = found.neyman_error
    if not error > 0.0:
        raise InputError([Fault(RolloutFileCode.NO_SPREAD_LEFT)])
    kept = data.reference.allocations
    if len(kept) > MOST_STARTS:
        rows = np.random.default_rng(seed).choice(len(kept), MOST_STARTS, replace=False)
        kept = kept[np.sort(rows)]
    test = fisher_test(panel, average, (starts[one] for one in kept))
    told = contrast(found.estimate, error, np.inf, 1.0 - level)
    multiple = WaldTest(level).multiple(TARGET, None)
    return Estimate(
        Way.EFFICIENT_TIMING,
        Estimand.EXPOSURE_AVERAGE,
        told.estimate,
        told.low,
        told.high,
        test.p_value,
        multiple * error,
    )
