"""What a mail says that came to our mailbox: an answer (iMIP), a mail that came back, or nothing.

Whatever the bytes are, nothing is raised: mailboxes get mail from anybody.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import parseaddr

from icalendar import Calendar, Component

from samskab.web.invitations.enums import Answer

_ANSWERS = {"REPLY", "COUNTER"}
# Of several answers in one mail, such as for one day of two, the first of these is meant.
_GRAVEST = (Answer.DECLINED, Answer.TENTATIVE, Answer.ACCEPTED)
_LAST_RESORT = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer from a calendar program.

    Attributes:
        sender: address of the mail's From, in small letters.
        attendee: address in the answer, in small letters.
        stamp: the answer's DTSTAMP, aware.
    """

    uid: str
    sequence: int
    attendee: str
    sender: str
    answer: Answer
    stamp: datetime


@dataclass(frozen=True, slots=True)
class Bounce:
    """A mail of ours that came back for good (RFC 3464).

    Attributes:
        message_id: of our mail, without brackets.
        recipient: whom it did not reach, in small letters.
        trouble: what the mail server says.
    """

    message_id: str
    recipient: str
    trouble: str


def read_mail(content: bytes) -> Reply | Bounce | None:
    """What a mail says to us; None where it is of no concern."""
    try:
        mail = BytesParser(policy=policy.default).parsebytes(content)
        if mail.get_content_type() == "multipart/report":
            return _bounce(mail)
        return _reply(mail)
    except Exception:  # noqa: BLE001 (strangers' mail breaks parsers in any way there is)
        return None


def _reply(mail: EmailMessage) -> Reply | None:
    senders = [one.addr_spec.lower() for one in mail["From"].addresses] if mail["From"] else []
    if len(senders) != 1:
        return None
    for part in mail.walk():
        if part.get_content_type() in {"text/calendar", "application/ics"}:
            calendar = Calendar.from_ical(_decoded(part))
            if str(calendar.get("METHOD", "")).upper() in _ANSWERS:
                return _gravest(calendar, senders[0])
    return None


def _gravest(calendar: Component, sender: str) -> Reply | None:
    replies = list(_replies(calendar, sender))
    if len({reply.uid for reply in replies}) != 1:
        return None
    return min(replies, key=lambda reply: _GRAVEST.index(reply.answer))


def _replies(calendar: Component, sender: str) -> Iterator[Reply]:
    for event in calendar.walk("VEVENT"):
        attendees = event.get("ATTENDEE", [])
        parties = attendees if isinstance(attendees, list) else [attendees]
        for party in parties:
            said = str(party.params.get("PARTSTAT", "")).upper()
            if said in _GRAVEST and "\0" not in str(event["UID"]):  # no database stores it
                yield Reply(
                    uid=str(event["UID"]),
                    sequence=int(event.get("SEQUENCE", 0)),
                    attendee=str(party).lower().removeprefix("mailto:"),
                    sender=sender,
                    answer=Answer(said),
                    stamp=_stamp(event),
                )


def _stamp(event: Component) -> datetime:
    moment = event.decoded("DTSTAMP", None)
    if not isinstance(moment, datetime):
        return _LAST_RESORT
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _bounce(mail: EmailMessage) -> Bounce | None:
    status = next(_parts(mail, "message/delivery-status"), None)
    ours = _original_id(mail)
    if status is None or ours is None:
        return None
    for fields in status.get_payload():
        if isinstance(fields, Message) and str(fields["Action"]).strip().lower() == "failed":
            final = str(fields["Final-Recipient"] or fields["Original-Recipient"] or "")
            said = str(fields["Diagnostic-Code"] or fields["Status"] or "")
            recipient = final.rpartition(";")[2].strip().lower()
            return Bounce(ours, recipient, said.partition(";")[2].strip() or said)
    return None


def _original_id(mail: EmailMessage) -> str | None:
    """Of the mail that came back, whole or its head alone (RFC 3462)."""
    for part in _parts(mail, "message/rfc822"):
        inner = part.get_payload(0)
        if isinstance(inner, Message) and inner["Message-ID"]:
            return _bare(str(inner["Message-ID"]))
    for part in _parts(mail, "text/rfc822-headers"):
        head = BytesParser(policy=policy.default).parsebytes(_decoded(part))
        if head["Message-ID"]:
            return _bare(str(head["Message-ID"]))
    return None


def _parts(mail: EmailMessage, kind: str) -> Iterator[Message]:
    return (part for part in mail.walk() if part.get_content_type() == kind)


def _decoded(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        raise TypeError(part.get_content_type())
    return content


def _bare(message_id: str) -> str:
    return parseaddr(message_id)[1] or message_id.strip().strip("<>")
