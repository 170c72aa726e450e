"""Kinds and states of the planner's work."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class JobKind(TextChoices):
    """What is asked of the planner."""

    PLAN = "plan", _("plan")
    VARIANT = "variant", _("what if")
    REPLAN = "replan", _("re-plan")
    LEVERS = "levers", _("levers")


class JobState(TextChoices):
    """Where it stands; the last three are ends."""

    QUEUED = "queued", _("waiting for a worker")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    STOPPED = "stopped", _("stopped")
    FAILED = "failed", _("failed")


UNFINISHED = (JobState.QUEUED, JobState.RUNNING)


class PlanFileName(TextChoices):
    """Files that only a worker can draw."""

    REPORT = "report.html", _("report")
    WORKBOOK = "plan.xlsx", _("workbook")
