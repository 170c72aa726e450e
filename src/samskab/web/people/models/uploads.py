"""Files that were uploaded and are not yet taken into the register."""

from typing import ClassVar

from django.conf import settings
from django.db import models

from samskab.web.accounts.models import Organisation


class Upload(models.Model):
    """What a user uploaded and still has to confirm; a new upload takes its place.

    Attributes:
        subject: what it is for: `register`, or `needs:` and the id of a programme.
    """

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="uploads")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="uploads")
    subject = models.CharField(max_length=40)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "by", "subject"], name="an_upload_of_a_subject_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.at:%Y-%m-%d %H:%M}"


class UploadedFile(models.Model):
    """One file, byte for byte."""

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="files")
    name = models.CharField(max_length=200)
    content = models.BinaryField()

    class Meta:
        ordering: ClassVar = ["id"]

    def __str__(self) -> str:
        return self.name
