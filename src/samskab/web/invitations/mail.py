"""A message as the mail that carries it (iMIP, RFC 6047): the same bytes at every try."""

from email.headerregistry import Address as Mailbox
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, parseaddr
from hashlib import sha256

from django.conf import settings
from django.core.mail import EmailMessage as Envelope

from samskab.web.invitations.models import Message


class Mail(EmailMessage):
    """A mail as Python's own package writes it, in the hands of Django's connections."""

    def as_bytes(  # type: ignore[override]  # Django asks for a line's end, the policy has it
        self, *, linesep: str = "\r\n"
    ) -> bytes:
        """The mail as it goes over the wire."""
        return super().as_bytes(policy=self.policy.clone(linesep=linesep))


class Invitation(Envelope):
    """What Django's connections send: one message to its one recipient."""

    def __init__(self, message: Message) -> None:
        sender = settings.DEFAULT_FROM_EMAIL
        super().__init__(message.subject, message.text, sender, [message.recipient])
        self.row = message

    def message(self) -> Mail:  # type: ignore[override]  # a newer class of the same package
        """The mail."""
        return mail_of(self.row)


def mail_of(message: Message) -> Mail:
    """Text for people and, as the other way to say it, an iCalendar object for programs.

    Args:
        message: everything of the mail stands in it and in its publication.
    """
    mail = Mail(policy=SMTP)
    own_name, own = parseaddr(settings.DEFAULT_FROM_EMAIL)
    name, organizer = parseaddr(message.sender or settings.DEFAULT_FROM_EMAIL)
    mail["Date"] = format_datetime(message.publication.at)
    mail["From"] = Mailbox(name, addr_spec=organizer)
    if own.lower() != organizer.lower():
        mail["Sender"] = Mailbox(own_name, addr_spec=own)
    mail["To"] = Mailbox(addr_spec=message.recipient)
    mail["Subject"] = message.subject
    mail["Message-ID"] = f"<{message.message_id}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(message.text, cte="quoted-printable")
    mail.add_alternative(
        message.content,
        subtype="calendar",
        cte="base64",
        params={"method": message.method, "component": "VEVENT"},
    )
    mail.set_boundary(f"=_{sha256(message.message_id.encode()).hexdigest()[:32]}")
    return mail
