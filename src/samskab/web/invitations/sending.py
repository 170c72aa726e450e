"""Messages that wait, sent one by one; a worker that is killed leaves them to the next."""

import logging
from collections.abc import Iterator
from datetime import timedelta
from smtplib import (
    SMTPAuthenticationError,
    SMTPException,
    SMTPRecipientsRefused,
    SMTPResponseException,
    SMTPSenderRefused,
)

from django.core.mail import get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from samskab.web.invitations.actions import delivery
from samskab.web.invitations.enums import Delivery
from samskab.web.invitations.mail import Invitation
from samskab.web.invitations.models import Message

logger = logging.getLogger(__name__)
CLAIM = timedelta(minutes=10)
TIMEOUT_SECONDS = 60
_PERMANENT = range(500, 600)


class OutageError(Exception):
    """The mail server cannot be reached, or sends nobody's mail."""


def send_waiting() -> int:
    """Send everything that waits and may be tried now; how many were sent."""
    sent = 0
    connection: BaseEmailBackend = get_connection(timeout=TIMEOUT_SECONDS)
    try:
        for message in _claimed():
            sent += _send(connection, message)
    except OutageError as outage:
        logger.warning("mail server: %s", outage)
    finally:
        connection.close()
    return sent


def waiting(claim: timedelta = CLAIM) -> QuerySet[Message]:
    """What may be tried now, oldest first.

    An earlier message about the same entry goes first: a cancellation never overtakes.
    """
    now = timezone.now()
    earlier = Message.objects.filter(
        entry=OuterRef("entry"), state=Delivery.WAITING, sequence__lt=OuterRef("sequence")
    )
    return Message.objects.filter(
        Q(try_after=None) | Q(try_after__lte=now),
        Q(claimed_at=None) | Q(claimed_at__lt=now - claim),
        ~Exists(earlier),
        state=Delivery.WAITING,
    ).order_by("id")


def _claimed() -> Iterator[Message]:
    """Each message that waits, ours alone while we hold it."""
    while (pk := waiting().values_list("pk", flat=True).first()) is not None:
        ours = (
            waiting()
            .filter(pk=pk)
            .order_by()
            .update(claimed_at=timezone.now(), tries=F("tries") + 1)
        )
        if ours:
            yield Message.objects.select_related("publication", "entry__programme").get(pk=pk)


def _send(connection: BaseEmailBackend, message: Message) -> int:
    try:
        connection.send_messages([Invitation(message)])
    except SMTPRecipientsRefused as refused:
        code, said = next(iter(refused.recipients.values()))
        _not_sent(message, code, said)
    except (SMTPAuthenticationError, SMTPSenderRefused) as refused:
        delivery.postpone(message=message, trouble=_text(refused.smtp_code, refused.smtp_error))
        raise OutageError(refused.smtp_code) from refused
    except SMTPResponseException as refused:
        _not_sent(message, refused.smtp_code, refused.smtp_error)
    except (SMTPException, OSError) as outage:
        delivery.postpone(message=message, trouble=f"{type(outage).__name__}: {outage}")
        raise OutageError(type(outage).__name__) from outage
    else:
        delivery.mark_sent(message=message)
        return 1
    return 0


def _not_sent(message: Message, code: int, said: bytes | str) -> None:
    if code in _PERMANENT:
        delivery.give_up(message=message, trouble=_text(code, said))
    else:
        delivery.postpone(message=message, trouble=_text(code, said))


def _text(code: int, said: bytes | str) -> str:
    words = said.decode(errors="replace") if isinstance(said, bytes) else said
    return f"{code} {words}"
