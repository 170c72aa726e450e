"""Appointments to iCalendar (RFC 5545): single invitations (RFC 5546) and whole calendars.

Times are in UTC, which every program shows in its owner's own zone: docs/decisions/0009.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneStandard, vCalAddress, vText

from samskab.calendars.appointment import Block
from samskab.calendars.publication import Edition
from samskab.common.mail import Address

PRODUCT = "-//Samskab//Samskab//EN"
_DAY = timedelta(days=1)


def invitation(edition: Edition) -> bytes:
    """The iTIP object of one appointment: METHOD:REQUEST, or CANCEL where it is cancelled.

    Args:
        edition: of an appointment with an organizer and an attendee.

    Raises:
        ValueError: it has not both, so that there is nobody to tell.
    """
    organizer, attendee = edition.appointment.organizer, edition.appointment.attendee
    if organizer is None or attendee is None:
        raise ValueError(edition.uid)
    calendar = _calendar()
    calendar.add("method", "CANCEL" if edition.is_cancelled else "REQUEST")
    for event in _events(edition):
        event.add("organizer", _party(organizer))
        event.add("attendee", _party(attendee) if edition.is_cancelled else _invited(attendee))
        calendar.add_component(event)
    return bytes(calendar.to_ical(sorted=False))


def calendar_of(name: str, editions: Sequence[Edition]) -> bytes:
    """A calendar to subscribe to or to read in: without METHOD, so that nothing is answered.

    Args:
        name: shown as the calendar's own.
        editions: what takes place, in the order of the file.
    """
    calendar = _calendar()
    calendar.add("name", _line(name))  # RFC 7986, 5.1
    calendar.add("x-wr-calname", _line(name))
    for edition in editions:
        for event in _events(edition):
            calendar.add_component(event)
    if not editions:
        calendar.add_component(_utc())
    return bytes(calendar.to_ical(sorted=False))


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCT)
    return calendar


def _utc() -> Timezone:
    """What an empty calendar holds: one component is the least (RFC 5545, 3.6)."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001  (on the clock of the zone itself)
    standard.add("tzoffsetfrom", timedelta(0))
    standard.add("tzoffsetto", timedelta(0))
    zone = Timezone()
    zone.add("tzid", "UTC")
    zone.add_component(standard)
    return zone


def _events(edition: Edition) -> Iterator[Event]:
    """One event; of several days a daily series, with the days that are not as the first one."""
    first, *others = edition.appointment.blocks
    main = _event(edition, first)
    if others:
        main.add("rrule", {"freq": "daily", "count": 1 + len(others)})
    yield main
    for days, block in enumerate(others, 1):
        by_rule = Block(first.start + days * _DAY, first.end + days * _DAY)
        if block != by_rule and not edition.is_cancelled:
            moved = _event(edition, block)
            moved.add("recurrence-id", by_rule.start)
            yield moved


def _event(edition: Edition, block: Block) -> Event:
    appointment = edition.appointment
    event = Event()
    event.add("uid", edition.uid)
    event.add("sequence", edition.sequence)
    event.add("dtstamp", edition.stamp.astimezone(UTC))
    event.add("dtstart", block.start.astimezone(UTC))
    event.add("dtend", block.end.astimezone(UTC))
    event.add("summary", _line(appointment.summary))
    if appointment.location:
        event.add("location", _line(appointment.location))
    if appointment.description:
        event.add("description", "\n".join(map(_line, appointment.description.splitlines())))
    event.add("status", "CANCELLED" if edition.is_cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if edition.is_cancelled else "OPAQUE")
    return event


def _invited(attendee: Address) -> vCalAddress:
    party = _party(attendee)
    party.params["ROLE"] = vText("REQ-PARTICIPANT")
    party.params["PARTSTAT"] = vText("NEEDS-ACTION")
    party.params["RSVP"] = vText("TRUE")
    return party


def _party(address: Address) -> vCalAddress:
    party = vCalAddress(f"mailto:{address.mail}")
    if address.name:
        # A parameter cannot hold double quotes (RFC 5545, 3.2), and few programs know RFC 6868.
        party.params["CN"] = vText(_line(address.name).replace('"', "'").replace("^", " "))
    return party


def _line(text: str) -> str:
    """Text without what moves cursors or breaks lines."""
    shown = "".join(char if char.isprintable() else " " for char in text)
    return " ".join(shown.split())
