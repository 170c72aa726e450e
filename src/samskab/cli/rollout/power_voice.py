"""How power is spoken of."""

from samskab.cli.rollout.outcome_voice import OutcomeVoice
from samskab.telling.language import Language
from samskab.telling.words.rollout_power import SAID


class PowerVoice(OutcomeVoice):
    """Speaks one language."""

    def __init__(self, language: Language) -> None:
        super().__init__(language, SAID)
