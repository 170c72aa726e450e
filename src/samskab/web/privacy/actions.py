"""A person goes; what was counted stays."""

from django.db import transaction
from django.utils import timezone

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Membership, Organisation, User
from samskab.web.audit.actions import record
from samskab.web.invitations.models import Feed, Message, Publication
from samskab.web.members.actions import LastAdministratorError
from samskab.web.members.models import Invite
from samskab.web.members.queries import has_other_administrator
from samskab.web.people.models import Calendar, Facilitator, Person
from samskab.web.plans.models import Job, Plan
from samskab.web.privacy.traces import Traces
from samskab.web.programmes.models import Apart, Window


@transaction.atomic
def erase_person(*, person: Person, by: User | None) -> None:
    """Name, address, calendar, links and account go; the row stays for what was counted.

    Raises:
        LastAdministratorError: her account is the organisation's only administrator.
    """
    instead = f"erased-{person.pk}"
    traces = Traces.of(person.key, person.name, person.email, instead)
    calendar, user, email = person.calendar, person.user, person.email
    _forget_invitations(person)
    _forget_in_programmes(person, traces)
    person.key = person.name = instead
    person.email = person.role = person.place = ""
    person.calendar = person.user = None
    person.erased_at = timezone.now()
    person.save()
    _forget_calendar(calendar)
    _forget_account(person.organisation, user, email)
    subject = f"person:{person.pk}"
    record(by=by, organisation=person.organisation, action="person_erased", subject=subject)


@transaction.atomic
def erase_facilitator(*, facilitator: Facilitator, by: User | None) -> None:
    """The same of a facilitator.

    Raises:
        LastAdministratorError: the account is the organisation's only administrator.
    """
    instead = f"erased-f{facilitator.pk}"
    traces = Traces.of(facilitator.key, facilitator.name, facilitator.email, instead)
    calendar, user, email = facilitator.calendar, facilitator.user, facilitator.email
    Feed.objects.filter(facilitator=facilitator).delete()
    programmes = list(facilitator.engagements.values_list("programme", flat=True))
    _forget_in_texts(programmes, traces)
    facilitator.key = facilitator.name = instead
    facilitator.email = facilitator.place = ""
    facilitator.calendar = facilitator.user = None
    facilitator.save()
    _forget_calendar(calendar)
    _forget_account(facilitator.organisation, user, email)
    place = facilitator.organisation
    subject = f"facilitator:{facilitator.pk}"
    record(by=by, organisation=place, action="facilitator_erased", subject=subject)


def _forget_invitations(person: Person) -> None:
    """Answers stay; addresses, contents and links go."""
    Message.objects.filter(entry__person=person).update(recipient="", content="", trouble="")
    for entry in person.entries.all():
        entry.uid = entry.link = f"erased-{entry.pk}"
        entry.save(update_fields=["uid", "link"])
    Feed.objects.filter(person=person).delete()


def _forget_in_programmes(person: Person, traces: Traces) -> None:
    programmes = list(person.participations.values_list("programme", flat=True))
    Apart.objects.filter(programme__in=programmes, a=person.key).update(a=traces.instead)
    Apart.objects.filter(programme__in=programmes, b=person.key).update(b=traces.instead)
    Window.objects.filter(programme__in=programmes, who=person.key).update(who=traces.instead)
    _forget_in_texts(programmes, traces)


def _forget_in_texts(programmes: list[int], traces: Traces) -> None:
    """Plans, what was told of them, and what their jobs kept."""
    for plan in Plan.objects.filter(programme__in=programmes).iterator():
        plan.text, plan.facts = traces.out_of_json(plan.text), traces.out_of(plan.facts)
        plan.save(update_fields=["text", "facts"])
    for job in Job.objects.filter(programme__in=programmes).iterator():
        job.asked, job.faults = traces.out_of(job.asked), traces.out_of(job.faults)
        job.outcome = traces.out_of(job.outcome)
        job.save(update_fields=["asked", "faults", "outcome"])
    for told in Publication.objects.filter(programme__in=programmes).iterator():
        told.account = traces.out_of_json(told.account)
        told.save(update_fields=["account"])


def _forget_calendar(calendar: Calendar | None) -> None:
    """One that others share stays theirs."""
    if calendar is None:
        return
    shared = (calendar.people, calendar.facilitators, calendar.rooms)
    if not any(rows.exists() for rows in shared):
        calendar.delete()


def _forget_account(organisation: Organisation, user: User | None, email: str) -> None:
    """The account goes, unless another organisation needs it."""
    if email:
        Invite.objects.filter(organisation=organisation, email__iexact=email).delete()
    if user is None:
        return
    held = Membership.objects.filter(organisation=organisation, user=user)
    is_administrator = held.filter(role=Role.ADMINISTRATOR).exists()
    if is_administrator and not has_other_administrator(organisation, user):
        raise LastAdministratorError
    held.delete()
    if not Membership.objects.filter(user=user).exists():
        user.delete()
