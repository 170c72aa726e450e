"""From a plan to what stands in calendars: mails read back by ical.js, a parser of others."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path
from typing import Any

import pytest
from tests.calendars.ical_js import read_bytes_with_ical_js
from tests.web import fjordby
from tests.web.invitations.published import (
    FIRST,
    House,
    house,
    online_morning,
    two_days,
    work,
)
from tests.web.invitations.smtp_server import SmtpServer

from samskab.planner.check import check
from samskab.web.audit.models import Entry as AuditEntry
from samskab.web.invitations import jobs
from samskab.web.invitations.actions.preparations import confirm_publication, drop_preparation
from samskab.web.invitations.models import Entry, Message, Preparation, Publication
from samskab.web.invitations.preparing import engine_plan, today_problem
from samskab.web.people.models import BusySpan, Calendar
from samskab.web.plans.models import Plan
from samskab.web.programmes.models import Engagement, Need, Participant

pytestmark = pytest.mark.django_db(transaction=True)


def mail(content: bytes) -> EmailMessage:
    return BytesParser(policy=policy.default).parsebytes(content)


def calendar_part(content: bytes) -> EmailMessage:
    return next(p for p in mail(content).walk() if p.get_content_type() == "text/calendar")


def told(server: SmtpServer, folder: Path) -> dict[tuple[str, str], dict[str, Any]]:
    """What each mail's calendar object says, by recipient and title; the latest mail counts."""
    read = {}
    for one in server.mails:
        said = read_bytes_with_ical_js(calendar_part(one.content).get_content().encode(), folder)
        read[one.recipient, said["events"][0]["summary"]] = said
    return read


def test_publishing_a_first_plan_invites_everybody(server: SmtpServer, tmp_path: Path) -> None:
    home = house()
    done = home.publish(home.plan())
    assert (done.state, done.counts) == ("done", {"new": 8, "changed": 0, "cancelled": 0})
    assert len(server.mails) == 8
    read = told(server, tmp_path)
    february = read["p1@fjordby.example", "Fælles retning"]
    assert february["method"] == "REQUEST"
    event = february["events"][0]
    assert event["uid"] == home.entry("p1").uid
    assert event["blocks"] == [
        ["2027-02-02T07:30:00.000Z", "2027-02-02T15:00:00.000Z"],
        ["2027-02-03T07:30:00.000Z", "2027-02-03T15:00:00.000Z"],
    ]
    assert event["organizer"] == [{"mail": "mailto:hr@fjordby.example", "name": "HR i Fjordby"}]
    assert event["attendees"][0]["mail"] == "mailto:p1@fjordby.example"
    # Summer time began between the two: half past eight is an hour earlier in UTC.
    april = read["p1@fjordby.example", "Data i praksis"]["events"][0]
    assert april["blocks"] == [["2027-04-06T06:30:00.000Z", "2027-04-06T10:00:00.000Z"]]
    plan = Plan.objects.get()
    assert plan.standing
    assert plan.published_at is not None
    assert set(Message.objects.values_list("state", flat=True)) == {"sent"}


def test_a_mail_is_as_rfc_6047_asks(server: SmtpServer) -> None:
    home = house()
    home.publish(home.plan())
    taken = next(one for one in server.mails if one.recipient == "p1@fjordby.example")
    read = mail(taken.content)
    assert taken.sender == "kalender@fjordby.example"
    assert read.get_content_type() == "multipart/alternative"
    assert (read["From"], read["Sender"]) == (
        "HR i Fjordby <hr@fjordby.example>",
        "kalender@fjordby.example",
    )
    text, calendar = read.iter_parts()
    assert text.get_content_type() == "text/plain"
    assert calendar["Content-Type"].params["method"] == "REQUEST"
    assert calendar.get_content_charset() == "utf-8"
    words = text.get_content()
    link = home.entry("p1").link
    assert "Kære Leder p1" in words
    assert f"https://samskab.fjordby.example/svar/{link}/" in words
    assert "Lokale r1" in words
    assert read["Subject"].startswith("Indkaldelse: Fælles retning, tir.")
    assert all(len(line) < 999 for line in taken.content.split(b"\r\n"))


def test_publishing_again_tells_only_what_changed(server: SmtpServer, tmp_path: Path) -> None:
    home = house()
    home.publish(home.plan())
    first = {entry.pk: (entry.uid, entry.link) for entry in Entry.objects.all()}
    server.mails.clear()
    moved = home.plan(
        two_days("s1", "2027-02-02", ("p2",)),
        two_days("s2", "2027-02-09", ("p1", "p3", "p4")),
        FIRST[2],
    )
    done = home.publish(moved)
    assert done.counts == {"new": 0, "changed": 1, "cancelled": 0}
    ((key, said),) = told(server, tmp_path).items()
    assert key == ("p1@fjordby.example", "Fælles retning")
    assert (said["method"], said["events"][0]["sequence"]) == ("REQUEST", 1)
    assert said["events"][0]["uid"] == home.entry("p1").uid
    assert {entry.pk: (entry.uid, entry.link) for entry in Entry.objects.all()} == first
    assert Plan.objects.get(standing=True) == moved
    assert "Ændret" in mail(server.mails[0].content)["Subject"]


def test_publishing_without_somebody_cancels_hers(server: SmtpServer, tmp_path: Path) -> None:
    home = house()
    home.publish(home.plan())
    server.mails.clear()
    home.publish(
        home.plan(
            two_days("s1", "2027-02-02", ("p2",)),
            FIRST[1],
            online_morning("s3", "2027-04-06", ("p2", "p3", "p4")),
            left_out=(("p1", "m1"), ("p1", "m2")),
        )
    )
    said = told(server, tmp_path)
    assert {key: one["method"] for key, one in said.items()} == {
        ("p1@fjordby.example", "Fælles retning"): "CANCEL",
        ("p1@fjordby.example", "Data i praksis"): "CANCEL",
    }
    assert {one["events"][0]["status"] for one in said.values()} == {"CANCELLED"}
    assert home.entry("p1").is_cancelled


def test_publishing_to_another_address_withdraws_the_former(
    server: SmtpServer, tmp_path: Path
) -> None:
    home = house()
    home.publish(home.plan())
    server.mails.clear()
    home.world.person.email = "ny@fjordby.example"
    home.world.person.save()
    home.publish(Plan.objects.get())
    said = {key[0]: one["method"] for key, one in told(server, tmp_path).items()}
    assert said == {"p1@fjordby.example": "CANCEL", "ny@fjordby.example": "REQUEST"}
    # Both may end in one mailbox: the cancellation is sent first, with the lower number.
    numbers = [message.sequence for message in home.entry("p1").messages.order_by("id")]
    assert numbers == [0, 1, 2]


def test_publishing_the_same_plan_twice_tells_nobody(server: SmtpServer) -> None:
    home = house()
    plan = home.plan()
    home.publish(plan)
    server.mails.clear()
    done = home.publish(plan)
    assert (done.state, done.publication) == ("done", None)
    assert server.mails == []
    assert Publication.objects.count() == 1


def test_whoever_has_no_address_is_named_before_publishing(server: SmtpServer) -> None:
    home = house(email="")
    ready = home.prepare(home.plan())
    assert ready.state == "ready"
    assert any("Leder p1 (p1)" in one["da"] for one in ready.notes)
    assert confirm_publication(preparation=ready, by=home.consultant)
    work()
    assert len(server.mails) == 6
    assert home.entry("p1").messages.count() == 0


def day_off(home: House, day: str) -> None:
    calendar = Calendar.objects.create(
        organisation=home.world.municipality, name="f1.ics", source="file", state="whole"
    )
    home.world.facilitator.calendar = calendar
    home.world.facilitator.save()
    start = datetime.fromisoformat(f"{day}T00:00:00+00:00")
    end = start.replace(hour=23)
    BusySpan.objects.create(calendar=calendar, start=start, end=end, kind="hard")


def test_a_facilitator_published_into_a_day_off_is_refused_in_words() -> None:
    home = house()
    plan = home.plan()
    day_off(home, "2027-02-09")
    refused = home.prepare(plan)
    assert refused.state == "refused"
    assert refused.refusals
    for said in refused.refusals:
        assert "Underviser f1" in said["da"]
        assert "09.02.2027" in said["da"]
        assert "2027-02-09" in said["en"]
    assert not Entry.objects.exists()
    assert not Plan.objects.filter(standing=True).exists()


def test_a_day_off_that_comes_after_confirming_is_still_refused() -> None:
    home = house()
    ready = home.prepare(home.plan())
    assert confirm_publication(preparation=ready, by=home.consultant)
    day_off(home, "2027-02-09")
    work()
    ready.refresh_from_db()
    assert ready.state == "refused"
    assert not Message.objects.exists()
    assert AuditEntry.objects.filter(action="publication_refused").count() == 1


def test_what_changed_after_confirming_is_asked_again() -> None:
    home = house()
    ready = home.prepare(home.plan())
    assert confirm_publication(preparation=ready, by=home.consultant)
    home.world.room.name = "Byrådssalen"
    home.world.room.save()
    work()
    ready.refresh_from_db()
    assert (ready.state, ready.asked_again) == ("ready", True)
    assert not Message.objects.exists()
    assert confirm_publication(preparation=ready, by=home.consultant)
    work()
    ready.refresh_from_db()
    assert ready.state == "done"


def test_a_later_question_takes_the_place_of_an_earlier_one() -> None:
    home = house()
    plan = home.plan()
    first, second = home.prepare(plan), home.prepare(plan)
    first.refresh_from_db()
    assert (first.state, second.state) == ("dropped", "ready")
    assert not confirm_publication(preparation=first, by=home.consultant)
    assert drop_preparation(preparation=second, by=home.consultant)
    assert not confirm_publication(preparation=second, by=home.consultant)


def test_every_step_of_publishing_stands_in_the_account() -> None:
    home = house()
    home.publish(home.plan())
    actions = AuditEntry.objects.order_by("id").values_list("action", flat=True)
    assert list(actions) == [
        "publication_prepared",
        "publication_confirmed",
        "plan_published",
    ]
    told_facts = AuditEntry.objects.get(action="plan_published").facts
    assert told_facts["number"] == 1
    assert not re.search("p1|Leder", str(told_facts))


def test_the_plan_that_is_published_passes_the_checker() -> None:
    home = house()
    home.publish(home.plan())
    standing = Plan.objects.get(standing=True)
    assert check(today_problem(home.world.programme), engine_plan(standing.text)) == ()


def test_two_programmes_of_one_title_never_share_an_entry() -> None:
    home = house()
    home.publish(home.plan())
    other = fjordby.programme(home.world.municipality, text=home.world.programme.text)
    participant = Participant.objects.create(programme=other, person=home.world.person)
    Need.objects.create(participant=participant, module="m2")
    Engagement.objects.create(
        programme=other, facilitator=home.world.facilitator, modules=["m1", "m2"]
    )
    second = House(replace(home.world, programme=other), home.consultant)
    second.publish(second.plan(online_morning("s1", "2027-04-20", ("p1",))))
    ours, theirs = Entry.objects.filter(person__key="p1", module="m2").order_by("programme_id")
    assert ours.uid != theirs.uid
    assert Entry.objects.filter(programme=other).count() == 1


def test_names_of_any_script_travel_whole(server: SmtpServer, tmp_path: Path) -> None:
    home = house(name="Åse \U0001f98a שָׁלוֹם")
    home.publish(home.plan())
    read = told(server, tmp_path)["p1@fjordby.example", "Fælles retning"]
    assert read["events"][0]["attendees"][0]["name"] == "Åse \U0001f98a שָׁלוֹם"
    taken = next(one for one in server.mails if one.recipient == "p1@fjordby.example")
    assert "Kære Åse \U0001f98a שָׁלוֹם" in next(mail(taken.content).iter_parts()).get_content()


def test_preparing_is_begun_again_where_a_worker_was_ended() -> None:
    home = house()
    ready = home.prepare(home.plan())
    # As a worker leaves it that was ended in the midst of it, long ago.
    long_ago = datetime(2026, 1, 1, tzinfo=UTC)
    Preparation.objects.filter(pk=ready.pk).update(state="working", claimed_at=long_ago)
    jobs.keep_going.enqueue()
    work()
    ready.refresh_from_db()
    assert ready.state == "ready"
