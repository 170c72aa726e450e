"""From an invitation to a member, and what becomes of links that are old, used or another's."""

import re
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.web import fjordby

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Membership, Organisation, User
from samskab.web.audit.models import Entry
from samskab.web.members.models import Invite

pytestmark = pytest.mark.django_db
NEW = {"name": "Anna Æbelø", "password": "lang og hemmelig 7", "again": "lang og hemmelig 7"}
GONE = 410


@pytest.fixture
def place() -> Organisation:
    return fjordby.municipality()


@pytest.fixture
def administrator(place: Organisation) -> Client:
    client = Client()
    client.force_login(fjordby.member(place, Role.ADMINISTRATOR))
    return client


def invited(administrator: Client, email: str, *roles: Role) -> str:
    """Invites, and reads the link's path from the mail."""
    given = {"email": email, "roles": [role.value for role in roles]}
    answer = administrator.post("/fjordby/medlemmer/inviter/", given)
    assert answer.status_code == 302
    sent = mail.outbox[-1]
    assert sent.to == [email.lower()]
    found = re.search(r"http://testserver(/\S+)", str(sent.body))
    assert found
    return found[1]


def test_who_is_invited_becomes_a_member_who_can_log_in(
    administrator: Client, place: Organisation
) -> None:
    link = invited(administrator, "Anna@fjordby.example", Role.CONSULTANT, Role.AUDITOR)
    assert Client().get(link).status_code == 200
    assert Client().post(link, NEW)["Location"] == "/konto/login/"
    user = User.objects.get(email="anna@fjordby.example")
    assert user.name == "Anna Æbelø"
    roles = Membership.objects.filter(user=user, organisation=place).values_list("role", flat=True)
    assert set(roles) == {"consultant", "auditor"}
    assert EmailAddress.objects.get(user=user).verified
    client = Client()
    given = {"login": "ANNA@fjordby.example", "password": NEW["password"]}
    assert client.post("/konto/login/", given).status_code == 302
    assert client.get("/fjordby/", follow=True).status_code == 200
    told = list(Entry.objects.order_by("id").values_list("action", "by"))
    assert told[0][0] == "member_invited"
    assert told[1] == ("member_joined", user.pk)


def test_a_link_works_once(administrator: Client) -> None:
    link = invited(administrator, "anna@fjordby.example", Role.LEADER)
    Client().post(link, NEW)
    assert Client().get(link).status_code == GONE
    assert Client().post(link, NEW | {"name": "En anden"}).status_code == GONE
    assert User.objects.get(email="anna@fjordby.example").name == "Anna Æbelø"


def test_a_link_that_is_too_old_or_replaced_says_so(administrator: Client) -> None:
    first = invited(administrator, "anna@fjordby.example", Role.LEADER)
    second = invited(administrator, "anna@fjordby.example", Role.LEADER)
    page = Client().get(first)
    assert page.status_code == GONE
    assert "Linket virker ikke længere" in page.content.decode()
    Invite.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert Client().post(second, NEW).status_code == GONE
    assert not User.objects.filter(email="anna@fjordby.example").exists()


def test_the_database_does_not_hold_the_link(administrator: Client) -> None:
    link = invited(administrator, "anna@fjordby.example", Role.LEADER)
    secret = link.rstrip("/").rpartition("/")[2]
    assert secret not in str(Invite.objects.values())


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"again": "en anden"}, "De to adgangskoder er ikke ens"),
        ({"password": "123", "again": "123"}, "for kort"),
        ({"name": ""}, "påkrævet"),
    ],
)
def test_a_form_that_is_wrong_says_what(
    administrator: Client, change: dict[str, str], words: str
) -> None:
    link = invited(administrator, "anna@fjordby.example", Role.LEADER)
    page = Client().post(link, NEW | change)
    assert words in page.content.decode()
    assert not User.objects.filter(email="anna@fjordby.example").exists()


def test_who_has_an_account_logs_in_to_join(administrator: Client, place: Organisation) -> None:
    provider = fjordby.provider()
    user = fjordby.member(provider, Role.FACILITATOR, email="bo@laerkilde.example")
    row = fjordby.facilitator(place, email="BO@laerkilde.example")
    link = invited(administrator, "bo@laerkilde.example", Role.FACILITATOR)
    assert "log først på" in Client().post(link, NEW).content.decode()
    stranger = Client()
    stranger.force_login(fjordby.member(provider, Role.PROVIDER))
    stranger.post(link)
    assert not Membership.objects.filter(organisation=place, user=user).exists()
    client = Client()
    client.force_login(user)
    assert client.post(link)["Location"] == "/fjordby/"
    assert Membership.objects.filter(organisation=place, user=user).exists()
    row.refresh_from_db()
    assert row.user == user


def test_a_leader_is_the_person_of_the_same_address_and_no_other(
    administrator: Client, place: Organisation
) -> None:
    anna = fjordby.person(place, "anna")
    other = fjordby.person(place, "bo")
    elsewhere = fjordby.person(fjordby.municipality("nabo", "Nabo"), "x", email=anna.email)
    Client().post(invited(administrator, anna.email.upper(), Role.LEADER), NEW)
    for person in (anna, other, elsewhere):
        person.refresh_from_db()
    assert anna.user is not None
    assert anna.user.email.lower() == anna.email
    assert other.user is None
    assert elsewhere.user is None


def test_a_withdrawn_invitation_leads_nowhere(administrator: Client) -> None:
    link = invited(administrator, "anna@fjordby.example", Role.LEADER)
    invite = Invite.objects.get()
    administrator.post(f"/fjordby/medlemmer/invitation/{invite.pk}/", {"withdraw": "1"})
    assert Client().get(link).status_code == GONE


def test_a_mail_server_that_is_down_leaves_an_invitation_to_send_again(
    administrator: Client, settings: Settings
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    given = {"email": "anna@fjordby.example", "roles": ["leader"]}
    page = administrator.post("/fjordby/medlemmer/inviter/", given, follow=True)
    assert "mailserveren tog ikke imod mailen" in page.content.decode()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    again = f"/fjordby/medlemmer/invitation/{Invite.objects.get().pk}/"
    administrator.post(again, {"send": "1"})
    assert mail.outbox[-1].to == ["anna@fjordby.example"]


def test_a_municipality_cannot_invite_a_providers_role(administrator: Client) -> None:
    given = {"email": "anna@fjordby.example", "roles": ["provider"]}
    assert administrator.post("/fjordby/medlemmer/inviter/", given).status_code == 200
    assert not Invite.objects.exists()
