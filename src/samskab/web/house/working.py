"""A worker of django-tasks that outlives its database's troubles, with a heart."""

import logging
import signal
import sys
import time
from types import FrameType
from typing import Any

from django.db import InterfaceError, OperationalError, connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from samskab.web.house.actions import beat, end_worker
from samskab.web.house.heart import Heart, Rhythm, Run, end_children

logger = logging.getLogger("samskab.house")
PAUSE_SECONDS = 2.0


class HouseWorker(Worker):
    """Takes tasks one by one, of every queue."""

    def __init__(self, rhythm: Rhythm, *, batch: bool = False) -> None:
        super().__init__(
            queue_names=["*"],
            interval=min(1.0, rhythm.beat),
            batch=batch,
            backend_name="default",
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(32),
            excluded_queue_names=[],
        )
        self.current: Run | None = None
        self.heart = Heart(self, rhythm)

    def live(self) -> None:
        """Work until asked to stop; in batch, until nothing waits."""
        beat(worker=self.worker_id)
        self.heart.start()
        try:
            while self.running and not self._work():
                connections.close_all()
                time.sleep(PAUSE_SECONDS)
        finally:
            self.heart.stop()
            end_worker(worker=self.worker_id)

    def _work(self) -> bool:
        """False where the database failed: its heart gives back what was begun."""
        try:
            self.run()
        except (OperationalError, InterfaceError) as error:
            logger.warning("worker %s: %s; it tries again", self.worker_id, error)
            end_children()
            return False
        return True

    def run_task(self, db_task_result: DBTaskResult[Any, Any]) -> None:
        """Do one task; the heart knows which."""
        self.current = Run(db_task_result.id, db_task_result.started_at)
        try:
            super().run_task(db_task_result)
        finally:
            self.current = None

    def shutdown(self, signum: int, frame: FrameType | None) -> None:
        """Asked once: end the task within the grace. Twice: at once; it is given back."""
        del frame
        logger.info("worker %s: %s", self.worker_id, signal.strsignal(signum))
        self.running = False
        if not self.running_task:
            sys.exit(0)
        self.heart.end_in_time()
