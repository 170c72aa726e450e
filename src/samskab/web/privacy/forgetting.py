"""Where a person stands beside the register, and how she goes from there."""

from collections.abc import Sequence

from samskab.web.accounts.models import Organisation
from samskab.web.invitations.models import (
    Decline,
    Feed,
    Message,
    Preparation,
    Publication,
    Shown,
)
from samskab.web.people.models import Facilitator, Person, Reminder, Upload
from samskab.web.plans.models import Job, Plan, PlanFile, PlannedSession
from samskab.web.privacy.traces import Traces
from samskab.web.programmes.models import Apart, FolderFile, Revision, Window

ROWS = 200


def forget_invitations(person: Person) -> None:
    """Answers stay; addresses, contents, links and reminders go."""
    mails = Message.objects.filter(entry__person=person)
    mails.update(recipient="", subject="", text="", content="", trouble="")
    for entry in person.entries.all():
        entry.uid = entry.link = f"erased-{entry.pk}"
        entry.save(update_fields=["uid", "link"])
    Decline.objects.filter(entry__person=person).update(suggestion={}, trouble={})
    Reminder.objects.filter(person=person).delete()
    Feed.objects.filter(person=person).delete()
    Shown.objects.filter(person=person).delete()


def forget_feeds(facilitator: Facilitator) -> None:
    """The secret address, and what it shows."""
    Feed.objects.filter(facilitator=facilitator).delete()
    Shown.objects.filter(facilitator=facilitator).delete()


def forget_uploads(organisation: Organisation) -> None:
    """Files that wait for a yes would bring the person back."""
    Upload.objects.filter(organisation=organisation).delete()


def forget_in_tables(programmes: Sequence[int], traces: Traces) -> None:
    """Rows that name a person by her id in files."""
    Apart.objects.filter(programme__in=programmes, a=traces.key).update(a=traces.instead)
    Apart.objects.filter(programme__in=programmes, b=traces.key).update(b=traces.instead)
    Window.objects.filter(programme__in=programmes, who=traces.key).update(who=traces.instead)


def forget_in_texts(programmes: Sequence[int], traces: Traces) -> None:
    """Plans, what was told of them, what jobs kept, and older tables; finished files go whole."""
    _in_plans(programmes, traces)
    _in_publications(programmes, traces)
    for revision in Revision.objects.filter(programme__in=programmes).iterator(ROWS):
        revision.tables = traces.out_of(revision.tables)
        revision.save(update_fields=["tables"])
    for file in FolderFile.objects.filter(programme__in=programmes):
        file.content = traces.out_of_bytes(bytes(file.content))
        file.save(update_fields=["content"])


def _in_plans(programmes: Sequence[int], traces: Traces) -> None:
    for plan in Plan.objects.filter(programme__in=programmes).iterator(ROWS):
        plan.text, plan.facts = traces.out_of_json(plan.text), traces.out_of(plan.facts)
        plan.save(update_fields=["text", "facts"])
    for session in PlannedSession.objects.filter(plan__programme__in=programmes).iterator(ROWS):
        reasons = traces.out_of(session.reasons)
        if reasons != session.reasons:
            PlannedSession.objects.filter(pk=session.pk).update(reasons=reasons)
    PlanFile.objects.filter(plan__programme__in=programmes).delete()
    for job in Job.objects.filter(programme__in=programmes).iterator(ROWS):
        job.asked, job.faults = traces.out_of(job.asked), traces.out_of(job.faults)
        job.outcome = traces.out_of(job.outcome)
        job.save(update_fields=["asked", "faults", "outcome"])


def _in_publications(programmes: Sequence[int], traces: Traces) -> None:
    for told in Publication.objects.filter(programme__in=programmes).iterator(ROWS):
        told.account = traces.out_of_json(told.account)
        told.save(update_fields=["account"])
    for made in Preparation.objects.filter(programme__in=programmes).iterator(ROWS):
        made.refusals, made.notes = traces.out_of(made.refusals), traces.out_of(made.notes)
        made.save(update_fields=["refusals", "notes"])
    for shown in Shown.objects.filter(programme__in=programmes).iterator(ROWS):
        shown.events = traces.out_of_text(shown.events)
        shown.save(update_fields=["events"])
