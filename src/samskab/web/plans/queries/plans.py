"""What is read of plans."""

import tomllib
from collections.abc import Iterable

from django.db.models import Count, QuerySet
from django.http import Http404

from samskab.web.accounts.enums import OrganisationKind
from samskab.web.accounts.models import Organisation
from samskab.web.plans.models import Plan
from samskab.web.programmes.models import Programme
from samskab.web.programmes.queries import programme_or_404

HEAVY = ("text", "facts")


def planned_programme_or_404(organisation: Organisation, pk: int) -> Programme:
    """A programme that this municipality plans: its provider plans nothing.

    Raises:
        Http404: it is not this organisation's to plan.
    """
    if organisation.kind != OrganisationKind.MUNICIPALITY:
        raise Http404
    return programme_or_404(organisation, pk)


def current_plan(programme: Programme) -> Plan | None:
    """The plan to go on with: the one taken last; None before the first."""
    taken = Plan.objects.filter(programme=programme, taken_at__isnull=False)
    plan = taken.order_by("-taken_at", "-id").first()
    if plan is not None:
        plan.programme = programme
    return plan


def current_plans(programmes: Iterable[Programme]) -> dict[int, Plan]:
    """The current plan of each programme that has one, by the programme's key; one query."""
    taken = Plan.objects.filter(programme__in=list(programmes), taken_at__isnull=False)
    rows = taken.defer(*HEAVY).order_by("taken_at", "id").annotate(session_count=Count("sessions"))
    return {plan.programme_id: plan for plan in rows}


def proposal_of(programme: Programme) -> Plan | None:
    """The latest plan that waits to be taken or discarded; None where none does."""
    waiting = Plan.objects.filter(programme=programme, taken_at__isnull=True)
    return waiting.filter(published_at__isnull=True).first()


def plans_of(programme: Programme) -> QuerySet[Plan]:
    """Every plan of a programme, the latest first, without what only its own pages show."""
    rows = Plan.objects.filter(programme=programme).defer(*HEAVY).select_related("job")
    return rows.annotate(session_count=Count("sessions")).order_by("-id")


def module_titles(programme: Programme) -> list[tuple[str, str]]:
    """Id and title of each module, as the programme's text has them; none where it is broken."""
    try:
        modules = tomllib.loads(programme.text).get("modules", [])
        return [(module["id"], module.get("title", module["id"])) for module in modules]
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError):
        return []
