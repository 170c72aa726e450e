"""An amount that nobody knows yet: pessimistic, probable, optimistic."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from scipy.stats import beta

Amounts = NDArray[np.float64]
PERT_WEIGHT = 4.0
"""λ of the modified beta distribution (Malcolm et al. 1959; Vose 2008, p. 672)."""
MOST_STEPS = 100
"""Each brings an arm of `around` many times closer; a dozen are enough unless it is very skewed."""


@dataclass(frozen=True, slots=True)
class ThreePoints:
    """PERT: a beta distribution between two ends with a given most likely value.

    Attributes:
        pessimistic, probable, optimistic: a <= m <= b, or a >= m >= b where less is better.
    """

    pessimistic: float
    probable: float
    optimistic: float

    @property
    def is_certain(self) -> bool:
        """Whether all three are one."""
        return self.pessimistic == self.optimistic

    @property
    def mean(self) -> float:
        """(a + λ m + b) / (λ + 2)."""
        ends = self.pessimistic + self.optimistic
        return (ends + PERT_WEIGHT * self.probable) / (PERT_WEIGHT + 2.0)

    @property
    def variance(self) -> float:
        """(μ − a)(b − μ) / (λ + 3)."""
        low, high = self._ends
        return (self.mean - low) * (high - self.mean) / (PERT_WEIGHT + 3.0)

    def draw(self, count: int, random: Generator) -> Amounts:
        """(count,) amounts at random."""
        if self.is_certain:
            return np.full(count, self.probable)
        low, high = self._ends
        first, second = self._shape
        return low + (high - low) * random.beta(first, second, count)

    def quantile(self, share: float) -> float:
        """The amount that a share (0 to 1) of all outcomes is below."""
        if self.is_certain:
            return self.probable
        low, high = self._ends
        return float(low + (high - low) * beta.ppf(share, *self._shape))

    @property
    def _ends(self) -> tuple[float, float]:
        low, high = sorted((self.pessimistic, self.optimistic))
        return low, high

    @property
    def _shape(self) -> tuple[float, float]:
        """α = 1 + λ (m − a)/(b − a), β = 1 + λ (b − m)/(b − a)."""
        low, high = self._ends
        at = (self.probable - low) / (high - low)
        return 1.0 + PERT_WEIGHT * at, 1.0 + PERT_WEIGHT * (1.0 - at)


def certainly(amount: float) -> ThreePoints:
    """An amount that is known."""
    return ThreePoints(amount, amount, amount)


def around(estimate: float, low: float, high: float, level: float) -> ThreePoints:
    """A PERT estimate that lies between `low` and `high` with the chance `level`.

    The ends of an interval of 95 % are not the worst and the best that can be: taken for those,
    they would make the amount look surer than it is. So the ends move outwards until the quantiles
    meet the interval; at its mode `estimate` an end that is the estimate itself stays.

    Args:
        estimate: the most likely value.
        low: where the interval begins, at most `estimate`.
        high: where it ends, at least `estimate`.
        level: its chance, such as 0.95.
    """
    tail = (1.0 - level) / 2.0
    below, above = estimate - low, high - estimate
    points = ThreePoints(low, estimate, high)
    for _ in range(MOST_STEPS):
        if points.is_certain:
            return points
        reached = (estimate - points.quantile(tail), points.quantile(1.0 - tail) - estimate)
        points = ThreePoints(
            estimate - _stretched(estimate - points.pessimistic, below, reached[0]),
            estimate,
            estimate + _stretched(points.optimistic - estimate, above, reached[1]),
        )
    return points


def _stretched(arm: float, wanted: float, reached: float) -> float:
    """An arm made longer by as much as its quantile falls short."""
    return arm * wanted / reached if wanted > 0.0 < reached else arm
