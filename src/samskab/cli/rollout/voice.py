"""How a roll-out is spoken of: words with their blanks filled as readers write figures."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from samskab.telling.language import Language
from samskab.telling.notation import MINUS, Notation, one_stop

COUNTED_TO = 10**9
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class RolloutVoice:
    """Speaks one language.

    Attributes:
        said: language -> key -> words.
    """

    language: Language
    said: Mapping[Language, Mapping[str, str]]

    @property
    def figures(self) -> Notation:
        """How the language writes figures."""
        return Notation(self.language)

    def __call__(self, key: str, **values: object) -> str:
        """The words of a key, its blanks filled; whole numbers are written as the language does.

        `n` = 1 asks for the singular, where the key has one.
        """
        words = self.said[self.language]
        chosen = f"{key}_one" if values.get("n") == 1 and f"{key}_one" in words else key
        shown = {
            name: self.count(value) if isinstance(value, int) else value
            for name, value in values.items()
        }
        return one_stop(words[chosen].format(**shown))

    def count(self, value: int) -> str:
        """A whole number: exact up to a milliard, then with two figures and a power of ten."""
        if value < COUNTED_TO:
            return self.figures.number(value)
        power = len(str(value)) - 1
        leading = self.figures.number(Fraction(value, 10**power), 1)
        return (
            f"{leading}\N{NO-BREAK SPACE}·\N{NO-BREAK SPACE}10{str(power).translate(SUPERSCRIPTS)}"
        )

    def number(self, value: float, decimals: int | None = None) -> str:
        """A figure, as fine as its size needs unless told how fine; a dash where there is none."""
        if not math.isfinite(value):
            return "–"
        fine = decimals
        if fine is None:
            size = abs(value)
            fine = 0 if size >= 1000 else 1 if size >= 10 else 2 if size >= 0.1 else 4  # noqa: PLR2004 (three figures are legible)
        text = self.figures.number(Fraction(abs(value)).limit_denominator(10**9), fine)
        if decimals is None and fine:
            text = text.rstrip("0").rstrip(",.")
        negative = value < 0 and any(figure in text for figure in "123456789")
        return f"{MINUS}{text}" if negative else text

    def signed(self, value: int) -> str:
        """A whole number, with a minus where it is below zero."""
        return f"{MINUS}{self.count(-value)}" if value < 0 else self.count(value)

    def percent(self, share: float, decimals: int = 0) -> str:
        """A share in per cent."""
        text = self.number(share * 100, decimals)
        return f"{text}\N{NO-BREAK SPACE}%" if self.figures.is_danish else f"{text}%"

    def listed(self, names: Sequence[str]) -> str:
        """`a, b and c`."""
        if len(names) < 2:  # noqa: PLR2004 (one needs no "and")
            return "".join(names)
        return f"{', '.join(names[:-1])} {self('and')} {names[-1]}"


def pieces(text: str) -> str:
    """A long figure that a phone may break after each eighth character."""
    return "\N{ZERO WIDTH SPACE}".join(text[at : at + 8] for at in range(0, len(text), 8))
