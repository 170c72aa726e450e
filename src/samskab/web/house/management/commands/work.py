"""`samskab worker`: does what the pages put in the queue."""

import time
from argparse import ArgumentParser

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from samskab.web.house.database import lacks_migrations
from samskab.web.house.heart import Rhythm
from samskab.web.house.working import HouseWorker


class Command(BaseCommand):
    """A worker; any number of them on any number of machines over one PostgreSQL."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Times, in seconds."""
        usual = Rhythm()
        parser.add_argument("--beat", type=float, default=usual.beat)
        parser.add_argument("--dead-after", type=float, default=usual.dead_after)
        parser.add_argument("--grace", type=float, default=usual.grace)
        parser.add_argument("--batch", action="store_true")

    def handle(
        self, *, beat: float, dead_after: float, grace: float, batch: bool, **options: object
    ) -> None:
        """Work until asked to stop."""
        del options
        self._wait_for_tables()
        worker = HouseWorker(Rhythm(beat, dead_after, grace), batch=batch)
        worker.configure_signals()
        self.stdout.write(_("Worker %(name)s is at work.") % {"name": worker.worker_id})
        worker.live()

    def _wait_for_tables(self) -> None:
        """A worker may be started before the server that migrates."""
        if lacks_migrations():
            self.stdout.write(_("The database is not ready: waiting for `samskab serve`."))
            while lacks_migrations():
                time.sleep(1)
