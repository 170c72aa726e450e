"""Form fields for settings: what people write, turned into what TOML says, and back.

Each `shown` turns a setting into what stands in the field; what `clean` gives is the setting, None
where the field is empty: then the engine's default holds. The reader of folders is what judges it.
"""

# ruff: noqa: ANN401 (what Django's fields take and give)

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samskab.web.notation import notation
from samskab.web.programmes.design_words import FORMATS, LENGTHS

LONGEST = 300
MOST_DIGITS = 12
NUMBER = re.compile(rf"[+-]?[0-9]{{1,{MOST_DIGITS}}}(?:[.,][0-9]{{1,6}})?")
GROUPED = {
    True: re.compile(r"[0-9]{1,3}(?:[. ][0-9]{3})+(?:,[0-9]{1,6})?"),
    False: re.compile(r"[0-9]{1,3}(?:[, ][0-9]{3})+(?:\.[0-9]{1,6})?"),
}
WRONG_NUMBER = _("“%(text)s” is no number: write figures only, such as 12 or 12.5.")
WRONG_WHOLE = _("“%(text)s” is no whole number: write figures only, such as 12.")


class TextSetting(forms.CharField):
    """A line of text."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=LONGEST, **{"required": False} | options)

    def shown(self, value: object) -> object:
        """The text."""
        return "" if value is None else value

    def clean(self, value: Any) -> Any:
        """The text; None where it is empty."""
        return super().clean(value) or None


class DaySetting(forms.DateField):
    """A day."""

    def __init__(self, **options: Any) -> None:
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, **{"required": False} | options)

    def shown(self, value: object) -> object:
        """The day; as text where a text says it."""
        return value


class NumberSetting(forms.CharField):
    """A number, with a decimal comma or point, and thousands as the language parts them."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=30, **{"required": False} | options)
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off"}

    def shown(self, value: object) -> object:
        """The number as the language writes it, without points between thousands."""
        if not isinstance(value, Decimal):
            return "" if value is None else str(value)
        return f"{value:f}".replace(".", ",") if notation().is_danish else f"{value:f}"

    def clean(self, value: Any) -> Any:
        """An int where it is whole, else exact; None where the field is empty."""
        text = str(super().clean(value) or "").replace("\N{NO-BREAK SPACE}", " ").strip()
        return number_of(text, WRONG_NUMBER) if text else None


class WholeSetting(NumberSetting):
    """A whole number."""

    def clean(self, value: Any) -> Any:
        """The number; None where the field is empty."""
        number = super().clean(value)
        if isinstance(number, Decimal):
            raise ValidationError(WRONG_WHOLE, params={"text": value})
        return number


class AwaySetting(NumberSetting):
    """A number of people, or a share of a unit in per cent."""

    def shown(self, value: object) -> object:
        """`3`, or `25 %`."""
        if isinstance(value, Decimal):
            return f"{super().shown((value * 100).normalize())} %"
        return super().shown(value)

    def clean(self, value: Any) -> Any:
        """An int counts people, a decimal is a share."""
        text = str(value or "").strip()
        if not text.endswith("%"):
            number = super().clean(text)
            if isinstance(number, Decimal):
                raise ValidationError(
                    _("“%(text)s” is neither people nor a share: write 3, or 25 %%."),
                    params={"text": text},
                )
            return number
        share = Decimal(super().clean(text[:-1]) or 0) / 100
        return share if share.as_tuple().exponent else share.quantize(Decimal("0.1"))


class FormatSetting(forms.ChoiceField):
    """In person or online."""

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=list(FORMATS.items()), **options)

    def shown(self, value: object) -> object:
        """As it is."""
        return value


class LengthSetting(forms.TypedChoiceField):
    """Half a day, a day, two days."""

    def __init__(self, **options: Any) -> None:
        super().__init__(choices=list(LENGTHS.items()), coerce=int, **options)

    def shown(self, value: object) -> object:
        """As it is."""
        return value


class ModulesSetting(forms.MultipleChoiceField):
    """Some of the programme's modules."""

    def __init__(self, modules: Sequence[tuple[str, str]], **options: Any) -> None:
        widget = forms.CheckboxSelectMultiple
        super().__init__(choices=modules, widget=widget, required=False, **options)

    def shown(self, value: object) -> object:
        """Their ids."""
        return value or []

    def clean(self, value: Any) -> Any:
        """Their ids; None where there are none."""
        return super().clean(value) or None


class LinesSetting(forms.CharField):
    """Texts, one on each line."""

    def __init__(self, **options: Any) -> None:
        widget = forms.Textarea(attrs={"rows": 3})
        super().__init__(max_length=2000, required=False, widget=widget, **options)

    def shown(self, value: object) -> object:
        """A line each."""
        return "\n".join(str(one) for one in value) if isinstance(value, list) else ""

    def clean(self, value: Any) -> Any:
        """The lines that say something; None where there are none."""
        lines = [line.strip() for line in str(super().clean(value)).splitlines()]
        return list(dict.fromkeys(line for line in lines if line)) or None


def number_of(text: str, wrong: object) -> int | Decimal:
    """The number that a text says, as Danish or English readers write it.

    Raises:
        ValidationError: it says none.
    """
    is_danish = notation().is_danish
    if GROUPED[is_danish].fullmatch(text):
        text = text.replace("." if is_danish else ",", "").replace(" ", "")
    if not NUMBER.fullmatch(text):
        raise ValidationError(wrong, params={"text": text})  # type: ignore[arg-type]
    number = Decimal(text.replace(",", "."))
    return int(number) if number.as_tuple().exponent == 0 else number


def closures(value: object) -> list[tuple[object, object, str]]:
    """Rows of closed days: first, last, why."""
    rows: list[tuple[object, object, str]] = []
    for one in value if isinstance(value, list) else ():
        if isinstance(one, dict):
            rows.append((one.get("from"), one.get("to"), str(one.get("why", ""))))
        else:
            rows.append((one, None, ""))
    return rows


def closure(first: date, last: date | None, why: str) -> object:
    """One closure as TOML says it: a day alone where that is all."""
    if not why and last in {None, first}:
        return first
    found: dict[str, object] = {"from": first}
    if last is not None:
        found["to"] = last
    return found | ({"why": why} if why else {})
