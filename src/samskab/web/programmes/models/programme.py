"""A programme and its revisions."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.models import Organisation
from samskab.web.commissions.models import Commission
from samskab.web.people.models import Party
from samskab.web.programmes.enums import ProgrammeState


class Programme(models.Model):
    """What is planned for a municipality's people.

    `text` is a `programme.toml`, as the programme folder has it: modules, rules, prices, days.
    The reader of folders is what judges it, in the browser as in the terminal.

    Attributes:
        title, first_day, last_day: what `text` says, for lists and searches; an action that
            stores `text` stores them with it.
        provider: None where the municipality plans alone.
        revision: the number of the revision that `text` is.
        parties: pairs that attend together in this programme.
        open_day_price_oere: what one day of an open course away from home costs a person.
        open_travel_hours: hours on the road to and from such a day.
    """

    municipality = models.ForeignKey(Organisation, models.CASCADE, related_name="programmes")
    provider = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="provided_programmes"
    )
    commission = models.ForeignKey(
        Commission, models.PROTECT, null=True, blank=True, related_name="programmes"
    )
    title = models.CharField(_("title"), max_length=300)
    first_day = models.DateField(_("first day"))
    last_day = models.DateField(_("last day"))
    text = models.TextField()
    revision = models.PositiveIntegerField(default=1)
    state = models.CharField(
        max_length=10, choices=ProgrammeState.choices, default=ProgrammeState.DRAFT
    )
    parties = models.ManyToManyField(Party, related_name="programmes", blank=True)
    open_day_price_oere = models.BigIntegerField(
        _("price of one day of an open course, for one person"), default=450_000
    )
    open_travel_hours = models.DecimalField(
        _("hours on the road for such a day"), max_digits=4, decimal_places=1, default=3
    )
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-first_day", "title"]

    def __str__(self) -> str:
        return self.title


class Revision(models.Model):
    """What `text` was, and who made it so.

    Attributes:
        tables: what was agreed beside the text, by ids: rooms, facilitators, pairs, who is kept
            apart, what open courses cost. Empty where nobody has noted it.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    tables = models.JSONField(default=dict)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    made_for = models.ForeignKey(Organisation, models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "number"], name="a_revision_once")
        ]

    def __str__(self) -> str:
        return f"{self.programme} {self.number}"
