"""Answers by a link that needs no login."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.web.invitations.published import FIRST, House, house, two_days, work

from samskab.web.audit.models import Entry as AuditEntry
from samskab.web.invitations.enums import DeclineState
from samskab.web.invitations.models import Decline, Entry

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def home() -> House:
    made = house()
    made.publish(made.plan())
    return made


def address(entry: Entry) -> str:
    return reverse("answer", args=[entry.link])


def test_looking_at_the_link_answers_nothing(home: House, client: Client) -> None:
    entry = home.entry("p1")
    page = client.get(address(entry))
    assert "Fælles retning" in page.content.decode()
    assert client.head(address(entry)).status_code == 200
    entry.refresh_from_db()
    assert entry.answer == "NEEDS-ACTION"


@pytest.mark.parametrize("answer", ["ACCEPTED", "TENTATIVE", "DECLINED"])
def test_answering_by_the_link_is_stored_and_in_the_account(
    home: House, client: Client, answer: str
) -> None:
    entry = home.entry("p1")
    assert client.post(address(entry), {"answer": answer}).status_code == 200
    entry.refresh_from_db()
    assert entry.answer == answer
    assert entry.answered_at is not None
    told = AuditEntry.objects.get(action="invitation_answered")
    assert (told.by, told.facts["way"], told.facts["answer"]) == (None, "link", answer)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("da", "Du har allerede meldt afbud"), ("en", "You have declined this session already")],
)
def test_a_session_declined_twice_says_so_and_asks_once(
    home: House, client: Client, language: str, sentence: str
) -> None:
    entry = home.entry("p1")
    headers = {"accept-language": language}
    client.post(address(entry), {"answer": "DECLINED"}, headers=headers)
    again = client.post(address(entry), {"answer": "DECLINED"}, headers=headers)
    assert sentence in again.content.decode()
    assert Decline.objects.count() == 1
    assert AuditEntry.objects.filter(action="invitation_answered").count() == 1


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("da", "Kursusgangen er forbi"), ("en", "The session is over")],
)
def test_a_link_to_a_session_that_is_over_says_so(
    home: House, client: Client, language: str, sentence: str
) -> None:
    entry = home.entry("p1")
    Entry.objects.filter(pk=entry.pk).update(end=timezone.now() - timedelta(minutes=1))
    headers = {"accept-language": language}
    for page in (
        client.get(address(entry), headers=headers),
        client.post(address(entry), {"answer": "ACCEPTED"}, headers=headers),
    ):
        assert page.status_code == 410
        assert sentence in page.content.decode()
    entry.refresh_from_db()
    assert entry.answer == "NEEDS-ACTION"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("da", "Kursusgangen er aflyst for dig"), ("en", "The session is cancelled for you")],
)
def test_a_link_to_a_cancelled_session_says_so(
    home: House, client: Client, language: str, sentence: str
) -> None:
    entry = home.entry("p1")
    Entry.objects.filter(pk=entry.pk).update(is_cancelled=True)
    page = client.post(
        address(entry), {"answer": "ACCEPTED"}, headers={"accept-language": language}
    )
    assert (page.status_code, sentence in page.content.decode()) == (410, True)


def test_a_link_that_is_nobodys_says_what_to_do(client: Client) -> None:
    page = client.get(reverse("answer", args=["nobodys"]))
    assert page.status_code == 404
    assert "Linket fører ingen steder hen" in page.content.decode()


@pytest.mark.parametrize("answer", ["", "NEEDS-ACTION", "maybe"])
def test_an_answer_that_is_none_is_not_stored(home: House, client: Client, answer: str) -> None:
    entry = home.entry("p1")
    assert client.post(address(entry), {"answer": answer}).status_code == 200
    entry.refresh_from_db()
    assert entry.answer == "NEEDS-ACTION"


def test_coming_after_all_takes_the_decline_back(home: House, client: Client) -> None:
    entry = home.entry("p1")
    client.post(address(entry), {"answer": "DECLINED"})
    client.post(address(entry), {"answer": "ACCEPTED"})
    assert Decline.objects.get().state == DeclineState.WITHDRAWN
    client.post(address(entry), {"answer": "DECLINED"})
    assert [one.state for one in Decline.objects.all()] == ["withdrawn", "open"]
    work()


def test_another_time_asks_for_a_new_answer(home: House, client: Client) -> None:
    client.post(address(home.entry("p1")), {"answer": "ACCEPTED"})
    entry = home.entry("p1")
    assert entry.answer == "ACCEPTED"
    moved = home.plan(two_days("s1", "2027-02-16", ("p1", "p2")), FIRST[1], FIRST[2])
    home.publish(moved)
    entry.refresh_from_db()
    assert (entry.sequence, entry.answer, entry.answered_at) == (1, "NEEDS-ACTION", None)
