"""What is told of a new key."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.enums import Role
from samskab.web.api.enums import ROLES_FOR, Scope

LIFETIMES = [(30, _("30 days")), (90, _("90 days")), (365, _("one year"))]


class TokenForm(forms.Form):
    """Name, scopes and lifetime; only scopes that the maker's roles reach are offered."""

    name = forms.CharField(label=_("What is it for?"), max_length=100)
    scopes = forms.MultipleChoiceField(label=_("It may"), widget=forms.CheckboxSelectMultiple)
    days = forms.TypedChoiceField(label=_("It works for"), choices=LIFETIMES, coerce=int)

    def __init__(self, data: Mapping[str, Any] | None = None, *, roles: frozenset[Role]) -> None:
        super().__init__(data)
        choices: Any = self.fields["scopes"]
        choices.choices = [
            (scope.value, scope.label) for scope in Scope if ROLES_FOR[scope] & roles
        ]

    @property
    def chosen(self) -> list[Scope]:
        """The scopes, once the form is valid."""
        return [Scope(scope) for scope in self.cleaned_data["scopes"]]
