"""Files of a programme folder that no table holds, such as those of a roll-out."""

from typing import ClassVar

from django.db import models

from samskab.web.programmes.models.programme import Programme


class FolderFile(models.Model):
    """A file that came with a folder and goes with it again, byte for byte.

    Attributes:
        name: its path in the folder, with `/` between the parts.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="files")
    name = models.CharField(max_length=200)
    content = models.BinaryField()

    class Meta:
        ordering: ClassVar = ["name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["programme", "name"], name="a_folder_file_once")
        ]

    def __str__(self) -> str:
        return self.name
