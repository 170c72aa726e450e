"""Pages of plans: how many queries they ask, and what they hand out."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django.fixtures import DjangoAssertNumQueries
from tests.web import fjordby
from tests.web.plans.pages import of_person, of_plan, of_session, plan_of
from tests.web.plans.planned import consultant, done_job, planned_world
from tests.web.world import World, make_world
from typer.testing import CliRunner

from samskab.cli.main import app
from samskab.web.accounts.enums import Role
from samskab.web.audit.models import Entry
from samskab.web.people.models import Calendar
from samskab.web.plans.enums import JobKind, JobState
from samskab.web.plans.models import Job, Pin, Plan, PlannedSession, Seat

SIGNED_IN = 4
"""Session, user, organisation, roles."""


@pytest.fixture
def world(db: None) -> World:  # noqa: ARG001
    return make_world()


def client_of(world: World) -> Client:
    client = Client()
    client.force_login(consultant(world))
    return client


def address(world: World, page: str, **arguments: object) -> str:
    return reverse(page, kwargs={"slug": world.municipality.slug, **arguments})


def more_sessions(world: World, plan: Plan, number: int) -> None:
    """So many sessions more, each with a person of her own."""
    for n in range(number):
        person = fjordby.person(world.municipality, f"q{n}", unit=f"Enhed {n}")
        world.programme.participants.create(person=person)
        start = datetime(2027, 1, 20 + n, 7, 30, tzinfo=UTC)
        session = PlannedSession.objects.create(
            plan=plan,
            key=f"m2-{n}",
            module="m2",
            title="Data i praksis",
            start=start,
            end=start + timedelta(hours=3),
        )
        session.facilitators.add(world.facilitator)
        Seat.objects.create(session=session, person=person)


@pytest.mark.parametrize(
    ("page", "queries"),
    [
        ("plan_calendar", 14),
        ("plan_people", 6),
        ("plan_units", 3),
        ("plan_left_out", 3),
        ("plan_costs", 3),
    ],
)
def test_a_page_asks_as_much_for_three_rows_as_for_one(
    world: World, page: str, queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client, plan = client_of(world), plan_of(world)
    there = address(world, page, programme=world.programme.pk, plan=plan.pk)
    with django_assert_num_queries(SIGNED_IN + queries):
        client.get(there)
    more_sessions(world, plan, 2)
    with django_assert_num_queries(SIGNED_IN + queries):
        client.get(there)


def test_the_list_of_plans_asks_as_much_for_three_programmes_as_for_one(
    world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = client_of(world)
    plan_of(world)
    there = address(world, "plans")
    for _ in range(2):
        with django_assert_num_queries(SIGNED_IN + 3):
            client.get(there)
        for _ in range(2):
            fjordby.programme(world.municipality).plans.create(
                revision=1,
                text="",
                total_oere=1,
                bound_oere=0,
                unserved_count=0,
                taken_at=timezone.now(),
            )


def test_the_overview_asks_as_much_for_three_plans_as_for_one(
    world: World, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client, plan = client_of(world), plan_of(world)
    there = address(world, "plan_overview", programme=world.programme.pk)
    for _ in range(2):
        with django_assert_num_queries(SIGNED_IN + 15):
            client.get(there)
        for _ in range(2):
            world.programme.plans.create(
                revision=1,
                text="",
                total_oere=1,
                bound_oere=0,
                unserved_count=0,
                taken_at=plan.made_at,
            )


def test_people_are_found_by_a_part_of_a_name(world: World) -> None:
    client, plan = client_of(world), plan_of(world)
    there = address(world, "plan_people", programme=world.programme.pk, plan=plan.pk)
    said = client.get(there, {"q": "leder P2"}).content.decode()
    assert "Leder p2" in said
    assert "Leder p1" not in said


def test_a_session_tells_who_comes_and_why_then(world: World) -> None:
    client = client_of(world)
    arguments = of_session(world)
    session = PlannedSession.objects.get()
    session.reasons = {"da": [{"says": "Billigst.", "points": ["Mandag er dyrere."]}], "en": []}
    session.save()
    said = client.get(address(world, "plan_session", **arguments)).content.decode()
    for part in ("Leder p1", "Underviser f1", "Lokale r1", "Billigst.", "Mandag er dyrere."):
        assert part in said


def test_a_person_is_told_what_she_is_left_out_of(world: World) -> None:
    client = client_of(world)
    said = client.get(address(world, "plan_person", **of_person(world))).content.decode()
    assert "Ingen mulig dato" in said


def test_a_job_that_is_asked_again_is_told_in_part(world: World) -> None:
    job = Job.objects.create(
        programme=world.programme,
        kind=JobKind.PLAN,
        state=JobState.RUNNING,
        progress=[[1.0, "first_plan", None, None, None], [2.5, "improving", 5_000_00, 4_000_00, 1]],
    )
    client = client_of(world)
    there = address(world, "plan_job", programme=world.programme.pk, job=job.pk)
    part = client.get(there, headers={"HX-Request": "true"})
    assert part.content.decode().lstrip().startswith('<div id="progress"')
    assert "5.000\N{NO-BREAK SPACE}kr." in part.content.decode()
    assert "HX-Refresh" not in part
    Job.objects.update(state=JobState.DONE)
    assert client.get(there, headers={"HX-Request": "true"})["HX-Refresh"] == "true"


def test_faults_of_a_job_are_told_in_the_readers_language(world: World) -> None:
    job = Job.objects.create(
        programme=world.programme,
        kind=JobKind.PLAN,
        state=JobState.FAILED,
        faults=[{"code": "x", "da": "Ret m9.", "en": "Mend m9."}],
    )
    client = client_of(world)
    there = address(world, "plan_job", programme=world.programme.pk, job=job.pk)
    assert "Ret m9." in client.get(there, headers={"Accept-Language": "da"}).content.decode()
    assert "Mend m9." in client.get(there, headers={"Accept-Language": "en"}).content.decode()


def test_a_session_is_pinned_and_unpinned_with_an_account(world: World) -> None:
    client = client_of(world)
    there = address(world, "plan_pin", **of_session(world))
    client.post(there, {"do": "pin"})
    client.post(there, {"do": "pin"})
    assert Pin.objects.count() == 1
    client.post(there, {"do": "unpin"})
    assert Pin.objects.count() == 0
    actions = Entry.objects.order_by("id").values_list("action", flat=True)
    assert list(actions) == ["session_pinned", "session_unpinned"]


def test_a_proposal_is_discarded_but_no_plan_that_was_taken(world: World) -> None:
    client, plan = client_of(world), plan_of(world)
    proposal = world.programme.plans.create(
        revision=1, text="", total_oere=1, bound_oere=0, unserved_count=0, mends=plan
    )
    for one in (proposal, plan):
        client.post(
            address(world, "plan_proposal", programme=world.programme.pk, plan=one.pk),
            {"do": "discard"},
        )
    assert Plan.objects.get() == plan


def test_top_management_changes_nothing(world: World) -> None:
    client = Client()
    client.force_login(fjordby.member(world.municipality, Role.TOP_MANAGEMENT))
    arguments = of_plan(world)
    before = Plan.objects.get().taken_at
    client.post(address(world, "plan_proposal", **arguments), {"do": "take"})
    client.post(address(world, "plan_levers", programme=world.programme.pk), {"do": "weigh"})
    client.post(
        address(world, "plan_broken", programme=world.programme.pk), {"do": "mend", "seconds": 30}
    )
    client.post(
        address(world, "plan_variants", programme=world.programme.pk),
        {"seconds": 30, "more": "rules.max_days_per_week=1"},
    )
    assert Plan.objects.get().taken_at == before
    assert not Job.objects.exists()


def test_a_job_is_started_once_by_two_clicks(world: World) -> None:
    client = client_of(world)
    there = address(world, "plan_start", programme=world.programme.pk)
    first = client.post(there, {"seconds": 60, "seed": 7})
    second = client.post(there, {"seconds": 60, "seed": 7})
    job = Job.objects.get()
    assert job.asked == {"seconds": 60, "seed": 7}
    assert first["Location"] == second["Location"]


@pytest.mark.django_db(transaction=True)
def test_the_downloads_are_judged_by_the_checker(tmp_path: Path) -> None:
    world, plan = planned_world()
    calendar = Calendar.objects.create(
        organisation=world.municipality, name="p1.ics", source="file", state="whole"
    )
    world.municipality.people.filter(pk=world.person.pk).update(calendar=calendar)
    client = client_of(world)
    arguments = {"programme": world.programme.pk, "plan": plan.pk}
    packed = client.get(address(world, "plan_folder", **arguments))
    with ZipFile(io.BytesIO(b"".join(packed.streaming_content))) as archive:  # type: ignore[attr-defined]
        archive.extractall(tmp_path)
    (folder,) = tmp_path.iterdir()
    judged = CliRunner().invoke(
        app, ["check", str(folder), str(folder / "plan" / "plan.json"), "--lang", "en"]
    )
    assert judged.exit_code == 0, judged.output
    assert "The plan keeps every rule" in judged.output
    text = client.get(address(world, "plan_json", **arguments))
    assert text.content.decode() == plan.text
    book = client.get(address(world, "plan_workbook", **arguments))
    assert load_workbook(io.BytesIO(book.content)).sheetnames
    report = client.get(address(world, "plan_report", **arguments))
    assert report["Content-Disposition"].startswith("attachment")
    assert world.programme.title in report.content.decode()


@pytest.mark.django_db(transaction=True)
def test_variants_are_shown_side_by_side() -> None:
    world = make_world()
    done_job(world, JobKind.VARIANT, variants=["rules.max_days_per_week=1"])
    there = address(world, "plan_variants", programme=world.programme.pk)
    said = client_of(world).get(there).content.decode()
    assert "rules.max_days_per_week=1" in said
    assert "forløbet, som det er" in said
