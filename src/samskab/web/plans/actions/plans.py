"""Plans: taken as the one to go on with, or discarded."""

from django.db import transaction
from django.utils import timezone

from samskab.web.accounts.models import User
from samskab.web.audit.actions import record
from samskab.web.plans.models import Pin, Plan, PlannedSession
from samskab.web.plans.queries import current_plan


@transaction.atomic
def take_plan(*, plan: Plan, by: User) -> None:
    """Go on with this plan; nobody is told until it is published. Pins stay on their sessions."""
    before = current_plan(plan.programme)
    if before is not None and before.pk != plan.pk:
        pinned = Pin.objects.filter(session__plan=before).values_list("session__key", flat=True)
        same = PlannedSession.objects.filter(plan=plan, key__in=list(pinned), pin__isnull=True)
        Pin.objects.bulk_create(Pin(session=session) for session in same)
    plan.taken_at = timezone.now()
    plan.save(update_fields=["taken_at"])
    _record(plan, by, "plan_taken")


@transaction.atomic
def discard_plan(*, plan: Plan, by: User) -> None:
    """Drop a proposal: a plan that was never taken nor published."""
    count, _rows = Plan.objects.filter(
        pk=plan.pk, taken_at__isnull=True, published_at__isnull=True
    ).delete()
    if count:
        _record(plan, by, "plan_discarded")


def _record(plan: Plan, by: User, action: str) -> None:
    record(
        by=by,
        organisation=plan.programme.municipality,
        action=action,
        subject=f"plan:{plan.pk}",
        programme=plan.programme_id,
    )
