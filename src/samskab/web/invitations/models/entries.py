"""What stands in people's calendars, and who cannot come."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from samskab.web.invitations.enums import Answer, DeclineState
from samskab.web.people.models import Person
from samskab.web.programmes.models import Programme


class Entry(models.Model):
    """What stands in one person's calendar for one module, and what she answers.

    Attributes:
        title: of the module, as she was told.
        uid: of the calendar entry, the same for as long as she has the module.
        sequence: of the latest message about it (RFC 5546, 2.1.4).
        answer_stamp: when the answer was given, as its giver dates it: an older one that comes
            later is not taken.
        link: the secret in the address by which she answers without logging in.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="entries")
    person = models.ForeignKey(Person, models.CASCADE, related_name="entries")
    module = models.CharField(max_length=100)
    title = models.CharField(max_length=300, blank=True)
    uid = models.CharField(max_length=120, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    start = models.DateTimeField()
    end = models.DateTimeField()
    is_cancelled = models.BooleanField(default=False)
    answer = models.CharField(max_length=12, choices=Answer.choices, default=Answer.NONE)
    answered_at = models.DateTimeField(null=True)
    answer_stamp = models.DateTimeField(null=True)
    link = models.CharField(max_length=64, unique=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "person", "module"], name="an_entry_of_a_need_once"
            )
        ]

    def __str__(self) -> str:
        return self.uid


class Decline(models.Model):
    """Somebody cannot come: a question to the consultant.

    Attributes:
        session: key of the session that she declined.
        claimed_at: a worker is at it.
        suggested_at: None until a worker has looked for another session.
        suggestion: {session, start, end, more_oere, party, lines: {da, en}}; without a session
            where there is none.
        trouble: a sentence, {da, en}: why what was decided could not be done.
    """

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="declines")
    sequence = models.PositiveIntegerField()
    session = models.CharField(max_length=100)
    start = models.DateTimeField()
    at = models.DateTimeField(auto_now_add=True)
    state = models.CharField(max_length=10, choices=DeclineState.choices, default=DeclineState.OPEN)
    claimed_at = models.DateTimeField(null=True)
    suggested_at = models.DateTimeField(null=True)
    suggestion = models.JSONField(default=dict)
    trouble = models.JSONField(default=dict)
    site = models.CharField(max_length=200, blank=True)
    settled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["entry"],
                condition=models.Q(state__in=["open", "moving", "leaving"]),
                name="one_open_decline_of_an_entry",
            )
        ]
        indexes: ClassVar = [models.Index(fields=["state", "id"], name="declines_to_settle")]

    def __str__(self) -> str:
        return f"{self.entry}: {self.get_state_display()}"
