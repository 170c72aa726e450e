"""The tables of a programme folder that belong to one programme; modules go by their ids."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from samskab.web.people.models import Facilitator, Person, Room
from samskab.web.programmes.models.programme import Programme


class Participant(models.Model):
    """A leader who takes part: a row of people.csv."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, models.PROTECT, related_name="participations")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "person"], name="takes_part_once")
        ]

    def __str__(self) -> str:
        return str(self.person)


class Need(models.Model):
    """A participant needs a module once: a row of needs.csv."""

    participant = models.ForeignKey(Participant, models.CASCADE, related_name="needs")
    module = models.CharField(_("module"), max_length=100)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["participant", "module"], name="a_need_once")
        ]

    def __str__(self) -> str:
        return f"{self.participant}: {self.module}"


class Engagement(models.Model):
    """A facilitator of a programme, and the ids of the modules she can lead in it."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="engagements")
    facilitator = models.ForeignKey(Facilitator, models.PROTECT, related_name="engagements")
    modules = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "facilitator"], name="engaged_once")
        ]

    def __str__(self) -> str:
        return str(self.facilitator)


class Venue(models.Model):
    """A room that a programme may use."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="venues")
    room = models.ForeignKey(Room, models.PROTECT, related_name="venues")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "room"], name="a_venue_once")
        ]

    def __str__(self) -> str:
        return str(self.room)


class Apart(models.Model):
    """Two people by their keys, or two units by their names, who must not meet: of apart.csv."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="apart")
    a = models.CharField(max_length=200)
    b = models.CharField(max_length=200)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "a", "b"], name="apart_once")
        ]

    def __str__(self) -> str:
        return f"{self.a} / {self.b}"


class Window(models.Model):
    """When `who`, a person's key or a unit's name, may take a module: a row of windows.csv."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="windows")
    who = models.CharField(max_length=200)
    module = models.CharField(max_length=100)
    not_before = models.DateField(null=True)
    not_after = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.who}: {self.module}"


class TravelCost(models.Model):
    """Øre for one person, there and back, between two places by their keys: of travel.csv."""

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="travel_costs")
    place_from = models.CharField(max_length=200)
    place_to = models.CharField(max_length=200)
    cost_oere = models.BigIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "place_from", "place_to"], name="a_travel_cost_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.place_from} - {self.place_to}"
