"""A person goes, what was counted stays; old data goes by itself."""

import gzip
import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.web import fjordby
from tests.web.world import World, make_world

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Membership, User
from samskab.web.audit.models import Entry as Line
from samskab.web.invitations.enums import Answer
from samskab.web.invitations.models import (
    Decline,
    Entry,
    Feed,
    Message,
    Preparation,
    Publication,
    Shown,
)
from samskab.web.members.actions import LastAdministratorError
from samskab.web.members.models import Invite
from samskab.web.people.enums import BusyKind, CalendarSource, CalendarState
from samskab.web.people.models import BusySpan, Calendar, Person, Reminder, Upload, UploadedFile
from samskab.web.plans.enums import JobKind, JobState
from samskab.web.plans.models import Job, Plan, PlanFile, PlannedSession, Seat
from samskab.web.privacy.actions import erase_facilitator, erase_person
from samskab.web.privacy.jobs import apply_retention, months_before
from samskab.web.privacy.queries import held_about
from samskab.web.programmes.models import Apart, FolderFile, Programme, Revision, Window

pytestmark = pytest.mark.django_db
NAME, EMAIL, KEY = "Åse Ørum-Æbelø", "aase@fjordby.example", "aase@fjordby.example"
WHEN = datetime(2027, 1, 12, 8, tzinfo=UTC)


def calendar(world: World, name: str) -> Calendar:
    made = Calendar.objects.create(
        organisation=world.municipality,
        name=name,
        source=CalendarSource.FEED,
        feed_url=f"https://post.example/{name}/hemmelig",
        state=CalendarState.WHOLE,
    )
    end = WHEN + timedelta(hours=1)
    kinds = {"kind": BusyKind.BUSY, "title": f"Møde om {NAME}"}
    BusySpan.objects.create(calendar=made, start=WHEN, end=end, **kinds)
    return made


@pytest.fixture
def world() -> World:
    """Åse, with traces of her in every table that can hold them."""
    world = make_world()
    aase = world.person
    user = fjordby.member(world.municipality, Role.LEADER, email=EMAIL)
    aase.key, aase.name, aase.email, aase.role = KEY, NAME, EMAIL, "skoleleder"
    aase.user, aase.calendar = user, calendar(world, "aase")
    aase.save()
    programme = world.programme
    Apart.objects.create(programme=programme, a=KEY, b="p2")
    Window.objects.create(programme=programme, who=KEY, module="m1")
    document = {"form": "samskab-plan/1", "sessions": [{"people": [KEY, "p2"]}], KEY: 1}
    job = Job.objects.create(
        programme=programme,
        kind=JobKind.PLAN,
        state=JobState.DONE,
        faults=[f"{NAME} kan ikke"],
        outcome={KEY: NAME},
    )
    plan = Plan.objects.create(
        programme=programme,
        job=job,
        revision=1,
        text=json.dumps(document, indent=2),
        total_oere=1,
        bound_oere=1,
        unserved_count=0,
        facts={"reasons": {KEY: [f"{NAME} er optaget", {"who": KEY}]}},
        standing=True,
    )
    session = PlannedSession.objects.create(
        plan=plan, key="s1", module="m1", title="Fælles retning", start=WHEN, end=WHEN
    )
    PlannedSession.objects.update(reasons={"da": [{"says": f"{NAME} kan", "points": [KEY]}]})
    PlanFile.objects.create(
        plan=plan, name="report", language="da", content=gzip.compress(NAME.encode())
    )
    Seat.objects.create(session=session, person=aase)
    account = json.dumps([{"mailto": f"mailto:{EMAIL}", "person": KEY}])
    told = Publication.objects.create(programme=programme, plan=plan, number=1, account=account)
    entry = Entry.objects.create(
        programme=programme,
        person=aase,
        module="m1",
        uid=f"m1-{KEY}",
        start=WHEN,
        end=WHEN,
        answer=Answer.ACCEPTED,
        link="hemmeligt-link",
    )
    Message.objects.create(
        entry=entry,
        publication=told,
        method="REQUEST",
        sequence=0,
        recipient=EMAIL,
        message_id="<1@samskab>",
        content=f"ATTENDEE:mailto:{EMAIL}",
        trouble=f"550 {EMAIL}",
        text=f"Kære {NAME}",
        subject=f"Til {NAME}",
    )
    Feed.objects.create(person=aase, secret="hemmeligt-feed")
    Shown.objects.create(programme=programme, person=aase, events="BEGIN:VEVENT")
    Shown.objects.create(
        programme=programme, facilitator=world.facilitator, events=f"ATTENDEE;CN={NAME}:x"
    )
    Decline.objects.create(
        entry=entry, sequence=0, session="s1", start=WHEN, suggestion={"lines": {"da": NAME}}
    )
    Preparation.objects.create(
        programme=programme, plan=plan, site="http://x", notes=[{"da": f"{NAME} er ny"}]
    )
    Reminder.objects.create(person=aase, day=WHEN.date())
    Revision.objects.filter(programme=programme).update(tables={"people": [[KEY, NAME]]})
    FolderFile.objects.create(
        programme=programme, name="lod.csv", content=f"id;navn\n{KEY};{NAME}\np2;x\n".encode()
    )
    uploader = fjordby.member(world.municipality, Role.CONSULTANT)
    upload = Upload.objects.create(organisation=world.municipality, by=uploader, subject="register")
    UploadedFile.objects.create(upload=upload, name="people.csv", content=NAME.encode())
    return world


def everything_stored() -> str:
    """All rows of all tables of ours and allauth's, as one text."""
    rows: list[Any] = []
    for model in apps.get_models(include_auto_created=True):
        rows += list(model._default_manager.values())
    return json.dumps(rows, default=readable, ensure_ascii=False)


def readable(value: object) -> str:
    if not isinstance(value, bytes | memoryview):
        return str(value)
    content = bytes(value)
    is_packed = content[:2] == gzip.compress(b"")[:2]
    return (gzip.decompress(content) if is_packed else content).decode()


def test_nothing_of_the_person_is_found_in_any_table(world: World) -> None:
    before = everything_stored()
    for trace in (NAME, EMAIL, "skoleleder", "hemmeligt-link", "hemmeligt-feed", "post.example"):
        assert trace in before
    erase_person(person=world.person, by=None)
    after = everything_stored()
    for trace in (NAME, EMAIL, "skoleleder", "hemmeligt-link", "hemmeligt-feed", "post.example"):
        assert trace not in after


def test_what_was_counted_stays(world: World) -> None:
    erase_person(person=world.person, by=None)
    person = Person.objects.get(pk=world.person.pk)
    assert person.erased_at is not None
    assert person.name == f"erased-{person.pk}"
    assert person.seats.count() == 1
    assert person.participations.get().needs.count() == 2
    assert person.entries.get().answer == Answer.ACCEPTED
    assert Message.objects.get().state
    plan = Plan.objects.get()
    assert json.loads(plan.text)["sessions"][0]["people"] == [person.key, "p2"]
    assert Apart.objects.get().a == person.key
    assert Window.objects.get().who == person.key
    file = bytes(FolderFile.objects.get().content).decode()
    assert file == f"id;navn\n{person.key};{person.key}\np2;x\n"


def test_the_account_tells_numbers_only(world: World) -> None:
    by = fjordby.member(world.municipality, Role.ADMINISTRATOR)
    erase_person(person=world.person, by=by)
    line = Line.objects.get(action="person_erased")
    assert (line.by_id, line.subject, line.facts) == (by.pk, f"person:{world.person.pk}", {})


def test_a_calendar_that_others_share_stays_theirs(world: World) -> None:
    other = Person.objects.exclude(pk=world.person.pk).filter(organisation=world.municipality)[0]
    other.calendar = world.person.calendar
    other.save()
    erase_person(person=world.person, by=None)
    other.refresh_from_db()
    assert other.calendar is not None
    assert other.calendar.busy.count() == 1


def test_an_account_that_another_organisation_needs_stays(world: World) -> None:
    user = world.person.user
    assert user is not None
    Membership.objects.create(user=user, organisation=world.provider, role=Role.FACILITATOR)
    erase_person(person=world.person, by=None)
    left = Membership.objects.get(user=user)
    assert left.organisation == world.provider


def test_the_last_administrator_is_not_erased_and_nothing_half(world: World) -> None:
    user = world.person.user
    assert user is not None
    Membership.objects.create(user=user, organisation=world.municipality, role=Role.ADMINISTRATOR)
    with pytest.raises(LastAdministratorError):
        erase_person(person=world.person, by=None)
    person = Person.objects.get(pk=world.person.pk)
    assert (person.name, person.erased_at) == (NAME, None)
    assert Feed.objects.exists()


def test_a_facilitator_is_erased_the_same_way(world: World) -> None:
    teacher = world.facilitator
    teacher.name, teacher.email = "Ib Underviser-Holm", "ib@kursus.example"
    teacher.calendar = calendar(world, "ib")
    teacher.save()
    Feed.objects.create(facilitator=teacher, secret="ibs-feed")
    erase_facilitator(facilitator=teacher, by=None)
    stored = everything_stored()
    for trace in ("Ib Underviser-Holm", "ib@kursus.example", "ibs-feed", "post.example/ib/"):
        assert trace not in stored
    assert world.programme.engagements.count() == 1


def test_the_page_erases_only_after_a_yes(world: World) -> None:
    client = Client()
    client.force_login(fjordby.member(world.municipality, Role.ADMINISTRATOR))
    address = f"/fjordby/persondata/{world.person.pk}/slet/"
    assert "Slet for altid" in client.get(address).content.decode()
    client.post(address, {"x": "1"})
    assert Person.objects.get(pk=world.person.pk).erased_at is None
    client.post(address, {"confirm": "on"})
    assert Person.objects.get(pk=world.person.pk).erased_at
    assert client.get(address).status_code == 404
    assert not User.objects.filter(email=EMAIL).exists()


def ended(programme: Programme, day: date) -> None:
    Programme.objects.filter(pk=programme.pk).update(first_day=day, last_day=day)


def test_retention_erases_who_was_last_in_a_programme_long_ago(
    world: World, settings: Settings
) -> None:
    settings.RETENTION_MONTHS = 24
    limit = months_before(timezone.localdate(), 24)
    outsider = fjordby.person(world.municipality, "ny")
    ended(world.programme, limit)
    apply_retention.call()
    assert not Person.objects.exclude(erased_at=None).exists()
    ended(world.programme, limit - timedelta(days=1))
    apply_retention.call()
    assert Person.objects.exclude(erased_at=None).count() == 4
    outsider.refresh_from_db()
    assert outsider.erased_at is None
    line = Line.objects.get(action="retention_applied", facts__people=4)
    assert line.by_id is None


def test_retention_waits_for_a_later_programme(world: World, settings: Settings) -> None:
    settings.RETENTION_MONTHS = 24
    ended(world.programme, date(2020, 1, 1))
    later = fjordby.programme(world.municipality)
    later.participants.create(person=world.person)
    apply_retention.call()
    world.person.refresh_from_db()
    assert world.person.erased_at is None
    assert Person.objects.exclude(erased_at=None).count() == 3


def test_busy_time_goes_thirty_days_after_it_ended(world: World) -> None:
    now = timezone.now()
    own = world.person.calendar
    assert own is not None
    own.busy.all().delete()
    for days in (29, 31):
        at = now - timedelta(days=days)
        BusySpan.objects.create(
            calendar=own, start=at - timedelta(hours=1), end=at, kind=BusyKind.BUSY
        )
    apply_retention.call()
    assert own.busy.get().end > now - timedelta(days=30)


def test_old_invitations_go(world: World) -> None:
    for days in (29, 31):
        Invite.objects.create(
            organisation=world.municipality,
            email=f"{days}@fjordby.example",
            secret_hash=str(days),
            expires_at=timezone.now() - timedelta(days=days),
        )
    apply_retention.call()
    assert Invite.objects.get().email == "29@fjordby.example"


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        (date(2027, 3, 31), 1, date(2027, 2, 28)),
        (date(2028, 3, 31), 1, date(2028, 2, 29)),
        (date(2027, 1, 15), 24, date(2025, 1, 15)),
        (date(2027, 1, 31), 1, date(2026, 12, 31)),
        (date(2027, 12, 31), 12, date(2026, 12, 31)),
    ],
)
def test_months_are_counted_back(day: date, months: int, before: date) -> None:
    assert months_before(day, months) == before


def test_the_export_holds_everything(world: World) -> None:
    held = held_about(world.person)
    assert list(held) == [
        "form",
        "person",
        "calendar",
        "pairs",
        "programmes",
        "sessions",
        "invitations",
        "user",
    ]
    assert held["person"]["email"] == EMAIL
    assert held["calendar"]["busy"][0]["title"] == f"Møde om {NAME}"
    assert held["programmes"][0]["modules"] == ["m1", "m2"]
    assert held["sessions"][0]["title"] == "Fælles retning"
    assert held["invitations"][0]["messages"][0]["to"] == EMAIL
    assert held["user"]["roles"] == [{"organisation": "Fjordby Kommune", "role": "leader"}]


def test_the_export_is_a_file_and_is_written_down(world: World) -> None:
    client = Client()
    client.force_login(fjordby.member(world.municipality, Role.ADMINISTRATOR))
    answer = client.get(f"/fjordby/persondata/{world.person.pk}.json")
    assert json.loads(answer.content)["person"]["name"] == NAME
    assert "attachment" in answer["Content-Disposition"]
    assert Line.objects.get(action="person_exported").subject == f"person:{world.person.pk}"


def test_everybody_gets_their_own_data_and_no_others(world: World) -> None:
    client = Client()
    assert client.get("/konto/mine-data/").status_code == 302
    client.force_login(world.person.user)  # type: ignore[arg-type]
    held = json.loads(client.get("/konto/mine-data/").content)
    assert held["user"]["email"] == EMAIL
    assert [row["person"]["name"] for row in held["people"]] == [NAME]
