"""A second factor is asked of those who see much, and of nobody else."""

import time
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.web import fjordby

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.accounts.second_factor import STRICT_ROLES

pytestmark = pytest.mark.django_db
PAGE = "/konto/anden-faktor/"


@pytest.fixture(autouse=True)
def strict(settings: Settings) -> None:
    settings.SECOND_FACTOR = True
    settings.SECOND_FACTOR_GRACE_DAYS = 7


@pytest.fixture
def place() -> Organisation:
    return fjordby.municipality()


def old(user: User) -> User:
    """A user whose days of grace are over."""
    User.objects.filter(pk=user.pk).update(date_joined=timezone.now() - timedelta(days=8))
    return user


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def code_of(secret: str) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))


@pytest.mark.parametrize("role", Role)
def test_the_page_is_for_roles_that_see_much(role: Role, place: Organisation) -> None:
    answer = logged_in(old(fjordby.member(place, role))).get("/fjordby/")
    asked = answer.status_code == 302 and answer["Location"] == PAGE
    assert asked == (role in STRICT_ROLES)


def test_it_can_be_put_off_while_the_days_of_grace_last(place: Organisation) -> None:
    client = logged_in(fjordby.member(place, Role.CONSULTANT))
    assert client.get("/fjordby/")["Location"] == PAGE
    assert client.post(PAGE)["Location"] == "/"
    assert client.get("/fjordby/", follow=True).status_code == 200


def test_it_cannot_be_put_off_afterwards(place: Organisation) -> None:
    user = fjordby.member(place, Role.CONSULTANT)
    client = logged_in(user)
    client.post(PAGE)
    old(user)
    assert client.get("/fjordby/")["Location"] == PAGE
    page = client.post(PAGE)
    assert page.status_code == 200
    assert client.get("/fjordby/")["Location"] == PAGE


def test_an_app_opens_the_pages_and_login_asks_for_its_code(place: Organisation) -> None:
    user = old(fjordby.member(place, Role.CONSULTANT))
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    assert logged_in(user).get("/fjordby/", follow=True).status_code == 200
    client = Client()
    given = {"login": user.email, "password": fjordby.PASSWORD}
    assert client.post("/konto/login/", given)["Location"] == "/konto/2fa/authenticate/"
    assert client.get("/fjordby/")["Location"].startswith("/konto/login/")
    wrong = client.post("/konto/2fa/authenticate/", {"code": "000000"})
    assert wrong.status_code == 200
    assert client.post("/konto/2fa/authenticate/", {"code": code_of(secret)}).status_code == 302
    assert client.get("/fjordby/", follow=True).status_code == 200


def test_recovery_codes_alone_are_no_second_factor(place: Organisation) -> None:
    user = old(fjordby.member(place, Role.AUDITOR))
    codes = Authenticator.Type.RECOVERY_CODES
    Authenticator.objects.create(user=user, type=codes, data={"seed": "x"})
    assert logged_in(user).get("/fjordby/")["Location"] == PAGE


def test_nobody_is_asked_where_the_setting_says_no(place: Organisation, settings: Settings) -> None:
    settings.SECOND_FACTOR = False
    assert (
        logged_in(old(fjordby.member(place, Role.AUDITOR)))
        .get("/fjordby/", follow=True)
        .status_code
        == 200
    )
