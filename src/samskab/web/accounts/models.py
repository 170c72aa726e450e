"""Users, organisations, and who is what in which."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.enums import OrganisationKind, Role


class Users(BaseUserManager["User"]):
    """Finds users by their address, in any case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """The user who logs in by this address."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """Somebody who can log in, by a mail address."""

    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(_("name"), max_length=200)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]
    objects = Users()

    class Meta:
        """An address once, in any case."""

        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="one_user_for_each_address")
        ]

    def __str__(self) -> str:
        return self.name or self.email


class Organisation(models.Model):
    """A municipality or a training provider."""

    name = models.CharField(_("name"), max_length=200)
    slug = models.SlugField(_("short name in addresses"), unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganisationKind.choices)

    class Meta:
        """By name."""

        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """One role of one user in one organisation."""

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)

    class Meta:
        """A role once."""

        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "organisation", "role"], name="a_role_once")
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}, {self.organisation}"
