"""How the reader's language writes amounts, numbers and days."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language

from samskab.common.money import kr_from_oere
from samskab.telling.language import Language
from samskab.telling.notation import Notation


def language() -> Language:
    """That of the page, or of the mail, that is being written."""
    return Language((get_language() or settings.LANGUAGE_CODE)[:2])


def notation() -> Notation:
    """Figures in that language."""
    return Notation(language())


def day_in_words(day: date | datetime) -> str:
    """`2. februar 2027`; a moment is told as the day it is in Denmark."""
    return notation().day(timezone.localdate(day) if isinstance(day, datetime) else day)


def figure(value: Fraction | int) -> str:
    """A number with as many decimals as it has, one at most."""
    decimals = 0 if Fraction(value).denominator == 1 else 1
    return notation().number(value, decimals)


def typed_kroner(oere: int) -> str:
    """An amount as somebody would type it into a form."""
    kroner: Decimal = kr_from_oere(oere)
    decimals = 2 if oere % 100 else 0
    return notation().number(Fraction(kroner), decimals)
