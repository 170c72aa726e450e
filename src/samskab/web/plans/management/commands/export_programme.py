"""`samskab export ID OUT`: a programme of the database as a programme folder."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from samskab.common.errors import InputError
from samskab.web.plans.folders import PLAN_PATH, export_programme
from samskab.web.programmes.folder import faults_in_words
from samskab.web.programmes.models import Programme


class Command(BaseCommand):
    """Writes a programme's folder, with its plan where it has one."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which programme, and where."""
        parser.add_argument("programme", type=int)
        parser.add_argument("out", type=Path)

    def handle(self, *, programme: int, out: Path, **options: object) -> None:
        """Write it, or say why not."""
        del options
        found = Programme.objects.select_related("municipality").filter(pk=programme).first()
        if found is None:
            what = _("There is no programme %(number)d: its page in the browser has its number.")
            raise CommandError(what % {"number": programme})
        try:
            plan = export_programme(found, out)
        except InputError as error:
            raise CommandError(faults_in_words(error.faults)) from error
        except OSError as error:
            what = _("%(path)s cannot be written (%(why)s): nothing was.")
            raise CommandError(what % {"path": out, "why": error.strerror}) from error
        self.stdout.write(_("“%(title)s” is in %(out)s.") % {"title": found.title, "out": out})
        if plan:
            words = _("Judge its plan: samskab check %(out)s %(plan)s")
            self.stdout.write(words % {"out": out, "plan": out / PLAN_PATH})
