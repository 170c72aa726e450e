"""Amounts in templates: `{% load kroner %}`."""

from django import template

from samskab.web.people.kroner import shown

register = template.Library()


@register.filter
def kroner(oere: int) -> str:
    """Øre as an amount with its currency, in the language of the page."""
    return shown(oere)
