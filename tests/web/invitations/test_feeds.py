"""Secret calendar addresses, as calendar programs ask for them."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.calendars.ical_js import read_bytes_with_ical_js
from tests.web import fjordby
from tests.web.invitations.published import FIRST, House, house, two_days

from samskab.web.accounts.enums import Role
from samskab.web.audit.models import Entry as AuditEntry
from samskab.web.invitations.actions.feeds import renew_feed
from samskab.web.invitations.models import Feed

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def home() -> House:
    made = house()
    made.publish(made.plan())
    return made


def address(feed: Feed) -> str:
    return reverse("feed", args=[feed.secret])


def shown(feed: Feed, folder: Path) -> list[dict[str, Any]]:
    """What an independent parser reads there, without logging in."""
    answer = Client().get(address(feed))
    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    read = read_bytes_with_ical_js(answer.content, folder)
    assert read["method"] is None
    events: list[dict[str, Any]] = read["events"]
    return events


def test_every_calendar_has_an_address_once_it_is_published(home: House, tmp_path: Path) -> None:
    hers = shown(Feed.objects.get(person__key="p1"), tmp_path)
    teaches = shown(Feed.objects.get(facilitator=home.world.facilitator), tmp_path)
    held = shown(Feed.objects.get(room=home.world.room), tmp_path)
    assert [one["summary"] for one in hers] == ["Fælles retning", "Data i praksis"]
    assert hers[0]["uid"] == home.entry("p1").uid
    assert hers[0]["blocks"] == [
        ["2027-02-02T07:30:00.000Z", "2027-02-02T15:00:00.000Z"],
        ["2027-02-03T07:30:00.000Z", "2027-02-03T15:00:00.000Z"],
    ]
    # In April summer time holds.
    assert hers[1]["blocks"] == [["2027-04-06T06:30:00.000Z", "2027-04-06T10:00:00.000Z"]]
    assert len(teaches) == 3
    assert "Leder p1, Leder p2" in teaches[0]["description"]
    assert [one["summary"] for one in held] == ["Fælles retning", "Fælles retning"]
    assert "Leder" not in str(held)


def test_a_calendar_program_that_has_it_already_gets_nothing(home: House, client: Client) -> None:
    feed = Feed.objects.get(person__key="p1")
    first = client.get(address(feed))
    again = client.get(address(feed), headers={"if-none-match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    home.publish(home.plan(two_days("s1", "2027-02-16", ("p1", "p2")), *FIRST[1:]))
    later = client.get(address(feed), headers={"if-none-match": first["ETag"]})
    assert later.status_code == 200
    assert client.head(address(feed)).status_code == 200
    assert client.post(address(feed)).status_code == 405


def test_renewing_ends_the_old_address_at_once(home: House, client: Client) -> None:
    old = Feed.objects.get(person__key="p1")
    new = renew_feed(owner=home.world.person, by=home.consultant)
    assert client.get(address(old)).status_code == 404
    assert client.get(address(new)).status_code == 200
    assert new.secret != old.secret
    assert len(new.secret) >= 43  # 256 bits
    told = AuditEntry.objects.get(action="feed_renewed")
    assert new.secret not in str(told.facts)


def test_a_feed_of_somebody_erased_leads_nowhere(home: House, client: Client) -> None:
    home.world.person.erased_at = home.world.programme.made_at
    home.world.person.save()
    assert client.get(address(Feed.objects.get(person__key="p1"))).status_code == 404


def test_a_calendar_with_nothing_in_it_is_still_one(home: House, tmp_path: Path) -> None:
    spare = fjordby.room(home.world.municipality, "r2")
    feed = renew_feed(owner=spare, by=home.consultant)
    assert shown(feed, tmp_path) == []


def test_the_page_shows_rooms_and_facilitators_and_no_leaders_secret(home: House) -> None:
    client = Client()
    client.force_login(home.consultant)
    page = client.get(reverse("feeds", args=["fjordby"])).content.decode()
    assert Feed.objects.get(room=home.world.room).secret in page
    assert Feed.objects.get(facilitator=home.world.facilitator).secret in page
    assert Feed.objects.get(person__key="p1").secret not in page
    before = Feed.objects.get(room=home.world.room).secret
    client.post(reverse("feed_renew", args=["fjordby", "room", home.world.room.pk]))
    assert Feed.objects.get(room=home.world.room).secret != before


def test_the_page_asks_as_much_for_one_room_as_for_three(
    home: House, django_assert_num_queries: Any
) -> None:
    client = Client()
    client.force_login(home.consultant)
    for key in ("", "r2", "r3"):
        if key:
            fjordby.room(home.world.municipality, key)
        with django_assert_num_queries(8):
            client.get(reverse("feeds", args=["fjordby"]))


def test_a_feed_asks_two_questions(home: House, django_assert_num_queries: Any) -> None:
    feed = Feed.objects.get(facilitator=home.world.facilitator)
    with django_assert_num_queries(2):
        Client().get(address(feed))


def test_a_leader_renews_her_own_and_nobody_elses(home: House) -> None:
    leader = fjordby.member(home.world.municipality, Role.LEADER)
    home.world.person.user = leader
    home.world.person.save()
    client = Client()
    client.force_login(leader)
    own, other = (Feed.objects.get(person__key=key) for key in ("p1", "p2"))
    for feed, status in ((own, 302), (other, 404)):
        page = reverse("my_feed_renew", args=["fjordby", "leder", feed.person_id])
        assert client.post(page).status_code == status
    assert not Feed.objects.filter(secret=own.secret).exists()
    assert Feed.objects.filter(secret=other.secret).exists()
