"""A provider's answer: its price, its modules, or a no; and a municipality's choice."""

import re
from collections.abc import Sequence
from functools import partial
from typing import cast

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from samskab.planner.model.programme import Format
from samskab.web.commissions.amounts import KronerField
from samskab.web.programmes.models import Offer
from samskab.web.programmes.offer_text import DraftModule

LONGEST_TEXT = 10_000
MOST_MODULES = 30
BLANK_ROWS = 3
MOST_IN_GROUP = 10_000
LENGTHS = (
    (1, _("a half-day")),
    (2, _("a day")),
    (4, _("two days in a row")),
)
FORMATS = ((Format.IN_PERSON.value, _("in person")), (Format.ONLINE.value, _("online")))


COUNT = partial(forms.IntegerField, min_value=1, max_value=MOST_IN_GROUP)


class ModuleForm(forms.Form):
    """One module of a draft programme; its number is its place on the page."""

    id = forms.CharField(widget=forms.HiddenInput, required=False, max_length=100)
    title = forms.CharField(label=_("Title"), max_length=200)
    format = forms.ChoiceField(label=_("Held"), choices=FORMATS, initial=Format.IN_PERSON.value)
    half_days = forms.TypedChoiceField(label=_("Length"), choices=LENGTHS, coerce=int, initial=2)
    group_min = COUNT(label=_("Smallest group"), initial=6)
    group_max = COUNT(label=_("Largest group"), initial=16)
    after = forms.CharField(
        label=_("Comes after module number"),
        help_text=_("For instance 1, or 1, 2; empty: at any time."),
        required=False,
        max_length=100,
    )

    def clean_after(self) -> tuple[int, ...]:
        """Numbers of modules, each once.

        Raises:
            ValidationError: something else than numbers stands there.
        """
        parts = [part for part in re.split(r"[\s,;]+", self.cleaned_data["after"]) if part]
        if not all(re.fullmatch("[0-9]{1,3}", part) for part in parts):
            raise ValidationError(_("Write numbers of modules with commas between, such as 1, 2."))
        return tuple(dict.fromkeys(int(part) for part in parts))


class BaseModules(forms.BaseFormSet[ModuleForm]):
    """The modules of an answer, in their order; rows left as they are count for nothing."""

    def add_fields(self, form: ModuleForm, index: int | None) -> None:
        """A row can be removed."""
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("Remove module")

    def clean(self) -> None:
        """At least one module, each after modules that are there.

        Raises:
            ValidationError: there is no module.
        """
        if any(self.errors):
            return
        filled = self._filled()
        if not filled:
            raise ValidationError(_("Enter at least one module: a draft without any says nothing."))
        for number, form in filled.items():
            for other in form.cleaned_data["after"]:
                if other not in filled:
                    form.add_error(
                        "after",
                        _("There is no module %(other)s here: name one that is filled in.")
                        % {"other": other},
                    )
                elif other == number:
                    form.add_error("after", _("A module cannot come after itself."))

    def _filled(self) -> dict[int, ModuleForm]:
        """The rows that count, by their numbers on the page."""
        kept = self.initial_form_count()
        return {
            number: form
            for number, form in enumerate(self.forms, 1)
            if (number <= kept or form.has_changed()) and not form.cleaned_data.get("DELETE")
        }

    def modules(self) -> list[DraftModule]:
        """What was entered, numbered anew without the rows that count for nothing."""
        filled = self._filled()
        anew = {number: place for place, number in enumerate(filled, 1)}
        return [
            DraftModule(
                title=form.cleaned_data["title"],
                format=Format(form.cleaned_data["format"]),
                half_days=form.cleaned_data["half_days"],
                group_min=form.cleaned_data["group_min"],
                group_max=form.cleaned_data["group_max"],
                after=tuple(anew[number] for number in form.cleaned_data["after"]),
                id=form.cleaned_data["id"],
            )
            for number, form in filled.items()
        ]


ModuleFormSet = cast(
    "type[BaseModules]",
    forms.formset_factory(
        ModuleForm,
        formset=BaseModules,
        extra=BLANK_ROWS,
        can_delete=True,
        max_num=MOST_MODULES,
        absolute_max=MOST_MODULES,
    ),
)


def rows_of(modules: Sequence[DraftModule]) -> list[dict[str, object]]:
    """What the rows of modules begin with."""
    return [
        {
            "title": module.title,
            "format": module.format.value,
            "half_days": module.half_days,
            "group_min": module.group_min,
            "group_max": module.group_max,
            "after": ", ".join(map(str, module.after)),
            "id": module.id,
        }
        for module in modules
    ]


class OfferForm(forms.Form):
    """What it costs, and a word to the municipality.

    `revision` is that of the draft when the page was opened; 0 where there was none.
    """

    revision = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    price_oere = KronerField(
        label=_("Price in kroner"),
        help_text=_("For everybody and everything: preparation, teaching, materials, your travel."),
    )
    message = forms.CharField(
        label=_("To the municipality"),
        help_text=_("How does this lead to the change they want, and how will they see it?"),
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=LONGEST_TEXT,
        required=False,
    )


class DeclineForm(forms.Form):
    """A no, and why."""

    reason = forms.CharField(
        label=_("Why do you decline?"),
        help_text=_("The municipality reads it; it helps them to ask better next time."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST_TEXT,
        error_messages={"required": _("Say why: the municipality cannot learn from a bare no.")},
    )


class ChoiceForm(forms.Form):
    """One of the answers, and why."""

    offer: forms.ModelChoiceField[Offer] = forms.ModelChoiceField(
        Offer.objects.none(),
        label=_("Which answer do you choose?"),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Choose one of the answers.")},
    )
    reason = forms.CharField(
        label=_("Why this one?"),
        help_text=_("It is kept with the commission. No provider sees it."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=LONGEST_TEXT,
        error_messages={
            "required": _("Say why: whoever asks later must be able to see what decided it.")
        },
    )

    def among(self, offers: QuerySet[Offer]) -> None:
        """Choose among these."""
        field = self.fields["offer"]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = offers
