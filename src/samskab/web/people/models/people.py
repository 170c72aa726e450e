"""Units, leaders and pairs."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.models import Organisation
from samskab.web.people.models.calendars import Calendar


class Unit(models.Model):
    """A unit of the municipality; its name is unique in it. Departments are units with units."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="units")
    name = models.CharField(_("name"), max_length=200)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "name"], name="a_unit_name_once"),
            models.CheckConstraint(
                condition=~models.Q(parent=models.F("id")), name="a_unit_is_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """A leader.

    Attributes:
        key: the id by which files name her.
        place: key of a place, empty where her travel is not priced.
        user: who she is when she logs in; None until she was invited.
        erased_at: her data is gone; the row stays for what was counted.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="people")
    key = models.CharField(_("id"), max_length=200)
    name = models.CharField(_("name"), max_length=200)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="people")
    hourly_value_oere = models.BigIntegerField(_("value of an hour"))
    email = models.CharField(_("e-mail"), max_length=254, blank=True)
    role = models.CharField(_("position"), max_length=200, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True)
    calendar = models.ForeignKey(Calendar, models.SET_NULL, null=True, related_name="people")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="people"
    )
    erased_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["name", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "key"], name="a_person_key_once"),
            models.CheckConstraint(
                condition=models.Q(hourly_value_oere__gte=0), name="an_hour_has_a_value"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Party(models.Model):
    """A pair, or more, who attend together, such as mayor and municipal director."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="parties")
    key = models.CharField(_("name"), max_length=200)
    people = models.ManyToManyField(Person, related_name="parties")

    class Meta:
        ordering: ClassVar = ["key"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "key"], name="a_party_key_once")
        ]

    def __str__(self) -> str:
        return self.key
