"""What is written, as ical.js and the project's own reader read it."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from tests.calendars.agreed import ADA, HR, LATER, RETNING, STAMP, at, block
from tests.calendars.ical_js import read_bytes_with_ical_js

from samskab.calendars import ReadingWindow, read_calendar
from samskab.calendars.appointment import Appointment, Block
from samskab.calendars.publication import Edition
from samskab.calendars.writing import calendar_of, invitation
from samskab.common.mail import Address

YEARS = ReadingWindow(at("2026-01-01T00:00Z"), at("2029-01-01T00:00Z"), "Europe/Copenhagen")
UID = "8e1c8f7e-1b64-5f5e-9c2c-0d7c4a6d1c11"


def edition(appointment: Appointment = RETNING, **other: Any) -> Edition:
    return replace(Edition(UID, 3, STAMP, appointment), **other)


def utc(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.000Z")


def read_blocks(content: bytes) -> list[tuple[datetime, datetime]]:
    reading = read_calendar(content, "ada.ics", YEARS)
    assert reading.warnings == ()
    return [(span.start, span.end) for span in reading.busy]


def blocks_in_utc(appointment: Appointment) -> list[list[str]]:
    return [[utc(one.start), utc(one.end)] for one in appointment.blocks]


def test_invitation_when_it_is_a_request(tmp_path: Path) -> None:
    read = read_bytes_with_ical_js(invitation(edition()), tmp_path)
    assert (read["method"], read["version"], read["components"]) == ("REQUEST", "2.0", 1)
    (event,) = read["events"]
    assert event == {
        "uid": UID,
        "sequence": 3,
        "stamp": "2026-11-01T12:00:00.000Z",
        "summary": "Retning",
        "location": "Sal 1",
        "description": "Underviser: Finn",
        "status": "CONFIRMED",
        "organizer": [{"mail": "mailto:hr@fjordby.example", "name": "HR i Fjordby"}],
        "attendees": [
            {
                "mail": "mailto:ada@fjordby.example",
                "name": "Ada Skov",
                "partstat": "NEEDS-ACTION",
                "role": "REQ-PARTICIPANT",
                "rsvp": "TRUE",
            }
        ],
        "blocks": [["2027-02-03T07:30:00.000Z", "2027-02-03T11:00:00.000Z"]],
    }


def test_invitation_when_it_is_cancelled(tmp_path: Path) -> None:
    read = read_bytes_with_ical_js(invitation(edition(is_cancelled=True)), tmp_path)
    (event,) = read["events"]
    assert read["method"] == "CANCEL"
    assert (event["uid"], event["sequence"], event["status"]) == (UID, 3, "CANCELLED")
    assert event["attendees"] == [{"mail": "mailto:ada@fjordby.example", "name": "Ada Skov"}]
    assert read_blocks(invitation(edition(is_cancelled=True))) == []


@pytest.mark.parametrize(
    "one", [replace(RETNING, organizer=None), replace(RETNING, attendee=None)], ids=["from", "to"]
)
def test_invitation_when_there_is_nobody_to_tell(one: Appointment) -> None:
    with pytest.raises(ValueError, match=UID):
        invitation(edition(one))


def test_calendar_when_it_is_read(tmp_path: Path) -> None:
    other = replace(edition(LATER), uid="2")
    content = calendar_of("Ledelse: Ada", [edition(), other])
    read = read_bytes_with_ical_js(content, tmp_path)
    assert (read["method"], read["name"]) == (None, "Ledelse: Ada")
    assert [event["uid"] for event in read["events"]] == [UID, "2"]
    # Nobody answers a calendar that she subscribes to.
    assert all(event["organizer"] == event["attendees"] == [] for event in read["events"])


def test_calendar_when_nothing_is_in_it_still_has_a_component(tmp_path: Path) -> None:
    content = calendar_of("Ledelse: Ada", [])
    read = read_bytes_with_ical_js(content, tmp_path)
    assert (read["components"], read["events"]) == (1, [])
    assert read_blocks(content) == []


# The clock goes forward on 28 March 2027 and back on 31 October 2027.
@pytest.mark.parametrize(
    ("day", "offset", "start"),
    [
        ("2027-03-26", "+01:00", "2027-03-26T07:30:00.000Z"),
        ("2027-03-29", "+02:00", "2027-03-29T06:30:00.000Z"),
        ("2027-10-29", "+02:00", "2027-10-29T06:30:00.000Z"),
        ("2027-11-01", "+01:00", "2027-11-01T07:30:00.000Z"),
    ],
)
def test_invitation_when_the_clock_has_changed(
    day: str, offset: str, start: str, tmp_path: Path
) -> None:
    one = replace(RETNING, blocks=(block(day, offset=offset),))
    read = read_bytes_with_ical_js(invitation(edition(one)), tmp_path)
    assert read["events"][0]["blocks"][0][0] == start


DAYS = {
    "alike": (block("2027-02-04", end="16:00"), block("2027-02-05", end="16:00")),
    # Summer time begins in Egypt on Friday 30 April 2027, in the night before the second day.
    "the clock changes between": (
        block("2027-04-29", end="16:00", offset="+02:00"),
        block("2027-04-30", end="16:00", offset="+03:00"),
    ),
    "the second is shorter": (block("2027-02-04", end="16:00"), block("2027-02-05", end="12:00")),
    "three": tuple(block(f"2027-02-0{day}", end="16:00") for day in (2, 3, 4)),
}


@pytest.mark.parametrize("days", DAYS.values(), ids=DAYS)
def test_invitation_when_it_is_of_days_leaves_the_nights_free(
    days: tuple[Block, ...], tmp_path: Path
) -> None:
    one = replace(RETNING, blocks=days)
    content = invitation(edition(one))
    (event,) = read_bytes_with_ical_js(content, tmp_path)["events"]
    assert event["blocks"] == blocks_in_utc(one)
    assert read_blocks(content) == [(each.start, each.end) for each in days]


LONG = "Rødgrød med fløde og æbleskiver på Ærø; »kærlighed«, håb \\ og 25 % mere: " * 5


def test_invitation_when_lines_are_long_folds_between_letters(tmp_path: Path) -> None:
    one = replace(RETNING, summary=LONG, description=f"{LONG}\n{LONG}", location=LONG)
    content = invitation(edition(one))
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) == 75  # octets, RFC 5545, 3.1
    for line in lines:
        line.decode()  # no letter is in two lines
        assert not re.search(rb"[\r\n]", line)
    (event,) = read_bytes_with_ical_js(content, tmp_path)["events"]
    assert event["summary"] == event["location"] == LONG.strip()
    assert event["description"] == f"{LONG.strip()}\n{LONG.strip()}"


def test_invitation_when_names_hold_what_no_line_may(tmp_path: Path) -> None:
    attendee = Address(ADA.mail, 'Ada "Adda" Skov; X:Y, Z^n\r\nATTENDEE:mailto:eve@x.dk')
    one = replace(RETNING, summary="To\r\nMETHOD:CANCEL\x1b[31m \x00på én", attendee=attendee)
    read = read_bytes_with_ical_js(invitation(edition(one)), tmp_path)
    (event,) = read["events"]
    assert read["method"] == "REQUEST"
    assert event["summary"] == "To METHOD:CANCEL [31m på én"
    (invited,) = event["attendees"]
    assert invited["mail"] == "mailto:ada@fjordby.example"
    assert invited["name"] == "Ada 'Adda' Skov; X:Y, Z n ATTENDEE:mailto:eve@x.dk"


texts = st.text(st.characters(codec="utf-8"), max_size=120)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(summary=texts, location=texts, name=texts)
def test_invitation_when_texts_are_anything_is_read_back(
    summary: str, location: str, name: str
) -> None:
    one = Appointment(RETNING.blocks, summary, location, "", HR, Address(ADA.mail, name))
    content = invitation(edition(one))
    assert max(map(len, content.split(b"\r\n"))) <= 75
    (event,) = Calendar.from_ical(content).walk("VEVENT")
    assert str(event["summary"]) == " ".join(shown(summary).split())
    assert str(event.get("location", "")) == " ".join(shown(location).split())
    assert event["attendee"] == "mailto:ada@fjordby.example"


def shown(text: str) -> str:
    return "".join(char if char.isprintable() else " " for char in text)
