"""One's own page: what is next, where, with whom."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from tests.web import fjordby
from tests.web.invitations.published import House, house, online_morning, two_days, work

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import User
from samskab.web.audit.models import Entry as AuditEntry
from samskab.web.invitations.models import Decline, Entry
from samskab.web.people.models import Calendar, Place

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def home() -> House:
    made = house()
    Place.objects.create(
        organisation=made.world.municipality, key="raadhus", name="Rådhuset", lat=55.5, lon=9.7
    )
    made.publish(made.plan())
    return made


def leader(home: House) -> User:
    user = fjordby.member(home.world.municipality, Role.LEADER)
    home.world.person.user = user
    home.world.person.save()
    return user


def page_of(user: User, language: str = "da") -> str:
    client = Client()
    client.force_login(user)
    page = client.get(reverse("my_page", args=["fjordby"]), headers={"accept-language": language})
    assert page.status_code == 200
    return page.content.decode()


def test_a_leader_sees_what_is_next_where_and_with_whom(home: House) -> None:
    page = page_of(leader(home))
    assert "Tirsdag 2.\N{NO-BREAK SPACE}februar 2027" in page
    assert "Lokale r1, Rådhuset" in page
    assert "Leder p2" in page
    assert "Leder p3</dd>" not in page
    # In the April session she meets everybody; of them only names are told.
    assert "Leder p2, Leder p3, Leder p4" in page
    assert "p2@fjordby.example" not in page
    assert page.index("Fælles retning") < page.index("Data i praksis")


def test_a_leader_sees_how_her_calendar_is(home: House) -> None:
    user = leader(home)
    assert "ikke forbundet" in page_of(user)
    home.world.person.calendar = Calendar.objects.create(
        organisation=home.world.municipality, name="p1.ics", source="feed", state="partly"
    )
    home.world.person.save()
    assert "Planlæggeren kan ikke se al din optagne tid" in page_of(user)


def test_a_leader_answers_on_her_page(home: House) -> None:
    user = leader(home)
    client = Client()
    client.force_login(user)
    address = reverse("my_answer", args=["fjordby", home.entry("p1").pk])
    page = client.post(address, {"answer": "DECLINED"}, follow=True).content.decode()
    assert "Du har meldt afbud" in page
    assert "der ledes efter en anden dag" in page
    assert Decline.objects.get().entry == home.entry("p1")
    told = AuditEntry.objects.get(action="invitation_answered")
    assert (told.by, told.facts["way"]) == (user, "page")
    work()


def test_a_leader_answers_for_nobody_else(home: House) -> None:
    client = Client()
    client.force_login(leader(home))
    address = reverse("my_answer", args=["fjordby", home.entry("p2").pk])
    assert client.post(address, {"answer": "DECLINED"}).status_code == 404
    assert home.entry("p2").answer == "NEEDS-ACTION"


def test_what_was_cancelled_for_her_is_said(home: House) -> None:
    home.publish(
        home.plan(
            two_days("s1", "2027-02-02", ("p2",)),
            two_days("s2", "2027-02-09", ("p3", "p4")),
            online_morning("s3", "2027-04-06", ("p2", "p3", "p4")),
            left_out=(("p1", "m1"), ("p1", "m2")),
        )
    )
    page = page_of(leader(home))
    assert "<del>Fælles retning" in page
    assert "Du har ikke noget foran dig" in page


@pytest.mark.parametrize("side", ["municipality", "provider"])
def test_a_facilitator_sees_groups_and_lists(home: House, side: str) -> None:
    """A provider's facilitator stands in the provider's register."""
    organisation = getattr(home.world, side)
    user = fjordby.member(organisation, Role.FACILITATOR)
    facilitator = home.world.facilitator
    facilitator.user, facilitator.organisation = user, organisation
    facilitator.save()
    client = Client()
    client.force_login(user)
    page = client.get(reverse("my_page", args=[organisation.slug])).content.decode()
    assert page.count("told-group") == 3
    assert "<li>Leder p1, Skole</li>" in page
    assert "Lokale r1, Rådhuset" in page
    assert "4 deltagere" in page


def test_somebody_who_is_in_no_register_is_told_what_to_do(home: House) -> None:
    user = fjordby.member(home.world.municipality, Role.LEADER)
    assert "Du er ikke koblet til registret endnu" in page_of(user)
    assert "You are not linked to the register yet" in page_of(user, "en")


def test_the_page_asks_as_much_for_one_session_as_for_many(
    home: House, django_assert_num_queries: Any
) -> None:
    user = leader(home)
    client = Client()
    client.force_login(user)
    address = reverse("my_page", args=["fjordby"])
    Entry.objects.filter(module="m2", person__key="p1").update(end="2026-01-01T00:00:00+00:00")
    with django_assert_num_queries(12):
        client.get(address)
    Entry.objects.filter(module="m2", person__key="p1").update(end="2027-04-06T10:00:00+00:00")
    with django_assert_num_queries(12):
        client.get(address)


def test_the_list_of_programmes_asks_as_much_for_one_as_for_three(
    home: House, django_assert_num_queries: Any
) -> None:
    client = Client()
    client.force_login(home.consultant)
    address = reverse("publications", args=["fjordby"])
    with django_assert_num_queries(9):
        assert "Udsendt" in client.get(address).content.decode()
    for title in ("Andet", "Tredje"):
        other = fjordby.programme(home.world.municipality)
        other.title = title
        other.save()
        other.plans.create(
            revision=1, text="{}", total_oere=0, bound_oere=0, unserved_count=2,
            taken_at=other.made_at,
        )  # fmt: skip
    with django_assert_num_queries(9):
        page = client.get(address).content.decode()
    assert page.count("Udsend …") == 2
    assert "Den lader 2 behov stå." in page


def test_the_mails_of_a_publication_are_shown_in_pages(
    home: House, django_assert_num_queries: Any
) -> None:
    client = Client()
    client.force_login(home.consultant)
    message = home.entry("p1").messages.get()
    address = reverse("publication", args=["fjordby", message.publication_id])
    with django_assert_num_queries(8):
        page = client.get(address).content.decode()
    assert page.count('told-mail"') == 8
    with django_assert_num_queries(8):
        one = client.get(address, {"stand": "sent"}).content.decode()
    assert one.count('told-mail"') == 8
    assert client.get(address, {"stand": "failed"}).content.decode().count('told-mail"') == 0
