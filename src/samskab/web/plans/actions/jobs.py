"""Jobs: started, stopped, and begun again where their worker died."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from samskab.web.accounts.models import User
from samskab.web.audit.actions import record
from samskab.web.plans.enums import UNFINISHED, JobKind, JobState
from samskab.web.plans.models import Job
from samskab.web.plans.queue import run_job
from samskab.web.plans.words import LOST, fault_in_both
from samskab.web.programmes.models import Programme

DEAD_AFTER = timedelta(seconds=60)
MOST_ATTEMPTS = 5
"""A job that takes its worker with it every time, for want of memory say, must end."""


class JobRunsError(Exception):
    """A job of this kind runs for this programme already."""


@transaction.atomic
def start_job(
    *, programme: Programme, kind: JobKind, asked: Mapping[str, object], by: User | None
) -> Job:
    """Hand a job to the workers, in one transaction with its row: it is never lost.

    Raises:
        JobRunsError: one of this kind runs for this programme already.
    """
    try:
        with transaction.atomic():
            job = Job.objects.create(
                programme=programme,
                kind=kind,
                asked=dict(asked),
                made_by=by,
                beat_at=timezone.now(),
            )
    except IntegrityError as error:
        raise JobRunsError from error
    run_job.enqueue(job.pk)
    record(
        by=by,
        organisation=programme.municipality,
        action="job_started",
        subject=f"job:{job.pk}",
        kind=kind,
        programme=programme.pk,
    )
    return job


@transaction.atomic
def stop_job(*, job: Job, by: User) -> None:
    """Ask a job to end with the best that it has; one that has not begun ends at once."""
    now = timezone.now()
    waiting = Job.objects.filter(pk=job.pk, state=JobState.QUEUED)
    ended = waiting.update(state=JobState.STOPPED, stop_asked=True, ended_at=now)
    running = Job.objects.filter(pk=job.pk, state=JobState.RUNNING, stop_asked=False)
    if ended or running.update(stop_asked=True):
        record(
            by=by,
            organisation=job.programme.municipality,
            action="job_stopped",
            subject=f"job:{job.pk}",
        )


def recover_jobs(now: datetime | None = None) -> int:
    """Hand out again what no worker works on; every worker calls this now and then.

    Args:
        now: the clock.

    Returns:
        How many jobs begin again.
    """
    limit = (now or timezone.now()) - DEAD_AFTER
    waiting = _waiting_for_a_worker()
    begun = 0
    for job in Job.objects.filter(state__in=UNFINISHED, beat_at__lt=limit):
        if job.state == JobState.QUEUED and job.pk in waiting:
            continue  # the workers have other things to do
        begun += _begin_again(job, limit)
    return begun


def _waiting_for_a_worker() -> set[int]:
    """Numbers of the jobs that stand in the queue."""
    rows = DBTaskResult.objects.ready().filter(task_path=run_job.module_path)
    return {given["args"][0] for given in rows.values_list("args_kwargs", flat=True)}


@transaction.atomic
def _begin_again(job: Job, limit: datetime) -> int:
    """Once, however many workers try: the beat that was seen is the condition."""
    same = Job.objects.filter(
        pk=job.pk, state=job.state, attempt=job.attempt, beat_at=job.beat_at, beat_at__lt=limit
    )
    now = timezone.now()
    if job.attempt >= MOST_ATTEMPTS:
        faults = [fault_in_both(LOST, attempts=job.attempt)]
        same.update(state=JobState.FAILED, ended_at=now, faults=faults)
        return 0
    changed = same.update(state=JobState.QUEUED, beat_at=now)
    if changed:
        run_job.enqueue(job.pk)
    return changed
