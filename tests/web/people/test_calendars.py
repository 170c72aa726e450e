"""Calendars: what of them is kept, by whom they are connected, and what is told of them."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings
from tests.web import fjordby
from tests.web.people.files import calendar, event
from tests.web.people.servers import Feeds, plain, serving

from samskab.calendars import read_calendar
from samskab.common.errors import InputError
from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.audit.models import Entry
from samskab.web.people.actions.calendars import (
    disconnect_calendar,
    store_reading,
    subscribe_calendar,
    upload_calendar,
    window,
)
from samskab.web.people.enums import CalendarSource, CalendarState
from samskab.web.people.jobs import fetch_every_feed, fetch_feed
from samskab.web.people.models import BusySpan, Calendar, Person

pytestmark = pytest.mark.django_db
SECRET = "Fyresamtale med Kim"


def soon(hour: int) -> datetime:
    day = timezone.now().astimezone(UTC) + timedelta(days=7)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)


def stamp(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%SZ}"


def busy_at(hour: int, title: str = SECRET, uid: str = "1", *more: str) -> str:
    return event(stamp(soon(hour)), stamp(soon(hour + 1)), title, uid, *more)


@pytest.fixture
def fjord() -> Organisation:
    return fjordby.municipality()


@pytest.fixture
def consultant(fjord: Organisation) -> User:
    return fjordby.member(fjord, Role.CONSULTANT)


@pytest.fixture
def kim(fjord: Organisation) -> Person:
    leader = fjordby.member(fjord, Role.LEADER, email="kim@fjordby.example")
    return fjordby.person(fjord, "kim", user=leader)


@pytest.fixture
def feeds(settings: Settings) -> Iterator[Feeds]:
    settings.FEED_NETWORKS = ["127.0.0.0/8"]
    with serving() as server:
        yield server


def spans() -> list[tuple[datetime, datetime, str, str]]:
    return list(BusySpan.objects.order_by("start").values_list("start", "end", "kind", "title"))


def test_only_busy_time_is_kept_and_never_a_title(kim: Person, consultant: User) -> None:
    more = ("LOCATION:Rum 9", "ATTENDEE:mailto:kim@fjordby.example", "DESCRIPTION:hemmelig")
    content = calendar(
        busy_at(9, SECRET, "1", *more),
        busy_at(12, "Frokost", "2", "TRANSP:TRANSPARENT"),
        busy_at(14, "Ferie", "3", "CATEGORIES:Ferie"),
        busy_at(16, "Samskab", "samskab-m1-kim@fjordby"),
    )
    upload_calendar(owner=kim, name="kim.ics", content=content, by=consultant)
    assert spans() == [
        (soon(9), soon(10), "busy", ""),
        (soon(14), soon(15), "hard", ""),
    ]
    kept = json.dumps(
        [list(model.objects.values()) for model in (Calendar, BusySpan, Entry, Person)], default=str
    )
    for word in ("Fyresamtale", "Rum 9", "Frokost", "hemmelig"):
        assert word not in kept
    row = Calendar.objects.get()
    assert (row.state, row.source, row.faults) == (CalendarState.WHOLE, CalendarSource.FILE, [])
    assert Entry.objects.get(action="calendar_uploaded").facts["spans"] == 2


def test_what_cannot_be_read_is_kept_without_what_it_says(kim: Person, consultant: User) -> None:
    broken = f"BEGIN:VEVENT\r\nUID:9\r\nDTSTART:{SECRET}\r\nEND:VEVENT"
    content = calendar(busy_at(9), broken)
    upload_calendar(owner=kim, name="kim.ics", content=content, by=consultant)
    row = Calendar.objects.get()
    assert row.state == CalendarState.PARTLY
    assert [fault["code"] for fault in row.faults] == ["ics_start_broken"]
    assert SECRET not in json.dumps(row.faults)
    assert len(spans()) == 1


def test_a_file_that_is_no_calendar_changes_nothing(kim: Person, consultant: User) -> None:
    upload_calendar(owner=kim, name="a.ics", content=calendar(busy_at(9)), by=consultant)
    with pytest.raises(InputError):
        upload_calendar(owner=kim, name="b.ics", content=b"<html>", by=consultant)
    assert len(spans()) == 1
    assert Calendar.objects.get().state == CalendarState.WHOLE


def test_a_shared_calendar_stays_with_the_others(fjord: Organisation, consultant: User) -> None:
    shared = Calendar.objects.create(
        organisation=fjord, name="shared.ics", source="file", state=CalendarState.WHOLE
    )
    one = fjordby.person(fjord, "p1", calendar=shared)
    other = fjordby.person(fjord, "p2", calendar=shared)
    upload_calendar(owner=one, name="a.ics", content=calendar(busy_at(9)), by=consultant)
    other.refresh_from_db()
    assert other.calendar == shared
    assert shared.busy.count() == 0
    disconnect_calendar(owner=one, by=consultant)
    disconnect_calendar(owner=other, by=consultant)
    assert not Calendar.objects.exists()
    assert not BusySpan.objects.exists()


def test_a_feed_is_read_by_a_job_and_again_at_night(
    kim: Person, consultant: User, feeds: Feeds
) -> None:
    feeds.answers["/kim"] = plain(calendar(busy_at(9)))
    row = subscribe_calendar(owner=kim, address=feeds.address("/kim"), by=consultant)
    assert row.state == CalendarState.WAITING
    fetch_feed.call(row.pk)
    assert [start for start, *_ in spans()] == [soon(9)]
    feeds.answers["/kim"] = plain(calendar(busy_at(10), busy_at(13, "To", "2")))
    fetch_every_feed.call()
    (job,) = DBTaskResult.objects.all()
    fetch_feed.call(*job.args_kwargs["args"])
    assert [start for start, *_ in spans()] == [soon(10), soon(13)]
    fetch_feed.call(row.pk)
    assert Entry.objects.filter(action="calendar_read").count() == 2
    assert feeds.address("/kim") not in json.dumps(list(Entry.objects.values()), default=str)


def test_a_feed_that_fails_keeps_what_was_read_before(
    kim: Person, consultant: User, feeds: Feeds
) -> None:
    feeds.answers["/kim"] = plain(calendar(busy_at(9)))
    row = subscribe_calendar(owner=kim, address=feeds.address("/kim"), by=consultant)
    fetch_feed.call(row.pk)
    feeds.answers["/kim"] = plain(b"<html>Log ind</html>", "text/html")
    fetch_feed.call(row.pk)
    row.refresh_from_db()
    assert row.state == CalendarState.FAILED
    assert row.faults == [{"code": "feed_web_page", "values": {}, "line": None}]
    assert len(spans()) == 1


def test_a_feed_on_the_hosts_own_network_is_not_asked(
    kim: Person, consultant: User, feeds: Feeds, settings: Settings
) -> None:
    settings.FEED_NETWORKS = []
    row = subscribe_calendar(owner=kim, address=feeds.address("/kim"), by=consultant)
    fetch_feed.call(row.pk)
    row.refresh_from_db()
    assert row.faults[0]["code"] == "feed_private"
    assert feeds.asked == []


def test_an_answer_to_an_old_address_is_not_kept(kim: Person, consultant: User) -> None:
    row = subscribe_calendar(owner=kim, address="https://kalender.dk/ny", by=consultant)
    window_of_today = window(timezone.now())
    reading = read_calendar(calendar(busy_at(9)), "feed", window_of_today)
    store_reading(calendar=row, address="https://kalender.dk/gammel", reading=reading)
    assert spans() == []
    store_reading(calendar=row, address="https://kalender.dk/ny", reading=reading)
    assert len(spans()) == 1


def client_of(user: User, language: str = "en") -> Client:
    client = Client(headers={"accept-language": language})
    client.force_login(user)
    return client


def test_a_leader_connects_her_own_calendar_and_nobody_elses(
    fjord: Organisation, kim: Person
) -> None:
    assert kim.user is not None
    client = client_of(kim.user)
    other = fjordby.person(fjord, "other")
    name = f"person{kim.pk}-file"
    file = SimpleUploadedFile("kim.ics", calendar(busy_at(9)))
    own = f"/fjordby/kalendere/person/{kim.pk}/"
    shown = client.post(f"{own}fil/", {name: file}, follow=True)
    assert shown.redirect_chain == [("/fjordby/min-kalender/", 302)]
    assert "The calendar is read: busy once." in shown.content.decode()
    strange = f"/fjordby/kalendere/person/{other.pk}/"
    for step, method in (("", client.get), ("fil/", client.post), ("adresse/", client.post)):
        assert method(strange + step).status_code == 404


def test_a_subscription_enqueues_one_job(kim: Person, consultant: User) -> None:
    address = f"/fjordby/kalendere/person/{kim.pk}/adresse/"
    field = f"person{kim.pk}-address"
    shown = client_of(consultant).post(address, {field: "webcal://kalender.dk/k.ics"}, follow=True)
    assert "being fetched" in shown.content.decode()
    assert "k.ics" not in shown.content.decode()
    assert DBTaskResult.objects.get().args_kwargs["args"] == [Calendar.objects.get().pk]


def test_a_wrong_address_is_told_of_and_not_kept(kim: Person, consultant: User) -> None:
    address = f"/fjordby/kalendere/person/{kim.pk}/adresse/"
    field = f"person{kim.pk}-address"
    shown = client_of(consultant).post(address, {field: "ftp://kalender.dk/k.ics"})
    assert "The address begins with ftp: and cannot be fetched" in shown.content.decode()
    assert not Calendar.objects.exists()
