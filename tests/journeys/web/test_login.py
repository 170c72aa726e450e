"""Logging in as people do: with an app, with a passkey, invited by mail; in both languages."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from playwright.sync_api import Page
from pytest_django.fixtures import Settings
from tests.journeys.conftest import Visit
from tests.journeys.web.conftest import OpenSite
from tests.web import fjordby

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import User

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = {
    "da": ("Log på", "En lås mere på din dør", "Opret en adgangsnøgle", "Tilknyt en app"),
    "en": ("Log in", "One more lock on your door", "Set up a passkey", "Set up an app"),
}


@pytest.fixture
def consultant() -> User:
    return fjordby.member(fjordby.municipality(), Role.CONSULTANT)


@pytest.fixture
def strict(settings: Settings) -> None:
    settings.SECOND_FACTOR = True
    settings.SECOND_FACTOR_GRACE_DAYS = 0


def is_clean(visit: Visit) -> None:
    assert visit.breaches() == []
    assert visit.overflow_px() == 0
    assert [line for line in visit.messages if "Content Security" in line] == []


def give_password(page: Page, user: User) -> None:
    page.fill("input[name=login]", user.email)
    page.fill("input[name=password]", fjordby.PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/konto/login/" not in url)


def confirm_password(page: Page) -> None:
    """Whoever changes how an account is locked gives the password again."""
    page.wait_for_url("**/reauthenticate/**")
    page.fill("input[name=password]", fjordby.PASSWORD)
    page.keyboard.press("Enter")


def code_of(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_doors_pages_are_calm_and_clean(site: OpenSite, language: str, width: int) -> None:
    opened = site(language=language, width=width)
    visit = opened.open("/konto/login/")
    assert visit.page.locator("h1").inner_text() == WORDS[language][0]
    assert "/konto/signup/" not in visit.page.content()
    is_clean(visit)
    for path in ("/konto/password/reset/", "/konto/signup/", "/invitation/x/"):
        is_clean(opened.open(path))


@pytest.mark.usefixtures("strict")
@pytest.mark.parametrize("language", ["da", "en"])
def test_an_app_is_set_up_and_asked_for(site: OpenSite, consultant: User, language: str) -> None:
    visit = site(consultant, language, 360).open("/fjordby/")
    page = visit.page
    assert page.locator("h1").inner_text() == WORDS[language][1]
    is_clean(visit)
    page.get_by_role("link", name=WORDS[language][3]).click()
    confirm_password(page)
    page.wait_for_url("**/totp/activate/**")
    is_clean(visit)
    secret = page.input_value("#authenticator_secret")
    page.fill("input[name=code]", code_of(secret))
    page.keyboard.press("Enter")
    page.wait_for_url("**/recovery-codes/**")
    is_clean(visit)
    page.goto(page.url.split("/konto/")[0] + "/fjordby/")
    assert page.locator(".house-place").inner_text() == "Fjordby Kommune"
    other = site(language=language).open("/konto/login/")
    give_password(other.page, consultant)
    assert "/2fa/authenticate/" in other.page.url
    is_clean(other)
    wait_for_a_new_code(secret, code_of(secret))
    other.page.fill("input[name=code]", code_of(secret))
    other.page.keyboard.press("Enter")
    other.page.wait_for_url("**/fjordby/**")


def wait_for_a_new_code(secret: str, used: str) -> None:
    """A code opens once; the next comes within half a minute."""
    while code_of(secret) == used:
        time.sleep(0.5)


@pytest.mark.usefixtures("strict")
def test_a_passkey_is_set_up_and_opens_alone(site: OpenSite, consultant: User) -> None:
    visit = site(consultant).open("/fjordby/")
    page = visit.page
    key = page.context.new_cdp_session(page)
    key.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    key.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    page.get_by_role("link", name=WORDS["da"][2]).click()
    confirm_password(page)
    page.wait_for_url("**/webauthn/add/**")
    is_clean(visit)
    page.press("input[name=passwordless]", "Space")
    page.click("#mfa_webauthn_add")
    page.wait_for_url(lambda url: "/webauthn/add/" not in url)
    root = page.url.split("/konto/")[0]
    page.goto(f"{root}/konto/2fa/webauthn/")
    is_clean(visit)
    page.goto(f"{root}/fjordby/")
    assert page.locator(".house-place").inner_text() == "Fjordby Kommune"
    page.context.clear_cookies()
    page.goto(f"{root}/konto/login/")
    page.click("#passkey_login")
    page.wait_for_url("**/fjordby/**")


@pytest.mark.parametrize("scripts", [True, False])
def test_somebody_is_invited_and_comes_in(site: OpenSite, *, scripts: bool) -> None:
    boss = fjordby.member(fjordby.municipality(), Role.ADMINISTRATOR)
    page = site(boss, width=360, scripts=scripts).open("/fjordby/medlemmer/").page
    page.get_by_role("link", name="Invitér et medlem").click()
    page.fill("input[name=email]", "anna@fjordby.example")
    page.press("input[value=auditor]", "Space")
    page.get_by_role("button", name="Send invitationen").click()
    page.wait_for_url("**/medlemmer/")
    assert "anna@fjordby.example er inviteret" in page.inner_text("main")
    found = re.search(r"http://\S+?(/invitation/\S+)", str(mail.outbox[-1].body))
    assert found
    guest = site(width=360, scripts=scripts).open(found[1]).page
    guest.fill("input[name=name]", "Anna Æbelø")
    for field in ("password", "again"):
        guest.fill(f"input[name={field}]", fjordby.PASSWORD)
    guest.keyboard.press("Enter")
    guest.wait_for_url("**/konto/login/")
    give_password(guest, User.objects.get(email="anna@fjordby.example"))
    assert guest.locator(".house-place").inner_text() == "Fjordby Kommune"
    guest.get_by_role("link", name="Revisionsspor").click()
    assert "Et medlem kom til" in guest.inner_text("main")


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_pages_of_order_are_clean(site: OpenSite, language: str, width: int) -> None:
    place = fjordby.municipality()
    boss = fjordby.member(place, Role.ADMINISTRATOR, Role.CONSULTANT)
    person = fjordby.person(place, "p1")
    fjordby.facilitator(place)
    opened = site(boss, language, width)
    for path in (
        "medlemmer/",
        "medlemmer/inviter/",
        f"medlemmer/{boss.pk}/",
        f"medlemmer/{boss.pk}/deaktiver/",
        "revision/",
        "persondata/",
        f"persondata/{person.pk}/slet/",
        "api/",
    ):
        is_clean(opened.open(f"/fjordby/{path}"))
    for path in ("email/", "password/change/", "2fa/"):
        is_clean(opened.open(f"/konto/{path}"))
