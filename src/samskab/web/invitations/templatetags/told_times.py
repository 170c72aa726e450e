"""Times as people say them, in the language of the page."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from samskab.telling.language import Language
from samskab.telling.notation import Notation

register = template.Library()


def _notation() -> Notation:
    return Notation(Language.DANISH if get_language() == "da" else Language.ENGLISH)


@register.filter
def until(start: datetime, end: datetime) -> str:
    """From when to when: `tir. 2. feb. 08.30–16.00`."""
    return _notation().span(timezone.localtime(start), timezone.localtime(end))


@register.filter
def weekday(moment: datetime) -> str:
    """`tirsdag`."""
    return _notation().weekday(timezone.localtime(moment).date())


@register.filter
def full_day(moment: datetime) -> str:
    """`2. februar 2027`."""
    return _notation().day(timezone.localtime(moment).date())


@register.filter
def clock(moment: datetime) -> str:
    """`08.30`."""
    return _notation().clock(timezone.localtime(moment))


@register.filter
def moment(at: datetime) -> str:
    """`2. februar 2027 08.30`."""
    return f"{full_day(at)} {clock(at)}"


@register.filter
def spoken(sentence: dict[str, str]) -> str:
    """One of `{da, en}`: what the page speaks."""
    return sentence.get(get_language() or "da") or sentence.get("da", "")


@register.filter
def amount(oere: int) -> str:
    """`1.200 kr.`, with a sign."""
    shown = _notation().kr(abs(oere))
    return f"−{shown}" if oere < 0 else f"+{shown}" if oere else shown
