"""An effect that was measured, as far as it is known."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EffectInterval:
    """In the outcome's unit, above zero where things became better.

    Attributes:
        low, high: between which the effect is with the level that the outcome asks for; infinite
            where the data set no end.
    """

    estimate: float
    low: float
    high: float

    @property
    def is_bounded(self) -> bool:
        """Whether it has two ends, with the estimate between them."""
        ends = (self.estimate, self.low, self.high)
        return all(map(math.isfinite, ends)) and self.low <= self.estimate <= self.high

    @property
    def may_be_nothing(self) -> bool:
        """Whether no effect, or one for the worse, is not ruled out."""
        return not self.low > 0.0
