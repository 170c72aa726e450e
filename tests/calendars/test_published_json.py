"""What was published, written and read back; and files that nobody should trust."""

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from tests.calendars.agreed import HR, LATER, NOTHING, RETNING, told, told_all

from samskab.calendars.codes import Code
from samskab.calendars.publication import Published
from samskab.calendars.published_json import published_text, read_published
from samskab.common.errors import InputError
from samskab.common.mail import Address


def history() -> Published:
    """Something moved, something cancelled, and an id that no text file should hold."""
    first = told(replace(NOTHING, language="da", organizer=HR), m1=RETNING, m2=LATER)
    unspeakable = {"m1": LATER, "x\ud800\n": replace(RETNING, attendee=None)}
    return told_all(first.published, unspeakable).published


def test_published_when_read_back_is_the_same() -> None:
    published = history()
    text = published_text(published)
    assert read_published(text.encode(), "published.json") == published
    assert published_text(read_published(text.encode(), "published.json")) == text


def test_published_when_it_is_of_nothing() -> None:
    assert read_published(published_text(NOTHING).encode(), "published.json") == NOTHING


def edition(content: Any) -> Any:
    return content["calendars"][0]["editions"]["m1"]


BREACHES: dict[str, Callable[[Any], object]] = {
    "another format": lambda content: content.update(format="samskab-published/2"),
    "no calendars": lambda content: content.pop("calendars"),
    "calendars of numbers": lambda content: content.update(calendars=[1]),
    "number of text": lambda content: content.update(number="1"),
    "number below zero": lambda content: content.update(number=-1),
    "sequence that is true": lambda content: edition(content).update(sequence=True),
    "cancelled in words": lambda content: edition(content).update(cancelled="no"),
    "no blocks": lambda content: edition(content).update(blocks=[]),
    "half a block": lambda content: edition(content).update(blocks=[["2027-01-01T00:00Z"]]),
    "time without offset": lambda content: edition(content).update(stamp="2027-01-01T00:00"),
    "first moment": lambda content: edition(content).update(stamp="0001-01-01T00:00+02:00"),
    "summary of a number": lambda content: edition(content).update(summary=1),
    "address that breaks lines": lambda content: edition(content).update(
        attendee=["a@b.dk\r\nMETHOD:CANCEL", ""]
    ),
    "address of text": lambda content: content.update(organizer="a@b.dk"),
    "editions in a list": lambda content: content["calendars"][0].update(editions=[]),
}


@pytest.mark.parametrize("breach", BREACHES.values(), ids=BREACHES)
def test_published_when_it_is_changed_by_hand(breach: Callable[[Any], object]) -> None:
    content = json.loads(published_text(history()))
    breach(content)
    refused(json.dumps(content).encode())


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"1", b"\xff", b"[" * 100_000])
def test_published_when_it_is_something_else(content: bytes) -> None:
    refused(content)


def test_address_when_it_is_kept_with_and_without_a_name() -> None:
    one = replace(NOTHING, organizer=Address("a@b.dk"))
    assert read_published(published_text(one).encode(), "x").organizer == Address("a@b.dk")


def refused(content: bytes) -> None:
    with pytest.raises(InputError) as error:
        read_published(content, "published.json")
    (fault,) = error.value.faults
    assert (fault.code, fault.file) == (Code.PUBLISHED_BROKEN.value, "published.json")
