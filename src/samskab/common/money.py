"""Amounts are whole øre (1 kr = 100 øre): exact, and never a float."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

OERE_PER_KR = 100


def half_up(amount: Fraction) -> int:
    """Round an amount of zero or more to a whole number, halves upwards.

    Args:
        amount: any exact number of øre, at least 0.
    """
    return (2 * amount.numerator + amount.denominator) // (2 * amount.denominator)


def oere_from_kr(kr: Decimal) -> int:
    """Whole øre of an amount in kroner, a third decimal rounded half up."""
    return int((kr * OERE_PER_KR).to_integral_value(rounding=ROUND_HALF_UP))


def kr_from_oere(oere: int) -> Decimal:
    """Kroner with two decimals."""
    return Decimal(oere).scaleb(-2)
