"""A plan in the database, as a whole and as rows."""

from typing import ClassVar

from django.db import models

from samskab.web.people.models import Facilitator, Person, Room
from samskab.web.plans.enums import PlanFileName
from samskab.web.plans.models.job import Job
from samskab.web.programmes.models import Programme


class Plan(models.Model):
    """What the planner answered: `text` is its plan.json, the rows are the same for queries.

    Attributes:
        text: of the form samskab-plan/1; `samskab check` reads it.
        facts: what pages tell of it and only a worker can work out: cost items, units away,
            hours of people, needs left out, warnings, and for a mended plan what would move.
        mends: the plan that this one is to take the place of.
        taken_at: when it became the plan to go on with; None while it is a proposal. The current
            plan of a programme is the one taken last.
        published_at: None while nobody was told; of a programme at most one plan is `standing`.
        standing: it is what people have in their calendars.
    """

    programme = models.ForeignKey(Programme, models.CASCADE, related_name="plans")
    job = models.OneToOneField(Job, models.PROTECT, null=True, related_name="plan")
    revision = models.PositiveIntegerField()
    text = models.TextField()
    total_oere = models.BigIntegerField()
    bound_oere = models.BigIntegerField()
    unserved_count = models.PositiveIntegerField()
    facts = models.JSONField(default=dict)
    mends = models.ForeignKey("self", models.SET_NULL, null=True, related_name="mended_by")
    made_at = models.DateTimeField(auto_now_add=True)
    taken_at = models.DateTimeField(null=True)
    published_at = models.DateTimeField(null=True)
    standing = models.BooleanField(default=False)

    class Meta:
        ordering: ClassVar = ["-id"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["programme"],
                condition=models.Q(standing=True),
                name="one_plan_of_a_programme_stands",
            )
        ]

    def __str__(self) -> str:
        return f"{self.programme} ({self.pk})"


class PlannedSession(models.Model):
    """A session of a plan.

    Attributes:
        reasons: why it is on its date: language -> a list of {says, points}.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="sessions")
    key = models.CharField(max_length=100)
    module = models.CharField(max_length=100)
    title = models.CharField(max_length=300)
    start = models.DateTimeField()
    end = models.DateTimeField()
    room = models.ForeignKey(Room, models.PROTECT, null=True, related_name="sessions")
    facilitators = models.ManyToManyField(Facilitator, related_name="sessions")
    reasons = models.JSONField(default=dict)

    class Meta:
        ordering: ClassVar = ["start", "id"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "key"], name="a_session_key_once")
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.start:%Y-%m-%d %H:%M}"


class Seat(models.Model):
    """A person in a session."""

    session = models.ForeignKey(PlannedSession, models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, models.PROTECT, related_name="seats")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["session", "person"], name="a_seat_once")
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.session}"


class Pin(models.Model):
    """A session of the standing plan that the next plan leaves as it is."""

    session = models.OneToOneField(PlannedSession, models.CASCADE, related_name="pin")

    def __str__(self) -> str:
        return str(self.session)


class PlanFile(models.Model):
    """A report or a workbook of a plan, in one language, gzipped.

    It stands in the database, and not in a folder, so that workers of other machines can make it,
    and a backup has it.
    """

    plan = models.ForeignKey(Plan, models.CASCADE, related_name="files")
    name = models.CharField(max_length=20, choices=PlanFileName.choices)
    language = models.CharField(max_length=2)
    content = models.BinaryField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["plan", "name", "language"], name="a_plan_file_once")
        ]

    def __str__(self) -> str:
        return f"{self.plan}: {self.name} ({self.language})"
