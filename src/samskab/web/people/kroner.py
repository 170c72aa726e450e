"""Amounts in kroner, as people write them, to øre and back."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from samskab.common.money import kr_from_oere, oere_from_kr
from samskab.planner.folder.limits import LARGEST
from samskab.planner.folder.numbers import number_of
from samskab.telling.language import Language
from samskab.web.notation import language, notation


def shown(oere: int) -> str:
    """An amount with its currency, in the language of the page."""
    return notation().kr_to_the_oere(oere)


def written(oere: int, *, danish: bool) -> str:
    """An amount as a cell or a field has it: kroner, decimals where there are øre."""
    kroner = kr_from_oere(oere)
    text = f"{kroner:f}" if oere % 100 else f"{int(kroner)}"
    return text.replace(".", ",") if danish else text


class KronerField(forms.CharField):
    """Kroner in, øre out; decimals with a comma in Danish, with a point in English."""

    def prepare_value(self, value: object) -> object:
        """Øre of a row as kroner; what the user wrote as it is."""
        danish = language() is Language.DANISH
        return written(value, danish=danish) if isinstance(value, int) else value

    def clean(self, value: object) -> object:
        """The amount in øre.

        Raises:
            ValidationError: it is none.
        """
        text = str(super().clean(value)).replace("\N{NO-BREAK SPACE}", "").replace(" ", "")
        text = text.removesuffix("kr.").removesuffix("kr")
        number = number_of(text, semicolons=language() is Language.DANISH)
        if not isinstance(number, Decimal):
            raise forms.ValidationError(
                _("“%(text)s” is no amount: write kroner, such as 412.50."), params={"text": text}
            )
        if not 0 <= number <= LARGEST:
            raise forms.ValidationError(_("The amount must be 0 or more, and below ten billion."))
        return oere_from_kr(number)
