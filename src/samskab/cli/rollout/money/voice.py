"""How money is spoken of: amounts that are not known exactly are not written as if they were."""

import math
from fractions import Fraction

from samskab.cli.rollout.outcome_voice import OutcomeVoice
from samskab.common.money import OERE_PER_KR
from samskab.telling.language import Language
from samskab.telling.notation import MINUS
from samskab.telling.words.printable import NO_BREAK
from samskab.telling.words.rollout_money import SAID

FIGURES = 3
LEAST_CHANCE, MOST_CHANCE = 0.01, 0.99


class MoneyVoice(OutcomeVoice):
    """Speaks one language."""

    def __init__(self, language: Language) -> None:
        super().__init__(language, SAID)

    def kr(self, oere: float) -> str:
        """An amount in whole kroner, with a minus where it is below zero."""
        text = self.figures.kr(abs(round(oere)))
        below = round(oere / OERE_PER_KR) < 0
        return f"{MINUS}{text}" if below else text

    def about(self, oere: float) -> str:
        """An estimated amount, with three figures that mean something."""
        kr = oere / OERE_PER_KR
        if abs(kr) < 1.0:
            return self.kr(0)
        step = 10 ** max(math.floor(math.log10(abs(kr))) - FIGURES + 1, 0)
        return self.kr(round(Fraction(kr) / step) * step * OERE_PER_KR)

    def large(self, amount: str) -> str:
        """An amount in the large type of a headline may break before or after its number."""
        return amount.replace(NO_BREAK, " ")

    def chance(self, share: float) -> str:
        """A simulated chance is never 0 or 100 per cent: no more is said than is known."""
        if share < LEAST_CHANCE:
            return self("chance_below", percent=self.percent(LEAST_CHANCE))
        if share > MOST_CHANCE:
            return self("chance_above", percent=self.percent(MOST_CHANCE))
        return self.percent(share)
