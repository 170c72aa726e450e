"""Somebody cannot come: the best other session, and what the consultant makes of it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.web.invitations.published import House, house, work
from tests.web.invitations.smtp_server import SmtpServer

from samskab.planner.check import check
from samskab.web.audit.models import Entry as AuditEntry
from samskab.web.invitations import jobs
from samskab.web.invitations.models import Decline, Entry
from samskab.web.invitations.preparing import engine_plan, today_problem
from samskab.web.people.models import BusySpan, Calendar, Party
from samskab.web.plans.models import Plan, Seat

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def home(server: SmtpServer) -> House:
    made = house()
    made.publish(made.plan())
    server.mails.clear()
    return made


def decline(home: House, person: str = "p1", module: str = "m1") -> Decline:
    """She declines by the link, and a worker looks for another session."""
    Client().post(reverse("answer", args=[home.entry(person, module).link]), {"answer": "DECLINED"})
    work()
    return Decline.objects.latest("id")


def decide(home: House, row: Decline, page: str) -> Decline:
    client = Client()
    client.force_login(home.consultant)
    client.post(reverse(page, args=["fjordby", row.pk]))
    work()
    row.refresh_from_db()
    return row


def seat_of(person: str, module: str = "m1") -> str:
    seats = Seat.objects.filter(session__plan__standing=True, session__module=module)
    return seats.get(person__key=person).session.key


def test_the_best_other_session_is_suggested_in_both_languages(home: House) -> None:
    found = decline(home).suggestion
    assert found["session"] == "s2"
    assert found["start"].startswith("2027-02-09T08:30")
    assert any("s2" in line for line in found["lines"]["da"])
    assert found["lines"]["da"] != found["lines"]["en"]


def test_accepting_moves_her_alone_and_tells_her_alone(home: House, server: SmtpServer) -> None:
    row = decide(home, decline(home), "decline_accept")
    assert row.state == "moved"
    assert (seat_of("p1"), seat_of("p2")) == ("s2", "s1")
    assert [one.recipient for one in server.mails] == ["p1@fjordby.example"]
    entry = home.entry("p1")
    assert (entry.sequence, entry.answer) == (1, "NEEDS-ACTION")
    assert Plan.objects.get(standing=True).mends is not None


def test_the_plan_made_by_accepting_passes_the_checker(home: House) -> None:
    decide(home, decline(home), "decline_accept")
    standing = engine_plan(Plan.objects.get(standing=True).text)
    assert check(today_problem(home.world.programme), standing) == ()


def test_leaving_her_out_cancels_what_she_cannot_take(home: House, server: SmtpServer) -> None:
    row = decide(home, decline(home), "decline_leave_out")
    assert row.state == "left_out"
    # What comes after the module falls with it.
    told = {(one.recipient, one.content.count(b'method="CANCEL"')) for one in server.mails}
    assert {recipient for recipient, _ in told} == {"p1@fjordby.example"}
    assert set(Entry.objects.filter(is_cancelled=True).values_list("person__key", "module")) == {
        ("p1", "m1"),
        ("p1", "m2"),
    }
    standing = Plan.objects.get(standing=True)
    assert standing.unserved_count == 2
    assert check(today_problem(home.world.programme), engine_plan(standing.text)) == ()


def test_both_decisions_stand_in_the_account(home: House) -> None:
    decide(home, decline(home), "decline_accept")
    decide(home, decline(home, "p3"), "decline_leave_out")
    actions = AuditEntry.objects.filter(action__startswith="decline").order_by("id")
    assert [(one.action, one.by) for one in actions] == [
        ("decline_suggestion_accepted", home.consultant),
        ("decline_left_out", home.consultant),
    ]


def test_a_session_she_declined_before_is_not_suggested_again(home: House) -> None:
    decide(home, decline(home), "decline_accept")
    again = decline(home)
    assert (again.session, again.suggestion.get("session")) == ("s2", None)
    assert again.suggestion["lines"]["da"]


def test_whoever_attends_with_her_moves_too(home: House) -> None:
    party = Party.objects.create(organisation=home.world.municipality, key="par")
    for key in ("p1", "p2"):
        party.people.add(home.entry(key).person)
    home.world.programme.parties.add(party)
    row = decline(home)
    assert row.suggestion["party"] == ["p2"]
    decide(home, row, "decline_accept")
    assert (seat_of("p1"), seat_of("p2")) == ("s2", "s2")


def busy(home: House, person: str, day: str) -> None:
    calendar = Calendar.objects.create(
        organisation=home.world.municipality, name=f"{person}.ics", source="file", state="whole"
    )
    row = home.entry(person).person
    row.calendar = calendar
    row.save()
    BusySpan.objects.create(
        calendar=calendar, start=f"{day}T06:00:00+00:00", end=f"{day}T18:00:00+00:00", kind="hard"
    )


def test_hard_time_of_others_does_not_keep_her_from_moving(home: House) -> None:
    """p3's holiday breaks the plan that stands; it is not her trouble, and no new breach."""
    busy(home, "p3", "2027-02-09")
    row = decide(home, decline(home), "decline_accept")
    assert row.state == "moved"


def test_a_session_in_her_hard_time_is_not_suggested(home: House) -> None:
    busy(home, "p1", "2027-02-09")
    assert decline(home).suggestion.get("session") is None


def test_what_has_become_impossible_meanwhile_is_asked_again(home: House) -> None:
    row = decline(home)
    busy(home, "p1", "2027-02-09")
    decided = decide(home, row, "decline_accept")
    assert decided.state == "open"
    assert "Leder p1" in decided.trouble["da"]
    assert seat_of("p1") == "s1"


def test_a_plan_that_moved_her_meanwhile_asks_again(home: House) -> None:
    row = decline(home)
    Decline.objects.filter(pk=row.pk).update(start=row.start - timedelta(days=7))
    decided = decide(home, row, "decline_leave_out")
    assert decided.state == "open"
    assert "ændret" in decided.trouble["da"]
    assert seat_of("p1") == "s1"


def test_a_decision_is_taken_once(home: House) -> None:
    row = decline(home)
    client = Client()
    client.force_login(home.consultant)
    address = reverse("decline_accept", args=["fjordby", row.pk])
    assert client.post(address).status_code == 302
    page = client.post(address, follow=True)
    assert "Det var allerede afgjort" in page.content.decode()
    work()
    assert AuditEntry.objects.filter(action="decline_suggestion_accepted").count() == 1
    assert Plan.objects.count() == 2


def test_two_declines_at_once_are_both_done(home: House) -> None:
    rows = [decline(home, one) for one in ("p1", "p3")]
    client = Client()
    client.force_login(home.consultant)
    for row in rows:
        client.post(reverse("decline_accept", args=["fjordby", row.pk]))
    work()
    jobs.keep_going.enqueue()
    work()
    assert (seat_of("p1"), seat_of("p3")) == ("s2", "s1")


def test_the_only_session_of_a_module_has_no_other(home: House) -> None:
    row = decline(home, "p1", "m2")
    assert row.suggestion.get("session") is None
    decide(home, row, "decline_leave_out")
    assert set(
        Seat.objects.filter(session__plan__standing=True, session__module="m2").values_list(
            "person__key", flat=True
        )
    ) == {"p2", "p3", "p4"}


def test_the_page_of_declines_asks_and_is_quiet_without(
    home: House, django_assert_num_queries: object
) -> None:
    client = Client()
    client.force_login(home.consultant)
    address = reverse("declines", args=["fjordby"])
    assert "Ingen venter på svar fra dig" in client.get(address).content.decode()
    for count, people in ((1, ("p1",)), (3, ("p2", "p3"))):
        for one in people:
            decline(home, one)
        assert Decline.objects.count() == count
        with django_assert_num_queries(6):  # type: ignore[operator]
            page = client.get(address).content.decode()
    assert "Leder p3" in page
    assert "Flyt, og giv besked" in page
