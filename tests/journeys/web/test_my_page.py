"""One's own page on a phone."""

import pytest
from tests.journeys.web.conftest import OpenSite
from tests.web import fjordby
from tests.web.invitations.published import House, house

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import User
from samskab.web.invitations.models import Feed
from samskab.web.people.models import Place

pytestmark = pytest.mark.django_db(transaction=True)
COMES = {"da": "Jeg kommer", "en": "I come"}
STORED = {"da": "dit svar er gemt", "en": "your answer is stored"}
LISTS = {"da": "4 deltagere", "en": "4 participants"}


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


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_leader_answers_on_her_page(
    site: OpenSite, home: House, language: str, width: int
) -> None:
    visit = site(leader(home), language, width).open("/fjordby/min-side/")
    assert visit.page.locator("h2").first.inner_text() == "Fælles retning"
    assert visit.breaches() == []
    assert visit.overflow_px() == 0
    visit.page.get_by_role("button", name=COMES[language]).first.click()
    visit.page.get_by_text(STORED[language]).wait_for()
    pressed = visit.page.get_by_role("button", name=COMES[language]).first
    assert pressed.get_attribute("aria-pressed") == "true"
    assert home.entry("p1").answer == "ACCEPTED"
    assert visit.breaches() == []
    assert visit.messages == []


def test_a_leader_answers_by_keyboard_alone_and_without_scripts(
    site: OpenSite, home: House
) -> None:
    page = site(leader(home), width=360, scripts=False).open("/fjordby/min-side/").page
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.locator(":focus").inner_text() == "Jeg kan ikke komme":
            break
    page.keyboard.press("Enter")
    page.get_by_text("Du har meldt afbud").wait_for()
    assert home.entry("p1").answer == "DECLINED"


def test_a_leader_renews_her_calendar_address(site: OpenSite, home: House) -> None:
    visit = site(leader(home), width=360).open("/fjordby/min-side/")
    old = Feed.objects.get(person=home.world.person).secret
    field = visit.page.locator(".told-secret")
    assert field.input_value().endswith(f"/kalender/{old}.ics")
    answer = visit.page.request.get(field.input_value())
    assert answer.status == 200
    visit.page.get_by_role("button", name="Forny adressen").click()
    visit.page.wait_for_load_state()
    assert old not in visit.page.locator(".told-secret").input_value()
    assert (
        visit.page.request.get(field.input_value().rpartition("/")[0] + f"/{old}.ics").status == 404
    )


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_facilitator_sees_groups_and_lists(site: OpenSite, home: House, language: str) -> None:
    user = fjordby.member(home.world.municipality, Role.FACILITATOR)
    home.world.facilitator.user = user
    home.world.facilitator.save()
    visit = site(user, language, 360).open("/fjordby/min-side/")
    assert visit.page.locator(".told-group").count() == 3
    visit.page.get_by_text(LISTS[language]).click()
    assert visit.page.locator("details[open] li", has_text="Leder p3, Skole").is_visible()
    assert visit.breaches() == []
    assert visit.overflow_px() == 0
    assert visit.messages == []
