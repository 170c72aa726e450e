"""One attempt of one worker at one job."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from time import monotonic

from django.db import DatabaseError, close_old_connections, connection
from django.db.models import F, QuerySet
from django.utils import timezone

from samskab.planner.progress import Progress
from samskab.web.plans.enums import JobState
from samskab.web.plans.models import Job

BEAT_SECONDS = 5.0
WRITE_SECONDS = 1.0
MOST_MOMENTS = 300
STOPPABLE = frozenset({"first_plan", "improving"})
"""Phases in which the planner answers an interrupt with the best plan so far."""

log = logging.getLogger(__name__)


class SupersededError(Exception):
    """The job is another's by now: this worker was thought dead."""


class Claim:
    """The right to work on a job; whatever it writes is written only while it has that right.

    Attributes:
        history: moments of planning in which something changed.
        stopped: somebody asked to stop, and the planner was told.
    """

    def __init__(self, job: Job) -> None:
        self.job = job
        self.history: list[Progress] = []
        self.stopped = False
        self._written = 0.0
        self._rows: list[list[object]] = []

    @classmethod
    def take(cls, number: int) -> "Claim | None":
        """Claim a job; None where another has it, or it has ended."""
        now = timezone.now()
        taken = Job.objects.filter(pk=number, state=JobState.QUEUED).update(
            state=JobState.RUNNING,
            attempt=F("attempt") + 1,
            begun_at=now,
            beat_at=now,
            progress=[],
        )
        if not taken:
            return None
        return cls(Job.objects.select_related("programme__municipality").get(pk=number))

    @contextmanager
    def beating(self) -> Iterator[None]:
        """Say every few seconds that this worker lives, whatever it is busy with."""
        over = Event()
        thread = Thread(target=self._beat, args=(over,), daemon=True)
        thread.start()
        try:
            yield
        finally:
            over.set()
            thread.join()

    def tell(self, progress: Progress) -> None:
        """Show a moment of planning to whoever watches; called ten times a second.

        Raises:
            SupersededError: the job is another's.
            KeyboardInterrupt: once, where somebody asked to stop: as Ctrl-C does it.
        """
        self._remember(progress)
        if monotonic() - self._written < WRITE_SECONDS and progress.phase in STOPPABLE:
            return
        self._written = monotonic()
        try:
            self._show()
        except DatabaseError:  # it may be restarting: planning goes on, the next write may reach it
            log.warning("the progress of job %s could not be written", self.job.pk)
            connection.close()
            return
        if progress.phase in STOPPABLE:
            self.heed_stop()

    def heed_stop(self) -> None:
        """Interrupt the work, once, where somebody asked to stop.

        Raises:
            KeyboardInterrupt: somebody did.
        """
        if not self.stopped and self._mine().filter(stop_asked=True).exists():
            self.stopped = True
            raise KeyboardInterrupt

    def end(self, **values: object) -> bool:
        """End the job; False where it is another's, and then nothing may be stored.

        To be called first in the transaction that stores what came of it.

        Args:
            values: of its fields; `state` where it is neither done nor stopped.
        """
        state = JobState.STOPPED if self.stopped else JobState.DONE
        fields: dict[str, object] = {"state": state, "progress": self._rows} | values
        return self._mine().update(ended_at=timezone.now(), **fields) == 1

    def _mine(self) -> QuerySet[Job]:
        return Job.objects.filter(pk=self.job.pk, state=JobState.RUNNING, attempt=self.job.attempt)

    def _show(self) -> None:
        if not self._mine().update(progress=self._rows, beat_at=timezone.now()):
            raise SupersededError

    def _remember(self, progress: Progress) -> None:
        last = self.history[-1] if self.history else None
        known = (progress.phase, progress.total_oere, progress.bound_oere)
        if last is None or (last.phase, last.total_oere, last.bound_oere) != known:
            self.history.append(progress)
        shown = self.history if self.history[-1] is progress else [*self.history, progress]
        self._rows = [_row(moment) for moment in _thinned(shown)]

    def _beat(self, over: Event) -> None:
        while not over.wait(BEAT_SECONDS):
            with suppress(DatabaseError):
                close_old_connections()
                self._mine().update(beat_at=timezone.now())
        connection.close()


def _row(moment: Progress) -> list[object]:
    return [
        round(moment.seconds, 1),
        moment.phase,
        moment.total_oere,
        moment.bound_oere,
        moment.left_out,
    ]


def _thinned(moments: list[Progress]) -> list[Progress]:
    """As many as a chart can show, the first and the last among them."""
    step = -(-len(moments) // MOST_MOMENTS)
    return [*moments[:-1:step], moments[-1]]
