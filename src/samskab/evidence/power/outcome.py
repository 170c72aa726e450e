"""Outcomes on the scale they are measured on: continuous, yes or no, counts."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

import numpy as np

from samskab.evidence.power.arrays import FloatArray
from samskab.evidence.power.checks import inside_unit, not_negative, numbers, positive, refuse
from samskab.evidence.power.correlation import RandomEffects


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """What generalised least squares needs of each cell; all (I, J).

    Attributes:
        slope: derivative of the mean by the linear predictor.
        scale: what the covariance of `cell_covariance` is multiplied by, on either side.
        residual: variance of one measurement given the random effects, before the scale.
    """

    slope: FloatArray
    scale: FloatArray
    residual: FloatArray


class Outcome(Protocol):
    """What a power calculation asks of an outcome."""

    def true_effects(self, count: int) -> FloatArray:
        """(K,): the true effect of each of the K columns of treatment."""
        ...

    def cells(self, columns: FloatArray, effects: RandomEffects, *, null: bool) -> Cells:
        """What each cell is like where the effect is true, or where there is none (`null`)."""
        ...

    def with_effect(self, effect: float) -> "Outcome":
        """The same outcome with this constant effect."""
        ...


def identity_cells(residual: FloatArray) -> Cells:
    """The cells of a linear model."""
    return Cells(np.ones_like(residual), np.ones_like(residual), residual)


@dataclass(frozen=True, slots=True)
class Continuous:
    """A continuous outcome.

    Attributes:
        effect: true difference in means, treated less control.
        residual_sd: of one measurement, given the random effects.
    """

    effect: float
    residual_sd: float

    def __post_init__(self) -> None:
        """Refuse NaN and a negative standard deviation.

        Raises:
            InputError: as said.
        """
        refuse(numbers({"effect": self.effect}) + not_negative({"residual_sd": self.residual_sd}))

    def true_effects(self, count: int) -> FloatArray:
        """(K,): the same effect for each column."""
        return np.full(count, self.effect)

    def cells(self, columns: FloatArray, effects: RandomEffects, *, null: bool) -> Cells:
        """The same residual variance in each cell."""
        del effects, null
        return identity_cells(np.full(columns.shape[:2], self.residual_sd**2))

    def with_effect(self, effect: float) -> "Continuous":
        """The same spread with another effect."""
        return replace(self, effect=effect)


class BinaryVariance(StrEnum):
    """Where the variance p(1-p) of a yes or no is taken.

    MIDDLE: at the mean of the shares (Hussey and Hughes 2007). CELL: at each cell's own share.
    MEAN: the mean of the variances (Harrison, Chen and Wang 2020). RELATIVE: at each cell's own
    share, the random effects being given in units of its standard deviation.
    """

    MIDDLE = "middle"
    CELL = "cell"
    MEAN = "mean"
    RELATIVE = "relative"


@dataclass(frozen=True, slots=True)
class Proportion:
    """A yes or no, its effect as a difference of shares.

    Attributes:
        control: share of yes under control.
        treated: share of yes per level of treatment.
        variance: where p(1-p) is taken.
    """

    control: float
    treated: tuple[float, ...]
    variance: BinaryVariance = BinaryVariance.MIDDLE

    def __post_init__(self) -> None:
        """Refuse shares that are none, or that leave nothing to vary.

        Raises:
            InputError: as said.
        """
        refuse(inside_unit({"control": self.control, **_numbered("treated", self.treated)}))

    def true_effects(self, count: int) -> FloatArray:
        """(K,): the difference per level; one difference holds for all exposure times."""
        return _spread_out([share - self.control for share in self.treated], count)

    def cells(self, columns: FloatArray, effects: RandomEffects, *, null: bool) -> Cells:
        """The residual variance of each cell."""
        del effects, null
        shares = (self.control, float(np.mean(self.treated)))
        if self.variance in {BinaryVariance.CELL, BinaryVariance.RELATIVE}:
            means = self.control + columns @ self.true_effects(columns.shape[2])
            own, one = means * (1 - means), np.ones_like(means)
            if self.variance is BinaryVariance.RELATIVE:
                return Cells(one, np.sqrt(own), one)
            return identity_cells(own)
        middle = sum(shares) / 2
        spread = middle * (1 - middle)
        if self.variance is BinaryVariance.MEAN:
            spread = sum(share * (1 - share) for share in shares) / 2
        return identity_cells(np.full(columns.shape[:2], spread))

    def with_effect(self, effect: float) -> "Proportion":
        """The same share under control with another difference."""
        return replace(self, treated=(self.control + effect,))


@dataclass(frozen=True, slots=True)
class Count:
    """A count, its effect as a difference of rates.

    Attributes:
        control: mean count under control.
        treated: mean count per level of treatment.
    """

    control: float
    treated: tuple[float, ...]

    def __post_init__(self) -> None:
        """Refuse rates that are none.

        Raises:
            InputError: a rate that is not above 0.
        """
        refuse(positive({"control": self.control, **_numbered("treated", self.treated)}))

    def true_effects(self, count: int) -> FloatArray:
        """(K,): the difference per level; one difference holds for all exposure times."""
        return _spread_out([rate - self.control for rate in self.treated], count)

    def cells(self, columns: FloatArray, effects: RandomEffects, *, null: bool) -> Cells:
        """A residual of ((sqrt(l1)+sqrt(l2))/2)^2 in each cell (Baio et al. 2015)."""
        del effects, null
        sd = (np.sqrt(self.control) + np.sqrt(np.mean(self.treated))) / 2
        return identity_cells(np.full(columns.shape[:2], sd**2))

    def with_effect(self, effect: float) -> "Count":
        """The same rate under control with another difference."""
        return replace(self, treated=(self.control + effect,))


def _numbered(name: str, values: tuple[float, ...]) -> dict[str, float]:
    return {f"{name} {place}": value for place, value in enumerate(values, 1)}


def _spread_out(effects: list[float], count: int) -> FloatArray:
    """One effect for all columns, or one each."""
    return np.broadcast_to(np.array(effects), (count,)).copy()
