"""Mailboxes that invitations come from and go to."""

import re
from dataclasses import dataclass
from email.utils import getaddresses

# An addr-spec (RFC 5322) that stands in a mailto: URI as it is (RFC 6068, section 2): what would
# have to be escaped there, mail programs do not agree upon.
_ATOM = r"[A-Za-z0-9!$'*+_~-]+"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_MAIL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})+")
# RFC 5321, section 4.5.3.1.3, less the brackets.
_LONGEST_MAIL = 254


@dataclass(frozen=True, slots=True)
class Address:
    """A mailbox that invitations come from or go to.

    Attributes:
        mail: fit for a mailto: URI, see `is_fit_for_invitations`.
        name: shown in place of it; empty where none is known.
    """

    mail: str
    name: str = ""


def is_fit_for_invitations(mail: str) -> bool:
    """Whether an address can stand in a mailto: URI without being rewritten."""
    return len(mail) <= _LONGEST_MAIL and _MAIL.fullmatch(mail) is not None


def address_of(text: str) -> Address | None:
    """The mailbox that a text names, MAIL or NAME <MAIL>; None where it names none, or several."""
    named = getaddresses([text])
    name, mail = named[0] if len(named) == 1 else ("", "")
    return Address(mail, name) if is_fit_for_invitations(mail) else None
