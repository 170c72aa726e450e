"""What of a calendar is wanted."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ReadingWindow:
    """The time to read, and how to read what the calendar leaves open.

    Attributes:
        start: aware; the window is half-open.
        end: aware, after `start`.
        timezone: IANA name; floating times and all-day events are of this zone.
        hard_categories: events of these categories are hard; case does not matter.
        own_uids: events whose UID begins so are passed over, as what is being planned; empty: none.
    """

    start: datetime
    end: datetime
    timezone: str
    hard_categories: tuple[str, ...] = ("Ferie", "Vacation", "Fravær")
    own_uids: str = ""
