"""How a comparison of units is spoken of: its words, and its figures as readers write them."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from samskab.common.money import OERE_PER_KR
from samskab.telling.language import Language
from samskab.telling.notation import Notation, one_stop
from samskab.telling.words.efficiency import SAID

KRONER = re.compile(r"\b(kr|kroner|dkk)\b", re.IGNORECASE)
THOUSANDS = re.compile(r"\b(t\.?kr|1\.?000 kr|tkr|mio)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EfficiencyVoice:
    """Speaks one language."""

    language: Language

    @property
    def figures(self) -> Notation:
        """How the language writes figures."""
        return Notation(self.language)

    def __call__(self, key: str, **values: object) -> str:
        """The words of a key, its blanks filled; whole numbers are written as the language does."""
        shown = {
            name: self.figures.number(value) if isinstance(value, int) else value
            for name, value in values.items()
        }
        return one_stop(SAID[self.language][key].format(**shown))

    def share(self, value: float) -> str:
        """A share of the best in per cent, with one decimal; a dash for one that there is not."""
        if not math.isfinite(value):
            return self("none")
        figures = self.figures
        text = figures.number(Fraction(max(value, 0.0)).limit_denominator(10**6) * 100, 1)
        return f"{text}\N{NO-BREAK SPACE}%" if figures.is_danish else f"{text}%"

    def points(self, value: float) -> str:
        """A difference of shares: percentage points are not per cent."""
        number = self.figures.number(Fraction(abs(value)).limit_denominator(10**6) * 100, 1)
        return self("points", number=number)

    def amount(self, value: float, column: str, *, signed: bool = False) -> str:
        """A figure of a column: kroner where its name says so, else as fine as its size needs."""
        exact = Fraction(value).limit_denominator(10**6)
        decimals = 0 if abs(value) >= 1000 else 1 if abs(value) >= 10 else 2  # noqa: PLR2004 (three figures are legible)
        if is_kroner(column) and value >= 0 and not signed:
            return self.figures.kr(round(value * OERE_PER_KR))
        if signed or value < 0:
            return self.figures.signed(exact, 0 if is_kroner(column) else decimals)
        return self.figures.number(exact, decimals)

    def listed(self, names: Sequence[str]) -> str:
        """`a, b and c`."""
        if len(names) < 2:  # noqa: PLR2004 (one needs no "and")
            return "".join(names)
        return f"{', '.join(names[:-1])} {self('and')} {names[-1]}"


def is_kroner(column: str) -> bool:
    """Whether a column's name says that its figures are kroner, not thousands of them."""
    return KRONER.search(column) is not None and THOUSANDS.search(column) is None
