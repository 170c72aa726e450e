"""All of the house in one file, and back."""

import os
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils.translation import gettext as _

from samskab.web.accounts.models import Organisation
from samskab.web.audit.actions import record
from samskab.web.house.archive import (
    DATABASE,
    FILES,
    ArchiveFaultError,
    Manifest,
    files_below,
    unpack,
    write_archive,
)
from samskab.web.house.copies import copy_database, put_in_place
from samskab.web.house.database import applied_migrations, known_migrations, lacks_migrations
from samskab.web.house.uploads import Uploads
from samskab.web.house.workspace import workspace


def write_backup(target: Path) -> Manifest:
    """Write everything into one file, while the server runs; a file of that name is replaced.

    The database is copied before the uploaded files: a row whose file is missing cannot be.

    Raises:
        CopyError: the database's own program failed.
        OSError: the file cannot be written; an older one is as it was.
    """
    manifest = Manifest(
        samskab=version("samskab"),
        made=datetime.now(UTC).isoformat(timespec="seconds"),
        database=connection.vendor,
        migrations=applied_migrations(),
    )
    with workspace(target.absolute().parent) as place:
        copy_database(place / DATABASE)
        files = dict(files_below(Path(settings.MEDIA_ROOT)))
        write_archive(place / "archive", manifest, place / DATABASE, files)
        (place / "archive").replace(target)
    _keep_name(target.absolute().parent)
    return manifest


def restore_backup(archive: Path) -> Manifest:
    """Put everything back as it was when the backup was made, while the server runs.

    The database changes in one step. Files that it speaks of are there before, those that it does
    not speak of go after: killed at any moment, old or new is there whole.

    Raises:
        ArchiveFaultError: the file is no backup for this place.
        CopyError: the database refused.
        OSError: the file cannot be read, or the data folder cannot be written.
    """
    data = Path(settings.DATA)
    data.mkdir(parents=True, exist_ok=True)
    with workspace(data) as place:
        manifest = unpack(archive, place)
        _refuse_foreign(manifest)
        uploads = Uploads(Path(settings.MEDIA_ROOT), place / FILES)
        uploads.add_missing()
        put_in_place(place / DATABASE, place)
        uploads.take_over()
    if lacks_migrations():
        call_command("migrate", interactive=False, verbosity=0)
    for organisation in Organisation.objects.all():
        record(
            by=None,
            organisation=organisation,
            action="backup_restored",
            subject=f"organisation:{organisation.pk}",
            made=manifest.made,
        )
    return manifest


def _refuse_foreign(manifest: Manifest) -> None:
    if manifest.database != connection.vendor:
        what = _(
            "The backup is of %(theirs)s, this database is %(ours)s: nothing was changed. "
            "Restore it where DATABASE_URL names the same kind."
        )
        raise ArchiveFaultError(what % {"theirs": manifest.database, "ours": connection.vendor})
    if unknown := set(manifest.migrations) - known_migrations():
        what = _(
            "The backup was made by version %(version)s, which is newer than this one (it has "
            "%(migration)s): nothing was changed. Install that version first."
        )
        raise ArchiveFaultError(what % {"version": manifest.samskab, "migration": min(unknown)})


def _keep_name(folder: Path) -> None:
    """Make the file's new name last through a power cut."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
