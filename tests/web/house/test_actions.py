"""Tasks of workers that are gone, and chores, each once."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.module_loading import import_string
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from tests.web.house.tasks import note

from samskab.web.house.actions import (
    MOST_ATTEMPTS,
    beat,
    end_worker,
    forget,
    give_back,
    give_back_lost_tasks,
    keep_chores,
)
from samskab.web.house.chores import Chore
from samskab.web.house.models import ChoreKept, WorkerBeat

pytestmark = pytest.mark.django_db
A_MINUTE = timedelta(minutes=1)
CHORE = Chore("tests.web.house.test_actions.chore", timedelta(minutes=5))
NOON = datetime(2027, 1, 15, 12, 1, tzinfo=UTC)
chore = note


def taken_by(*workers: str) -> DBTaskResult[Any, Any]:
    row = DBTaskResult.objects.get(id=note.enqueue("nowhere", "nothing").id)
    for worker in workers:
        row.claim(worker)
    return row


def status(row: DBTaskResult[Any, Any]) -> TaskResultStatus:
    row.refresh_from_db()
    return TaskResultStatus(row.status)


def test_task_stays_when_its_worker_beats() -> None:
    beat(worker="w1")
    row = taken_by("w1")
    assert give_back_lost_tasks(dead_after=A_MINUTE) == 0
    assert status(row) == TaskResultStatus.RUNNING


def test_task_is_given_back_when_its_worker_is_silent_or_unknown() -> None:
    WorkerBeat.objects.create(worker="silent", at=Now() - 2 * A_MINUTE)
    rows = [taken_by("silent"), taken_by("unknown")]
    assert give_back_lost_tasks(dead_after=A_MINUTE, besides="w1") == 2
    assert [status(row) for row in rows] == [TaskResultStatus.READY] * 2
    assert give_back_lost_tasks(dead_after=A_MINUTE, besides="w1") == 0


def test_task_is_given_back_once_when_two_find_it() -> None:
    row = taken_by("gone")
    assert give_back(task=row.id, started_at=row.started_at)
    row.claim("next")
    assert not give_back(task=row.id, started_at=NOON)
    assert status(row) == TaskResultStatus.RUNNING


def test_task_fails_when_it_was_lost_too_often() -> None:
    row = taken_by(*(f"w{number}" for number in range(MOST_ATTEMPTS)))
    assert give_back_lost_tasks(dead_after=A_MINUTE) == 0
    assert status(row) == TaskResultStatus.FAILED
    assert row.exception_class_path == "samskab.web.house.actions.WorkersLostError"


def test_tasks_are_given_back_uncounted_when_their_worker_ends() -> None:
    beat(worker="w1")
    mine, other = taken_by("w0", "w1"), taken_by("w2")
    end_worker(worker="w1")
    assert (status(mine), mine.worker_ids) == (TaskResultStatus.READY, ["w0"])
    assert status(other) == TaskResultStatus.RUNNING
    assert not WorkerBeat.objects.exists()


def test_chore_is_put_once_when_two_workers_find_its_moment() -> None:
    assert keep_chores([CHORE], now=NOON) == 0  # it is new, and waits
    later = NOON + timedelta(minutes=5)
    assert keep_chores([CHORE], now=later) == 1
    assert keep_chores([CHORE], now=later) == 0
    assert DBTaskResult.objects.get().task_path == "tests.web.house.tasks.note"
    assert ChoreKept.objects.get().moment == datetime(2027, 1, 15, 12, 5, tzinfo=UTC)


def test_chore_is_not_put_twice_when_the_last_one_still_waits() -> None:
    named = Chore("tests.web.house.tasks.note", CHORE.every)
    keep_chores([named], now=NOON)
    assert keep_chores([named], now=NOON + timedelta(minutes=5)) == 1
    assert keep_chores([named], now=NOON + timedelta(minutes=10)) == 0
    DBTaskResult.objects.update(status=TaskResultStatus.SUCCESSFUL)
    assert keep_chores([named], now=NOON + timedelta(minutes=15)) == 1


def test_only_old_results_are_forgotten_when_they_ended() -> None:
    old, young, waiting = taken_by("w"), taken_by("w"), taken_by()
    for row, days in ((old, 15), (young, 1)):
        row.status, row.finished_at = (
            TaskResultStatus.FAILED,
            timezone.now() - timedelta(days=days),
        )
        row.save()
    assert forget(finished_for=timedelta(days=14)) == 1
    assert set(DBTaskResult.objects.values_list("id", flat=True)) == {young.id, waiting.id}


def test_every_chore_of_the_settings_names_a_task_when_it_is_looked_up() -> None:
    for each in settings.CHORES:
        assert import_string(each.task).module_path == each.task
