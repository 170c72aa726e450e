"""From a plan to everybody's calendar, and back again, by clicking: with a real worker and mail."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from tests.journeys.conftest import Visit
from tests.journeys.web.conftest import OpenSite
from tests.web.invitations.conftest import SENDER
from tests.web.invitations.published import House, house
from tests.web.invitations.smtp_server import SmtpServer, smtp_server
from tests.web.worker import StartWorker, wait_until

from samskab.web.invitations.models import Decline, Message, Preparation
from samskab.web.people.models import BusySpan, Calendar

pytestmark = pytest.mark.django_db(transaction=True)
WORDS: dict[str, dict[str, Any]] = {
    "da": {
        "publish": "Udsend …",
        "send": "Udsend nu",
        "done": "Planen er udsendt",
        "follow": "Følg mailene",
        "again": "Send igen",
        "decline": "Jeg kan ikke komme",
        "declined": "Du har meldt afbud",
        "move": "Flyt, og giv besked",
        "quiet": "Ingen venter på svar fra dig",
        "refused": "Planen kan ikke udsendes",
        "open": re.compile("afbud venter"),
    },
    "en": {
        "publish": "Publish…",
        "send": "Publish and send",
        "done": "The plan is published",
        "follow": "Follow the mails",
        "again": "Send again",
        "decline": "I cannot come",
        "declined": "You have declined",
        "move": "Move her and tell her",
        "quiet": "Nobody is waiting for an answer from you",
        "refused": "The plan cannot be published",
        "open": re.compile("cannot come"),
    },
}


@pytest.fixture
def mail() -> Iterator[SmtpServer]:
    with smtp_server() as running:
        yield running


@pytest.fixture
def begin_worker(start_worker: StartWorker, mail: SmtpServer) -> Callable[[], object]:
    """A worker that sends to the test's own mail server."""
    url = f"smtp://127.0.0.1:{mail.port}"
    return lambda: start_worker(SAMSKAB_EMAIL_URL=url, SAMSKAB_EMAIL_FROM=SENDER)


def is_fine(visit: Visit) -> None:
    assert visit.breaches() == []
    assert visit.overflow_px() == 0
    assert visit.messages == []


def ready() -> bool:
    return Preparation.objects.filter(state__in=["ready", "refused"]).exists()


@pytest.mark.parametrize(("language", "width"), [("da", 1280), ("en", 360)])
def test_a_consultant_publishes_and_moves_somebody_who_declines(
    site: OpenSite,
    mail: SmtpServer,
    begin_worker: Callable[[], object],
    language: str,
    width: int,
) -> None:
    words, home = WORDS[language], house()
    home.plan()
    mail.refusals["p4@fjordby.example"] = "550 5.1.1 No such user here"
    begin_worker()
    opened = site(home.consultant, language, width)
    visit = opened.open("/fjordby/udsendelser/")
    is_fine(visit)
    page = visit.page
    page.get_by_role("button", name=words["publish"]).click()
    # The page looks by itself how far it is.
    page.get_by_role("button", name=words["send"]).wait_for()
    is_fine(visit)
    assert page.locator(".told-counts dd").all_inner_texts() == ["8", "0", "0"]
    page.get_by_role("button", name=words["send"]).click()
    page.get_by_text(words["done"]).wait_for()
    wait_until(lambda: not Message.objects.filter(state="waiting").exists())
    page.get_by_role("link", name=words["follow"]).click()
    is_fine(visit)
    assert page.get_by_role("button", name=words["again"]).count() == 2
    assert len(mail.mails) == 6
    # Somebody answers by the link in her mail, on a phone, without logging in.
    phone = site(None, language, 360).open(f"/svar/{home.entry('p1').link}/")
    is_fine(phone)
    phone.page.get_by_role("button", name=words["decline"]).click()
    phone.page.get_by_text(words["declined"]).wait_for()
    is_fine(phone)
    wait_until(lambda: Decline.objects.exclude(suggested_at=None).exists())
    page.goto(f"{opened.server.url}/fjordby/udsendelser/")
    page.get_by_role("link", name=words["open"]).click()
    is_fine(visit)
    page.get_by_role("button", name=words["move"]).click()
    wait_until(lambda: home.entry("p1").sequence == 1)
    wait_until(lambda: len(mail.mails) == 7)
    assert mail.mails[-1].recipient == "p1@fjordby.example"
    page.reload()
    assert page.get_by_text(words["quiet"]).is_visible()
    is_fine(visit)


def day_off(home: House) -> None:
    calendar = Calendar.objects.create(
        organisation=home.world.municipality, name="f1.ics", source="file", state="whole"
    )
    home.world.facilitator.calendar = calendar
    home.world.facilitator.save()
    BusySpan.objects.create(
        calendar=calendar,
        start="2027-02-09T06:00:00+00:00",
        end="2027-02-09T18:00:00+00:00",
        kind="hard",
    )


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_facilitator_with_a_day_off_stops_the_publication_in_words(
    site: OpenSite, begin_worker: Callable[[], object], language: str
) -> None:
    home = house()
    home.plan()
    day_off(home)
    begin_worker()
    visit = site(home.consultant, language, 360).open("/fjordby/udsendelser/")
    visit.page.get_by_role("button", name=WORDS[language]["publish"]).click()
    visit.page.get_by_text(WORDS[language]["refused"]).wait_for()
    assert "Underviser f1" in visit.page.locator("#stand").inner_text()
    is_fine(visit)


def test_publishing_works_by_keyboard_alone_and_without_scripts(
    site: OpenSite, begin_worker: Callable[[], object]
) -> None:
    home = house()
    home.plan()
    begin_worker()
    visit = site(home.consultant, "da", 360, scripts=False).open("/fjordby/udsendelser/")
    page = visit.page
    page.get_by_role("button", name="Udsend …").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/forberedelse/**")
    wait_until(ready)
    page.reload()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.locator(":focus").inner_text() == "Udsend nu":
            break
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    wait_until(lambda: not Message.objects.filter(state="waiting").exists() and _sent())
    page.reload()
    assert page.get_by_text("Planen er udsendt").is_visible()


def _sent() -> bool:
    return Message.objects.filter(state="sent").exists()
