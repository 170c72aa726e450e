"""Jobs, done in this process by the real planner."""

import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.web import fjordby
from tests.web.plans.planned import asked_job, done_job, planned_world
from tests.web.world import World, make_world

from samskab.planner.check import check
from samskab.planner.plan_json import read_stored_plan
from samskab.planner.progress import Progress
from samskab.web.people.enums import BusyKind
from samskab.web.people.models import BusySpan, Calendar
from samskab.web.plans.actions import (
    JobRunsError,
    pin_session,
    recover_jobs,
    start_job,
    stop_job,
    take_plan,
)
from samskab.web.plans.actions.jobs import DEAD_AFTER, MOST_ATTEMPTS
from samskab.web.plans.enums import JobKind, JobState
from samskab.web.plans.jobs import work
from samskab.web.plans.jobs.claim import Claim, SupersededError
from samskab.web.plans.models import Job, Plan, PlanFile, PlannedSession, Seat
from samskab.web.plans.problem import problem_to_plan
from samskab.web.plans.queries import current_plan, proposal_of
from samskab.web.programmes.models import Engagement

pytestmark = pytest.mark.django_db(transaction=True)
LATER = DEAD_AFTER + timedelta(seconds=1)


def busy_all_day(world: World, key: str, start: datetime, end: datetime) -> None:
    """Put a hard span into somebody's calendar."""
    calendar = Calendar.objects.create(
        organisation=world.municipality, name=f"{key}.ics", source="file", state="whole"
    )
    world.municipality.people.filter(key=key).update(calendar=calendar)
    BusySpan.objects.create(calendar=calendar, start=start, end=end, kind=BusyKind.HARD)


def test_a_plan_is_stored_as_text_and_as_rows_when_its_job_is_done() -> None:
    world, plan = planned_world()
    job = Job.objects.get()
    assert (job.state, job.attempt, job.faults) == (JobState.DONE, 1, [])
    assert job.progress[-1][1:] == ["done", plan.total_oere, plan.bound_oere, 0]
    assert current_plan(world.programme) == plan
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plan.json"
        path.write_text(plan.text, "utf-8")
        stored = read_stored_plan(path)
    assert stored.false_claims("plan.json") == ()
    assert check(problem_to_plan(world.programme), stored.plan) == ()
    rows = {
        (row.key, row.start, row.end, row.room.key if row.room else None)
        for row in PlannedSession.objects.filter(plan=plan)
    }
    assert rows == {(one.id, one.start, one.end, one.room) for one in stored.plan.sessions}
    seats = set(Seat.objects.values_list("session__key", "person__key"))
    assert seats == {(one.id, person) for one in stored.plan.sessions for person in one.people}
    assert len(seats) == 8
    assert sum(plan.facts["cost"].values()) == plan.total_oere
    assert PlanFile.objects.count() == 4


def test_reasons_are_stored_in_both_languages() -> None:
    planned_world()
    for session in PlannedSession.objects.all():
        assert session.reasons["da"]
        assert session.reasons["en"]
        assert session.reasons["da"] != session.reasons["en"]


def test_faults_of_the_programme_are_told_in_both_languages() -> None:
    world = make_world()
    Engagement.objects.update(modules=["m1", "m9"])
    job = done_job(world)
    assert job.state == JobState.FAILED
    assert [fault["code"] for fault in job.faults] == ["module_unknown"]
    assert "m9" in job.faults[0]["da"]
    assert "m9" in job.faults[0]["en"]
    assert not Plan.objects.exists()


def test_nobody_facilitates_and_the_plan_says_why() -> None:
    world = make_world()
    Engagement.objects.all().delete()
    done_job(world)
    plan = Plan.objects.get()
    assert plan.unserved_count == 8
    whys = {need["why"] for need in plan.facts["unserved"]}
    assert whys == {"no_room_or_facilitator", "earlier_module_unserved"}


def test_a_second_job_of_a_kind_is_refused_while_one_waits() -> None:
    world = make_world()
    asked_job(world)
    with pytest.raises(JobRunsError):
        asked_job(world)
    asked_job(world, JobKind.VARIANT, variants=["rules.max_days_per_week=3"])
    assert Job.objects.count() == 2
    assert DBTaskResult.objects.count() == 2


def test_a_job_is_claimed_once() -> None:
    job = asked_job(make_world())
    assert Claim.take(job.pk) is not None
    assert Claim.take(job.pk) is None


def test_an_older_attempt_stores_nothing() -> None:
    job = asked_job(make_world())
    old = Claim.take(job.pk)
    assert old is not None
    assert recover_jobs(timezone.now() + LATER) == 1
    work(job.pk)
    assert not old.end()
    with pytest.raises(SupersededError):
        old.tell(Progress(1.0, "first_plan"))
    job.refresh_from_db()
    assert (job.state, job.attempt) == (JobState.DONE, 2)
    assert Plan.objects.count() == 1


def test_a_job_whose_worker_lives_is_left_alone() -> None:
    job = asked_job(make_world())
    assert Claim.take(job.pk)
    assert recover_jobs() == 0


def test_a_job_that_waits_in_the_queue_is_left_alone() -> None:
    asked_job(make_world())
    assert recover_jobs(timezone.now() + LATER) == 0
    assert DBTaskResult.objects.count() == 1


def test_a_job_whose_worker_died_before_it_began_is_handed_out_again() -> None:
    asked_job(make_world())
    DBTaskResult.objects.get().claim("a worker that dies now")
    assert recover_jobs(timezone.now() + LATER) == 1
    assert DBTaskResult.objects.ready().count() == 1


def test_a_job_that_kills_its_workers_ends() -> None:
    job = asked_job(make_world())
    assert Claim.take(job.pk)
    Job.objects.update(attempt=MOST_ATTEMPTS)
    assert recover_jobs(timezone.now() + LATER) == 0
    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert str(MOST_ATTEMPTS) in job.faults[0]["da"]


def test_a_waiting_job_that_is_stopped_ends_at_once() -> None:
    world = make_world()
    job = asked_job(world)
    stop_job(job=job, by=fjordby.member(world.municipality))
    work(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempt) == (JobState.STOPPED, 0)
    assert not Plan.objects.exists()


def test_a_running_job_that_is_stopped_interrupts_its_planner_once() -> None:
    world = make_world()
    job = asked_job(world)
    claim = Claim.take(job.pk)
    assert claim
    stop_job(job=Job.objects.get(), by=fjordby.member(world.municipality))
    with pytest.raises(KeyboardInterrupt):
        claim.tell(Progress(2.0, "improving", 100, 50, 0))
    claim.tell(Progress(2.0, "done", 100, 50, 0))
    assert claim.end()
    job.refresh_from_db()
    assert job.state == JobState.STOPPED
    assert job.progress == [[2.0, "improving", 100, 50, 0], [2.0, "done", 100, 50, 0]]


def test_variants_are_compared_in_both_languages() -> None:
    job = done_job(
        make_world(),
        JobKind.VARIANT,
        variants=["rules.max_days_per_week=1", "prices.unserved=30000"],
    )
    assert job.state == JobState.DONE, job.faults
    for language in ("da", "en"):
        outcome = job.outcome[language]
        assert len(outcome["rows"]) == 3
        assert len(outcome["sentences"]) == 3
        assert {len(row) for row in outcome["rows"]} == {len(outcome["columns"])}
    assert not Plan.objects.exists()


def test_a_variant_that_says_nothing_is_told() -> None:
    job = done_job(make_world(), JobKind.VARIANT, variants=["rules.max_dyas_per_week=3"])
    assert job.state == JobState.FAILED
    assert job.faults[0]["code"] == "setting_unknown"
    assert "rules.max_days_per_week" in job.faults[0]["da"]


def test_levers_are_weighed_from_the_current_plan() -> None:
    world, plan = planned_world()
    job = done_job(world, JobKind.LEVERS, plan=plan.pk)
    assert job.state == JobState.DONE, job.faults
    assert job.outcome["da"]["notes"]
    assert job.outcome["plan"] == plan.pk


def test_a_replan_is_a_proposal_that_moves_only_what_broke() -> None:
    world, plan = planned_world()
    broken = PlannedSession.objects.get(module="m2", seats__person=world.person)
    kept = PlannedSession.objects.exclude(pk=broken.pk).first()
    assert kept is not None
    pin_session(session=kept, by=fjordby.member(world.municipality))
    busy_all_day(world, "p1", broken.start, broken.end)
    job = done_job(world, JobKind.REPLAN, plan=plan.pk, today="2027-01-01")
    assert job.state == JobState.DONE, job.faults
    proposal = proposal_of(world.programme)
    assert proposal is not None
    assert proposal.mends == plan
    assert current_plan(world.programme) == plan
    assert proposal.facts["moves"] >= 1
    assert proposal.facts["account"]["da"] != proposal.facts["account"]["en"]
    same = PlannedSession.objects.get(plan=proposal, key=kept.key)
    assert (same.start, same.room) == (kept.start, kept.room)
    take_plan(plan=proposal, by=fjordby.member(world.municipality, email="b@fjordby.example"))
    assert current_plan(world.programme) == proposal
    assert proposal_of(world.programme) is None
    assert hasattr(PlannedSession.objects.get(pk=same.pk), "pin")


def test_a_plan_beside_a_published_one_is_a_proposal() -> None:
    world, plan = planned_world()
    Plan.objects.filter(pk=plan.pk).update(
        published_at=datetime(2027, 1, 1, tzinfo=UTC), standing=True
    )
    done_job(world)
    assert current_plan(world.programme) == plan
    assert proposal_of(world.programme) is not None


def test_start_job_leaves_no_row_without_its_task() -> None:
    world = make_world()
    start_job(programme=world.programme, kind=JobKind.PLAN, asked={}, by=None)
    assert DBTaskResult.objects.get().args_kwargs["args"] == [Job.objects.get().pk]
