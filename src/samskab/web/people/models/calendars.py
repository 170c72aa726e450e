"""Somebody's busy time, and where it comes from."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samskab.web.accounts.models import Organisation
from samskab.web.people.enums import BusyKind, CalendarSource, CalendarState


class Calendar(models.Model):
    """One calendar; several people or rooms may share it, as in a programme folder.

    Attributes:
        name: of the file in a programme folder, unique in the organisation.
        keeps_titles: the owner lets titles of meetings be kept; they never are otherwise.
        read_until: the last day that was read; beyond it nothing is known.
        faults: what could not be read: a list of {code, values, line}.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="calendars")
    name = models.CharField(_("name"), max_length=200)
    source = models.CharField(max_length=10, choices=CalendarSource.choices)
    feed_url = models.CharField(_("address of the feed"), max_length=2000, blank=True)
    keeps_titles = models.BooleanField(_("keep the titles of meetings"), default=False)
    state = models.CharField(max_length=12, choices=CalendarState.choices)
    read_at = models.DateTimeField(null=True)
    tried_at = models.DateTimeField(null=True)
    read_from = models.DateField(null=True)
    read_until = models.DateField(null=True)
    faults = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "name"], name="a_calendar_name_once")
        ]

    def __str__(self) -> str:
        return self.name


class BusySpan(models.Model):
    """A span of busy time, half-open [start, end), without overlaps in one calendar."""

    calendar = models.ForeignKey(Calendar, models.CASCADE, related_name="busy")
    start = models.DateTimeField()
    end = models.DateTimeField()
    kind = models.CharField(max_length=10, choices=BusyKind.choices)
    title = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["calendar", "start"], name="busy_by_start")]
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(start__lt=models.F("end")), name="busy_ends")
        ]

    def __str__(self) -> str:
        return f"{self.start:%Y-%m-%d %H:%M} {self.kind}"
