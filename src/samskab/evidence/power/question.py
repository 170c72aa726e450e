"""What a power calculation is asked, and the variance that every answer stands on."""

from dataclasses import dataclass, field, replace

import numpy as np

from samskab.common.errors import Fault
from samskab.evidence.power.arrays import FloatArray
from samskab.evidence.power.checks import refuse
from samskab.evidence.power.codes import PowerCode
from samskab.evidence.power.correlation import RandomEffects
from samskab.evidence.power.design import Design
from samskab.evidence.power.estimand import Estimand, ExposureAverage
from samskab.evidence.power.least_squares import Means, Whitened, whiten
from samskab.evidence.power.link_outcome import Mixed
from samskab.evidence.power.outcome import Outcome
from samskab.evidence.power.trend import Trend
from samskab.evidence.power.wald import Freedom, WaldTest


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A design, what is measured in it, and the effect that is asked for.

    Attributes:
        design: who is treated when, and how many people are measured.
        effects: how alike people of a cluster are.
        outcome: what is measured, with the true effect.
        estimand: the effect that is asked for; the average over exposure time by default.
        trend: what is allowed for time.
        test: the rule by which the trial speaks.
    """

    design: Design
    effects: RandomEffects
    outcome: Outcome
    estimand: Estimand = field(default_factory=ExposureAverage)
    trend: Trend = Trend.PERIODS
    test: WaldTest = field(default_factory=WaldTest)

    def with_persons(self, persons: float) -> "Question":
        """The same question with this many people in each measured cell."""
        return replace(self, design=self.design.with_persons(persons))

    def with_effect(self, effect: float) -> "Question":
        """The same question where this constant effect is true."""
        return replace(self, outcome=self.outcome.with_effect(effect))


@dataclass(frozen=True, slots=True)
class Precision:
    """How precisely the effect is estimated.

    Attributes:
        effect: the true one, in units of the outcome (or of its link).
        variance: of its estimate.
        variance_null: of its estimate where there is no effect, on which the test relies.
        df: degrees of freedom of the test; None for z.
    """

    effect: float
    variance: float
    variance_null: float
    df: float | None


def precision_of(question: Question) -> Precision:
    """The variance of the estimate that a question asks for.

    Hussey and Hughes (2007), eq. 8, for any pattern, covariance and mean.

    Raises:
        InputError: the effect cannot be told from time, nothing varies, the covariance is
            impossible, or too few clusters are left for the degrees of freedom.
    """
    columns = question.estimand.columns(question.design)
    weights = question.estimand.contrast(columns, question.design.observed)
    effect = float(weights @ question.outcome.true_effects(weights.size))
    told = _whitened(question, columns, null=False)
    contrast = np.concatenate([np.zeros(told.rows.shape[1] - weights.size), weights])
    variance = variance_null = told.variance(contrast)
    if isinstance(question.outcome, Mixed):
        variance_null = _whitened(question, columns, null=True).variance(contrast)
    return Precision(effect, variance, variance_null, freedom_of(question, told.rank))


def variance_of(question: Question) -> float:
    """The variance of the estimate, in squared units of the outcome (or of its link).

    Raises:
        InputError: as `precision_of`.
    """
    return precision_of(question).variance


def _whitened(question: Question, columns: FloatArray, *, null: bool) -> Whitened:
    cells = question.outcome.cells(columns, question.effects, null=null)
    time = question.trend.columns(question.design.periods)
    return whiten(Means(time, columns, question.design.persons), question.effects, cells)


def freedom_of(question: Question, rank: int) -> float | None:
    """Degrees of freedom of a question's test; None for z.

    Args:
        question: its design and test.
        rank: how many fixed effects the measured cells can tell.

    Raises:
        InputError: too few clusters are left.
    """
    measured = question.design.observed
    clusters, cells = int(measured.any(axis=1).sum()), int(measured.sum())
    left = {
        Freedom.NORMAL: None,
        Freedom.BETWEEN_WITHIN: clusters - rank,
        Freedom.CLUSTERS: clusters - 2,
        Freedom.CONTAINMENT: cells - clusters,
        Freedom.RESIDUAL: cells - rank,
    }[question.test.freedom]
    if left is not None and left < 1:
        values = {"clusters": clusters, "left": left, "freedom": question.test.freedom.value}
        refuse([Fault(PowerCode.NO_FREEDOM, values)])
    return left
