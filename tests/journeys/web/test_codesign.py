"""A municipality and its provider design one programme together, each in a browser of its own."""

import re

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.web.conftest import OpenSite
from tests.web import fjordby
from tests.web.world import World, make_world

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import User
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.models import Programme

pytestmark = pytest.mark.django_db(transaction=True)
PARTS = (
    "", "rammer/", "dagen/", "regler/", "vaegte/", "moduler/", "moduler/m1/", "moduler/m1/fjern/",
    "hvem-moeder-hvem/", "undervisere-og-lokaler/", "pris-og-tid/", "udgaver/", "droeftelse/",
    "droeftelse/?sted=modules.m1.group_max",
)  # fmt: skip


@pytest.fixture
def world(transactional_db: None) -> World:  # noqa: ARG001
    return make_world()


@pytest.fixture
def consultant(world: World) -> User:
    return fjordby.member(world.municipality, Role.CONSULTANT)


@pytest.fixture
def provider(world: World) -> User:
    return fjordby.member(world.provider, Role.PROVIDER)


def root(world: World, slug: str = "fjordby") -> str:
    return f"/{slug}/forloeb/{world.programme.pk}/"


def now(world: World) -> Programme:
    return Programme.objects.get(pk=world.programme.pk)


@pytest.mark.parametrize(("language", "width"), [("da", 360), ("en", 1280)])
def test_every_page_is_accessible_and_fits(
    site: OpenSite, world: World, consultant: User, language: str, width: int
) -> None:
    opened = site(consultant, language, width)
    for part in ("/fjordby/forloeb/", "/fjordby/forloeb/nyt/", *PARTS):
        path = part if part.startswith("/") else root(world) + part
        visit = opened.open(path)
        assert visit.page.locator("html").get_attribute("lang") == language
        assert visit.breaches() == [], path
        assert visit.overflow_px() == 0, path
        assert visit.messages == [], path
        visit.page.close()


def test_two_write_at_once_and_neither_loses_anything(
    site: OpenSite, world: World, consultant: User, provider: User
) -> None:
    ours = site(consultant).open(root(world) + "moduler/m1/")
    theirs = site(provider, "en").open(root(world, "laerkilde") + "moduler/m1/")
    ours.page.fill("[name=group_max]", "9")
    ours.page.fill("[name=materials]", "150,50")
    theirs.page.fill("[name=group_max]", "8")
    theirs.page.fill("[name=title]", "Retning og mål")
    ours.page.get_by_role("button", name="Gem").click()
    ours.page.get_by_text("Gemt som version 2.").wait_for()
    theirs.page.get_by_role("button", name="Save").click()
    theirs.page.get_by_text("Somebody changed the same as you").wait_for()
    assert theirs.page.get_by_label("Yours: 8").is_visible()
    assert theirs.page.get_by_label("consultant (Fjordby Kommune): 9").is_visible()
    assert theirs.page.input_value("[name=title]") == "Retning og mål"
    assert theirs.page.input_value("[name=materials]") == "150.50"
    assert theirs.breaches() == []
    theirs.page.get_by_label("consultant (Fjordby Kommune): 9").check()
    theirs.page.get_by_role("button", name="Save").click()
    theirs.page.get_by_text("Saved as version 3.").wait_for()
    text = now(world).text
    assert 'title = "Retning og mål"' in text
    assert "group_max = 9" in text
    assert "materials = 150.50" in text


def test_the_price_follows_what_is_typed(site: OpenSite, world: World, consultant: User) -> None:
    visit = site(consultant).open(root(world) + "moduler/m1/")
    panel = visit.page.locator("#estimate")
    assert "27.000" in panel.inner_text() or "28.200" in panel.inner_text()
    visit.page.fill("[name=group_max]", "2")
    panel.get_by_text("47.400").wait_for()
    assert visit.messages == []
    assert visit.breaches() == []
    assert now(world).revision == 1
    visit.page.goto(visit.page.url.replace("moduler/m1/", "pris-og-tid/"))
    visit.page.fill("[name=open_day_price]", "5.000")
    visit.page.locator("#economy").get_by_text("30.000", exact=False).first.wait_for()
    assert now(world).open_day_price_oere == 450_000


def test_modules_are_moved_by_keyboard_alone(
    site: OpenSite, world: World, consultant: User
) -> None:
    page = site(consultant).open(root(world) + "moduler/").page
    tab_to(page, "Tidligere: Data i praksis")
    page.keyboard.press("Enter")
    expect(page.locator(".module-item h3")).to_have_text(["Data i praksis", "Fælles retning"])
    tab_to(page, "Tilføj et modul")
    page.keyboard.press("Enter")
    page.wait_for_url("**/moduler/m3/")
    tab_to(page, "", name="title")
    page.keyboard.press("Control+a")
    page.keyboard.type("Øvelser 😀")
    page.keyboard.press("Enter")
    page.get_by_text("Gemt som version 4.").wait_for()
    assert 'title = "Øvelser 😀"' in now(world).text


def tab_to(page: Page, text: str, name: str = "") -> None:
    """Press the tabulator until something of this text, or field of this name, has the focus."""
    for _ in range(80):
        page.keyboard.press("Tab")
        focus = page.evaluate(
            "[document.activeElement.textContent.trim(), document.activeElement.name || '']"
        )
        if (name and focus[1] == name) or (text and focus[0] == text):
            return
    pytest.fail(f"{text or name} is not reached by the tabulator")


def test_both_design_talk_and_sign_without_scripts(
    site: OpenSite, world: World, consultant: User, provider: User
) -> None:
    ours = site(consultant, width=360, scripts=False).open(root(world) + "moduler/m1/").page
    ours.fill("[name=group_max]", "2")
    ours.get_by_role("button", name="Beregn").click()
    assert "47.400" in ours.locator("#estimate").inner_text()
    assert ours.input_value("[name=group_max]") == "2"
    ours.get_by_role("link", name=re.compile("Drøft ?: Største hold")).click()
    ours.fill("[name=text]", "Er tolv ikke for mange?")
    ours.get_by_role("button", name="Send kommentaren").click()
    ours.fill("[name=group_max]", "10")
    ours.get_by_role("button", name="Foreslå").click()
    theirs = site(provider, "en", scripts=False).open(root(world, "laerkilde")).page
    theirs.get_by_role("link", name="Discussion 2 open").click()
    theirs.get_by_text("Answer", exact=False).first.click()
    theirs.locator("[name=text]").first.fill("Jo")
    theirs.get_by_role("button", name="Send the answer").click()
    theirs.get_by_role("button", name="Take it").click()
    theirs.get_by_text("The proposal is taken: version 2.").wait_for()
    theirs.get_by_role("button", name="Settled").click()
    theirs.get_by_role("link", name="Versions").click()
    row = theirs.locator(".difference-changed")
    assert row.inner_text().split("\t") == ["Module “Fælles retning”: Largest group", "12", "10"]
    theirs.get_by_role("link", name="Overview").last.click()
    theirs.get_by_role("button", name="Sign version 2").click()
    expect(theirs.get_by_text("You have signed version 2.")).to_be_visible()
    ours.goto(ours.url.split("droeftelse/")[0])
    ours.get_by_role("button", name="Underskriv version 2").click()
    expect(ours.get_by_text("Du har underskrevet version 2.")).to_be_visible()
    assert now(world).state == ProgrammeState.SIGNED
    ours.get_by_role("link", name="Regler").click()
    assert "underskrevet af begge parter" in ours.locator("main").inner_text()
    assert ours.get_by_role("button", name="Gem").count() == 0
    ours.goto(ours.url.replace("regler/", ""))
    ours.fill("[name=reason]", "Nyt budget")
    ours.get_by_role("button", name="Bed om at åbne det igen").click()
    theirs.reload()
    theirs.get_by_role("button", name="Open it again").click()
    expect(theirs.get_by_text("The programme is open again")).to_be_visible()
    assert now(world).state == ProgrammeState.SHARED
    assert now(world).revision == 3
    ours.reload()
    assert ours.get_by_text("gælder ikke længere").count() == 2


def test_rooms_pairs_and_facilitators_are_chosen(
    site: OpenSite, world: World, consultant: User
) -> None:
    fjordby.room(world.provider, "sal")
    visit = site(consultant).open(root(world) + "undervisere-og-lokaler/")
    page = visit.page
    page.select_option("[name=room]", label="Lokale sal (Lærkilde, 20)")
    page.get_by_role("button", name="Tilføj lokalet").click()
    page.get_by_text("Lærkilde, raadhus", exact=False).first.wait_for()
    assert visit.breaches() == []
    page.get_by_role("button", name=re.compile("Fjern ?: Lokale r1")).click()
    expect(page.get_by_role("button", name=re.compile("Fjern ?: Lokale r1"))).to_have_count(0)
    assert set(now(world).venues.values_list("room__key", flat=True)) == {"sal"}


def test_a_fault_is_told_where_it_is(site: OpenSite, world: World, consultant: User) -> None:
    visit = site(consultant, width=360).open(root(world) + "moduler/m1/")
    visit.page.fill("[name=group_min]", "20")
    visit.page.get_by_role("button", name="Gem").click()
    field = visit.page.locator("[name=group_min]")
    field.wait_for()
    told = visit.page.locator(f"#{field.get_attribute('aria-describedby').split()[-1]}")  # type: ignore[union-attr]
    assert "over »Største hold« 12" in told.inner_text()
    assert visit.breaches() == []
    assert visit.overflow_px() == 0
