"""What is done with each mail of a mailbox, exactly once."""

from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from samskab.web.invitations.actions.answers import Given, Taken, answer_entry
from samskab.web.invitations.actions.delivery import mark_bounced, printable
from samskab.web.invitations.incoming import Bounce, Reply
from samskab.web.invitations.models import Entry, Mailbox, Message


class ReadElsewhereError(Exception):
    """Another worker reads the same mailbox."""


def claim(*, mailbox: Mailbox, claim: timedelta) -> bool:
    """Whether the mailbox is ours for so long."""
    now = timezone.now()
    free = Q(claimed_at=None) | Q(claimed_at__lt=now - claim)
    return bool(Mailbox.objects.filter(free, pk=mailbox.pk).update(claimed_at=now))


def leave(*, mailbox: Mailbox, trouble: str) -> None:
    """It was read, or could not be."""
    Mailbox.objects.filter(pk=mailbox.pk).update(
        claimed_at=None, read_at=timezone.now(), trouble=printable(trouble)
    )


def begin_anew(*, mailbox: Mailbox, uid_validity: int) -> Mailbox:
    """Its UIDs mean other mails than before: answers that were taken are not taken again."""
    mailbox.uid_validity, mailbox.last_uid = uid_validity, 0
    mailbox.save(update_fields=["uid_validity", "last_uid"])
    return mailbox


@transaction.atomic
def take(*, mailbox: Mailbox, uid: int, said: Reply | Bounce | None) -> bool:
    """Do what one mail asks for, and remember that it was read; whether it was news.

    Raises:
        ReadElsewhereError: another worker was faster; nothing is changed.
    """
    rows = Mailbox.objects.filter(pk=mailbox.pk, last_uid=mailbox.last_uid)
    if not rows.update(last_uid=uid, claimed_at=timezone.now()):
        raise ReadElsewhereError(mailbox.pk)
    mailbox.last_uid = uid
    if isinstance(said, Reply):
        return take_reply(reply=said) is Taken.TAKEN
    return isinstance(said, Bounce) and take_bounce(bounce=said)


@transaction.atomic
def take_reply(*, reply: Reply) -> Taken | None:
    """Store an answer of a calendar program; None where it is nobody's to give.

    It is hers if it comes from the address that was invited, and speaks for that address.
    """
    entry = Entry.objects.filter(uid=reply.uid).first()
    if entry is None:
        return None
    invited = entry.messages.filter(sequence=entry.sequence).first() or (
        entry.messages.order_by("-sequence").first()
    )
    if invited is None or {reply.sender, reply.attendee} != {invited.recipient.lower()}:
        return None
    # A clock that is wrong, or a forger's, must not make every later answer an old one.
    stamp = min(reply.stamp, timezone.now())
    given = Given(reply.answer, stamp, "mail", reply.sequence)
    return answer_entry(entry=entry, given=given, by=None, site=_site(invited))


@transaction.atomic
def take_bounce(*, bounce: Bounce) -> bool:
    """Mark a mail that came back; whether it was one of ours, and news."""
    message = Message.objects.filter(message_id=bounce.message_id).first()
    if message is None or bounce.recipient not in {"", message.recipient.lower()}:
        return False
    return mark_bounced(message=message, trouble=bounce.trouble)


def _site(message: Message) -> str:
    preparation = getattr(message.publication, "preparation", None)
    return preparation.site if preparation else ""
