"""Amounts, days and clock times in the reader's notation."""

from collections.abc import Mapping
from datetime import date, datetime
from fractions import Fraction

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from samskab.telling.language import Language
from samskab.telling.notation import Notation

register = template.Library()
SECONDS_PER_HOUR = 3600


def notation() -> Notation:
    """Of the reader's language."""
    return Notation(Language(get_language() or Language.DANISH))


@register.filter
def kr(oere: int) -> str:
    """An amount in whole kroner."""
    return notation().kr(oere)


@register.filter
def kr_at_least(oere: int) -> str:
    """An amount rounded down."""
    return notation().kr_at_least(oere)


@register.filter
def hours(seconds: int) -> str:
    """Hours with one decimal."""
    return notation().hours(seconds)


@register.filter
def count(number: int) -> str:
    """A whole number with its thousands parted."""
    return notation().number(number)


@register.filter
def whole_hours(seconds: int) -> str:
    """Hours without decimals."""
    return notation().number(Fraction(seconds, SECONDS_PER_HOUR))


@register.filter
def long_day(day: date) -> str:
    """`2. februar 2027`."""
    return notation().day(_local(day))


@register.filter
def short_day(day: date) -> str:
    """`tir. 2. feb.`."""
    return notation().short_day(_local(day))


@register.filter
def month_name(day: date) -> str:
    """`Februar 2027`."""
    return notation().month(_local(day))


@register.filter
def clock(moment: datetime) -> str:
    """`08.30`."""
    return notation().clock(timezone.localtime(moment))


@register.filter
def moment(instant: datetime) -> str:
    """`2. februar 2027 08.30`."""
    local = timezone.localtime(instant)
    return f"{notation().day(local)} {notation().clock(local)}"


@register.simple_tag
def span(start: datetime, end: datetime) -> str:
    """From when to when, the day named once where it is one day."""
    return notation().span(timezone.localtime(start), timezone.localtime(end))


@register.filter
def spoken(said: Mapping[str, object]) -> object:
    """What is stored in both languages, in the reader's."""
    return said.get(notation().language.value, "")


def _local(day: date) -> date:
    return timezone.localtime(day) if isinstance(day, datetime) else day
