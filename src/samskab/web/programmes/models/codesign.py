"""What both sides say of a programme before they sign it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.models import Organisation
from samskab.web.programmes.enums import ProposalState
from samskab.web.programmes.models.programme import Programme, Revision


class Comment(models.Model):
    """Said of one place of a programme: a setting such as `modules.m1.group_max`, or all of it.

    Attributes:
        answers: the comment that began the thread; None for that one.
        settled_at: of the thread, on the comment that began it.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="comments")
    answers = models.ForeignKey("self", models.CASCADE, null=True, related_name="answered_by")
    place = models.CharField(max_length=200, blank=True)
    text = models.TextField(_("comment"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.text[:60]


class Proposal(models.Model):
    """Another value for one setting; taking it makes a revision.

    Attributes:
        place: the setting's name, such as `modules.m1.group_max`.
        value: as TOML writes it; empty takes the key out.
        base: as TOML writes it, what it was when this was proposed.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="proposals")
    place = models.CharField(max_length=200)
    value = models.TextField(blank=True)
    base = models.TextField(blank=True)
    reason = models.TextField(_("why?"), blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(
        max_length=10, choices=ProposalState.choices, default=ProposalState.OPEN
    )
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return f"{self.place} = {self.value}"


class Signature(models.Model):
    """One side signs one revision; two signatures lock it."""

    revision = models.ForeignKey(Revision, models.PROTECT, related_name="signatures")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    name = models.CharField(_("signed by"), max_length=200)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["revision", "organisation"], name="signed_once")
        ]

    def __str__(self) -> str:
        return f"{self.revision}: {self.organisation}"


class Reopening(models.Model):
    """One side asks to open a signed programme again; it is opened when both do."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="reopenings")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    reason = models.TextField(_("why?"), blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "organisation"], name="asked_to_reopen_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.programme}: {self.organisation}"
