"""Asking for calendars: who is asked, how often, and in which words."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from tests.web import fjordby

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.audit.models import Entry
from samskab.web.people.actions.reminders import send_reminder as send
from samskab.web.people.enums import CalendarState, Care
from samskab.web.people.jobs import send_reminder
from samskab.web.people.models import Calendar, Person, Reminder
from samskab.web.people.queries import cares, people_of

pytestmark = pytest.mark.django_db
REMIND = "/fjordby/kalendere/paamind/"
SITE = "https://samskab.example/"


@pytest.fixture
def fjord() -> Organisation:
    return fjordby.municipality()


@pytest.fixture
def consultant(fjord: Organisation) -> User:
    return fjordby.member(fjord, Role.CONSULTANT)


@pytest.fixture
def client(consultant: User) -> Client:
    browser = Client(headers={"accept-language": "en"})
    browser.force_login(consultant)
    return browser


def person_with(
    fjord: Organisation, key: str, state: CalendarState, age_days: int | None
) -> Person:
    read_at = None if age_days is None else timezone.now() - timedelta(days=age_days)
    row = Calendar.objects.create(
        organisation=fjord, name=f"{key}.ics", source="feed", state=state, read_at=read_at
    )
    return fjordby.person(fjord, key, calendar=row)


@pytest.fixture
def everybody(fjord: Organisation) -> None:
    fjordby.person(fjord, "missing")
    fjordby.person(fjord, "unreachable", email="")
    person_with(fjord, "failed", CalendarState.FAILED, 1)
    person_with(fjord, "old", CalendarState.WHOLE, 31)
    person_with(fjord, "partly", CalendarState.PARTLY, 1)
    person_with(fjord, "waiting", CalendarState.WAITING, None)
    person_with(fjord, "fine", CalendarState.WHOLE, 29)


@pytest.mark.usefixtures("everybody")
def test_each_calendar_is_told_of_by_what_it_lacks(fjord: Organisation) -> None:
    told = {person.key: person.care for person in people_of(fjord)}
    assert told == {
        "missing": Care.MISSING,
        "unreachable": Care.MISSING,
        "failed": Care.FAILED,
        "old": Care.OLD,
        "partly": Care.PARTLY,
        "waiting": Care.WAITING,
        "fine": Care.FINE,
    }
    assert cares(fjord) == {
        "missing": 2, "failed": 1, "old": 1, "partly": 1, "waiting": 1, "fine": 1,
    }  # fmt: skip


@pytest.mark.usefixtures("everybody")
def test_one_click_asks_everybody_who_can_be_asked_once_a_day(client: Client) -> None:
    page = client.get("/fjordby/kalendere/")
    assert "Remind 4 people by mail" in page.content.decode()
    shown = client.post(REMIND, {"who": "all"}, follow=True)
    assert "4 mails are on their way." in shown.content.decode()
    asked = Reminder.objects.order_by("person__key").values_list("person__key", flat=True)
    assert list(asked) == ["failed", "missing", "old", "partly"]
    assert DBTaskResult.objects.count() == 4
    shown = client.post(REMIND, {"who": "all"}, follow=True)
    assert "Nobody was written to" in shown.content.decode()
    assert DBTaskResult.objects.count() == 4
    entry = Entry.objects.get(action="calendars_asked_for")
    assert len(entry.facts["people"]) == 4


@pytest.mark.usefixtures("everybody")
def test_one_person_is_asked_alone_and_again_the_next_day(client: Client) -> None:
    person = Person.objects.get(key="old")
    client.post(REMIND, {"who": str(person.pk)})
    client.post(REMIND, {"who": str(person.pk)})
    assert Reminder.objects.count() == 1
    Reminder.objects.update(day=timezone.localdate() - timedelta(days=1))
    client.post(REMIND, {"who": str(person.pk)})
    assert Reminder.objects.filter(person=person).count() == 2


def test_an_empty_post_asks_nobody(fjord: Organisation, client: Client) -> None:
    fjordby.person(fjord, "missing")
    for data in ({}, {"who": "x"}, {"who": "0"}):
        client.post(REMIND, data)
    assert not Reminder.objects.exists()


def test_people_of_another_organisation_are_not_asked(fjord: Organisation, client: Client) -> None:
    assert fjord.slug
    strange = fjordby.person(fjordby.municipality("nabo"), "missing")
    client.post(REMIND, {"who": str(strange.pk)})
    assert not Reminder.objects.exists()


@pytest.mark.usefixtures("everybody")
def test_the_mail_is_in_both_languages_and_is_sent_once(fjord: Organisation) -> None:
    assert fjord.slug
    person = Person.objects.get(key="missing")
    reminder = Reminder.objects.create(person=person, day=timezone.localdate())
    send_reminder.call(reminder.pk, SITE)
    send(reminder_id=reminder.pk, site=SITE)
    (message,) = mail.outbox
    assert message.to == ["missing@fjordby.example"]
    assert message.subject == (
        "Fjordby Kommune beder om din kalender / Fjordby Kommune asks for your calendar"
    )
    body = str(message.body)
    assert "Kære Leder missing" in body
    assert "Dear Leder missing," in body
    assert body.count("https://samskab.example/fjordby/min-kalender/") == 2
    reminder.refresh_from_db()
    assert reminder.sent_at is not None


def test_a_mail_that_is_refused_can_be_asked_for_again_the_same_day(
    fjord: Organisation, client: Client, settings: Settings
) -> None:
    person = fjordby.person(fjord, "missing")
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    reminder = Reminder.objects.create(person=person, day=timezone.localdate())
    with pytest.raises(OSError, match="refused"):
        send_reminder.call(reminder.pk, SITE)
    client.post(REMIND, {"who": "all"})
    assert Reminder.objects.get().pk != reminder.pk
