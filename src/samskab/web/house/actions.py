"""Beats of workers, tasks of workers that are gone, and chores whose time has come."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from samskab.web.house.chores import Chore
from samskab.web.house.models import ChoreKept, WorkerBeat
from samskab.web.house.queries import is_waiting, living_workers, running_tasks

MOST_ATTEMPTS = 10


class WorkersLostError(Exception):
    """A task was lost with its worker again and again: it may well be what ends them."""


def beat(*, worker: str) -> None:
    """Say that a worker lives; by the database's clock, for those of machines differ."""
    if not WorkerBeat.objects.filter(worker=worker).update(at=Now()):
        WorkerBeat.objects.create(worker=worker, at=Now())


def end_worker(*, worker: str) -> None:
    """A worker goes by itself: what it was at is for others, and counts as no attempt."""
    for task in running_tasks():
        if task.worker == worker:
            give_back(task=task.id, started_at=task.started_at, but_for=worker)
    WorkerBeat.objects.filter(worker=worker).delete()


@transaction.atomic
def give_back(*, task: UUID, started_at: datetime | None, but_for: str | None = None) -> bool:
    """Make a running task ready again, unless somebody else has.

    Args:
        task: its id.
        started_at: when the run began that is given up: another run is left alone.
        but_for: a worker whose attempt does not count.
    """
    run = DBTaskResult.objects.filter(
        id=task, status=TaskResultStatus.RUNNING, started_at=started_at
    )
    if not run.update(status=TaskResultStatus.READY, started_at=None):
        return False
    if but_for is not None:
        row = DBTaskResult.objects.get(id=task)
        row.worker_ids = [each for each in row.worker_ids if each != but_for]
        row.save(update_fields=["worker_ids"])
    return True


def give_back_lost_tasks(*, dead_after: timedelta, besides: str = "") -> int:
    """Make tasks ready again whose worker is gone, each once; how many.

    What was lost `MOST_ATTEMPTS` times fails instead.

    Args:
        dead_after: how long a worker may be silent.
        besides: a worker that lives, whatever it wrote.
    """
    # Tasks first: a worker that begins in between beats before it takes one.
    running = running_tasks()
    living = living_workers(dead_after) | {besides} if running else set()
    given_back = 0
    for task in running:
        if task.worker in living:
            continue
        if task.attempts >= MOST_ATTEMPTS:
            _fail(task.id, task.started_at)
        else:
            given_back += give_back(task=task.id, started_at=task.started_at)
    return given_back


def _fail(task: UUID, started_at: datetime | None) -> None:
    error = WorkersLostError
    DBTaskResult.objects.filter(
        id=task, status=TaskResultStatus.RUNNING, started_at=started_at
    ).update(
        status=TaskResultStatus.FAILED,
        finished_at=timezone.now(),
        exception_class_path=f"{error.__module__}.{error.__qualname__}",
        traceback=str(error.__doc__),
    )


def keep_chores(chores: Iterable[Chore], *, now: datetime) -> int:
    """Put chores before the workers whose moment has come, each moment once; how many.

    A chore that is new waits for its next moment; one that is still waiting or under way from the
    moment before is left at it.
    """
    zone = timezone.get_default_timezone()
    due = {chore.task: chore.moment_before(now, zone) for chore in chores}
    kept = dict(ChoreKept.objects.filter(task__in=due).values_list("task", "moment"))
    ChoreKept.objects.bulk_create(
        [ChoreKept(task=task, moment=due[task]) for task in due.keys() - kept.keys()],
        ignore_conflicts=True,
    )
    return sum(_keep(task, due[task]) for task in kept if kept[task] < due[task])


@transaction.atomic
def _keep(task: str, moment: datetime) -> bool:
    is_mine = ChoreKept.objects.filter(task=task, moment__lt=moment).update(moment=moment)
    if not is_mine or is_waiting(task):
        return False
    import_string(task).enqueue()
    return True


def forget(*, finished_for: timedelta) -> int:
    """Delete what is old: results of tasks, and workers that are silent.

    Args:
        finished_for: since when a task has ended, or a worker is silent.

    Returns:
        How many results were deleted.
    """
    WorkerBeat.objects.filter(at__lt=Now() - finished_for).delete()
    old = DBTaskResult.objects.finished().filter(finished_at__lt=timezone.now() - finished_for)
    return old.order_by(F("id")).delete()[0]
