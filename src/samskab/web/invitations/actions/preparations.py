"""Asking what publishing would tell, and confirming it."""

from django.db import transaction
from django.utils import timezone

from samskab.web.accounts.models import User
from samskab.web.audit.actions import record
from samskab.web.invitations.enums import PreparationState
from samskab.web.invitations.models import Preparation
from samskab.web.plans.models import Plan
from samskab.web.programmes.models import Programme
from samskab.web.queue import ask_for

UNDECIDED = (PreparationState.WORKING, PreparationState.READY, PreparationState.REFUSED)


@transaction.atomic
def prepare_publication(*, plan: Plan, by: User | None, site: str) -> Preparation:
    """Ask a worker what publishing a plan would tell; earlier questions of the programme fall away.

    Args:
        plan: of the programme.
        by: who asks.
        site: how addresses of pages begin, for links in mails.
    """
    Programme.objects.select_for_update().get(pk=plan.programme_id)
    rows = Preparation.objects.filter(programme=plan.programme)
    running = rows.filter(state=PreparationState.CONFIRMED).first()
    if running is not None:
        return running
    rows.filter(state__in=UNDECIDED).update(state=PreparationState.DROPPED)
    made = Preparation.objects.create(programme=plan.programme, plan=plan, by=by, site=site)
    ask_for("samskab.web.invitations.jobs.prepare", made.pk)
    _record(made, "publication_prepared", by)
    return made


@transaction.atomic
def confirm_publication(*, preparation: Preparation, by: User | None) -> bool:
    """Let a worker publish what was worked out; whether it was still to be confirmed.

    One at a time: while another is being published, this one waits to be confirmed.
    """
    Programme.objects.select_for_update().get(pk=preparation.programme_id)
    running = Preparation.objects.filter(
        programme=preparation.programme, state=PreparationState.CONFIRMED
    )
    if running.exists():
        return False
    ready = Preparation.objects.filter(
        pk=preparation.pk, state=PreparationState.READY, digest=preparation.digest
    )
    confirmed = ready.update(
        state=PreparationState.CONFIRMED, by=by, claimed_at=None, asked_again=False
    )
    if confirmed:
        ask_for("samskab.web.invitations.jobs.publish", preparation.pk)
        _record(preparation, "publication_confirmed", by)
    return bool(confirmed)


@transaction.atomic
def confirmed_at_once(*, plan: Plan, by: User | None, site: str) -> Preparation | None:
    """What was decided elsewhere: nobody is asked again; None while another is being published.

    Args:
        plan: to be published, made of the plan that stands.
        by: who decided.
        site: how addresses of pages begin.
    """
    Programme.objects.select_for_update().get(pk=plan.programme_id)
    rows = Preparation.objects.filter(programme=plan.programme)
    if rows.filter(state=PreparationState.CONFIRMED).exists():
        return None
    rows.filter(state__in=UNDECIDED).update(state=PreparationState.DROPPED)
    made = Preparation.objects.create(
        programme=plan.programme, plan=plan, by=by, site=site, state=PreparationState.CONFIRMED
    )
    _record(made, "publication_confirmed", by)
    return made


@transaction.atomic
def drop_preparation(*, preparation: Preparation, by: User) -> bool:
    """Leave everything as it is; whether it was still undecided."""
    rows = Preparation.objects.filter(pk=preparation.pk, state__in=UNDECIDED)
    dropped = rows.update(state=PreparationState.DROPPED)
    if dropped:
        _record(preparation, "publication_dropped", by)
    return bool(dropped)


@transaction.atomic
def answer_preparation(
    *, preparation: Preparation, state: PreparationState, **said: object
) -> bool:
    """Store what a worker found; whether the question still stood.

    Args:
        preparation: claimed, as the worker read it.
        state: what it is now.
        said: fields of it.
    """
    rows = Preparation.objects.filter(pk=preparation.pk, state=preparation.state)
    return bool(rows.update(state=state, claimed_at=None, **said))


def record_refusal(*, preparation: Preparation) -> None:
    """In the account: it was confirmed, but could not be published any more."""
    _record(preparation, "publication_refused", preparation.by)


def _record(preparation: Preparation, action: str, by: User | None) -> None:
    record(
        by=by,
        organisation=preparation.programme.municipality,
        action=action,
        subject=f"plan:{preparation.plan_id}",
        preparation=preparation.pk,
        at=timezone.now().isoformat(timespec="seconds"),
    )
