"""How an outcome is spoken of: levels and effects in its own unit."""

import math

from samskab.cli.rollout.settings import OutcomeKind, OutcomeSetting
from samskab.cli.rollout.voice import RolloutVoice

PERCENT = 100.0


class OutcomeVoice(RolloutVoice):
    """Speaks one language; its words have `points`, for percentage points."""

    def effect(self, value: float, outcome: OutcomeSetting) -> str:
        """The size of an effect: percentage points of a share, else with the outcome's unit."""
        return self._with_unit(abs(value), outcome)

    def signed_effect(self, value: float, outcome: OutcomeSetting) -> str:
        """An effect with a minus where it is below zero."""
        return self._with_unit(value, outcome)

    def level(self, value: float, outcome: OutcomeSetting) -> str:
        """What is measured without the programme."""
        if outcome.kind is OutcomeKind.BINARY:
            return self.percent(value, 1)
        return f"{self.number(value)}\N{NO-BREAK SPACE}{outcome.unit}".strip()

    def factor(self, outcome: OutcomeSetting) -> float:
        """What an effect is multiplied by to be shown."""
        return PERCENT if outcome.kind is OutcomeKind.BINARY else 1.0

    def unit(self, outcome: OutcomeSetting) -> str:
        """The unit of an axis."""
        if outcome.kind is OutcomeKind.BINARY:
            return self("points", number="").strip()
        return outcome.unit or outcome.name

    def _with_unit(self, value: float, outcome: OutcomeSetting) -> str:
        if not math.isfinite(value):
            return "–"
        number = self.number(value * self.factor(outcome))
        if outcome.kind is OutcomeKind.BINARY:
            return self("points", number=number)
        return f"{number}\N{NO-BREAK SPACE}{outcome.unit}".strip()
