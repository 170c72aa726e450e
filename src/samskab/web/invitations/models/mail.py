"""Mails that go out, and mailboxes that answers come to."""

from typing import ClassVar

from django.db import models

from samskab.web.invitations.enums import Delivery
from samskab.web.invitations.models.entries import Entry
from samskab.web.invitations.models.publications import Publication


class Message(models.Model):
    """A mail with an invitation or a cancellation; written with the publication, sent by a worker.

    Every try sends the same bytes: what they are made of stands here before the first.

    Attributes:
        message_id: unique and secret, without its brackets.
        sender: the organizer: who invites.
        content: the iCalendar object.
        claimed_at: a worker is sending it.
        tries: how often it was tried.
        try_after: not before; None means at once.
        trouble: what the mail server, or the mail that came back, says.
    """

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="messages")
    publication = models.ForeignKey(Publication, models.CASCADE, related_name="messages")
    method = models.CharField(max_length=10)
    sequence = models.PositiveIntegerField()
    recipient = models.CharField(max_length=254)
    sender = models.CharField(max_length=400, blank=True)
    message_id = models.CharField(max_length=200, unique=True)
    subject = models.CharField(max_length=400, blank=True)
    text = models.TextField(blank=True)
    content = models.TextField()
    state = models.CharField(max_length=10, choices=Delivery.choices, default=Delivery.WAITING)
    claimed_at = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    try_after = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)
    trouble = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entry", "sequence"], name="a_message_once")
        ]
        indexes: ClassVar = [models.Index(fields=["state", "id"], name="messages_to_send")]

    def __str__(self) -> str:
        return self.message_id


class Mailbox(models.Model):
    """How far a mailbox was read; it is left as it is, also for people who read it.

    Attributes:
        name: user, host and folder; no password.
        uid_validity: of the folder (RFC 3501, 2.3.1.1): another one means that UIDs begin anew.
        last_uid: every mail up to this one was looked at.
        trouble: why it could not be read the last time.
    """

    name = models.CharField(max_length=300, unique=True)
    uid_validity = models.BigIntegerField(default=0)
    last_uid = models.BigIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
    trouble = models.TextField(blank=True)

    def __str__(self) -> str:
        return self.name
