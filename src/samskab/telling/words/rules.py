"""A breach of a rule as one sentence, its figures written as the language does."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from samskab.common.money import kr_from_oere
from samskab.planner.rules.breach import Breach
from samskab.planner.rules.registry import WORDS
from samskab.telling.language import Language
from samskab.telling.words.printable import printable

HUNDREDTH = Decimal("0.01")
DANISH_MARKS = str.maketrans(",.", ".,")


def breach_in_words(breach: Breach, language: Language) -> str:
    """Who breaks the rule, when and how; one line, whatever the folder's names hold."""
    words = WORDS[breach.rule][breach.case][language.value]
    shown = {name: _shown(name, value, language) for name, value in breach.values.items()}
    return printable(words.format(**shown))


def kr(oere: int, language: Language) -> str:
    """An amount in kroner with two decimals."""
    return f"{_two_decimals(kr_from_oere(oere), language)} kr"


def _shown(name: str, value: object, language: Language) -> str:
    """A value of a breach; `Breach.values` says which key holds what."""
    if isinstance(value, datetime):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.strftime("%d.%m.%Y") if language is Language.DANISH else value.isoformat()
    if isinstance(value, int) and name.endswith("_oere"):
        return kr(value, language)
    if isinstance(value, Fraction):
        hours = Decimal(value.numerator) / value.denominator
        return _two_decimals(hours.quantize(HUNDREDTH), language)
    return str(value)


def _two_decimals(number: Decimal, language: Language) -> str:
    text = f"{number:,.2f}"
    return text.translate(DANISH_MARKS) if language is Language.DANISH else text
