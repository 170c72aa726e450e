"""What people have in their calendars: a plan that has been published, as a fact of the problem."""

from dataclasses import dataclass
from datetime import date

from samskab.planner.model.plan import Session


@dataclass(frozen=True, slots=True)
class Published:
    """A published plan that the next one is to change as little as can be.

    Attributes:
        sessions: as they stand in calendars; those that have begun without whoever has left since.
        pinned: ids of the sessions that stay as they are, those that have begun among them.
        today: the first day on which anything but a pinned session may start; None means any.
    """

    sessions: tuple[Session, ...]
    pinned: frozenset[str] = frozenset()
    today: date | None = None
