"""`samskab restore FILE`: everything as it was when the backup was made, while the server runs."""

from argparse import ArgumentParser
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from samskab.web.house.archive import ArchiveFaultError
from samskab.web.house.backup import restore_backup
from samskab.web.house.copies import CopyError


class Command(BaseCommand):
    """Restores a backup."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file."""
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, **options: object) -> None:
        """Restore it, or say why not."""
        del options
        try:
            manifest = restore_backup(file)
        except (ArchiveFaultError, CopyError) as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            what = _("%(file)s cannot be used (%(why)s): nothing was changed.")
            values = {"file": error.filename or file, "why": error.strerror}
            raise CommandError(what % values) from error
        said = _("All is as it was at %(made)s; uploaded files: %(files)d.")
        self.stdout.write(said % {"made": manifest.made, "files": len(manifest.sha256) - 1})
