"""What stands in somebody's calendar: the content of an invitation, whoever's software shows it."""

import re
from dataclasses import dataclass
from datetime import datetime
from json import dumps
from uuid import UUID, uuid5

# Of this project; with it no other program's names make the same UIDs.
_NAMESPACE = UUID("6f0a1c52-3b8e-4d0f-9a37-2f4c6f6f7b11")
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


@dataclass(frozen=True, slots=True)
class Block:
    """One span of time without a break; both ends aware and in UTC, in whole seconds."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Appointment:
    """Something that takes somebody's time.

    Attributes:
        blocks: one or more, in order: a block for each day, so that the nights between are free.
        organizer: who invites; None where nobody does.
        attendee: who is invited; None where nobody can be.
    """

    blocks: tuple[Block, ...]
    summary: str
    location: str = ""
    description: str = ""
    organizer: Address | None = None
    attendee: Address | None = None

    @property
    def is_invitation(self) -> bool:
        """Whether it can be sent: an invitation has a sender and a receiver (RFC 5546, 3.2.2)."""
        return self.organizer is not None and self.attendee is not None


def stable_uid(*names: str) -> str:
    """The UID of what some names mean together: always the same, and nobody else's (RFC 7986, 5.3).

    Args:
        names: from the general to the particular, such as programme, person and module.
    """
    return str(uuid5(_NAMESPACE, dumps(names)))
