"""Those who have calendars (people, facilitators, rooms), each beside the file of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Member = TypeVar("Member")


@dataclass(frozen=True, slots=True)
class Roster(Generic[Member]):
    """The members of one table, in its order.

    Attributes:
        calendars: id -> path relative to the folder, of those who name a calendar that is there.
    """

    members: tuple[Member, ...]
    calendars: Mapping[str, str]
