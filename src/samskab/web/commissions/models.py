"""What a municipality needs, and which providers it asks."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.models import Organisation
from samskab.web.commissions.enums import CommissionState


class Commission(models.Model):
    """A need, not an order from a catalogue.

    Attributes:
        chosen: the inquiry whose answer was chosen, with the reason.
    """

    municipality = models.ForeignKey(Organisation, models.CASCADE, related_name="commissions")
    title = models.CharField(_("title"), max_length=200)
    change = models.TextField(_("which change do you want?"))
    service_result = models.TextField(_("which result in service do you expect?"))
    budget_result = models.TextField(_("which result on the budget do you expect?"))
    measurement = models.TextField(_("how will it be measured?"))
    audience = models.TextField(_("who is it for?"))
    people_count = models.PositiveIntegerField(_("how many people?"))
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    budget_oere = models.BigIntegerField(_("budget"))
    tried = models.TextField(_("what has been tried?"), blank=True)
    state = models.CharField(
        max_length=10, choices=CommissionState.choices, default=CommissionState.DRAFT
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    chosen = models.ForeignKey("Inquiry", models.PROTECT, null=True, related_name="+")
    reason = models.TextField(_("why this provider?"), blank=True)
    chosen_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(first_day__lte=models.F("last_day")), name="a_period_is_forwards"
            ),
            models.CheckConstraint(
                condition=(
                    models.Q(state=CommissionState.CHOSEN, chosen__isnull=False)
                    & ~models.Q(reason="")
                )
                | (~models.Q(state=CommissionState.CHOSEN) & models.Q(chosen__isnull=True)),
                name="a_choice_has_its_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Inquiry(models.Model):
    """A provider that was asked; the answer is an offer of `programmes`."""

    commission = models.ForeignKey(Commission, models.CASCADE, related_name="inquiries")
    provider = models.ForeignKey(Organisation, models.PROTECT, related_name="inquiries")
    asked_at = models.DateTimeField(auto_now_add=True)
    declined_at = models.DateTimeField(null=True)
    decline_reason = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["provider__name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["commission", "provider"], name="asked_once")
        ]

    def __str__(self) -> str:
        return f"{self.commission}: {self.provider}"
