"""A plan that was told to everybody, and what telling it would change."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from samskab.web.invitations.enums import PreparationState
from samskab.web.plans.models import Plan
from samskab.web.programmes.models import Programme


class Publication(models.Model):
    """A plan told to everybody; `account` is what was told (published.json of the folder door)."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="publications")
    plan = models.ForeignKey(Plan, models.PROTECT, related_name="publications")
    number = models.PositiveIntegerField()
    account = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "number"], name="a_publication_once")
        ]

    def __str__(self) -> str:
        return f"{self.programme} {self.number}"


class Preparation(models.Model):
    """What publishing a plan would tell, worked out for somebody to confirm.

    Attributes:
        site: how the address of every page begins, for links in mails.
        claimed_at: a worker is at it; one that was killed leaves it to the next.
        told: a list of [person's row, module's title, change, start], in the order of people.
        counts: how many are new, changed and cancelled.
        refusals, notes: sentences, {da, en}: why it cannot be published; what else to know.
        digest: of what is told; publishing tells this or asks again.
        asked_again: what is told changed after it was confirmed.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="preparations")
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="preparations")
    state = models.CharField(
        max_length=10, choices=PreparationState.choices, default=PreparationState.WORKING
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    site = models.CharField(max_length=200)
    claimed_at = models.DateTimeField(null=True)
    told = models.JSONField(default=list)
    counts = models.JSONField(default=dict)
    refusals = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    digest = models.CharField(max_length=64, blank=True)
    asked_again = models.BooleanField(default=False)
    publication = models.OneToOneField(
        Publication, models.SET_NULL, null=True, related_name="preparation"
    )

    class Meta:
        ordering: ClassVar = ["-id"]
        indexes: ClassVar = [models.Index(fields=["state", "id"], name="preparations_to_do")]

    def __str__(self) -> str:
        return f"{self.plan}: {self.get_state_display()}"
