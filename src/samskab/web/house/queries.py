"""Tasks and workers, as the database knows them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models.functions import Now
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from samskab.web.house.models import WorkerBeat


@dataclass(frozen=True, slots=True)
class RunningTask:
    """A task that a worker is at, or was when it went.

    Attributes:
        worker: who took it last.
        attempts: how often it was taken.
    """

    id: UUID
    started_at: datetime | None
    worker: str
    attempts: int


def running_tasks() -> list[RunningTask]:
    """Every one."""
    rows = DBTaskResult.objects.running().values_list("id", "started_at", "worker_ids")
    return [
        RunningTask(task, started_at, workers[-1] if workers else "", len(workers))
        for task, started_at, workers in rows
    ]


def living_workers(dead_after: timedelta) -> set[str]:
    """Workers that wrote within this time, by the database's clock."""
    living = WorkerBeat.objects.filter(at__gte=Now() - dead_after)
    return set(living.values_list("worker", flat=True))


def is_waiting(task: str) -> bool:
    """Whether a task of this dotted name is ready or running."""
    unfinished = [TaskResultStatus.READY, TaskResultStatus.RUNNING]
    return DBTaskResult.objects.filter(task_path=task, status__in=unfinished).exists()


def is_still_run(task: UUID, started_at: datetime | None) -> bool:
    """Whether a task's run is still the one that began then: running, or ended by it."""
    rows = DBTaskResult.objects.filter(id=task).values_list("status", "started_at")
    for status, began in rows:
        return bool(status != TaskResultStatus.READY and began == started_at)
    return False
