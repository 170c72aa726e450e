"""What the planner is asked, as forms."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskab.web.plans.queries import module_titles
from samskab.web.programmes.models import Programme

SECONDS = (
    (30, _("30 seconds: a first look")),
    (60, _("1 minute")),
    (300, _("5 minutes")),
    (1800, _("30 minutes: for the plan that is published")),
)
VARIANTS = 3
MOST_SEED = 2**31 - 1


class StartForm(forms.Form):
    """How long to plan, and from which seed."""

    seconds = forms.TypedChoiceField(
        label=_("How long?"),
        choices=SECONDS,
        coerce=int,
        initial=60,
        help_text=_(
            "The longer, the cheaper the plan, and the closer the proof of how good it is."
        ),
    )
    seed = forms.IntegerField(
        label=_("Seed"),
        initial=0,
        min_value=0,
        max_value=MOST_SEED,
        help_text=_("Another number is another search: leave 0 where you have no reason."),
    )


class MendForm(forms.Form):
    """How long to look for the re-plan that moves fewest."""

    seconds = forms.TypedChoiceField(
        label=_("How long?"), choices=SECONDS[:3], coerce=int, initial=30
    )


class SearchForm(forms.Form):
    """Whom to look for."""

    q = forms.CharField(label=_("Name or unit"), required=False, max_length=200)


class VariantsForm(forms.Form):
    """Up to three variants, each of one setting and its value, or written out."""

    seconds = forms.TypedChoiceField(
        label=_("How long for each?"), choices=SECONDS[:3], coerce=int, initial=30
    )
    more = forms.CharField(
        label=_("Other variants, one a line"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
        help_text=_(
            "Settings of the programme's text with commas between them, such as"
            " rules.max_days_per_week=3,prices.unserved=30000."
        ),
    )

    def __init__(self, *args: Any, programme: Programme, **kwargs: Any) -> None:  # noqa: ANN401
        super().__init__(*args, **kwargs)
        choices = [("", "–"), *settings_of(programme)]
        rows: dict[str, forms.Field] = {}
        for number in range(1, VARIANTS + 1):
            rows[f"setting_{number}"] = forms.ChoiceField(
                label=_("What is changed"),
                choices=choices,
                required=False,
            )
            rows[f"value_{number}"] = forms.CharField(
                label=_("To which value"),
                required=False,
                max_length=200,
            )
        self.fields = rows | self.fields

    @property
    def pairs(self) -> Iterator[tuple[forms.BoundField, forms.BoundField]]:
        """Setting and value of each variant."""
        for number in range(1, VARIANTS + 1):
            yield self[f"setting_{number}"], self[f"value_{number}"]

    def clean(self) -> dict[str, Any]:
        """A setting has a value, and there is one variant at least."""
        given = super().clean() or {}
        variants = []
        for number in range(1, VARIANTS + 1):
            setting, value = given.get(f"setting_{number}"), given.get(f"value_{number}", "")
            if setting and not value:
                self.add_error(f"value_{number}", _("Write the value that the setting is to have."))
            elif value and not setting:
                self.add_error(f"setting_{number}", _("Choose the setting that has this value."))
            elif setting:
                variants.append(f"{setting}={value}")
        variants += [line.strip() for line in given.get("more", "").splitlines() if line.strip()]
        if not variants and not self.errors:
            raise forms.ValidationError(_("Give one variant at least: a setting and its value."))
        if len(variants) > 2 * VARIANTS:
            raise forms.ValidationError(
                _("These are %(count)d variants: compare %(most)d at most at a time.")
                % {"count": len(variants), "most": 2 * VARIANTS}
            )
        given["variants"] = variants
        return given


def settings_of(programme: Programme) -> list[tuple[str, str]]:
    """The settings that are varied most, by their names in the programme's text."""
    of_all = (
        ("rules.max_days_per_week", _("days a person may have in seven days")),
        ("rules.max_away_per_unit", _("people of a unit who may be away at once, or a share")),
        ("rules.parallel_sessions", _("sessions at the same time")),
        ("rules.max_displaced_hours", _("hours of meetings that one person may lose")),
        ("prices.unserved", _("kroner that a need left out counts for")),
        ("last_day", _("last day, such as 2027-06-30")),
    )
    of_each = (
        ("group_max", _("people in a group at most")),
        ("group_min", _("people in a group at least")),
        ("format", _("in_person or online")),
    )
    return [(name, f"{says} ({name})") for name, says in of_all] + [
        (f"modules.{key}.{name}", f"{title}: {says}")
        for key, title in module_titles(programme)
        for name, says in of_each
    ]
