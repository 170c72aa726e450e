"""A field for kroner, written as people write them; what it gives is whole øre."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samskab.telling.language import Language
from samskab.web.notation import language, typed_kroner

THOUSANDS, DECIMALS = {"da": ".", "en": ","}, {"da": ",", "en": "."}
MOST_OERE = 10**13
CURRENCY = re.compile(r"^(dkk|kr\.?)|(dkk|kr\.?)$", re.IGNORECASE)


class KronerField(forms.Field):
    """1250000, 1.250.000 or 1.250.000,50 in Danish; with comma and point swapped in English."""

    def to_python(self, value: object) -> int | None:
        """Whole øre, None where nothing was typed.

        Raises:
            ValidationError: it is no amount of zero or more.
        """
        text = "".join(str(value or "").split())
        if not text:
            return None
        oere = oere_typed(CURRENCY.sub("", text), language())
        if oere is None or oere > MOST_OERE:
            raise ValidationError(
                _("“%(text)s” is no amount in kroner: write for instance %(example)s."),
                params={"text": str(value)[:40], "example": typed_kroner(25_000_000)},
            )
        return oere

    def prepare_value(self, value: object) -> object:
        """Øre as somebody would type them; what was typed stays as it is."""
        return typed_kroner(value) if isinstance(value, int) else value


def oere_typed(text: str, spoken: Language) -> int | None:
    """Whole øre of an amount typed in a language; None where it is none."""
    point, comma = re.escape(THOUSANDS[spoken]), re.escape(DECIMALS[spoken])
    form = rf"([0-9]{{1,3}}(?:{point}[0-9]{{3}})+|[0-9]+)(?:{comma}([0-9]{{1,2}}))?"
    found = re.fullmatch(form, text)
    if found is None:
        return None
    kroner = found[1].replace(THOUSANDS[spoken], "")
    return int(kroner + (found[2] or "").ljust(2, "0"))
