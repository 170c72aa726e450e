"""Writing a commission, and choosing whom to ask."""

from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.models import Organisation
from samskab.web.commissions.amounts import KronerField
from samskab.web.commissions.models import Commission
from samskab.web.commissions.queries import WANTED_TEXTS

LONGEST_TEXT = 10_000
MOST_PEOPLE = 100_000
LONGEST_PERIOD = timedelta(days=3650)
HELP: dict[str, Promise] = {
    "title": _("A few words that you and the providers will know it by."),
    "change": _("What should leaders and their people do differently afterwards?"),
    "service_result": _("What will citizens notice? Name a service and what gets better in it."),
    "budget_result": _("Where does it show in the budget, and by about how much?"),
    "measurement": _("Which figures do you have today, and when do you look at them again?"),
    "audience": _("Which leaders, of which units, in which situation?"),
    "tried": _(
        "What has been tried before, and what came of it? It spares everybody a repetition."
    ),
}


def _text(rows: int = 4) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows, "maxlength": LONGEST_TEXT})


def _day() -> forms.DateInput:
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class CommissionForm(forms.ModelForm[Commission]):
    """A need in the municipality's own words; a draft may still lack some of them."""

    budget_oere = KronerField(
        label=_("Budget in kroner"),
        help_text=_("What you can spend on the programme, without the leaders' own hours."),
    )

    people_count = forms.IntegerField(
        label=_("How many people?"),
        min_value=1,
        max_value=MOST_PEOPLE,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )

    class Meta:
        model = Commission
        fields = (
            "title",
            "change",
            "service_result",
            "budget_result",
            "measurement",
            "audience",
            "people_count",
            "first_day",
            "last_day",
            "budget_oere",
            "tried",
        )
        help_texts = HELP
        widgets: ClassVar = {
            "change": _text(),
            "service_result": _text(),
            "budget_result": _text(3),
            "measurement": _text(),
            "audience": _text(3),
            "tried": _text(3),
            "first_day": _day(),
            "last_day": _day(),
        }

    def allow_gaps(self) -> None:
        """Let texts be empty: nobody is asked yet."""
        for name in WANTED_TEXTS:
            self.fields[name].required = False

    @property
    def the_change(self) -> list[forms.BoundField]:
        """Which change, and how it shows."""
        return [self[name] for name in self.Meta.fields[:5]]

    @property
    def the_people(self) -> list[forms.BoundField]:
        """For whom, and when."""
        return [self[name] for name in self.Meta.fields[5:9]]

    @property
    def the_means(self) -> list[forms.BoundField]:
        """For how much, and after what."""
        return [self[name] for name in self.Meta.fields[9:]]

    def clean(self) -> dict[str, Any]:
        """A period runs forwards, and no longer than a programme can."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("The last day is before the first: change one of them."))
        elif first and last and last - first > LONGEST_PERIOD:
            self.add_error(
                "last_day", _("The period is longer than ten years: choose an earlier last day.")
            )
        return cleaned


class AskForm(forms.Form):
    """Which providers are asked."""

    providers: forms.ModelMultipleChoiceField[Organisation] = forms.ModelMultipleChoiceField(
        Organisation.objects.none(),
        label=_("Providers"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one provider to ask.")},
    )

    def offer(self, providers: QuerySet[Organisation]) -> None:
        """Choose among these."""
        field = self.fields["providers"]
        if isinstance(field, forms.ModelMultipleChoiceField):
            field.queryset = providers
