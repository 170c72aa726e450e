"""An amount that nobody knows yet: pessimistic, probable, optimistic."""

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from scipy.stats import beta

Amounts = NDArray[np.float64]
PERT_WEIGHT = 4.0
"""λ of the modified beta distribution (Malcolm et al. 1959; Vose 2008, p. 672)."""


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
