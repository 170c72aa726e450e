"""The language of the page, as those who tell of faults and figures know it."""

from django.utils.translation import get_language

from samskab.telling.language import Language


def language() -> Language:
    """Danish or English."""
    return Language.DANISH if (get_language() or "").startswith("da") else Language.ENGLISH
