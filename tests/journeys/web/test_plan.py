"""From a programme to its plan, and to another when calendars change, by a real worker."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect
from tests.journeys.web.conftest import OpenSite, Site
from tests.web.plans.planned import consultant, done_job, hard_world, planned_world
from tests.web.worker import StartWorker
from tests.web.world import World, make_world

from samskab.web.people.enums import BusyKind
from samskab.web.people.models import BusySpan, Calendar
from samskab.web.plans.enums import JobKind, JobState
from samskab.web.plans.models import Job, Pin, Plan, PlannedSession
from samskab.web.plans.queries import current_plan

pytestmark = pytest.mark.django_db(transaction=True)
MOST_MS = 180_000
expect.set_options(timeout=30_000)  # a machine that plans is a slow one to browse on
WORDS = {
    "da": {"start": "Start", "see": "Se planen", "brief": "Planen kort"},
    "en": {"start": "Start", "see": "See the plan", "brief": "The plan in brief"},
}


def address(world: World, rest: str = "") -> str:
    return f"/fjordby/planer/{world.programme.pk}/{rest}"


def take_time_of(world: World, session: PlannedSession) -> None:
    """The person of `World` goes on holiday when a session is held."""
    calendar = Calendar.objects.create(
        organisation=world.municipality, name="ferie.ics", source="file", state="whole"
    )
    world.municipality.people.filter(pk=world.person.pk).update(calendar=calendar)
    BusySpan.objects.create(
        calendar=calendar,
        start=session.start - timedelta(days=1),
        end=session.end + timedelta(days=1),
        kind=BusyKind.HARD,
    )


def sound(site: Site, path: str) -> Page:
    """A page that axe finds nothing on, that fits, and whose console is silent."""
    visit = site.open(path)
    assert visit.breaches() == [], path
    assert visit.overflow_px() == 0, path
    assert visit.messages == [], path
    return visit.page


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_consultant_starts_the_planner_and_sees_its_plan(
    site: OpenSite, start_worker: StartWorker, language: str
) -> None:
    world = make_world()
    words = WORDS[language]
    page = sound(site(consultant(world), language), "/fjordby/planer/")
    page.get_by_role("link", name=world.programme.title).click()
    page.get_by_role("button", name=words["start"], exact=True).click()
    expect(page.locator("#progress .badge")).to_be_visible()
    start_worker()
    page.get_by_role("link", name=words["see"]).click(timeout=MOST_MS)
    expect(page.get_by_role("heading", name=words["brief"])).to_be_visible()
    assert Plan.objects.get().unserved_count == 0


@pytest.mark.parametrize(("language", "width"), [("da", 360), ("en", 1280)])
def test_every_page_of_a_plan_is_sound(site: OpenSite, language: str, width: int) -> None:
    world, plan = planned_world()
    done_job(world, JobKind.VARIANT, variants=["rules.max_days_per_week=1"])
    done_job(world, JobKind.LEVERS, plan=plan.pk)
    session = PlannedSession.objects.get(module="m2")
    take_time_of(world, session)
    done_job(world, JobKind.REPLAN, plan=plan.pk, today="2027-01-01")
    proposal = Plan.objects.get(mends=plan)
    opened = site(consultant(world), language, width)
    of_plan = address(world, f"{plan.pk}/")
    for path in (
        "/fjordby/planer/",
        address(world),
        address(world, "hvad-nu-hvis/"),
        address(world, "haandtag/"),
        address(world, "brudt/"),
        address(world, f"{proposal.pk}/forslag/"),
        address(world, f"arbejde/{Job.objects.filter(kind=JobKind.PLAN).get().pk}/"),
        f"{of_plan}kalender/",
        f"{of_plan}kalender/?vis=liste",
        f"{of_plan}kursusgange/{session.pk}/",
        f"{of_plan}personer/",
        f"{of_plan}personer/{world.person.pk}/",
        f"{of_plan}enheder/",
        f"{of_plan}pris/",
        f"{of_plan}udeladt/",
    ):
        sound(opened, path).close()


def test_a_plan_closes_in_on_the_page_and_is_stopped(
    site: OpenSite, start_worker: StartWorker
) -> None:
    world = hard_world()
    start_worker()
    page = site(consultant(world), width=360).open(address(world)).page
    page.select_option("select[name=seconds]", "1800")
    page.get_by_role("button", name="Start", exact=True).click()
    expect(page.locator(".plan-chart svg")).to_be_visible(timeout=MOST_MS)
    page.get_by_role("button", name="Stop, og behold det bedste indtil nu").click()
    page.get_by_role("link", name="Se planen").click(timeout=MOST_MS)
    job = Job.objects.get()
    assert job.state == JobState.STOPPED
    assert job.plan.sessions.exists()


def test_planning_works_without_scripts_and_by_keyboard(
    site: OpenSite, start_worker: StartWorker
) -> None:
    world = make_world()
    page = site(consultant(world), scripts=False).open(address(world)).page
    page.get_by_label("Startpunkt (seed)").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Planlæggeren arbejder")).to_be_visible()
    start_worker()
    see = page.get_by_role("link", name="Se planen")
    for _ in range(60):
        if see.is_visible():
            break
        page.get_by_role("link", name="Opdater").focus()
        page.keyboard.press("Enter")
        page.wait_for_timeout(1000)
    see.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Planen kort")).to_be_visible()


def test_a_changed_calendar_is_seen_and_mended_before_anything_moves(
    site: OpenSite, start_worker: StartWorker
) -> None:
    world, plan = planned_world()
    broken = PlannedSession.objects.get(module="m2", seats__person=world.person)
    pinned = PlannedSession.objects.get(module="m1", seats__person=world.person)
    take_time_of(world, broken)
    page = site(consultant(world)).open(address(world, f"{plan.pk}/kursusgange/{pinned.pk}/")).page
    page.get_by_role("button", name="Fasthold").click()
    assert Pin.objects.get().session == pinned
    page.goto(page.url.split("/planer/")[0] + f"/planer/{world.programme.pk}/")
    page.get_by_role("link", name="Se hvad, og planlæg om").click()
    expect(page.get_by_role("cell", name=world.person.name)).to_be_visible()
    page.get_by_role("button", name="Vis, hvad der ville blive flyttet").click()
    start_worker()
    page.get_by_role("link", name="Se, hvad det ville ændre").click(timeout=MOST_MS)
    expect(page.locator(".plan-account")).to_contain_text(world.person.name)
    assert current_plan(world.programme) == plan
    page.get_by_role("button", name="Gå videre med denne plan").click()
    proposal = Plan.objects.get(mends=plan)
    assert current_plan(world.programme) == proposal
    assert proposal.sessions.get(key=pinned.key).start == pinned.start
    page.goto(page.url.split("/planer/")[0] + f"/planer/{world.programme.pk}/brudt/")
    expect(page.get_by_text("Ingen kalender står i vejen")).to_be_visible()


def test_variants_are_compared_side_by_side(site: OpenSite, start_worker: StartWorker) -> None:
    world = make_world()
    start_worker()
    page = site(consultant(world)).open(address(world, "hvad-nu-hvis/")).page
    page.get_by_role("button", name="Sammenlign").click()
    expect(page.get_by_text("Angiv mindst én variant")).to_be_visible()
    page.select_option("select[name=setting_1]", "rules.max_days_per_week")
    page.fill("input[name=value_1]", "1")
    page.fill("textarea[name=more]", "prices.unserved=30000")
    page.get_by_role("button", name="Sammenlign").click()
    page.get_by_role("link", name="Se varianterne side om side").click(timeout=MOST_MS)
    expect(page.locator("table tbody tr")).to_have_count(3)
