"""Writing, asking, withdrawing: what is stored, who is told, what is refused."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client
from tests.web import fjordby
from tests.web.commissions.asking import (
    ANSWERS,
    SITE,
    asked,
    draft,
    provider_member,
    work_off_tasks,
)

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.audit.models import Entry
from samskab.web.commissions import actions
from samskab.web.commissions.enums import CommissionState
from samskab.web.commissions.models import Commission

pytestmark = pytest.mark.django_db
Pinned = Callable[[int], AbstractContextManager[object]]
LIST = "/fjordby/rekvisitioner/"


@pytest.fixture
def municipality() -> Organisation:
    return fjordby.municipality()


@pytest.fixture
def consultant(municipality: Organisation) -> User:
    return fjordby.member(municipality, Role.CONSULTANT)


@pytest.fixture
def browser(consultant: User) -> Client:
    client = Client()
    client.force_login(consultant)
    return client


def typed(**other: object) -> dict[str, object]:
    values = {**ANSWERS, "budget_oere": "600.000", "next": "ask", **other}
    return {name: "" if value is None else value for name, value in values.items()}


def test_a_commission_when_written_whole_leads_to_asking(browser: Client) -> None:
    answer = browser.post(f"{LIST}ny/", typed())
    commission = Commission.objects.get()
    assert answer["Location"] == f"{LIST}{commission.pk}/spoerg/"
    for name, value in ANSWERS.items():
        assert getattr(commission, name) == value
    assert commission.state == CommissionState.DRAFT
    assert Entry.objects.get().action == "commission_written"


def test_a_draft_when_texts_are_missing_is_stored_all_the_same(browser: Client) -> None:
    missing = {"change": None, "measurement": None}
    whole = browser.post(f"{LIST}ny/", typed(**missing))
    assert whole.status_code == 200
    assert set(whole.context["form"].errors) == set(missing)
    assert not Commission.objects.exists()
    stored = browser.post(f"{LIST}ny/", typed(next="draft", **missing))
    assert stored["Location"] == f"{LIST}{Commission.objects.get().pk}/"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"last_day": "2027-01-10"}, "last_day"),
        ({"last_day": "2038-01-10"}, "last_day"),
        ({"people_count": "0"}, "people_count"),
        ({"budget_oere": "mange"}, "budget_oere"),
        ({"first_day": "31. februar"}, "first_day"),
        ({"title": None}, "title"),
        ({"change": "nul\0tegn"}, "change"),
    ],
)
def test_a_commission_when_something_is_wrong_says_where(
    browser: Client, wrong: dict[str, object], field: str
) -> None:
    answer = browser.post(f"{LIST}ny/", typed(next="draft", **wrong))
    assert list(answer.context["form"].errors) == [field]
    assert f'href="#id_{field}"' in answer.content.decode()
    assert not Commission.objects.exists()


def test_a_draft_when_changed_keeps_its_number(browser: Client, municipality: Organisation) -> None:
    commission = draft(municipality)
    page = browser.get(f"{LIST}{commission.pk}/ret/").content.decode()
    assert 'value="600.000"' in page
    assert 'value="2027-01-11"' in page
    browser.post(f"{LIST}{commission.pk}/ret/", typed(title="Nyt navn", next="draft"))
    assert Commission.objects.get().title == "Nyt navn"
    assert Entry.objects.get().action == "commission_changed"


def test_a_commission_when_somebody_was_asked_is_not_changed(
    browser: Client, municipality: Organisation
) -> None:
    commission = asked(municipality, fjordby.provider())
    address = f"{LIST}{commission.pk}/ret/"
    for answer in (browser.get(address), browser.post(address, typed(title="Nyt navn"))):
        assert answer["Location"] == f"{LIST}{commission.pk}/"
    assert Commission.objects.get().title == ANSWERS["title"]


def test_a_draft_when_asked_about_meanwhile_is_not_changed(
    municipality: Organisation, consultant: User
) -> None:
    opened = draft(municipality)
    Commission.objects.update(state=CommissionState.ASKED)
    opened.title = "Nyt navn"
    with pytest.raises(actions.CommissionClosedError):
        actions.store_draft(commission=opened, by=consultant)
    assert Commission.objects.get().title == ANSWERS["title"]


@pytest.mark.django_db(transaction=True)
def test_providers_when_asked_are_told_by_mail_once_it_is_stored(
    browser: Client, municipality: Organisation
) -> None:
    commission = draft(municipality, title="Linje 1\r\nBcc: alle@fjordby.example")
    providers = [fjordby.provider(), fjordby.provider("andet", "Andet Kursushus")]
    for provider in providers:
        provider_member(provider)
    fjordby.member(providers[0], Role.FACILITATOR)
    page = browser.post(
        f"{LIST}{commission.pk}/spoerg/", {"providers": [one.pk for one in providers]}, follow=True
    )
    assert "Andet Kursushus, Lærkilde" in page.content.decode()
    assert mail.outbox == []
    work_off_tasks()
    first, second = sorted(mail.outbox, key=lambda message: message.to)
    assert (first.to, second.to) == (["provider@andet.example"], ["provider@laerkilde.example"])
    assert first.subject == "Fjordby Kommune spørger jer: Linje 1 Bcc: alle@fjordby.example"
    inquiry = commission.inquiries.get(provider__slug="andet")
    assert f"http://testserver/andet/forespoergsler/{inquiry.pk}/\n" in first.body
    assert str(ANSWERS["change"]) in first.body
    assert "fra 11.\N{NO-BREAK SPACE}januar 2027 til 25.\N{NO-BREAK SPACE}juni 2027" in first.body
    assert "Lærkilde" not in first.body
    commission.refresh_from_db()
    assert commission.state == CommissionState.ASKED
    entry = Entry.objects.get()
    assert (entry.action, len(entry.facts["providers"])) == ("providers_asked", 2)


@pytest.mark.django_db(transaction=True)
def test_providers_when_asking_was_undone_get_no_mail(
    municipality: Organisation, consultant: User
) -> None:
    commission, provider = draft(municipality), fjordby.provider()
    provider_member(provider)
    with transaction.atomic():
        actions.ask_providers(commission=commission, providers=[provider], by=consultant, site=SITE)
        transaction.set_rollback(True)
    work_off_tasks()
    assert mail.outbox == []


def test_a_provider_when_asked_already_is_not_asked_again(
    municipality: Organisation, consultant: User
) -> None:
    first, second = fjordby.provider(), fjordby.provider("andet", "Andet Kursushus")
    commission = asked(municipality, first)
    new = actions.ask_providers(
        commission=commission, providers=[first, second], by=consultant, site=SITE
    )
    assert [inquiry.provider for inquiry in new] == [second]
    assert commission.inquiries.count() == 2


def test_asking_when_texts_are_missing_asks_nobody(
    browser: Client, municipality: Organisation, consultant: User
) -> None:
    commission, provider = draft(municipality, measurement=" "), fjordby.provider()
    page = browser.post(f"{LIST}{commission.pk}/spoerg/", {"providers": [provider.pk]})
    assert page.context["missing"] == ["Hvordan måles det?"]
    with pytest.raises(actions.CommissionUnfinishedError):
        actions.ask_providers(commission=commission, providers=[provider], by=consultant, site=SITE)
    assert not commission.inquiries.exists()


def test_asking_when_a_municipality_is_named_asks_nobody(
    browser: Client, municipality: Organisation
) -> None:
    commission, other = draft(municipality), fjordby.municipality("nabo", "Nabo Kommune")
    page = browser.post(f"{LIST}{commission.pk}/spoerg/", {"providers": [other.pk]})
    assert page.status_code == 200
    assert not commission.inquiries.exists()


@pytest.mark.django_db(transaction=True)
def test_withdrawing_when_sure_tells_those_who_were_asked(
    browser: Client, municipality: Organisation
) -> None:
    provider = fjordby.provider()
    provider_member(provider)
    commission = asked(municipality, provider)
    address = f"{LIST}{commission.pk}/traek-tilbage/"
    browser.post(address)
    commission.refresh_from_db()
    assert commission.state == CommissionState.ASKED
    browser.post(address, {"sure": "yes"})
    commission.refresh_from_db()
    assert commission.state == CommissionState.WITHDRAWN
    work_off_tasks()
    assert [message.to for message in mail.outbox] == [["provider@laerkilde.example"]]
    again = browser.post(address, {"sure": "yes"}, follow=True)
    assert "Intet er ændret" in again.content.decode()
    assert Entry.objects.filter(action="commission_withdrawn").count() == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_database_as_often_for_three_as_for_one(
    browser: Client,
    municipality: Organisation,
    django_assert_num_queries: Pinned,
    count: int,
) -> None:
    provider = fjordby.provider()
    for _ in range(count):
        asked(municipality, provider)
    with django_assert_num_queries(6):  # session, user, organisation, roles; count, rows
        page = browser.get(LIST)
    assert page.content.decode().count("0 af 1") == count


@pytest.mark.parametrize("count", [1, 3])
def test_a_commission_asks_the_database_as_often_for_three_providers_as_for_one(
    browser: Client,
    municipality: Organisation,
    django_assert_num_queries: Pinned,
    count: int,
) -> None:
    providers = [fjordby.provider(f"p{number}", f"Hus {number}") for number in range(count)]
    commission = asked(municipality, *providers)
    with django_assert_num_queries(6):
        page = browser.get(f"{LIST}{commission.pk}/")
    assert page.content.decode().count("Intet endnu") == count


def test_the_list_when_long_is_turned_page_by_page(
    browser: Client, municipality: Organisation
) -> None:
    for _ in range(51):
        draft(municipality)
    assert "Side 1 af 2" in browser.get(LIST).content.decode()
    last = browser.get(f"{LIST}?side=2")
    assert len(last.context["commissions"]) == 1


def test_a_choice_without_a_reason_is_refused_by_the_database(municipality: Organisation) -> None:
    commission = asked(municipality, fjordby.provider())
    inquiry = commission.inquiries.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Commission.objects.filter(pk=commission.pk).update(
            state=CommissionState.CHOSEN, chosen=inquiry, reason=""
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Commission.objects.filter(pk=commission.pk).update(state=CommissionState.CHOSEN)


def test_a_period_when_it_is_one_day_is_stored(municipality: Organisation) -> None:
    day = date(2027, 3, 1)
    assert draft(municipality, first_day=day, last_day=day).pk
