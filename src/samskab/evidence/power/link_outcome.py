"""Outcomes behind a link: marginal (GEE) and mixed (GLMM) models of shares and counts."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

import numpy as np
from scipy.special import expit

from samskab.common.errors import Fault
from samskab.evidence.power.arrays import FloatArray
from samskab.evidence.power.checks import numbers, refuse
from samskab.evidence.power.codes import PowerCode
from samskab.evidence.power.correlation import RandomEffects
from samskab.evidence.power.outcome import Cells


class Link(StrEnum):
    """What the linear predictor is a function of the mean by."""

    IDENTITY = "identity"
    LOG = "log"
    LOGIT = "logit"

    def mean(self, predictor: FloatArray) -> FloatArray:
        """The mean at a value of the linear predictor."""
        if self is Link.LOGIT:
            return np.asarray(expit(predictor))
        return np.exp(predictor) if self is Link.LOG else predictor

    def slope(self, mean: FloatArray) -> FloatArray:
        """The derivative of the mean by the linear predictor."""
        if self is Link.LOGIT:
            return mean * (1 - mean)
        return mean if self is Link.LOG else np.ones_like(mean)


class Family(StrEnum):
    """What is measured of one person."""

    BINARY = "binary"
    COUNT = "count"

    def variance(self, mean: FloatArray) -> FloatArray:
        """The variance of one measurement at its mean."""
        return mean * (1 - mean) if self is Family.BINARY else mean


@dataclass(frozen=True, slots=True)
class Predictor:
    """The true linear predictor.

    Attributes:
        control: value under control, one per period (or one for all).
        effects: of treatment, one per column of treatment (or one for all).
        link: between it and the mean.
        family: what is measured.
    """

    control: tuple[float, ...]
    effects: tuple[float, ...]
    link: Link = Link.LOGIT
    family: Family = Family.BINARY

    def __post_init__(self) -> None:
        """Refuse NaN.

        Raises:
            InputError: a value is no finite number.
        """
        control, effects = float(np.sum(self.control)), float(np.sum(self.effects))
        refuse(numbers({"control": control, "effects": effects}))

    def true_effects(self, count: int) -> FloatArray:
        """(K,): the effect of each column.

        Raises:
            InputError: there are neither one nor K of them.
        """
        if len(self.effects) not in {1, count}:
            values = {"found": len(self.effects), "wanted": count}
            refuse([Fault(PowerCode.EFFECTS_UNFIT, values)])
        return np.broadcast_to(np.array(self.effects, dtype=float), (count,)).copy()

    def means(self, columns: FloatArray, *, null: bool) -> FloatArray:
        """(I, J): the mean of each cell.

        Raises:
            InputError: as many values under control as neither 1 nor J; a mean that no such
                outcome can have.
        """
        clusters, periods, count = columns.shape
        if len(self.control) not in {1, periods}:
            values = {"found": len(self.control), "wanted": periods}
            refuse([Fault(PowerCode.PERIODS_UNFIT, values)])
        effects = np.zeros(count) if null else self.true_effects(count)
        control = np.broadcast_to(np.array(self.control, dtype=float), (clusters, periods))
        means = self.link.mean(control + columns @ effects)
        variance = self.family.variance(means)
        if not (np.isfinite(variance) & (variance > 0)).all():
            worst = float(means.flat[int(np.argmin(variance))])
            code = PowerCode.OUTSIDE_OPEN_UNIT
            if self.family is Family.COUNT:
                code = PowerCode.NOT_POSITIVE
            refuse([Fault(code, {"name": "mean", "value": Decimal(repr(worst))})])
        return means


@dataclass(frozen=True, slots=True)
class Marginal:
    """A population-averaged model, fitted by GEE with its true working correlation.

    Li, Turner and Preisser (2018), eq. 3-4; Harrison, Chen and Wang (2020), eq. 9: the
    covariance is A^(1/2) R A^(1/2). The random effects are correlations here: their variances
    are shares of a total of 1.

    Attributes:
        predictor: the true means.
    """

    predictor: Predictor

    def true_effects(self, count: int) -> FloatArray:
        """(K,): the effects on the link's scale."""
        return self.predictor.true_effects(count)

    def cells(self, columns: FloatArray, effects: RandomEffects, *, null: bool) -> Cells:
        """The cells of A^(1/2) R A^(1/2), the residual being what is left of 1.

        Raises:
            InputError: correlations that leave nothing for the residual.
        """
        means = self.predictor.means(columns, null=null)
        on = columns.sum(axis=2)
        taken = effects.tau**2 + effects.gamma**2 + effects.zeta**2 + effects.eta**2 * on**2
        residual = 1 - taken - 2 * effects.rho * effects.tau * effects.eta * on
        if residual.min() < 0:
            refuse([Fault(PowerCode.COVARIANCE_IMPOSSIBLE, {})])
        scale = np.sqrt(self.predictor.family.variance(means))
        return Cells(self.predictor.link.slope(means), scale, residual)

    def with_effect(self, effect: float) -> "Marginal":
        """The same means under control with another effect."""
        return Marginal(replace(self.predictor, effects=(effect,)))


@dataclass(frozen=True, slots=True)
class Mixed:
    """A generalised linear mixed model by the marginal quasi-likelihood.

    Breslow and Clayton (1993), section 4; Xia, Hughes, Voldal and Heagerty (2021): least squares
    on the link's scale with the working variance 1/(n v(mu) g'(mu)^-2 ...); the test relies on
    the variance under no effect. The random effects are on the link's scale.

    Attributes:
        predictor: the true linear predictor at random effects of 0.
    """

    predictor: Predictor

    def true_effects(self, count: int) -> FloatArray:
        """(K,): the effects on the link's scale."""
        return self.predictor.true_effects(count)

    def cells(self, columns: FloatArray, effects: RandomEffects, *, null: bool) -> Cells:
        """The working residual v(mu) g'(mu)^2 of each cell."""
        del effects
        means = self.predictor.means(columns, null=null)
        slope = self.predictor.link.slope(means)
        residual = self.predictor.family.variance(means) / slope**2
        return Cells(np.ones_like(means), np.ones_like(means), residual)

    def with_effect(self, effect: float) -> "Mixed":
        """The same predictor under control with another effect."""
        return Mixed(replace(self.predictor, effects=(effect,)))
