"""`published.json`: what was published, in a form that the next publication can be compared with.

A line for each appointment; the file is read back as it was written or not at all.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from samskab.calendars.appointment import Appointment, Block
from samskab.calendars.codes import Code
from samskab.calendars.publication import Edition, Holder, Published, PublishedCalendar
from samskab.common.errors import Fault, InputError
from samskab.common.mail import Address, is_fit_for_invitations

PUBLISHED = "published.json"
FORMAT = "samskab-published/1"


def published_text(published: Published) -> str:
    """The text of `published.json`; the same for what is the same."""
    calendars = ",\n".join(_calendar_text(one) for one in published.calendars.values())
    return (
        f'{{"format": "{FORMAT}",\n'
        f' "programme": {json.dumps(published.programme)},\n'
        f' "language": {json.dumps(published.language)},\n'
        f' "organizer": {json.dumps(_address_json(published.organizer))},\n'
        f' "number": {published.number},\n'
        f' "calendars": [\n{calendars}\n ]}}\n'
    )


def _calendar_text(calendar: PublishedCalendar) -> str:
    holder = calendar.holder
    head = json.dumps({"kind": holder.kind, "id": holder.id, "name": holder.name})[:-1]
    editions = ",\n".join(
        f"   {json.dumps(name)}: {json.dumps(_edition_json(edition))}"
        for name, edition in calendar.editions.items()
    )
    return f'  {head}, "editions": {{' + (f"\n{editions}\n  }}}}" if editions else "}}")


def _edition_json(edition: Edition) -> Mapping[str, object]:
    appointment = edition.appointment
    return {
        "uid": edition.uid,
        "sequence": edition.sequence,
        "stamp": edition.stamp.isoformat(),
        "cancelled": edition.is_cancelled,
        "blocks": [[one.start.isoformat(), one.end.isoformat()] for one in appointment.blocks],
        "summary": appointment.summary,
        "location": appointment.location,
        "description": appointment.description,
        "organizer": _address_json(appointment.organizer),
        "attendee": _address_json(appointment.attendee),
    }


def _address_json(address: Address | None) -> list[str] | None:
    return [address.mail, address.name] if address else None


def read_published(content: bytes, file: str) -> Published:
    """What a file says was published.

    Args:
        content: the file's bytes.
        file: its name, for the fault.

    Raises:
        InputError: it is not as `published_text` writes it.
    """
    try:
        return _published(json.loads(content))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        raise InputError([Fault(Code.PUBLISHED_BROKEN.value, {}, file)]) from None


def _published(content: Any) -> Published:  # noqa: ANN401  (JSON is anything)
    if content["format"] != FORMAT:
        raise ValueError(content["format"])
    calendars = [_calendar(one) for one in content["calendars"]]
    return Published(
        programme=_text(content["programme"]),
        language=_text(content["language"]),
        organizer=_address(content["organizer"]),
        number=_whole(content["number"]),
        calendars={calendar.holder.key: calendar for calendar in calendars},
    )


def _calendar(content: Mapping[str, Any]) -> PublishedCalendar:
    holder = Holder(_text(content["kind"]), _text(content["id"]), _text(content["name"]))
    editions = {name: _edition(edition) for name, edition in content["editions"].items()}
    return PublishedCalendar(holder, editions)


def _edition(content: Mapping[str, Any]) -> Edition:
    blocks = tuple(Block(_moment(start), _moment(end)) for start, end in content["blocks"])
    if not blocks or not isinstance(content["cancelled"], bool):
        raise ValueError(content["uid"])
    return Edition(
        uid=_text(content["uid"]),
        sequence=_whole(content["sequence"]),
        stamp=_moment(content["stamp"]),
        appointment=Appointment(
            blocks=blocks,
            summary=_text(content["summary"]),
            location=_text(content["location"]),
            description=_text(content["description"]),
            organizer=_address(content["organizer"]),
            attendee=_address(content["attendee"]),
        ),
        is_cancelled=content["cancelled"],
    )


def _address(content: list[Any] | None) -> Address | None:
    if content is None:
        return None
    mail, name = map(_text, content)
    if not is_fit_for_invitations(mail):
        raise ValueError(mail)
    return Address(mail, name)


def _text(content: object) -> str:
    if isinstance(content, str):
        return content
    raise TypeError(content)


def _whole(content: object) -> int:
    if isinstance(content, int) and not isinstance(content, bool) and content >= 0:
        return content
    raise TypeError(content)


def _moment(content: str) -> datetime:
    moment = datetime.fromisoformat(content)
    if moment.tzinfo is None:
        raise ValueError(content)
    return moment.astimezone(UTC)
