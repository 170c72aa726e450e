"""Mails as calendar programs and mail servers write them."""

from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP

STAMP = datetime.now(UTC).replace(microsecond=0)
"""Not later: nobody answers in the future."""


def reply(
    uid: str,
    answer: str = "ACCEPTED",
    *,
    attendee: str = "p1@fjordby.example",
    sender: str = "Leder p1 <p1@fjordby.example>",
    sequence: int | None = 0,
    stamp: datetime = STAMP,
    method: str = "REPLY",
) -> bytes:
    """An answer as Outlook sends it: text and an iCalendar object, folded and with CRLF."""
    lines = [
        "BEGIN:VCALENDAR",
        f"METHOD:{method}",
        "PRODID:Microsoft Exchange Server 2010",
        "VERSION:2.0",
        "BEGIN:VEVENT",
        f"ATTENDEE;PARTSTAT={answer};CN=Leder p1:MAILTO:{attendee}",
        f"UID:{uid}",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        *([] if sequence is None else [f"SEQUENCE:{sequence}"]),
        "SUMMARY;LANGUAGE=da-DK:Accepteret: Fælles retning",
        "DTSTART:20270202T073000Z",
        "DTEND:20270202T150000Z",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"] = sender, "hr@fjordby.example"
    mail["Subject"] = "Accepteret: Fælles retning"
    mail.set_content("")
    text = "\n".join(lines) + "\n"
    mail.add_alternative(text, subtype="calendar", params={"method": method}, cte="base64")
    return mail.as_bytes()


def bounce(
    message_id: str,
    recipient: str = "p1@fjordby.example",
    *,
    action: str = "failed",
    whole: bool = False,
) -> bytes:
    """A report as Postfix sends it (RFC 3464): text, status, and our mail or its head."""
    inner = "message/rfc822" if whole else "text/rfc822-headers"
    return f"""\
From: MAILER-DAEMON@mx.fjordby.example (Mail Delivery System)
To: kalender@fjordby.example
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="xx/mx"

--xx/mx
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--xx/mx
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.fjordby.example

Final-Recipient: rfc822; {recipient}
Action: {action}
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 Mailbox full

--xx/mx
Content-Type: {inner}

From: kalender@fjordby.example
To: {recipient}
Message-ID: <{message_id}>
Subject: Indkaldelse

--xx/mx--
""".replace("\n", "\r\n").encode()


def letter() -> bytes:
    """Nothing to us."""
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"] = "p1@fjordby.example", "hr@fjordby.example"
    mail["Subject"] = "Frokost?"
    mail.set_content("Skal vi spise sammen?")
    return mail.as_bytes()
