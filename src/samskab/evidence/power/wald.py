"""The rule by which a trial speaks of an effect: level, one or two sides, z or t."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy.stats import norm
from scipy.stats import t as student

from samskab.evidence.power.arrays import FloatArray
from samskab.evidence.power.checks import inside_unit, positive, refuse


class Sides(StrEnum):
    """On which side of nothing an effect is looked for."""

    TWO = "two"
    ONE = "one"


class Freedom(StrEnum):
    """Degrees of freedom of the Wald test.

    NORMAL: none, z. BETWEEN_WITHIN: clusters less the rank of the fixed effects. CLUSTERS:
    clusters less 2. CONTAINMENT: cells less clusters. RESIDUAL: cells less the rank.
    """

    NORMAL = "normal"
    BETWEEN_WITHIN = "between-within"
    CLUSTERS = "clusters"
    CONTAINMENT = "containment"
    RESIDUAL = "residual"


@dataclass(frozen=True, slots=True)
class WaldTest:
    """A Wald test.

    Attributes:
        level: chance of a false alarm, in all.
        sides: two, or one (towards the effect that is asked about).
        freedom: how degrees of freedom are counted; NORMAL for a z test.
    """

    level: float = 0.05
    sides: Sides = Sides.TWO
    freedom: Freedom = Freedom.NORMAL

    def __post_init__(self) -> None:
        """Refuse a level outside 0-1.

        Raises:
            InputError: the level is not between 0 and 1.
        """
        refuse(inside_unit({"level": self.level}))

    def critical(self, df: float | None) -> float:
        """How many standard errors an estimate must lie from 0."""
        tail = self.level / 2 if self.sides is Sides.TWO else self.level
        return float(-_quantile(tail, df))

    def power(
        self, effect: float, se: float, *, se_null: float | None = None, df: float | None = None
    ) -> float:
        """The chance that the test speaks.

        Args:
            effect: the true effect.
            se: of its estimate where the effect is true.
            se_null: of its estimate where there is none, on which the test relies; se by default.
            df: degrees of freedom; None for z.
        """
        null = se if se_null is None else se_null
        return float(self.powers(np.asarray(effect), np.asarray(se), np.asarray(null), df))

    def powers(
        self, effect: FloatArray, se: FloatArray, se_null: FloatArray, df: float | None
    ) -> FloatArray:
        """The same of many trials at once; all of one shape.

        The t distribution is shifted, not non-central (Li, Turner and Preisser 2018, eq. 5).
        """
        bar = self.critical(df) * se_null
        towards = _chance((np.abs(effect) - bar) / se, df)
        if self.sides is Sides.ONE:
            return towards
        return towards + _chance((-np.abs(effect) - bar) / se, df)

    def multiple(self, power: float, df: float | None) -> float:
        """The effect that is found with this power, in standard errors (the far tail left out).

        Raises:
            InputError: the power is not between 0 and 1.
        """
        refuse(inside_unit({"power": power}) or positive({"power": power}))
        return self.critical(df) + float(_quantile(power, df))


def _chance(at: FloatArray, df: float | None) -> FloatArray:
    return np.asarray(norm.cdf(at) if df is None else student.cdf(at, df))


def _quantile(share: float, df: float | None) -> float:
    return float(norm.ppf(share) if df is None else student.ppf(share, df))
