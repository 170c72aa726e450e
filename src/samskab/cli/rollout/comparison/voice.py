"""How a comparison is spoken of."""

from samskab.cli.rollout.effect_interval import EffectInterval
from samskab.cli.rollout.outcome_voice import OutcomeVoice
from samskab.cli.rollout.settings import OutcomeSetting
from samskab.telling.language import Language
from samskab.telling.words.rollout_comparison import SAID


class ComparisonVoice(OutcomeVoice):
    """Speaks one language."""

    def __init__(self, language: Language) -> None:
        super().__init__(language, SAID)

    def interval(self, effect: EffectInterval, outcome: OutcomeSetting) -> dict[str, str]:
        """An effect and its ends, to fill sentences with."""
        sizes = {"estimate": effect.estimate, "low": effect.low, "high": effect.high}
        return {name: self.signed_effect(size, outcome) for name, size in sizes.items()}
