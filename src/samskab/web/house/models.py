"""Who works, and which chore was kept last for when."""

from typing import ClassVar

from django.db import models


class WorkerBeat(models.Model):
    """A worker that lives: it writes the database's time here every few seconds."""

    worker = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()

    class Meta:
        """By name."""

        ordering: ClassVar = ["worker"]

    def __str__(self) -> str:
        return f"{self.worker} {self.at:%Y-%m-%d %H:%M:%S}"


class ChoreKept(models.Model):
    """The last moment for which a chore was put before the workers."""

    task = models.CharField(max_length=200, unique=True)
    moment = models.DateTimeField()

    class Meta:
        """By name."""

        ordering: ClassVar = ["task"]

    def __str__(self) -> str:
        return f"{self.task} {self.moment:%Y-%m-%d %H:%M}"
