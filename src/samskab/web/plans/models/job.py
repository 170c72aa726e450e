"""Work for the planner."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from samskab.web.plans.enums import UNFINISHED, JobKind, JobState
from samskab.web.programmes.models import Programme


class Job(models.Model):
    """One run of the planner; whichever worker takes it says every few seconds that it lives.

    Attributes:
        asked: seconds, seed, settings of a variant, the plan to mend: what its kind needs.
        progress: a list of [seconds, phase, cost øre, bound øre, left out], the latest last.
        beat_at: when its worker last said that it lives; a job whose worker died begins again.
        attempt: counts the times it was begun; a worker of an earlier attempt stores nothing.
        stop_asked: somebody wants it to end with the best that it has.
        faults: why there is no plan: a list of {code, da, en}.
        outcome: what came of it beside a plan, by kind.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="jobs")
    kind = models.CharField(max_length=10, choices=JobKind.choices)
    asked = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=JobState.choices, default=JobState.QUEUED)
    attempt = models.PositiveIntegerField(default=0)
    stop_asked = models.BooleanField(default=False)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    made_at = models.DateTimeField(_("started"), auto_now_add=True)
    begun_at = models.DateTimeField(null=True)
    beat_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    progress = models.JSONField(default=list)
    faults = models.JSONField(default=list)
    outcome = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["-id"]
        indexes: ClassVar = [models.Index(fields=["state", "beat_at"], name="jobs_by_beat")]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme", "kind"],
                condition=models.Q(state__in=UNFINISHED),
                name="one_job_of_a_kind_runs",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.programme}"
