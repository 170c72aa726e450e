"""What became of one message."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from samskab.web.accounts.models import User
from samskab.web.audit.actions import record
from samskab.web.invitations.enums import Delivery
from samskab.web.invitations.models import Message

# After so many minutes a message is tried again; after the last it is given up.
WAITS = tuple(timedelta(minutes=minutes) for minutes in (5, 15, 60, 240, 720, 1440))
LONGEST_TROUBLE = 500


@transaction.atomic
def mark_sent(*, message: Message) -> None:
    """The mail server has taken it."""
    _store(message, state=Delivery.SENT, sent_at=timezone.now(), trouble="")


@transaction.atomic
def postpone(*, message: Message, trouble: str) -> None:
    """It was not taken this time: try again later, or give up after the last wait."""
    if message.tries > len(WAITS):
        give_up(message=message, trouble=trouble)
        return
    try_after = timezone.now() + WAITS[message.tries - 1]
    _store(message, try_after=try_after, trouble=printable(trouble))


@transaction.atomic
def give_up(*, message: Message, trouble: str) -> None:
    """It will not be taken: somebody has to do something."""
    _store(message, state=Delivery.FAILED, trouble=printable(trouble))
    _record(message, "invitation_failed", None)


@transaction.atomic
def mark_bounced(*, message: Message, trouble: str) -> bool:
    """It came back, though it was taken; whether that was news."""
    changed = (
        Message.objects.filter(pk=message.pk)
        .exclude(state=Delivery.BOUNCED)
        .update(state=Delivery.BOUNCED, trouble=printable(trouble), claimed_at=None)
    )
    if changed:
        _record(message, "invitation_bounced", None)
    return bool(changed)


@transaction.atomic
def send_again(*, message: Message, by: User) -> bool:
    """Try the same mail anew; whether it was one that failed or came back."""
    troubled = Message.objects.filter(
        pk=message.pk, state__in=[Delivery.FAILED, Delivery.BOUNCED]
    ).update(state=Delivery.WAITING, tries=0, try_after=None, claimed_at=None)
    if troubled:
        _record(message, "invitation_sent_again", by)
    return bool(troubled)


def printable(text: str) -> str:
    """One line that can be shown."""
    shown = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(shown.split())[:LONGEST_TROUBLE]


def _store(message: Message, **values: object) -> None:
    for name, value in {**values, "claimed_at": None}.items():
        setattr(message, name, value)
    message.save(update_fields=[*values, "claimed_at"])


def _record(message: Message, action: str, by: User | None) -> None:
    municipality = message.entry.programme.municipality
    subject, number = f"message:{message.pk}", message.publication.number
    record(by=by, organisation=municipality, action=action, subject=subject, publication=number)
