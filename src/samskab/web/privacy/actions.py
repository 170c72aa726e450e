"""A person goes; what was counted stays."""

from django.db import transaction
from django.utils import timezone

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Membership, Organisation, User
from samskab.web.audit.actions import record
from samskab.web.members.actions import LastAdministratorError
from samskab.web.members.models import Invite
from samskab.web.members.queries import has_other_administrator
from samskab.web.people.models import Calendar, Facilitator, Person
from samskab.web.privacy import forgetting
from samskab.web.privacy.traces import Traces


@transaction.atomic
def erase_person(*, person: Person, by: User | None) -> None:
    """Name, address, calendar, links and account go; the row stays for what was counted.

    Raises:
        LastAdministratorError: her account is the organisation's only administrator.
    """
    instead = f"erased-{person.pk}"
    traces = Traces.of(person.key, person.name, person.email, instead)
    calendar, user, email = person.calendar, person.user, person.email
    programmes = list(person.participations.values_list("programme", flat=True))
    forgetting.forget_invitations(person)
    forgetting.forget_in_tables(programmes, traces)
    forgetting.forget_in_texts(programmes, traces)
    forgetting.forget_uploads(person.organisation)
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
    forgetting.forget_feeds(facilitator)
    programmes = list(facilitator.engagements.values_list("programme", flat=True))
    forgetting.forget_in_texts(programmes, traces)
    forgetting.forget_uploads(facilitator.organisation)
    facilitator.key = facilitator.name = instead
    facilitator.email = facilitator.place = ""
    facilitator.calendar = facilitator.user = None
    facilitator.save()
    _forget_calendar(calendar)
    _forget_account(facilitator.organisation, user, email)
    place = facilitator.organisation
    subject = f"facilitator:{facilitator.pk}"
    record(by=by, organisation=place, action="facilitator_erased", subject=subject)


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
