"""Login by password: limits, cookies, reset by mail, and no way to sign up alone."""

import re

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from pytest_django.fixtures import Settings
from tests.web import fjordby

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import User

pytestmark = pytest.mark.django_db
LOGIN = "/konto/login/"
TOO_MANY = 429


@pytest.fixture
def consultant() -> User:
    return fjordby.member(fjordby.municipality(), Role.CONSULTANT)


def test_guessing_is_stopped_for_all_processes_after_five_times(
    consultant: User, settings: Settings
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "20/m/ip,5/5m/key"}
    cache.clear()
    wrong = {"login": consultant.email, "password": "gæt"}
    for _ in range(5):
        assert Client().post(LOGIN, wrong).status_code == 200
    right = {"login": consultant.email, "password": fjordby.PASSWORD}
    locked = Client().post(LOGIN, right)
    assert locked.status_code == 200
    assert "sessionid" not in locked.cookies
    cache.clear()
    assert Client().post(LOGIN, right).status_code == 302


def test_one_address_is_stopped_with_a_page_that_says_so(settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = {"login": "2/m/ip"}
    cache.clear()
    given = {"login": "x@fjordby.example", "password": "gæt"}
    answers = [Client().post(LOGIN, given) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, TOO_MANY]
    assert "For mange forsøg" in answers[2].content.decode()


def test_the_session_cookie_is_kept_from_scripts_and_other_sites(consultant: User) -> None:
    answer = Client().post(LOGIN, {"login": consultant.email, "password": fjordby.PASSWORD})
    session = answer.cookies["sessionid"]
    assert session["httponly"]
    assert session["samesite"] == "Lax"
    assert not session["max-age"]
    csrf = Client().get(LOGIN).cookies["csrftoken"]
    assert csrf["httponly"]
    assert csrf["samesite"] == "Lax"


def test_a_password_is_reset_by_a_link_that_works_once(consultant: User) -> None:
    Client().post("/konto/password/reset/", {"email": consultant.email})
    sent = mail.outbox[-1]
    assert sent.to == [consultant.email]
    found = re.search(r"http://testserver(/\S+)", str(sent.body))
    assert found
    link = found[1]
    client = Client()
    form = client.get(link, follow=True)
    new = {"password1": "en helt ny sætning 42", "password2": "en helt ny sætning 42"}
    client.post(form.request["PATH_INFO"], new)
    given = {"login": consultant.email, "password": new["password1"]}
    assert Client().post(LOGIN, given).status_code == 302
    again = Client().get(link, follow=True)
    assert b'name="password1"' not in again.content


def test_a_stranger_gets_no_mail_and_hears_nothing(consultant: User) -> None:
    known = Client().post("/konto/password/reset/", {"email": consultant.email})
    count = len(mail.outbox)
    unknown = Client().post("/konto/password/reset/", {"email": "ukendt@fjordby.example"})
    assert (unknown.status_code, unknown["Location"]) == (known.status_code, known["Location"])
    assert len(mail.outbox) == count


@pytest.mark.parametrize("path", ["/konto/signup/", "/konto/3rdparty/signup/"])
def test_nobody_signs_up_alone(path: str) -> None:
    given = {"email": "ny@fjordby.example", "password1": "lang nok 123!", "password2": "x"}
    Client().post(path, given)
    assert not User.objects.exists()


def test_the_login_page_offers_no_signing_up() -> None:
    page = Client().get(LOGIN).content.decode()
    assert "/konto/signup/" not in page
    assert "passkey_login" in page
