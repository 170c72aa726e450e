"""What the consultant decides about somebody who cannot come."""

from django.db import transaction
from django.utils import timezone

from samskab.web.accounts.models import User
from samskab.web.audit.actions import record
from samskab.web.invitations.enums import DeclineState
from samskab.web.invitations.models import Decline
from samskab.web.queue import ask_for


@transaction.atomic
def accept_suggestion(*, decline: Decline, by: User, site: str) -> bool:
    """Let a worker move her to the suggested session; whether the question was still open."""
    if not decline.suggestion.get("session"):
        return False
    return _decide(decline, DeclineState.MOVING, "decline_suggestion_accepted", by, site)


@transaction.atomic
def leave_out(*, decline: Decline, by: User, site: str) -> bool:
    """Let a worker take her out of the session; whether the question was still open."""
    return _decide(decline, DeclineState.LEAVING, "decline_left_out", by, site)


@transaction.atomic
def store_suggestion(*, decline: Decline, suggestion: dict[str, object]) -> bool:
    """What a worker found; whether the question was still open."""
    rows = Decline.objects.filter(pk=decline.pk, state=DeclineState.OPEN)
    return bool(rows.update(suggestion=suggestion, suggested_at=timezone.now(), claimed_at=None))


@transaction.atomic
def settle_decline(*, decline: Decline, state: DeclineState) -> bool:
    """It is done."""
    rows = Decline.objects.filter(pk=decline.pk, state=decline.state)
    return bool(rows.update(state=state, settled_at=timezone.now(), claimed_at=None, trouble={}))


@transaction.atomic
def reopen_decline(*, decline: Decline, trouble: dict[str, str]) -> bool:
    """What was decided cannot be done: the question stands again, and is looked at anew."""
    rows = Decline.objects.filter(pk=decline.pk, state=decline.state)
    return bool(
        rows.update(
            state=DeclineState.OPEN, trouble=trouble, claimed_at=None,
            suggested_at=None, suggestion={},
        )
    )  # fmt: skip


def _decide(decline: Decline, state: DeclineState, action: str, by: User, site: str) -> bool:
    rows = Decline.objects.filter(
        pk=decline.pk, state=DeclineState.OPEN, suggested_at__isnull=False
    )
    decided = rows.update(state=state, settled_by=by, claimed_at=None, trouble={}, site=site)
    if decided:
        ask_for("samskab.web.invitations.jobs.settle", decline.pk)
        record(
            by=by,
            organisation=decline.entry.programme.municipality,
            action=action,
            subject=f"decline:{decline.pk}",
            entry=decline.entry_id,
        )
    return bool(decided)
