"""Amounts, numbers and days in templates."""

from datetime import date, datetime
from fractions import Fraction

from django import template

from samskab.web.commissions import notation

register = template.Library()


@register.filter
def kroner(oere: int) -> str:
    """`1.250.000 kr.`, with decimals where there are øre."""
    return notation.notation().kr_to_the_oere(oere)


@register.filter
def day(value: date | datetime) -> str:
    """`2. februar 2027`."""
    return notation.day_in_words(value)


@register.filter
def figure(value: Fraction | int) -> str:
    """`1.250` or `3,5`."""
    return notation.figure(value)


@register.filter
def kroner_whole(oere: int) -> str:
    """`1.250.000 kr.`, rounded."""
    return notation.notation().kr(oere)


@register.filter
def kroner_at_least(oere: int) -> str:
    """The same, rounded down."""
    return notation.notation().kr_at_least(oere)
