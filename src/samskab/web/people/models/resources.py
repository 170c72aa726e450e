"""Who teaches, and where."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.models import Organisation
from samskab.web.people.models.calendars import Calendar


class Place(models.Model):
    """Degrees north and east (WGS 84)."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="places")
    key = models.CharField(_("id"), max_length=200)
    name = models.CharField(_("name"), max_length=200)
    lat = models.FloatField()
    lon = models.FloatField()

    class Meta:
        ordering: ClassVar = ["key"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "key"], name="a_place_key_once")
        ]

    def __str__(self) -> str:
        return self.name


class Facilitator(models.Model):
    """Leads sessions; what she can lead is told by each programme."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="facilitators")
    key = models.CharField(_("id"), max_length=200)
    name = models.CharField(_("name"), max_length=200)
    email = models.CharField(_("e-mail"), max_length=254, blank=True)
    fee_per_half_day_oere = models.BigIntegerField(_("fee for a half-day"))
    place = models.CharField(_("place"), max_length=200, blank=True)
    max_days_per_week = models.PositiveSmallIntegerField(_("days a week at most"), null=True)
    calendar = models.ForeignKey(Calendar, models.SET_NULL, null=True, related_name="facilitators")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="facilitators"
    )

    class Meta:
        ordering: ClassVar = ["name", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "key"], name="a_facilitator_key_once")
        ]

    def __str__(self) -> str:
        return self.name


class Room(models.Model):
    """Holds in-person sessions; `place` is the key of what people travel to."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="rooms")
    key = models.CharField(_("id"), max_length=200)
    name = models.CharField(_("name"), max_length=200)
    place = models.CharField(_("place"), max_length=200)
    capacity = models.PositiveIntegerField(_("people"))
    price_per_half_day_oere = models.BigIntegerField(_("price for a half-day"))
    calendar = models.ForeignKey(Calendar, models.SET_NULL, null=True, related_name="rooms")

    class Meta:
        ordering: ClassVar = ["name", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "key"], name="a_room_key_once"),
            models.CheckConstraint(condition=models.Q(capacity__gte=1), name="a_room_holds_people"),
        ]

    def __str__(self) -> str:
        return self.name
