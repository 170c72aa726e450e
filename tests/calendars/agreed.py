"""Small appointments for tests of what is published."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from samskab.calendars.appointment import Appointment, Block
from samskab.calendars.publication import Agenda, Holder, Publication, Published, next_publication
from samskab.common.mail import Address

HR = Address("hr@fjordby.example", "HR i Fjordby")
ADA = Address("ada@fjordby.example", "Ada Skov")
HOLDER = Holder("people", "p1", "Ada Skov")
NOTHING = Published("Ledelse i praksis")
STAMP = datetime(2026, 11, 1, 12, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def at(text: str) -> datetime:
    """A moment with its offset, in UTC."""
    return datetime.fromisoformat(text).astimezone(UTC)


def block(day: str, start: str = "08:30", end: str = "12:00", offset: str = "+01:00") -> Block:
    return Block(at(f"{day}T{start}{offset}"), at(f"{day}T{end}{offset}"))


RETNING = Appointment(
    blocks=(block("2027-02-03"),),
    summary="Retning",
    location="Sal 1",
    description="Underviser: Finn",
    organizer=HR,
    attendee=ADA,
)
LATER = replace(RETNING, blocks=(block("2027-02-10"),))


def told(before: Published, *, stamp: datetime = STAMP, **appointments: Appointment) -> Publication:
    """What Ada is told when these are her appointments, by the module."""
    return told_all(before, appointments, stamp)


def told_all(
    before: Published, appointments: Mapping[str, Appointment], stamp: datetime = STAMP
) -> Publication:
    return next_publication(before, (Agenda(HOLDER, appointments),), stamp)
