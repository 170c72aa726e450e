"""The report's own voice: words with their blanks filled as the language writes figures."""

from dataclasses import dataclass
from fractions import Fraction

from samskab.telling.language import Language
from samskab.telling.notation import Notation
from samskab.telling.words.report import word


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks one language."""

    language: Language

    @property
    def figures(self) -> Notation:
        """How the language writes figures."""
        return Notation(self.language)

    def __call__(self, key: str, **values: object) -> str:
        """The words of a key, its blanks filled.

        Args:
            key: of `samskab.telling.words.report`.
            values: whole numbers are written as the language does; `n` = 1 asks for the singular.
        """
        chosen = f"{key}_one" if values.get("n") == 1 else key
        shown = {
            name: self.figures.number(value) if isinstance(value, int | Fraction) else value
            for name, value in values.items()
        }
        return word(chosen, self.language).format(**shown)
