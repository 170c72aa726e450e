"""The consultant brings people in; a leader connects her calendar; the rest are reminded."""

from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import Page
from pytest_django import Settings
from tests.journeys.conftest import Visit
from tests.journeys.web.conftest import OpenSite
from tests.web import fjordby
from tests.web.people.files import PEOPLE, TOGETHER, UNITS, calendar, event, workbook
from tests.web.people.servers import Feeds, plain, serving

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.people.models import BusySpan, Party, Person, Place, Unit

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = {
    "da": {
        "import": "Indlæs",
        "look": "Se, hvad der ville ændre sig",
        "confirm": "Bekræft og indlæs",
        "twice": "i linje 2 og i linje 3: giv dem hver sin",
        "imported": "Indlæst: 8 nye, 0 ændret, 0 som før.",
        "subscribe": "Abonnér",
        "upload": "Upload",
        "busy": "Kalenderen er læst: optaget én gang.",
        "fetched": "opdateret",
        "page": "Adressen svarer med en webside og ikke en kalender",
        "remind": "Påmind 2 personer pr. mail",
        "sent": "2 mails er på vej.",
    },
    "en": {
        "import": "Import",
        "look": "Look at what would change",
        "confirm": "Confirm and import",
        "twice": "on line 2 and on line 3: give each her own",
        "imported": "Imported: 8 new, 0 changed, 0 as before.",
        "subscribe": "Subscribe",
        "upload": "Upload",
        "busy": "The calendar is read: busy once.",
        "fetched": "up to date",
        "page": "The address answers with a web page, not a calendar",
        "remind": "Remind 2 people by mail",
        "sent": "2 mails are on their way.",
    },
}


@pytest.fixture
def fjord() -> Organisation:
    return fjordby.municipality()


@pytest.fixture
def consultant(fjord: Organisation) -> User:
    return fjordby.member(fjord, Role.CONSULTANT)


@pytest.fixture
def feeds(settings: Settings) -> Iterator[Feeds]:
    settings.FEED_NETWORKS = ["127.0.0.0/8"]
    with serving() as server:
        yield server


def files_in(folder: Path, people: str = PEOPLE) -> list[Path]:
    tables = {"people.csv": people, "units.csv": UNITS, "together.csv": TOGETHER}
    for name, text in tables.items():
        (folder / name).write_text(text, "utf-8")
    return [folder / name for name in tables]


def busy_next_week() -> str:
    start = (timezone.now().astimezone(UTC) + timedelta(days=7)).replace(hour=9, minute=0)
    return event(f"{start:%Y%m%dT%H%M00Z}", f"{start:%Y%m%dT%H%M00Z}"[:9] + "100000Z")


def sound(visit: Visit) -> None:
    """Axe finds nothing, nothing sticks out, and the console has nothing to say."""
    assert visit.breaches() == []
    assert visit.overflow_px() == 0
    assert visit.messages == []


def press(page: Page, name: str) -> None:
    """Walk to a button by the tabulator and press it, as those do who have no mouse."""
    for _ in range(80):
        page.keyboard.press("Tab")
        label = page.evaluate(
            "document.activeElement.matches('button, a') ? document.activeElement.innerText : ''"
        )
        if label.strip() == name:
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    pytest.fail(f"the tabulator never came to {name!r}")


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("width", [360, 1280])
def test_the_consultant_mends_a_file_and_imports_it(
    site: OpenSite, consultant: User, tmp_path: Path, language: str, width: int
) -> None:
    words = WORDS[language]
    visit = site(consultant, language, width).open("/fjordby/personer/")
    page = visit.page
    sound(visit)
    page.get_by_role("link", name=words["import"], exact=True).click()
    page.set_input_files("input[type=file]", files_in(tmp_path, PEOPLE.replace("p2@", "P1@")))
    page.get_by_role("button", name=words["look"]).click()
    assert words["twice"] in page.locator("main").inner_text()
    assert page.get_by_role("button", name=words["confirm"]).count() == 0
    assert not Person.objects.exists()
    sound(visit)
    page.go_back()
    page.set_input_files("input[type=file]", files_in(tmp_path))
    page.get_by_role("button", name=words["look"]).click()
    sound(visit)
    page.get_by_role("button", name=words["confirm"]).click()
    assert words["imported"] in page.locator("main").inner_text()
    assert page.locator("tbody tr").count() == 3
    sound(visit)


@pytest.mark.parametrize("scripts", [True, False])
def test_a_workbook_is_imported_by_keyboard_alone(
    site: OpenSite, consultant: User, tmp_path: Path, *, scripts: bool
) -> None:
    book = tmp_path / "register.xlsx"
    header = ["id", "name", "unit", "hourly_value"]
    book.write_bytes(workbook({"people": [header, ["p1", "Åse", "Skole", 412.5]]}))
    page = site(consultant, scripts=scripts).open("/fjordby/personer/").page
    press_ = press if scripts else _press_without_scripts
    press_(page, WORDS["da"]["import"])
    page.set_input_files("input[type=file]", book)
    press_(page, WORDS["da"]["look"])
    press_(page, WORDS["da"]["confirm"])
    page.wait_for_url("**/personer/")
    assert Person.objects.get().name == "Åse"


def _press_without_scripts(page: Page, name: str) -> None:
    """The page runs no script that could tell where the tabulator is: focus, then the key."""
    target = page.get_by_role("button", name=name, exact=True)
    target = target.or_(page.get_by_role("link", name=name, exact=True))
    with page.expect_navigation():
        target.press("Enter")


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("width", [360, 1280])
def test_a_leader_connects_her_calendar(
    site: OpenSite, fjord: Organisation, feeds: Feeds, tmp_path: Path, language: str, width: int
) -> None:
    words = WORDS[language]
    leader = fjordby.member(fjord, Role.LEADER)
    fjordby.person(fjord, "kim", user=leader)
    visit = site(leader, language, width).open("/fjordby/min-kalender/")
    page = visit.page
    sound(visit)
    file = tmp_path / "kim.ics"
    file.write_bytes(calendar(busy_next_week()))
    page.set_input_files("input[type=file]", file)
    page.get_by_role("button", name=words["upload"], exact=True).click()
    assert words["busy"] in page.locator("main").inner_text()
    feeds.answers["/side"] = plain(b"<!doctype html><title>Log ind</title>", "text/html")
    page.fill("input[name$=address]", feeds.address("/side"))
    page.get_by_role("button", name=words["subscribe"], exact=True).click()
    page.wait_for_load_state()
    call_command("db_worker", "--batch")
    page.get_by_text(words["page"]).wait_for(timeout=10_000)  # by itself, within seconds
    sound(visit)
    assert BusySpan.objects.count() == 1
    feeds.answers["/kim.ics"] = plain(calendar(busy_next_week()))
    page.fill("input[name$=address]", feeds.address("/kim.ics"))
    page.get_by_role("button", name=words["subscribe"], exact=True).click()
    page.wait_for_load_state()
    call_command("db_worker", "--batch")
    page.get_by_text(words["fetched"]).wait_for(timeout=10_000)
    sound(visit)


@pytest.mark.parametrize("language", WORDS)
def test_the_consultant_reminds_those_whose_calendar_is_missing(
    site: OpenSite, fjord: Organisation, consultant: User, language: str
) -> None:
    words = WORDS[language]
    for key in ("p1", "p2"):
        fjordby.person(fjord, key)
    visit = site(consultant, language, 360).open("/fjordby/kalendere/")
    sound(visit)
    press(visit.page, words["remind"])
    assert words["sent"] in visit.page.locator("main").inner_text()
    call_command("db_worker", "--batch")
    assert sorted(message.to[0] for message in mail.outbox) == [
        "p1@fjordby.example",
        "p2@fjordby.example",
    ]
    sound(visit)


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("width", [360, 1280])
def test_every_page_of_the_register_is_sound(
    site: OpenSite, fjord: Organisation, consultant: User, language: str, width: int
) -> None:
    one = fjordby.person(fjord, "p1", name="دانا ברק " + "Langtnavn" * 8)
    Unit.objects.create(organisation=fjord, name="Under" * 12, parent=one.unit)
    pair = Party.objects.create(organisation=fjord, key="top")
    pair.people.set([one, fjordby.person(fjord, "p2")])
    place = Place.objects.create(organisation=fjord, key="raadhus", name="R", lat=55.1, lon=9.4)
    teacher, room = fjordby.facilitator(fjord), fjordby.room(fjord)
    programme = fjordby.programme(fjord)
    opened = site(consultant, language, width)
    for path in (
        f"personer/{one.pk}", f"personer/{one.pk}/ret", "personer/ny", "personer/indlaes",
        "enheder", "enheder/ny", f"enheder/{one.unit.pk}", "makkerpar", f"makkerpar/{pair.pk}",
        "undervisere", f"undervisere/{teacher.pk}", "lokaler", f"lokaler/{room.pk}",
        "steder", f"steder/{place.pk}", f"kalendere/lokale/{room.pk}", "kalendere",
        f"forloeb/{programme.pk}/behov/indlaes",
    ):  # fmt: skip
        visit = opened.open(f"/fjordby/{path}/")
        assert visit.page.locator("h1").count() == 1, path
        sound(visit)
        visit.page.close()


def test_a_file_that_is_far_too_large_is_told_of_in_the_browser(
    site: OpenSite, consultant: User, tmp_path: Path
) -> None:
    large = tmp_path / "people.csv"
    with large.open("wb") as file:
        file.truncate(30_000_000)
    visit = site(consultant).open("/fjordby/personer/indlaes/")
    visit.page.set_input_files("input[type=file]", large)
    visit.page.get_by_role("button", name=WORDS["da"]["look"]).click()
    assert visit.page.locator("h1").inner_text() == "Det var for stort"
    assert visit.breaches() == []
