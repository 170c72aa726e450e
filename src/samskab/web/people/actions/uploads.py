"""Keeping what was uploaded until it is confirmed."""

from collections.abc import Sequence
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from samskab.telling.words.printable import printable
from samskab.web.accounts.models import Organisation, User
from samskab.web.audit.actions import record
from samskab.web.people.models import Upload, UploadedFile

REGISTER = "register"
KEPT = timedelta(hours=24)
LONGEST_NAME = 150


@transaction.atomic
def keep_upload(
    *, organisation: Organisation, by: User, subject: str, files: Sequence[tuple[str, bytes]]
) -> Upload:
    """Keep files until their user confirms them, in the place of her last ones.

    Args:
        organisation: whose page it is.
        by: the user.
        subject: `register`, or `needs:` and the id of a programme.
        files: names and contents.
    """
    Upload.objects.filter(organisation=organisation, by=by, subject=subject).delete()
    upload = Upload.objects.create(organisation=organisation, by=by, subject=subject)
    UploadedFile.objects.bulk_create(
        UploadedFile(upload=upload, name=_name(name), content=content) for name, content in files
    )
    record(
        by=by,
        organisation=organisation,
        action="files_uploaded",
        subject=f"upload:{upload.pk}",
        files=len(files),
        bytes=sum(len(content) for _, content in files),
    )
    return upload


def _name(name: str) -> str:
    """A file's name without folders; brackets are kept for the names of sheets."""
    short = printable(name.replace("\\", "/").rpartition("/")[2])[-LONGEST_NAME:]
    return short.translate(str.maketrans("[]", "()")) or "?"


@transaction.atomic
def drop_upload(*, upload: Upload, by: User) -> None:
    """Forget what was uploaded."""
    record(
        by=by,
        organisation=upload.organisation,
        action="upload_dropped",
        subject=f"upload:{upload.pk}",
    )
    upload.delete()


def forget_old_uploads() -> int:
    """Forget what nobody confirmed within a day: files hold addresses; returns how many."""
    old = Upload.objects.filter(at__lt=timezone.now() - KEPT)
    count = 0
    for upload in old.select_related("organisation"):
        with transaction.atomic():
            record(
                by=None,
                organisation=upload.organisation,
                action="upload_dropped",
                subject=f"upload:{upload.pk}",
            )
            upload.delete()
        count += 1
    return count
