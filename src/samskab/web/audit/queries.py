"""What is read of the account."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from samskab.web.accounts.models import Organisation, User
from samskab.web.audit.models import Entry


@dataclass(frozen=True, slots=True)
class Filter:
    """Which lines are wanted; both days are part of it."""

    action: str = ""
    first_day: date | None = None
    last_day: date | None = None
    who: int | None = None


def entries_of(organisation: Organisation, wanted: Filter) -> QuerySet[Entry]:
    """The lines of an organisation, the latest first."""
    rows = Entry.objects.filter(organisation=organisation)
    if wanted.action:
        rows = rows.filter(action=wanted.action)
    if wanted.first_day:
        rows = rows.filter(at__gte=_midnight(wanted.first_day))
    if wanted.last_day:
        rows = rows.filter(at__lt=_midnight(wanted.last_day + timedelta(days=1)))
    if wanted.who:
        rows = rows.filter(by_id=wanted.who)
    return rows


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))


def actions_of(organisation: Organisation) -> list[str]:
    """The codes that are found in it."""
    rows = Entry.objects.filter(organisation=organisation).order_by("action")
    return list(rows.values_list("action", flat=True).distinct())


def names_of(entries: Iterable[Entry]) -> dict[int, str]:
    """Names of who did it, by number; who was erased has none."""
    numbers = {entry.by_id for entry in entries if entry.by_id is not None}
    return {user.pk: str(user) for user in User.objects.filter(pk__in=numbers)}
