"""What an administrator and who is invited fill in."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth.password_validation import (
    password_validators_help_texts,
    validate_password,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.enums import OrganisationKind, Role
from samskab.web.accounts.models import User

Data = Mapping[str, Any] | None
ROLES_OF: dict[str, list[Role]] = {
    OrganisationKind.MUNICIPALITY: [role for role in Role if role != Role.PROVIDER],
    OrganisationKind.PROVIDER: [
        Role.PROVIDER,
        Role.FACILITATOR,
        Role.AUDITOR,
        Role.ADMINISTRATOR,
    ],
}


class RolesForm(forms.Form):
    """What somebody is in an organisation of one kind."""

    roles = forms.MultipleChoiceField(
        label=_("Roles"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose a role at least: without one there is nothing to see.")
        },
    )

    def __init__(
        self,
        data: Data = None,
        *,
        kind: str,
        held: frozenset[Role] = frozenset(),
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=initial)
        offered = [role for role in Role if role in held or role in ROLES_OF[kind]]
        choices: Any = self.fields["roles"]
        choices.choices = [(role.value, role.label.capitalize()) for role in offered]

    @property
    def chosen(self) -> list[Role]:
        """The roles, once the form is valid."""
        return [Role(role) for role in self.cleaned_data["roles"]]


class InviteForm(RolesForm):
    """To whom, as what."""

    email = forms.EmailField(label=_("E-mail"), max_length=254)
    field_order = ("email", "roles")

    def clean_email(self) -> str:
        """In small letters: allauth finds users by those."""
        email: str = self.cleaned_data["email"]
        return email.lower()


class NewUserForm(forms.Form):
    """Name and password of who is invited."""

    name = forms.CharField(label=_("Your name"), max_length=200)
    password = forms.CharField(
        label=_("Choose a password"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )
    again = forms.CharField(
        label=_("The password again"),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )

    def __init__(self, data: Data = None, *, email: str) -> None:
        super().__init__(data)
        self.email = email
        self.fields["password"].help_text = " ".join(password_validators_help_texts())

    def clean(self) -> dict[str, Any]:
        """The password twice, and good enough."""
        cleaned = super().clean() or {}
        password = cleaned.get("password")
        if not password:
            return cleaned
        if password != cleaned.get("again"):
            self.add_error("again", _("The two passwords are not the same: write them again."))
        try:
            validate_password(password, User(email=self.email, name=cleaned.get("name", "")))
        except ValidationError as fault:
            self.add_error("password", fault)
        return cleaned


class ConfirmForm(forms.Form):
    """A yes, for what cannot be undone by one click."""

    confirm = forms.BooleanField(label=_("Yes, I am sure"))
