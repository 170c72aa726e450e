"""Amounts, hours and days as the page's language writes them."""

from datetime import date, datetime
from fractions import Fraction

from django import template
from django.utils import timezone

from samskab.web.programmes.design_words import notation

register = template.Library()


@register.filter
def kr(oere: int) -> str:
    """An amount in whole kroner; a negative one with its sign."""
    shown = notation().kr(abs(oere))
    return f"\N{MINUS SIGN}{shown}" if oere < 0 else shown


@register.filter
def hours(value: Fraction) -> str:
    """Hours, with one decimal where they are not whole."""
    return notation().number(value, 0 if value.denominator == 1 else 1)


@register.filter
def day(value: date) -> str:
    """A day with its month and year."""
    return notation().day(value)


@register.filter
def moment(value: datetime) -> str:
    """A day and a clock time, here."""
    local = timezone.localtime(value)
    return f"{notation().day(local)} {notation().clock(local)}"
