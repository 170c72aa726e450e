"""Keys: shown once, kept as a hash, gone with their owner's role."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.web import fjordby

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Membership, Organisation, User
from samskab.web.api.actions import make_token
from samskab.web.api.enums import Scope
from samskab.web.api.models import Token
from samskab.web.audit.models import Entry

pytestmark = pytest.mark.django_db
PAGE = "/fjordby/api/"


@pytest.fixture
def place() -> Organisation:
    return fjordby.municipality()


@pytest.fixture
def consultant(place: Organisation) -> User:
    return fjordby.member(place, Role.CONSULTANT)


def key(user: User, place: Organisation) -> str:
    scopes = [Scope.PEOPLE_READ]
    return make_token(organisation=place, by=user, name="x", scopes=scopes, days=30)


def status(secret: str, path: str = "people") -> int:
    client = Client(headers={"Authorization": f"Bearer {secret}"})
    return client.get(f"/api/v1/{path}").status_code


def test_a_key_is_shown_once_and_opens(consultant: User) -> None:
    client = Client()
    client.force_login(consultant)
    given = {"name": "Til lønsystemet", "scopes": ["people:read"], "days": "90"}
    answer = client.post(PAGE, given)
    secret = answer.context["secret"]
    assert secret in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    page = client.get(PAGE).content.decode()
    assert "Til lønsystemet" in page
    assert secret not in page
    assert secret not in str(list(Token.objects.values()))
    assert status(secret) == 200
    assert Token.objects.get().used_on == timezone.localdate()
    assert Entry.objects.get(action="token_made").facts == {"scopes": ["people:read"]}


def test_a_scope_that_the_roles_do_not_reach_is_not_given(consultant: User) -> None:
    client = Client()
    client.force_login(consultant)
    given = {"name": "x", "scopes": ["audit:read"], "days": "90"}
    client.post(PAGE, given)
    assert not Token.objects.exists()


def test_a_revoked_key_opens_nothing(consultant: User, place: Organisation) -> None:
    secret = key(consultant, place)
    client = Client()
    client.force_login(consultant)
    client.post(f"{PAGE}{Token.objects.get().pk}/tilbagekald/", {"revoke": "1"})
    assert status(secret) == 401
    assert Entry.objects.filter(action="token_revoked").count() == 1


def test_a_key_is_old_after_its_days(consultant: User, place: Organisation) -> None:
    secret = key(consultant, place)
    Token.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert status(secret) == 401


def test_a_key_goes_with_the_role_and_with_the_user(consultant: User, place: Organisation) -> None:
    secret = key(consultant, place)
    Membership.objects.filter(user=consultant).update(role=Role.LEADER)
    assert status(secret) == 403
    Membership.objects.filter(user=consultant).delete()
    assert status(secret, "organisations") == 403
    User.objects.filter(pk=consultant.pk).update(is_active=False)
    assert status(secret) == 401


def test_an_administrator_revokes_everybodys_and_others_their_own(
    consultant: User, place: Organisation
) -> None:
    key(consultant, place)
    token = Token.objects.get()
    for role, answer in ((Role.AUDITOR, 404), (Role.ADMINISTRATOR, 302)):
        client = Client()
        client.force_login(fjordby.member(place, role))
        address = f"{PAGE}{token.pk}/tilbagekald/"
        assert client.post(address, {"revoke": "1"}).status_code == answer
    token.refresh_from_db()
    assert token.revoked_at
