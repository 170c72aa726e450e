"""Roles given and taken; never the last administrator's."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web import fjordby

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Membership, Organisation, User
from samskab.web.audit.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def place() -> Organisation:
    return fjordby.municipality()


@pytest.fixture
def boss(place: Organisation) -> User:
    return fjordby.member(place, Role.ADMINISTRATOR)


@pytest.fixture
def client_of_boss(boss: User) -> Client:
    client = Client()
    client.force_login(boss)
    return client


def roles(user: User, place: Organisation) -> set[str]:
    return set(
        Membership.objects.filter(user=user, organisation=place).values_list("role", flat=True)
    )


def test_roles_are_given_and_taken_and_written_down(
    client_of_boss: Client, place: Organisation
) -> None:
    user = fjordby.member(place, Role.CONSULTANT, Role.LEADER)
    given = {"roles": ["leader", "auditor"]}
    client_of_boss.post(f"/fjordby/medlemmer/{user.pk}/", given)
    assert roles(user, place) == {"leader", "auditor"}
    entry = Entry.objects.get(action="roles_changed")
    assert entry.facts == {"given": ["auditor"], "taken": ["consultant"]}
    assert entry.subject == f"user:{user.pk}"


def test_a_member_without_any_role_is_not_made_by_an_empty_form(
    client_of_boss: Client, place: Organisation
) -> None:
    user = fjordby.member(place, Role.LEADER)
    page = client_of_boss.post(f"/fjordby/medlemmer/{user.pk}/", {"x": "1"})
    assert "Vælg mindst én rolle" in page.content.decode()
    assert roles(user, place) == {"leader"}


@pytest.mark.parametrize("how", ["roles", "deactivate"])
def test_the_last_administrator_stays(
    client_of_boss: Client, boss: User, place: Organisation, how: str
) -> None:
    address = f"/fjordby/medlemmer/{boss.pk}/"
    if how == "roles":
        page = client_of_boss.post(address, {"roles": ["leader"]})
    else:
        page = client_of_boss.post(f"{address}deaktiver/", {"confirm": "on"})
    assert "den eneste administrator" in page.content.decode()
    assert roles(boss, place) == {"administrator"}
    assert not Entry.objects.exists()


def test_another_administrator_who_cannot_log_in_does_not_count(
    client_of_boss: Client, boss: User, place: Organisation
) -> None:
    sleeping = fjordby.member(place, Role.ADMINISTRATOR, email="sover@fjordby.example")
    User.objects.filter(pk=sleeping.pk).update(is_active=False)
    client_of_boss.post(f"/fjordby/medlemmer/{boss.pk}/deaktiver/", {"confirm": "on"})
    assert roles(boss, place) == {"administrator"}
    User.objects.filter(pk=sleeping.pk).update(is_active=True)
    client_of_boss.post(f"/fjordby/medlemmer/{boss.pk}/deaktiver/", {"confirm": "on"})
    assert roles(boss, place) == set()


def test_a_deactivated_member_is_out_at_once(client_of_boss: Client, place: Organisation) -> None:
    user = fjordby.member(place, Role.CONSULTANT)
    client = Client()
    client.force_login(user)
    client_of_boss.post(f"/fjordby/medlemmer/{user.pk}/deaktiver/", {"confirm": "on"})
    assert client.get("/fjordby/")["Location"].startswith("/konto/login/")
    user.refresh_from_db()
    assert not user.is_active


def test_who_has_a_role_elsewhere_can_still_log_in(
    client_of_boss: Client, place: Organisation
) -> None:
    user = fjordby.member(place, Role.LEADER)
    other = fjordby.provider()
    Membership.objects.create(user=user, organisation=other, role=Role.FACILITATOR)
    client_of_boss.post(f"/fjordby/medlemmer/{user.pk}/deaktiver/", {"confirm": "on"})
    user.refresh_from_db()
    assert user.is_active
    assert roles(user, other) == {"facilitator"}


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_three_as_for_one(
    client_of_boss: Client,
    place: Organisation,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(count):
        fjordby.member(place, Role.LEADER, Role.AUDITOR, email=f"m{number}@fjordby.example")
    client_of_boss.get("/fjordby/medlemmer/")
    with django_assert_num_queries(8):
        client_of_boss.get("/fjordby/medlemmer/")


def test_the_list_finds_by_name_and_address(client_of_boss: Client, place: Organisation) -> None:
    fjordby.member(place, Role.LEADER, email="birgit@fjordby.example")
    found = client_of_boss.get("/fjordby/medlemmer/", {"q": "BIRGIT"}).content.decode()
    assert "birgit@fjordby.example" in found
    assert "administrator@fjordby.example" not in found
