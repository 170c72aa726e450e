"""Secret calendar addresses, and what they show."""

from typing import ClassVar

from django.db import models

from samskab.web.people.models import Facilitator, Person, Room
from samskab.web.programmes.models import Programme

OF_ONE = (
    models.Q(person__isnull=False, facilitator__isnull=True, room__isnull=True)
    | models.Q(person__isnull=True, facilitator__isnull=False, room__isnull=True)
    | models.Q(person__isnull=True, facilitator__isnull=True, room__isnull=False)
)


class Feed(models.Model):
    """The secret address of one calendar that can be subscribed to; renewing changes the secret."""

    person = models.OneToOneField(Person, models.CASCADE, null=True, related_name="feed")
    facilitator = models.OneToOneField(Facilitator, models.CASCADE, null=True, related_name="feed")
    room = models.OneToOneField(Room, models.CASCADE, null=True, related_name="feed")
    secret = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=OF_ONE, name="a_feed_is_of_one")]

    def __str__(self) -> str:
        return str(self.person or self.facilitator or self.room)


class Shown(models.Model):
    """What one programme puts into one calendar, as it was last published.

    Attributes:
        events: the VEVENTs of it, as iCalendar writes them.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="shown")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="shown")
    facilitator = models.ForeignKey(Facilitator, models.CASCADE, null=True, related_name="shown")
    room = models.ForeignKey(Room, models.CASCADE, null=True, related_name="shown")
    events = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=OF_ONE, name="shown_to_one"),
            *(
                models.UniqueConstraint(fields=["programme", of], name=f"shown_once_to_a_{of}")
                for of in ("person", "facilitator", "room")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme}: {self.person or self.facilitator or self.room}"
