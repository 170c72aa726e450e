"""What goes by itself, every night."""

from datetime import date, timedelta

from django.conf import settings
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from django_tasks import task

from samskab.web.accounts.models import Organisation
from samskab.web.audit.actions import record
from samskab.web.members.actions import LastAdministratorError
from samskab.web.members.models import Invite
from samskab.web.people.models import BusySpan
from samskab.web.privacy.actions import erase_person
from samskab.web.privacy.queries import people_over_since

BUSY_DAYS = 30
INVITE_DAYS = 30
MONTHS = 12


@task
def apply_retention() -> dict[str, int]:
    """Erase and delete what is older than it may be.

    Returns:
        How many of each went.
    """
    gone = {"people": 0, "busy_spans": 0}
    for organisation in Organisation.objects.all():
        people = _erase_people(organisation)
        spans = _delete_busy(organisation)
        gone["people"] += people
        gone["busy_spans"] += spans
        if people or spans:
            _tell(organisation, people, spans)
    too_old = timezone.now() - timedelta(days=INVITE_DAYS)
    Invite.objects.filter(expires_at__lt=too_old).delete()
    call_command("clearsessions")
    return gone


def _erase_people(organisation: Organisation) -> int:
    """Each in a transaction of its own: a stop in between leaves none half erased."""
    erased = 0
    last_day = months_before(timezone.localdate(), settings.RETENTION_MONTHS)
    for person in people_over_since(organisation, last_day):
        try:
            erase_person(person=person, by=None)
        except LastAdministratorError:
            continue
        erased += 1
    return erased


def _delete_busy(organisation: Organisation) -> int:
    before = timezone.now() - timedelta(days=BUSY_DAYS)
    rows = BusySpan.objects.filter(calendar__organisation=organisation, end__lt=before)
    return rows.delete()[0]


@transaction.atomic
def _tell(organisation: Organisation, people: int, spans: int) -> None:
    record(
        by=None,
        organisation=organisation,
        action="retention_applied",
        subject=f"organisation:{organisation.pk}",
        people=people,
        busy_spans=spans,
    )


def months_before(day: date, months: int) -> date:
    """The same day of an earlier month, or that month's last day."""
    count = day.year * MONTHS + day.month - 1 - months
    year, month = divmod(count, MONTHS)
    following = date(year + (month == MONTHS - 1), (month + 1) % MONTHS + 1, 1)
    last = following - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))
