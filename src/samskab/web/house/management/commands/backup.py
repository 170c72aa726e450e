"""`samskab backup FILE`: everything in one file, while the server runs."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from samskab.web.house.backup import write_backup
from samskab.web.house.copies import CopyError


class Command(BaseCommand):
    """Writes a backup."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options: object) -> None:
        """Write it, or say why not."""
        del options
        try:
            manifest = write_backup(file)
        except CopyError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            what = _("%(file)s cannot be written (%(why)s): an older backup there is as it was.")
            raise CommandError(what % {"file": file, "why": error.strerror}) from error
        said = _("%(file)s holds the database; uploaded files in it: %(files)d.")
        self.stdout.write(said % {"file": file, "files": len(manifest.sha256) - 1})
