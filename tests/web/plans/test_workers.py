"""Jobs done by real worker processes, which are killed in the middle."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.web import fjordby
from tests.web.plans.planned import asked_job, descendants, hard_world, is_alive
from tests.web.worker import StartWorker, wait_until
from tests.web.world import make_world

from samskab.web.plans.actions import recover_jobs, stop_job
from samskab.web.plans.actions.jobs import DEAD_AFTER
from samskab.web.plans.enums import JobKind, JobState
from samskab.web.plans.models import Job, Plan, PlannedSession

pytestmark = pytest.mark.django_db(transaction=True)
LATER = DEAD_AFTER + timedelta(seconds=1)


def test_a_job_is_done_once_when_its_worker_is_killed(start_worker: StartWorker) -> None:
    job = asked_job(hard_world(), seconds=15)
    first = start_worker()
    wait_until(lambda: any(moment[2] for moment in Job.objects.get().progress))
    engines = list(descendants(first.pid))
    assert engines
    first.kill()
    first.wait()
    wait_until(lambda: not any(map(is_alive, engines)), seconds=60)
    assert Job.objects.get().state == JobState.RUNNING
    assert recover_jobs(timezone.now() + LATER) == 1
    assert recover_jobs(timezone.now() + LATER) == 0
    start_worker()
    start_worker()
    wait_until(lambda: Job.objects.get().state == JobState.DONE)
    job.refresh_from_db()
    assert (job.attempt, job.faults) == (2, [])
    assert Plan.objects.count() == 1
    assert PlannedSession.objects.filter(plan__job=job).exists()


def test_a_stopped_job_keeps_the_best_plan_so_far(start_worker: StartWorker) -> None:
    world = hard_world()
    job = asked_job(world, seconds=1800)
    start_worker()
    wait_until(lambda: any(moment[2] for moment in Job.objects.get().progress))
    stop_job(job=job, by=fjordby.member(world.municipality))
    wait_until(lambda: Job.objects.get().state == JobState.STOPPED)
    plan = Plan.objects.get()
    assert plan.bound_oere <= plan.total_oere
    assert plan.sessions.exists()


def test_two_jobs_of_a_kind_by_two_workers_are_done_once_each(start_worker: StartWorker) -> None:
    world = make_world()
    start_worker()
    start_worker()
    asked_job(world)
    asked_job(world, JobKind.VARIANT, variants=["rules.max_days_per_week=3"])
    wait_until(lambda: not Job.objects.exclude(state=JobState.DONE).exists())
    assert [job.attempt for job in Job.objects.all()] == [1, 1]
    assert Plan.objects.count() == 1
