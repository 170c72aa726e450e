"""A municipality asks two providers; both answer; it chooses one. Each in a browser of its own."""

from dataclasses import dataclass

import pytest
from django.core import mail
from playwright.sync_api import Page, expect
from tests.journeys.conftest import Visit
from tests.journeys.web.conftest import OpenSite, Site
from tests.web import fjordby
from tests.web.commissions.asking import work_off_tasks

from samskab.planner.model.programme import Format
from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import User
from samskab.web.commissions.models import Commission
from samskab.web.programmes.models import Programme
from samskab.web.programmes.offer_text import read_text

pytestmark = pytest.mark.django_db(transaction=True)
TEXTS = {
    "title": "Ledelse tæt på borgeren 🌱",
    "change": "Lederne skal følge borgerens vej på tværs af enheder.",
    "service_result": "En borger fortæller sin sag én gang.",
    "budget_result": "Færre genindlæggelser.",
    "measurement": "Genindlæggelser pr. måned.",
    "audience": "Ledere af hjemmepleje og sygepleje.",
    "people_count": "24",
    "first_day": "2027-01-11",
    "last_day": "2027-06-25",
    "budget_oere": "600000",
    "tried": "Et kursus i 2024, som ingen brugte.",
}
DAYS = {"first_day": "02022027", "last_day": "06062027"}  # the same in either order
REASON = "De holder det hos os, og modulerne bygger på hinanden."


@dataclass(frozen=True, slots=True)
class People:
    """Who takes part in the journey."""

    consultant: User
    manager: User
    providers: tuple[User, User]


@pytest.fixture
def people(transactional_db: None) -> People:  # noqa: ARG001
    municipality = fjordby.municipality()
    providers = (fjordby.provider(), fjordby.provider("andet", "Andet Kursushus"))
    return People(
        fjordby.member(municipality, Role.CONSULTANT),
        fjordby.member(municipality, Role.TOP_MANAGEMENT),
        (fjordby.member(providers[0], Role.PROVIDER), fjordby.member(providers[1], Role.PROVIDER)),
    )


def sound(visit: Visit, *, scripts: bool = True) -> None:
    """The page is accessible, fits, and its console is silent."""
    if scripts:
        assert visit.breaches() == []
        assert visit.overflow_px() == 0
    assert visit.messages == []


def press(page: Page, next_step: str) -> None:
    page.locator(f"button[name=next][value={next_step}]").click()


def ask(site: Site, *, scripts: bool) -> None:
    """Write a commission, as a draft first, and ask both providers."""
    visit = site.open("/fjordby/rekvisitioner/")
    page = visit.page
    sound(visit, scripts=scripts)
    page.locator("a[href$='/rekvisitioner/ny/']").click()
    sound(visit, scripts=scripts)
    for name, text in TEXTS.items():
        if name != "measurement":
            page.fill(f"[name={name}]", text)
    press(page, "draft")
    sound(visit, scripts=scripts)
    page.locator("a[href$='/spoerg/']").click()
    expect(page.locator(".alert-warning li")).to_have_count(1)  # how it is measured is not told
    sound(visit, scripts=scripts)
    page.locator("main a[href$='/ret/']").click()
    page.fill("[name=measurement]", TEXTS["measurement"])
    press(page, "ask")
    sound(visit, scripts=scripts)
    for box in page.locator("input[name=providers]").all():
        page.locator(f"label[for={box.get_attribute('id')}]").click()
    page.locator("main button[type=submit]").click()
    expect(page.locator("main tbody tr")).to_have_count(2)
    sound(visit, scripts=scripts)


def answer(site: Site, slug: str, price: str, *, scripts: bool) -> None:
    """Draft two modules, look at them, send them."""
    visit = site.open(f"/{slug}/forespoergsler/")
    page = visit.page
    sound(visit, scripts=scripts)
    page.locator("main tbody a").click()
    sound(visit, scripts=scripts)
    page.locator("main a[href$='/svar/']").click()
    sound(visit, scripts=scripts)
    page.fill("[name=form-0-title]", "Borgerens vej")
    page.fill("[name=form-1-title]", "Data i praksis")
    page.select_option("[name=form-1-format]", "online")
    page.select_option("[name=form-1-half_days]", "1")
    page.fill("[name=form-1-after]", "1")
    page.fill("[name=price_oere]", price)
    page.fill("[name=message]", "Vi begynder i borgerens hjem.")
    press(page, "look")
    sound(visit, scripts=scripts)
    page.locator("form[action$='/send/'] button").click()
    expect(page.locator("form[action$='/send/']")).to_have_count(0)
    sound(visit, scripts=scripts)


def choose(site: Site, *, scripts: bool) -> None:
    """Compare, choose the first of the two by name, say why."""
    visit = site.open("/fjordby/rekvisitioner/")
    page = visit.page
    page.locator("main tbody a").click()
    page.locator("main a[href$='/svar/']").click()
    expect(page.locator(".compare thead th")).to_have_text(["Andet Kursushus", "Lærkilde"])
    sound(visit, scripts=scripts)
    page.locator("a[href*='/vaelg/?svar=']").last.click()
    sound(visit, scripts=scripts)
    page.locator("main button[type=submit]").click()  # without a reason
    expect(page.locator("h1")).to_be_visible()
    assert page.url.split("?")[0].endswith("/vaelg/")
    page.fill("[name=reason]", REASON)
    page.locator("main button[type=submit]").click()
    expect(page.locator(".chosen-answer")).to_contain_text("Lærkilde")
    expect(page.locator(".chosen-answer")).to_contain_text(REASON)
    sound(visit, scripts=scripts)


@pytest.mark.parametrize(
    ("language", "width", "scripts"),
    [("da", 1280, True), ("en", 360, True), ("da", 360, True), ("en", 1280, False)],
)
def test_a_commission_goes_from_need_to_choice(
    site: OpenSite, people: People, language: str, width: int, *, scripts: bool
) -> None:
    browsers = [
        site(user, language, width, scripts=scripts)
        for user in (people.consultant, *people.providers, people.manager)
    ]
    ask(browsers[0], scripts=scripts)
    work_off_tasks()
    told = [message.to for message in mail.outbox]
    assert sorted(told) == [["provider@andet.example"], ["provider@laerkilde.example"]]
    answer(browsers[1], "laerkilde", "480000", scripts=scripts)
    answer(browsers[2], "andet", "520000", scripts=scripts)
    choose(browsers[3], scripts=scripts)

    commission = Commission.objects.get()
    assert (commission.state, commission.reason) == ("chosen", REASON)
    assert commission.budget_oere == 60_000_000
    chosen = Programme.objects.get(offer__inquiry=commission.chosen)
    assert (str(chosen.provider), chosen.state) == ("Lærkilde", "shared")
    modules = read_text(chosen.text).programme.modules
    assert [(module.format, module.half_days, module.after) for module in modules] == [
        (Format.IN_PERSON, 2, ()),
        (Format.ONLINE, 1, ("m1",)),
    ]
    other = browsers[2].open("/andet/forespoergsler/").page
    other.locator("main tbody a").click()
    assert REASON not in other.content()
    assert "Lærkilde" not in other.content()
    words = {"da": "En anden udbyder blev valgt", "en": "Another provider was chosen"}
    expect(other.locator(".badge").first).to_have_text(words[language])


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until what matches is focused, as somebody without a mouse does."""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"no way to {selector} by Tab")


def go_by(page: Page, selector: str) -> None:
    """Follow a link, or press a button, by keyboard."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_the_whole_journey_is_walked_by_keyboard_alone(site: OpenSite, people: People) -> None:
    page = site(people.consultant).open("/fjordby/rekvisitioner/ny/").page
    for name, text in TEXTS.items():
        tab_to(page, f"[name={name}]")
        page.keyboard.type(DAYS.get(name, text))
    go_by(page, "button[value=ask]")
    for number in (0, 1):
        tab_to(page, f"#id_providers_{number}")
        page.keyboard.press("Space")
    go_by(page, "main button[type=submit]")
    expect(page.locator("main tbody tr")).to_have_count(2)

    for user, slug in zip(people.providers, ("laerkilde", "andet"), strict=True):
        theirs = site(user).open(f"/{slug}/forespoergsler/").page
        go_by(theirs, "main tbody a")
        go_by(theirs, "main a[href$='/svar/']")
        for name, text in (("form-0-title", "Borgerens vej"), ("price_oere", "480.000")):
            tab_to(theirs, f"[name={name}]")
            theirs.keyboard.type(text)
        go_by(theirs, "button[value=look]")
        go_by(theirs, "form[action$='/send/'] button")
        expect(theirs.locator("form[action$='/send/']")).to_have_count(0)

    go_by(page, "main a[href$='/svar/']")
    tab_to(page, ".table-scroll")
    go_by(page, "a[href*='/vaelg/?svar=']")
    tab_to(page, "[name=reason]")
    page.keyboard.type(REASON)
    go_by(page, "main button[type=submit]")
    expect(page.locator(".chosen-answer")).to_contain_text("Andet Kursushus")
