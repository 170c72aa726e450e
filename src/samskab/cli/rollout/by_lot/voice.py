"""How an effect that was found is spoken of: with its sign and its interval."""

import math

from samskab.cli.rollout.by_lot.estimates import Estimate, Way
from samskab.cli.rollout.outcome_voice import OutcomeVoice
from samskab.cli.rollout.settings import OutcomeSetting
from samskab.telling.notation import PLUS

FINEST_P = 0.001


class LotVoice(OutcomeVoice):
    """Speaks one language."""

    def change(self, value: float, outcome: OutcomeSetting) -> str:
        """An effect with its sign."""
        text = self.signed_effect(value, outcome)
        return f"{PLUS}{text}" if value > 0 and math.isfinite(value) else text

    def interval(self, low: float, high: float, outcome: OutcomeSetting) -> str:
        """From where to where, also where the data set no end."""
        both = math.isfinite(low) and math.isfinite(high)
        first = self.bare(low, outcome) if both else self.change(low, outcome)
        ends = {"low": first, "high": self.change(high, outcome)}
        match math.isfinite(low), math.isfinite(high):
            case True, True:
                return self("interval", **ends)
            case True, False:
                return self("interval_from", **ends)
            case False, True:
                return self("interval_to", **ends)
        return self("interval_open")

    def bare(self, value: float, outcome: OutcomeSetting) -> str:
        """An effect with its sign, without its unit."""
        number = self.number(value * self.factor(outcome))
        return f"{PLUS}{number}" if value > 0 else number

    def chance(self, p: float) -> str:
        """A p-value, never 0."""
        if p < FINEST_P:
            return self("below", number=self.number(FINEST_P, 3))
        return self.number(p, 3)

    def way(self, way: Way) -> str:
        """The name of a method."""
        return self(f"way_{way.value}")

    def of_what(self, one: Estimate) -> str:
        """Which effect an estimate is of."""
        if one.way is Way.EFFICIENT_TIMING:
            return self("of_cells")
        return self(f"of_{one.estimand.value}")
