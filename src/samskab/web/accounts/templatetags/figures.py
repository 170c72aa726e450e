"""Amounts, numbers, days and clock times in templates, as the page's language writes them."""

from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction

from django import template
from django.utils import timezone

from samskab.web.notation import figure, language, notation

register = template.Library()
SECONDS_PER_HOUR = 3600


@register.filter
def kr(oere: int) -> str:
    """`1.250 kr.`: an amount in whole kroner, a negative one with its sign."""
    shown = notation().kr(abs(oere))
    return f"\N{MINUS SIGN}{shown}" if oere < 0 else shown


@register.filter
def kr_change(oere: int) -> str:
    """`+1.250 kr.`: a difference, with its sign whichever it is."""
    return f"+{kr(oere)}" if oere > 0 else kr(oere)


@register.filter
def kr_at_least(oere: int) -> str:
    """An amount rounded down."""
    return notation().kr_at_least(oere)


@register.filter
def kroner(oere: int) -> str:
    """`412,50 kr.`: an amount with decimals where there are øre."""
    return notation().kr_to_the_oere(oere)


@register.filter
def number(value: Fraction | int) -> str:
    """`1.250` or `3,5`."""
    return figure(value)


@register.filter
def in_hours(value: Fraction) -> str:
    """Hours, with one decimal where they are not whole."""
    return figure(value)


@register.filter
def hours(seconds: int) -> str:
    """Seconds as hours with one decimal."""
    return notation().hours(seconds)


@register.filter
def whole_hours(seconds: int) -> str:
    """Seconds as hours without decimals."""
    return notation().number(Fraction(seconds, SECONDS_PER_HOUR))


@register.filter
def day(value: date | None) -> str:
    """`2. februar 2027`; empty where there is none."""
    return notation().day(_here(value)) if value else ""


@register.filter
def short_day(value: date) -> str:
    """`tir. 2. feb.`."""
    return notation().short_day(_here(value))


@register.filter
def weekday(value: date) -> str:
    """`tirsdag`."""
    return notation().weekday(_here(value))


@register.filter
def month_name(value: date) -> str:
    """`Februar 2027`."""
    return notation().month(_here(value))


@register.filter
def clock(value: datetime) -> str:
    """`08.30`."""
    return notation().clock(timezone.localtime(value))


@register.filter
def moment(value: datetime | None) -> str:
    """`2. februar 2027 08.30`; empty where there is none."""
    return f"{day(value)} {clock(value)}" if value else ""


@register.filter
def until(start: datetime, end: datetime) -> str:
    """`tir. 2. feb. 08.30–16.00`: the day named once where it is one day."""
    return notation().span(timezone.localtime(start), timezone.localtime(end))


@register.simple_tag
def span(start: datetime, end: datetime) -> str:
    """As `until`."""
    return until(start, end)


@register.filter
def spoken(said: Mapping[str, object]) -> object:
    """What is stored in both languages, in the page's."""
    return said.get(language().value) or said.get("da", "")


def _here(value: date) -> date:
    return timezone.localdate(value) if isinstance(value, datetime) else value
