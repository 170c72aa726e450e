"""Mails that ask for a calendar."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from samskab.web.people.models.people import Person


class Reminder(models.Model):
    """A mail that asks somebody for a calendar: one a day at most, and the database sees to it.

    Attributes:
        claimed_at: a worker is sending it, or has; no other one begins.
        sent_at: the mail server has taken it.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="reminders")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    day = models.DateField()
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "day"], name="reminded_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.day}"
