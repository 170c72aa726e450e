"""`samskab serve`: the web server."""

import os
import sys
from argparse import ArgumentParser
from typing import NoReturn

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from samskab.web.house.preparing import prepare

THREADS = 4


class Command(BaseCommand):
    """Migrates, collects static files, and becomes gunicorn."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where, and how many processes."""
        parser.add_argument("--bind", default="127.0.0.1:8000")
        parser.add_argument("--processes", type=int, default=0)

    def handle(self, *, bind: str, processes: int, **options: object) -> None:
        """Serve until asked to stop."""
        del options
        try:
            prepare()
        except OSError as error:
            what = _("%(path)s cannot be written (%(why)s): name another folder in SAMSKAB_DATA.")
            raise CommandError(what % {"path": error.filename, "why": error.strerror}) from error
        self.stdout.write(_("Samskab answers at http://%(bind)s/") % {"bind": bind})
        self.stdout.flush()
        _become_gunicorn(bind, processes or (os.cpu_count() or 1))


def _become_gunicorn(bind: str, processes: int) -> NoReturn:
    """The same process, so that whoever started it stops gunicorn itself."""
    words = [
        *("-m", "gunicorn", "samskab.web.wsgi:application"),
        *("--bind", bind, "--workers", str(processes)),
        *("--worker-class", "gthread", "--threads", str(THREADS)),
        *("--graceful-timeout", "20", "--log-level", "warning", "--no-control-socket"),
    ]
    os.execv(sys.executable, [sys.executable, *words])  # noqa: S606 (words of our own)
