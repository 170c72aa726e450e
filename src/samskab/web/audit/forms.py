"""The filter of the account."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskab.web.audit.queries import Filter
from samskab.web.audit.words import words_for


class FilterForm(forms.Form):
    """Every field may be left empty."""

    action = forms.ChoiceField(label=_("What"), required=False)
    first_day = forms.DateField(
        label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    last_day = forms.DateField(
        label=_("To"), required=False, widget=forms.DateInput(attrs={"type": "date"})
    )

    def __init__(self, data: Mapping[str, Any] | None = None, *, codes: list[str]) -> None:
        super().__init__(data)
        choice: Any = self.fields["action"]
        worded = sorted((words_for(code).capitalize(), code) for code in codes)
        choice.choices = [("", _("Everything")), *((code, words) for words, code in worded)]

    def clean_last_day(self) -> date | None:
        """A last day that has a day after it."""
        day: date | None = self.cleaned_data["last_day"]
        return None if day == date.max else day

    @property
    def wanted(self) -> Filter:
        """The filter, of the fields that can be read."""
        told = self.cleaned_data if self.is_valid() else {}
        return Filter(told.get("action", ""), told.get("first_day"), told.get("last_day"))
