"""What stands in somebody's calendar: the content of an invitation, whoever's software shows it."""

from dataclasses import dataclass
from datetime import datetime
from json import dumps
from uuid import UUID, uuid5

from samskab.common.mail import Address

# Of this project; with it no other program's names make the same UIDs.
_NAMESPACE = UUID("6f0a1c52-3b8e-4d0f-9a37-2f4c6f6f7b11")
_DIGITS = 16


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


def uids_begin_with(programme: str) -> str:
    """What the UIDs of a programme's appointments begin with, and no other's.

    Args:
        programme: its title.
    """
    return f"samskab-{uuid5(_NAMESPACE, dumps([programme])).hex[:_DIGITS]}-"


def stable_uid(programme: str, *names: str) -> str:
    """The UID of what some names mean together: always the same, and nobody else's (RFC 7986, 5.3).

    Args:
        programme: its title.
        names: from the general to the particular, such as person and module.
    """
    return f"{uids_begin_with(programme)}{uuid5(_NAMESPACE, dumps((programme, *names)))}"
