"""Real workers that are killed, held up, asked to stop, and cut off from their database."""

import os
import signal
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from tests.web.house.tasks import note, said, wait_for
from tests.web.worker import StartWorker, wait_until

from samskab.web.house.models import WorkerBeat

pytestmark = pytest.mark.django_db(transaction=True)


class Waiting:
    """A task that waits for a permission, and what it said so far."""

    def __init__(self, folder: Path) -> None:
        self.file, self.permission = folder / "said", folder / "permission"
        self.result: Any = wait_for.enqueue(str(self.file), str(self.permission))

    @property
    def said(self) -> list[str]:
        return said(self.file)

    def permit(self) -> None:
        self.permission.touch()

    @property
    def row(self) -> DBTaskResult[Any, Any]:
        return DBTaskResult.objects.get(id=self.result.id)

    def is_successful(self) -> bool:
        return TaskResultStatus(self.row.status) is TaskResultStatus.SUCCESSFUL


@pytest.fixture
def waiting(tmp_path: Path) -> Waiting:
    return Waiting(tmp_path)


def test_a_task_is_done_by_another_when_its_worker_is_killed(
    waiting: Waiting, start_worker: StartWorker
) -> None:
    first = start_worker()
    wait_until(lambda: waiting.said == ["begun"])
    os.killpg(first.pid, signal.SIGKILL)
    waiting.permit()
    start_worker()
    wait_until(waiting.is_successful)
    assert waiting.said == ["begun", "begun", "done"]
    assert len(waiting.row.worker_ids) == 2


def test_every_task_is_done_once_when_two_workers_share_them(
    tmp_path: Path, start_worker: StartWorker
) -> None:
    file = tmp_path / "said"
    names = [f"task-{number}" for number in range(40)]
    for name in names:
        note.enqueue(str(file), name)
    start_worker()
    start_worker()
    wait_until(lambda: DBTaskResult.objects.successful().count() == len(names))
    assert sorted(said(file)) == sorted(names)


def test_a_task_is_given_back_when_its_worker_is_asked_to_stop(
    waiting: Waiting, start_worker: StartWorker
) -> None:
    worker = start_worker()
    wait_until(lambda: waiting.said == ["begun"])
    worker.send_signal(signal.SIGTERM)
    assert worker.wait(10) == 0
    row = waiting.row
    assert (row.status, row.worker_ids) == (TaskResultStatus.READY, [])
    assert not WorkerBeat.objects.exists()


def test_a_task_ends_first_when_its_worker_is_asked_to_stop_and_it_is_quick(
    waiting: Waiting, start_worker: StartWorker
) -> None:
    worker = start_worker()
    wait_until(lambda: waiting.said == ["begun"])
    worker.send_signal(signal.SIGTERM)
    waiting.permit()
    assert worker.wait(10) == 0
    assert waiting.said == ["begun", "done"]
    assert waiting.is_successful()


def test_a_worker_begins_anew_when_it_was_held_up_and_its_task_went_to_another(
    waiting: Waiting, start_worker: StartWorker
) -> None:
    held_up = start_worker()
    wait_until(lambda: waiting.said == ["begun"])
    held_up.send_signal(signal.SIGSTOP)
    start_worker()
    wait_until(lambda: waiting.said == ["begun", "begun"])
    known = set(WorkerBeat.objects.values_list("worker", flat=True))
    held_up.send_signal(signal.SIGCONT)
    wait_until(lambda: WorkerBeat.objects.exclude(worker__in=known).exists())
    waiting.permit()
    wait_until(waiting.is_successful)
    assert waiting.said == ["begun", "begun", "done"]
    assert held_up.poll() is None


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no connections to cut")
def test_a_task_is_done_when_the_database_cuts_every_connection(
    waiting: Waiting, start_worker: StartWorker
) -> None:
    worker = start_worker()
    wait_until(lambda: waiting.said == ["begun"])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    waiting.permit()
    wait_until(waiting.is_successful)
    assert waiting.said[-1] == "done"
    assert worker.poll() is None
