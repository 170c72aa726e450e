"""Publications, what was sent to whom, what was answered, and secret feeds."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from samskab.web.invitations.enums import Answer, Delivery
from samskab.web.people.models import Facilitator, Person, Room
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


class Entry(models.Model):
    """What stands in one person's calendar for one module, and what she answers.

    Attributes:
        uid: of the calendar entry, the same for as long as she has the module.
        sequence: of the latest message about it (RFC 5546, 2.1.4).
        link: the secret in the address by which she answers without logging in.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="entries")
    person = models.ForeignKey(Person, models.CASCADE, related_name="entries")
    module = models.CharField(max_length=100)
    uid = models.CharField(max_length=120, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    start = models.DateTimeField()
    end = models.DateTimeField()
    is_cancelled = models.BooleanField(default=False)
    answer = models.CharField(max_length=12, choices=Answer.choices, default=Answer.NONE)
    answered_at = models.DateTimeField(null=True)
    link = models.CharField(max_length=64, unique=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "person", "module"], name="an_entry_of_a_need_once"
            )
        ]

    def __str__(self) -> str:
        return self.uid


class Message(models.Model):
    """A mail with an invitation or a cancellation; written with the publication, sent by a worker.

    Attributes:
        message_id: fixed before it is first sent, so that a second try is the same mail.
        content: the iCalendar object.
        claimed_at: a worker is sending it.
    """

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="messages")
    publication = models.ForeignKey(Publication, models.CASCADE, related_name="messages")
    method = models.CharField(max_length=10)
    sequence = models.PositiveIntegerField()
    recipient = models.CharField(max_length=254)
    message_id = models.CharField(max_length=200, unique=True)
    content = models.TextField()
    state = models.CharField(max_length=10, choices=Delivery.choices, default=Delivery.WAITING)
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    trouble = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entry", "sequence"], name="a_message_once")
        ]
        indexes: ClassVar = [models.Index(fields=["state", "id"], name="messages_to_send")]

    def __str__(self) -> str:
        return self.message_id


class Feed(models.Model):
    """The secret address of one calendar that can be subscribed to; renewing changes the secret."""

    person = models.OneToOneField(Person, models.CASCADE, null=True, related_name="feed")
    facilitator = models.OneToOneField(Facilitator, models.CASCADE, null=True, related_name="feed")
    room = models.OneToOneField(Room, models.CASCADE, null=True, related_name="feed")
    secret = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(
                    models.Q(person__isnull=False, facilitator__isnull=True, room__isnull=True)
                    | models.Q(person__isnull=True, facilitator__isnull=False, room__isnull=True)
                    | models.Q(person__isnull=True, facilitator__isnull=True, room__isnull=False)
                ),
                name="a_feed_is_of_one",
            )
        ]

    def __str__(self) -> str:
        return str(self.person or self.facilitator or self.room)
