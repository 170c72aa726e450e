"""Both sides sign; what is signed stays."""

import pytest
from django.test import Client
from django.urls import reverse
from tests.web import fjordby
from tests.web.programmes.test_codesign_pages import MODULE, address, now
from tests.web.world import World, make_world

from samskab.web.accounts.enums import Role
from samskab.web.audit.models import Entry
from samskab.web.programmes.design_actions import store_revision
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.locks import Side
from samskab.web.programmes.models import Programme, Reopening, Signature


@pytest.fixture
def world(db: None) -> World:  # noqa: ARG001
    return make_world()


def client_of(world: World, role: Role) -> Client:
    client = Client(headers={"accept-language": "en"})
    side = world.provider if role is Role.PROVIDER else world.municipality
    client.force_login(fjordby.member(side, role))
    return client


@pytest.fixture
def sides(world: World) -> tuple[Client, Client]:
    return client_of(world, Role.TOP_MANAGEMENT), client_of(world, Role.PROVIDER)


def sign_both(world: World, sides: tuple[Client, Client], revision: int = 1) -> None:
    for client, slug in zip(sides, ("fjordby", "laerkilde"), strict=True):
        client.post(address(world, "programme_sign", slug), {"revision": str(revision)})


def test_two_signatures_lock_a_programme(world: World, sides: tuple[Client, Client]) -> None:
    municipality, provider = sides
    municipality.post(address(world, "programme_sign"), {"revision": "1"})
    assert now(world).state == ProgrammeState.SHARED
    page = provider.get(address(world, "programme", "laerkilde")).content.decode()
    assert "top_management signed version 1" in page
    assert "has not signed" in page
    provider.post(address(world, "programme_sign", "laerkilde"), {"revision": "1"})
    assert now(world).state == ProgrammeState.SIGNED
    actions = list(Entry.objects.order_by("pk").values_list("action", flat=True))
    assert actions == ["programme_signed", "programme_signed", "programme_locked"]


def test_a_signed_price_is_not_changed_behind_the_signatures(
    world: World, sides: tuple[Client, Client]
) -> None:
    consultant = client_of(world, Role.CONSULTANT)
    sign_both(world, sides)
    page = reverse("facilitator_edit", args=["fjordby", world.facilitator.pk])
    form = consultant.get(page).context["form"]
    post = {name: form[name].value() or "" for name in form.fields}
    answer = consultant.post(page, post | {"fee_per_half_day_oere": "1"})
    assert "both sides must open it again" in answer.content.decode()
    world.facilitator.refresh_from_db()
    assert world.facilitator.fee_per_half_day_oere == 900_000


def test_a_signed_programme_edited_says_what_why_and_what_to_do(
    world: World, sides: tuple[Client, Client]
) -> None:
    consultant = client_of(world, Role.CONSULTANT)
    sign_both(world, sides)
    post = MODULE | {"base": "1", "group_max": "9"}
    answer = consultant.post(address(world, "module", module="m1"), post)
    (words,) = answer.context["form"].non_field_errors()
    assert "signed by both sides" in words
    assert "must stay what it is" in words
    assert "Ask to open it again" in words
    assert answer.context["form"]["group_max"].value() == "9"
    for name, more in (
        ("module_new", {"base": "1"}),
        ("programme_resources", {"do": "stop_room", "room": world.room.pk}),
        ("programme_economy", {"open_day_price": "1", "open_travel_hours": "1"}),
    ):
        told = consultant.post(address(world, name), more, follow=True).content.decode()
        assert "signed by both sides" in told
    consultant.post(address(world, "module_move", module="m1"), {"base": "1", "to": "later"})
    consultant.post(address(world, "module_remove", module="m1"), {"base": "1"})
    assert now(world).text == fjordby.PROGRAMME
    assert now(world).revision == 1
    assert now(world).venues.count() == 1


def test_the_database_keeps_a_signed_text_whatever_was_read_before(
    world: World, sides: tuple[Client, Client]
) -> None:
    read_before = now(world)
    user = fjordby.member(world.municipality, Role.CONSULTANT)
    sign_both(world, sides)
    text = fjordby.PROGRAMME.replace("group_max = 12", "group_max = 9")
    side = Side(user, world.municipality)
    for programme in (read_before, now(world)):
        made = store_revision(programme=programme, text=text, side=side, action="programme_changed")
        assert made is None
    assert now(world).text == fjordby.PROGRAMME


def test_a_change_after_one_signature_voids_it_and_says_so(
    world: World, sides: tuple[Client, Client]
) -> None:
    municipality, provider = sides
    municipality.post(address(world, "programme_sign"), {"revision": "1"})
    post = MODULE | {"base": "1", "group_max": "9"}
    provider.post(address(world, "module", "laerkilde", module="m1"), post)
    page = municipality.get(address(world, "programme")).content.decode()
    assert "that signature no longer holds" in page
    assert "?fra=1&amp;til=2" in page
    provider.post(address(world, "programme_sign", "laerkilde"), {"revision": "2"})
    assert now(world).state == ProgrammeState.SHARED
    municipality.post(address(world, "programme_sign"), {"revision": "2"})
    assert now(world).state == ProgrammeState.SIGNED


def test_what_was_changed_after_the_page_was_opened_is_not_signed(
    world: World, sides: tuple[Client, Client]
) -> None:
    municipality, provider = sides
    post = MODULE | {"base": "1", "group_max": "9"}
    provider.post(address(world, "module", "laerkilde", module="m1"), post)
    answer = municipality.post(address(world, "programme_sign"), {"revision": "1"}, follow=True)
    assert "something that you had not seen" in answer.content.decode()
    assert Signature.objects.count() == 0


def test_a_signature_is_withdrawn_until_the_other_side_signs(
    world: World, sides: tuple[Client, Client]
) -> None:
    municipality, _ = sides
    municipality.post(address(world, "programme_sign"), {"revision": "1"})
    municipality.post(address(world, "programme_unsign"), {"withdraw": "1"})
    assert Signature.objects.count() == 0
    sign_both(world, sides)
    told = municipality.post(
        address(world, "programme_unsign"), {"withdraw": "1"}, follow=True
    ).content.decode()
    assert "signed by both sides" in told
    assert Signature.objects.count() == 2


def test_a_role_of_the_other_side_does_not_sign(world: World) -> None:
    client = Client(headers={"accept-language": "en"})
    client.force_login(fjordby.member(world.provider, Role.CONSULTANT))
    told = client.post(
        address(world, "programme_sign", "laerkilde"), {"revision": "1"}, follow=True
    ).content.decode()
    assert "do not let you sign for Lærkilde" in told
    assert Signature.objects.count() == 0


def test_it_takes_both_to_open_it_again(world: World, sides: tuple[Client, Client]) -> None:
    municipality, provider = sides
    sign_both(world, sides)
    ask = {"reopen": "1", "reason": "Nyt budget"}
    municipality.post(address(world, "programme_reopen"), ask)
    assert now(world).state == ProgrammeState.SIGNED
    page = provider.get(address(world, "programme", "laerkilde")).content.decode()
    assert "asks to open the programme again" in page
    assert "Nyt budget" in page
    municipality.post(address(world, "programme_reopen"), ask)
    assert now(world).state == ProgrammeState.SIGNED
    provider.post(address(world, "programme_reopen", "laerkilde"), {"reopen": "1"})
    opened = now(world)
    assert (opened.state, opened.revision) == (ProgrammeState.SHARED, 2)
    assert opened.text == fjordby.PROGRAMME
    assert Reopening.objects.count() == 0
    assert Entry.objects.filter(action="programme_reopened").count() == 1
    page = municipality.get(address(world, "programme")).content.decode()
    assert page.count("that signature no longer holds") == 2


def test_either_side_can_leave_it_signed(world: World, sides: tuple[Client, Client]) -> None:
    municipality, provider = sides
    sign_both(world, sides)
    municipality.post(address(world, "programme_reopen"), {"reopen": "1"})
    provider.post(address(world, "programme_keep", "laerkilde"), {"keep": "1"})
    assert Reopening.objects.count() == 0
    provider.post(address(world, "programme_reopen", "laerkilde"), {"reopen": "1"})
    assert now(world).state == ProgrammeState.SIGNED


def test_a_municipality_alone_signs_and_opens_alone(world: World) -> None:
    consultant = client_of(world, Role.CONSULTANT)
    Programme.objects.filter(pk=world.programme.pk).update(provider=None)
    consultant.post(address(world, "programme_sign"), {"revision": "1"})
    assert now(world).state == ProgrammeState.SIGNED
    consultant.post(address(world, "programme_reopen"), {"reopen": "1"})
    assert now(world).state == ProgrammeState.SHARED


def test_a_provider_writes_its_draft_alone(world: World, sides: tuple[Client, Client]) -> None:
    _, provider = sides
    draft = fjordby.programme(world.municipality, world.provider, ProgrammeState.DRAFT)
    where = {"pk": draft.pk, "module": "m1"}
    post = MODULE | {"base": "1", "group_max": "9"}
    provider.post(reverse("module", kwargs={"slug": "laerkilde", **where}), post)
    draft.refresh_from_db()
    assert draft.revision == 2
    assert Entry.objects.get().organisation == world.provider
    consultant = client_of(world, Role.CONSULTANT)
    answer = consultant.post(reverse("module", kwargs={"slug": "fjordby", **where}), post)
    assert answer.status_code == 404
