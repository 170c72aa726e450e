"""The thread of a worker that says it lives, whatever the work, and looks after the others'."""

import logging
import multiprocessing
import os
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Event, Thread
from time import monotonic
from typing import NoReturn, Protocol
from uuid import UUID

from django.conf import settings
from django.db import connection, connections
from django.utils import timezone

from samskab.web.house.actions import (
    beat,
    end_worker,
    give_back,
    give_back_lost_tasks,
    keep_chores,
)
from samskab.web.house.queries import is_still_run, running_tasks

logger = logging.getLogger("samskab.house")


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Times of a worker, in seconds.

    Attributes:
        beat: between two signs of life.
        dead_after: silence after which others take its tasks.
        grace: how long a task may go on after the worker was asked to stop.
    """

    beat: float = 5
    dead_after: float = 60
    grace: float = 10


class Body(Protocol):
    """What a heart needs to know of its worker."""

    worker_id: str

    @property
    def current(self) -> "Run | None":
        """The task it is at."""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of one task."""

    task: UUID
    started_at: datetime | None


class Heart(Thread):
    """Beats until it is stopped; its database connection is its own."""

    def __init__(self, body: Body, rhythm: Rhythm) -> None:
        super().__init__(name="heart", daemon=True)
        self.body = body
        self.rhythm = rhythm
        self._wake = Event()
        self._stopped = False
        self._ends_at: float | None = None
        self._strays: set[Run] = set()

    def stop(self) -> None:
        """Beat no more; wait until it does not."""
        self._stopped = True
        self._wake.set()
        self.join()

    def end_in_time(self) -> None:
        """The worker is asked to stop: the first time with grace, then at once."""
        grace = self.rhythm.grace if self._ends_at is None else 0.0
        self._ends_at = monotonic() + grace
        self._wake.set()

    def run(self) -> None:
        """Live."""
        while not self._stopped:
            try:
                self._beat()
            except Exception:  # a heart that stopped would have the task done twice
                logger.exception("worker %s could not beat; it tries again", self.body.worker_id)
                connection.close()
            self._wake.wait(self._pause())
            self._wake.clear()
        connections.close_all()

    def _pause(self) -> float:
        if self._ends_at is None:
            return self.rhythm.beat
        return max(0.0, min(self.rhythm.beat, self._ends_at - monotonic()))

    def _beat(self) -> None:
        if self._ends_at is not None and monotonic() >= self._ends_at:
            self._leave()
        run = self.body.current
        beat(worker=self.body.worker_id)
        if run is not None and not is_still_run(run.task, run.started_at):
            self._begin_anew()
        self._give_back_strays()
        dead_after = timedelta(seconds=self.rhythm.dead_after)
        lost = give_back_lost_tasks(dead_after=dead_after, besides=self.body.worker_id)
        if lost:
            logger.warning("%d tasks of workers that are gone are ready again", lost)
        keep_chores(settings.CHORES, now=timezone.now())

    def _give_back_strays(self) -> None:
        """Give back what it took and is not at, at two beats: its database had failed it."""
        runs = (
            Run(task.id, task.started_at)
            for task in running_tasks()
            if task.worker == self.body.worker_id
        )
        own = {run for run in runs if run != self.body.current}
        for run in own & self._strays:
            give_back(task=run.task, started_at=run.started_at)
        self._strays = own

    def _leave(self) -> NoReturn:
        """The task is given back; the process ends in the midst of it, as a crash would end it."""
        try:
            end_worker(worker=self.body.worker_id)
        except Exception:  # others find it by the silence
            logger.exception("worker %s could not give back its task", self.body.worker_id)
        end_children()
        os._exit(0)

    def _begin_anew(self) -> NoReturn:
        """The process was held up so long that its task went to another: nothing more of it."""
        logger.error("worker %s lost its task and begins anew", self.body.worker_id)
        end_children()
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 (the same program, the same words)


def end_children() -> None:
    """End the processes that a task started."""
    for child in multiprocessing.active_children():
        child.kill()
