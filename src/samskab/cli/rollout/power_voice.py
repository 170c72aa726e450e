"""How power is spoken of."""

from samskab.cli.language import Language
from samskab.cli.rollout.outcome_voice import OutcomeVoice
from samskab.cli.words.rollout_power import SAID


class PowerVoice(OutcomeVoice):
    """Speaks one language."""

    def __init__(self, language: Language) -> None:
        super().__init__(language, SAID)
