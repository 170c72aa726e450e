"""How power is spoken of: effects in the outcome's own unit."""

import math

from samskab.cli.language import Language
from samskab.cli.rollout.settings import OutcomeKind, OutcomeSetting
from samskab.cli.rollout.voice import RolloutVoice
from samskab.cli.words.rollout_power import SAID

PERCENT = 100.0


class PowerVoice(RolloutVoice):
    """Speaks one language."""

    def __init__(self, language: Language) -> None:
        super().__init__(language, SAID)

    def effect(self, value: float, outcome: OutcomeSetting) -> str:
        """The size of an effect: percentage points of a share, else with the outcome's unit."""
        if not math.isfinite(value):
            return "–"
        number = self.number(abs(value) * self.factor(outcome))
        if outcome.kind is OutcomeKind.BINARY:
            return self("points", number=number)
        return f"{number}\N{NO-BREAK SPACE}{outcome.unit}".strip()

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
