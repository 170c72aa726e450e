"""OpenID Connect against a provider that runs: it lets in whom the site knows, and nobody else."""

from collections.abc import Iterator
from http.cookiejar import CookieJar
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPCookieProcessor, HTTPRedirectHandler, Request, build_opener

import pytest
from django.test import Client
from oidc_provider_mock import User as Subject
from oidc_provider_mock import run_server_in_thread
from pytest_django.fixtures import Settings
from tests.web import fjordby

from samskab.web import environment as env
from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import User
from samskab.web.identity import identity_providers

pytestmark = pytest.mark.django_db
FOUND = 302


def subject(name: str, email: str, *, verified: bool) -> Subject:
    claims = {"email": email, "email_verified": verified, "name": name}
    return Subject(sub=name, claims=claims)


SUBJECTS = (
    subject("anna", "Consultant@fjordby.example", verified=True),
    subject("bo", "consultant@fjordby.example", verified=False),
    subject("carl", "ukendt@fjordby.example", verified=True),
)


@pytest.fixture
def issuer(settings: Settings) -> Iterator[str]:
    with run_server_in_thread(user_claims=SUBJECTS) as server:
        address = f"http://localhost:{server.server_port}"
        given = {
            env.OIDC_SERVER.name: address,
            env.OIDC_CLIENT.name: "samskab",
            env.OIDC_SECRET.name: "hemmelig",
            env.OIDC_NAME.name: "Fjordby-login",
        }
        apps = identity_providers(env.Environment(given))
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": apps}}
        yield address


class Stay(HTTPRedirectHandler):
    """Leaves following to the test: the way back leads to Django's own client."""

    def redirect_request(self, *_: object) -> None:
        return None


def log_in(client: Client, name: str) -> str:
    """The whole way round; where it ends."""
    begun = client.get("/konto/oidc/oidc/login/")
    assert begun.status_code == FOUND
    opener = build_opener(HTTPCookieProcessor(CookieJar()), Stay)
    form = Request(begun["Location"], data=urlencode({"sub": name}).encode())
    try:
        answer = opener.open(form)
        headers = answer.headers
    except OSError as redirect:
        headers = redirect.headers  # type: ignore[attr-defined]
    back = urlsplit(headers["Location"])
    ended = client.get(f"{back.path}?{back.query}", follow=True)
    return str(ended.request["PATH_INFO"])


@pytest.fixture
def consultant() -> User:
    return fjordby.member(fjordby.municipality(), Role.CONSULTANT)


def test_a_verified_address_opens_the_account_there_is(
    issuer: str, consultant: User, settings: Settings
) -> None:
    settings.SECOND_FACTOR = True
    settings.SECOND_FACTOR_GRACE_DAYS = 0
    client = Client()
    assert issuer
    assert log_in(client, "anna").startswith("/fjordby/")
    assert client.session["_auth_user_id"] == str(consultant.pk)
    assert User.objects.count() == 1


@pytest.mark.parametrize("name", ["bo", "carl"])
def test_an_address_that_is_not_verified_or_not_known_opens_nothing(
    issuer: str, consultant: User, name: str
) -> None:
    client = Client()
    assert issuer
    log_in(client, name)
    assert "_auth_user_id" not in client.session
    assert list(User.objects.all()) == [consultant]


def test_a_user_who_was_deactivated_stays_out(issuer: str, consultant: User) -> None:
    User.objects.filter(pk=consultant.pk).update(is_active=False)
    client = Client()
    assert issuer
    log_in(client, "anna")
    assert "_auth_user_id" not in client.session


def test_the_login_page_names_the_provider(issuer: str) -> None:
    assert issuer
    page = Client().get("/konto/login/").content.decode()
    assert "Log på med Fjordby-login" in page


def test_a_server_without_a_client_is_refused_at_start() -> None:
    given = env.Environment({env.OIDC_SERVER.name: "https://login.fjordby.example"})
    with pytest.raises(env.EnvironmentFaultError, match="SAMSKAB_OIDC_CLIENT"):
        identity_providers(given)
