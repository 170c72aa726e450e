"""Pages of the register: what they list, at what cost, and what may be changed."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.web import fjordby

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.audit.models import Entry
from samskab.web.people.models import Facilitator, Party, Person, Place, Room, Unit
from samskab.web.people.queries import units_of
from samskab.web.programmes.models import Engagement

pytestmark = pytest.mark.django_db


@pytest.fixture
def fjord() -> Organisation:
    return fjordby.municipality()


@pytest.fixture
def consultant(fjord: Organisation) -> User:
    return fjordby.member(fjord, Role.CONSULTANT)


@pytest.fixture
def client(consultant: User) -> Client:
    browser = Client(headers={"accept-language": "en"})
    browser.force_login(consultant)
    return browser


def pair_of(fjord: Organisation, key: str) -> None:
    people = [fjordby.person(fjord, f"{key}{number}") for number in range(2)]
    Party.objects.create(organisation=fjord, key=key).people.set(people)


def unit_of(fjord: Organisation, key: str) -> None:
    parent = Unit.objects.filter(organisation=fjord).last()
    Unit.objects.create(organisation=fjord, name=key, parent=parent)


def place_of(fjord: Organisation, key: str) -> None:
    Place.objects.create(organisation=fjord, key=key, name=key, lat=55, lon=9)


MAKERS: dict[str, tuple[Callable[[Organisation, str], object], int]] = {
    "people": (fjordby.person, 6),
    "calendars": (fjordby.person, 8),
    "units": (unit_of, 5),
    "pairs": (pair_of, 8),
    "facilitators": (fjordby.facilitator, 6),
    "rooms": (fjordby.room, 6),
    "places": (place_of, 6),
}


@pytest.mark.parametrize("page", MAKERS)
@pytest.mark.parametrize("rows", [1, 3])
def test_a_list_costs_the_same_queries_whatever_its_length(
    fjord: Organisation,
    client: Client,
    page: str,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    make, queries = MAKERS[page]
    for number in range(rows):
        make(fjord, f"k{number}")
    with django_assert_num_queries(queries):
        shown = client.get(f"/fjordby/{reverse(page, args=['x']).split('/')[2]}/")
    assert len(shown.context["page"].object_list) == rows


def test_people_are_found_by_every_word(fjord: Organisation, client: Client) -> None:
    fjordby.person(fjord, "p1", name="Åse Holm", role="Skoleleder")
    fjordby.person(fjord, "p2", name="Bo Holm", unit="Pleje")
    for words, keys in (
        ("holm", ["p2", "p1"]),
        ("HOLM pleje", ["p2"]),
        ("åse pleje", []),
        ("åSE", ["p1"]),
        ("(p1.*", []),
    ):
        page = client.get("/fjordby/personer/", {"q": words}).context["page"]
        assert [person.key for person in page] == keys


def test_a_long_list_comes_fifty_at_a_time(fjord: Organisation, client: Client) -> None:
    for number in range(51):
        fjordby.person(fjord, f"p{number:02}", name=f"Leder {number:02}")
    first = client.get("/fjordby/personer/", {"q": "leder"})
    assert len(first.context["page"].object_list) == 50
    assert "?q=leder&amp;side=2" in first.content.decode()
    last = client.get("/fjordby/personer/", {"side": "2"})
    assert [person.key for person in last.context["page"]] == ["p50"]


def test_units_come_as_a_tree_with_their_people(fjord: Organisation) -> None:
    top = Unit.objects.create(organisation=fjord, name="Fjordby")
    child = Unit.objects.create(organisation=fjord, name="Børn", parent=top)
    Unit.objects.create(organisation=fjord, name="Skole", parent=child)
    Unit.objects.create(organisation=fjord, name="Ældre", parent=top)
    fjordby.person(fjord, "p1", unit="Skole")
    fjordby.person(fjord, "p2", unit="Skole", erased_at="2026-01-01T00:00Z")
    told = [(branch.name, branch.depth, branch.headcount) for branch in units_of(fjord)]
    assert told == [("Fjordby", 0, 0), ("Børn", 1, 0), ("Skole", 2, 1), ("Ældre", 1, 0)]


def test_a_person_is_added_changed_and_told_of_in_the_account(
    fjord: Organisation, client: Client, consultant: User
) -> None:
    unit = Unit.objects.create(organisation=fjord, name="Skole")
    values = {
        "key": "p1", "name": "Åse", "unit": unit.pk, "hourly_value_oere": "412.50",
        "email": "aase@fjordby.example", "role": "", "place": "",
    }  # fmt: skip
    client.post("/fjordby/personer/ny/", values)
    person = Person.objects.get()
    assert (person.key, person.hourly_value_oere) == ("p1", 41_250)
    client.post(f"/fjordby/personer/{person.pk}/ret/", {**values, "key": "p9", "name": "Åse H"})
    person.refresh_from_db()
    assert (person.key, person.name) == ("p1", "Åse H")
    told = Entry.objects.order_by("id").values_list("by", "action", "subject")
    assert list(told) == [
        (consultant.pk, "person_added", f"person:{person.pk}"),
        (consultant.pk, "person_changed", f"person:{person.pk}"),
    ]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"key": "p1"}, "already exists"),
        ({"email": "P1@fjordby.example"}, "belongs to Leder p1 (p1): each needs her own"),
        ({"email": "ikke en"}, "is no e-mail address"),
        ({"hourly_value_oere": "fire hundrede"}, "is no amount: write kroner"),
        ({"hourly_value_oere": "-1"}, "must be 0 or more"),
    ],
)
def test_a_person_that_cannot_be_stored_is_told_why(
    fjord: Organisation, client: Client, changed: dict[str, str], sentence: str
) -> None:
    one = fjordby.person(fjord, "p1")
    values = {
        "key": "p2", "name": "Åse", "unit": one.unit.pk, "hourly_value_oere": "412.50",
        "email": "", "role": "", "place": "",
    }  # fmt: skip
    shown = client.post("/fjordby/personer/ny/", values | changed)
    assert sentence in shown.content.decode().replace("&quot;", '"')
    assert Person.objects.count() == 1


def test_a_unit_of_another_organisation_cannot_be_chosen(
    fjord: Organisation, client: Client
) -> None:
    assert fjord.slug
    strange = Unit.objects.create(organisation=fjordby.municipality("nabo"), name="Fremmed")
    values = {"key": "p2", "name": "Åse", "unit": strange.pk, "hourly_value_oere": "1"}
    client.post("/fjordby/personer/ny/", values)
    assert not Person.objects.exists()


def test_a_unit_is_never_below_itself(fjord: Organisation, client: Client) -> None:
    top = Unit.objects.create(organisation=fjord, name="Fjordby")
    child = Unit.objects.create(organisation=fjord, name="Børn", parent=top)
    shown = client.post(f"/fjordby/enheder/{top.pk}/", {"name": "Fjordby", "parent": child.pk})
    assert "Børn is a part of this unit" in shown.content.decode()
    top.refresh_from_db()
    assert top.parent is None


def test_a_unit_with_people_stays_and_an_empty_one_goes(
    fjord: Organisation, client: Client
) -> None:
    unit = fjordby.person(fjord, "p1", unit="Skole").unit
    empty = Unit.objects.create(organisation=fjord, name="Tom")
    for row in (unit, empty):
        client.post(f"/fjordby/enheder/{row.pk}/slet/")
        assert Unit.objects.filter(pk=row.pk).exists()
        client.post(f"/fjordby/enheder/{row.pk}/slet/", {"sure": "yes"})
    assert list(Unit.objects.values_list("name", flat=True)) == ["Skole"]
    assert Entry.objects.get(action="unit_deleted").subject == f"unit:{empty.pk}"


def test_a_pair_needs_two_people_of_the_register(fjord: Organisation, client: Client) -> None:
    fjordby.person(fjord, "p1")
    fjordby.person(fjord, "p2")
    for keys, sentence in (("p1", "needs two people"), ("p1\np9", "Nobody has the id p9")):
        shown = client.post("/fjordby/makkerpar/nyt/", {"key": "top", "people_keys": keys})
        assert sentence in shown.content.decode()
    client.post("/fjordby/makkerpar/nyt/", {"key": "top", "people_keys": "p1\np2"})
    assert Party.objects.get().people.count() == 2


def test_facilitators_rooms_and_places_are_added_and_kept_while_in_use(
    fjord: Organisation, client: Client
) -> None:
    teacher = {"key": "f1", "name": "Kim", "fee_per_half_day_oere": "9000", "email": ""}
    client.post("/fjordby/undervisere/ny/", teacher)
    room = {
        "key": "r1", "name": "Salen", "place": "raadhus", "capacity": "20",
        "price_per_half_day_oere": "600",
    }  # fmt: skip
    client.post("/fjordby/lokaler/nyt/", room)
    place = {"key": "raadhus", "name": "Rådhuset", "lat": "55.1", "lon": "9.4"}
    client.post("/fjordby/steder/nyt/", place)
    facilitator = Facilitator.objects.get()
    assert (facilitator.fee_per_half_day_oere, facilitator.max_days_per_week) == (900_000, None)
    assert Room.objects.get().price_per_half_day_oere == 60_000
    assert Place.objects.get().lat == 55.1
    Engagement.objects.create(programme=fjordby.programme(fjord), facilitator=facilitator)
    address = f"/fjordby/undervisere/{facilitator.pk}/slet/"
    shown = client.post(address, {"sure": "yes"}, follow=True)
    assert "Kim is in use and was not deleted" in shown.content.decode()
    assert Facilitator.objects.exists()
