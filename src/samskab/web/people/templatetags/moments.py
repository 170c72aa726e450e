"""Days and moments in templates: `{% load moments %}`."""

from datetime import date, datetime

from django import template
from django.utils import timezone

from samskab.telling.notation import Notation
from samskab.web.people.language import language

register = template.Library()


@register.filter
def day(value: date | None) -> str:
    """`2. februar 2027`; empty where there is none."""
    return Notation(language()).day(value) if value else ""


@register.filter
def moment(value: datetime | None) -> str:
    """`2. februar 2027 08.30`, on the clock of the site; empty where there is none."""
    if not value:
        return ""
    notation, here = Notation(language()), timezone.localtime(value)
    return f"{notation.day(here)} {notation.clock(here)}"
