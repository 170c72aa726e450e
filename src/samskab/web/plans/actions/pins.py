"""Pins: sessions that the next plan leaves as they are."""

from django.db import transaction

from samskab.web.accounts.models import User
from samskab.web.audit.actions import record
from samskab.web.plans.models import Pin, PlannedSession


@transaction.atomic
def pin_session(*, session: PlannedSession, by: User) -> None:
    """Pin a session; one that is pinned stays so."""
    _pin, is_new = Pin.objects.get_or_create(session=session)
    if is_new:
        _record(session, by, "session_pinned")


@transaction.atomic
def unpin_session(*, session: PlannedSession, by: User) -> None:
    """Take the pin away; one without stays so."""
    count, _rows = Pin.objects.filter(session=session).delete()
    if count:
        _record(session, by, "session_unpinned")


def _record(session: PlannedSession, by: User, action: str) -> None:
    record(
        by=by,
        organisation=session.plan.programme.municipality,
        action=action,
        subject=f"session:{session.pk}",
        plan=session.plan_id,
    )
