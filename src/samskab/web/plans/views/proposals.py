"""What calendars broke, what a re-plan would move, and pins."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskab.web.accounts.enums import Role
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.plans.actions import discard_plan, pin_session, take_plan, unpin_session
from samskab.web.plans.enums import JobKind
from samskab.web.plans.forms import MendForm
from samskab.web.plans.queries import (
    breaks_of,
    current_plan,
    plan_or_404,
    planned_programme_or_404,
    proposal_of,
    session_or_404,
    sessions_of,
)
from samskab.web.plans.tables import bound_sentence
from samskab.web.plans.views.asked import PLANNERS, does, figures, is_mine_to_plan
from samskab.web.plans.views.jobs import begun
from samskab.web.plans.views.results import context_of, shown_plan

DECISIONS = {"take": take_plan, "discard": discard_plan}
PINNING = {"pin": pin_session, "unpin": unpin_session}


@for_roles(*PLANNERS)
def plan_broken(visit: Visit, programme: int) -> HttpResponse:
    """Sessions that calendars broke, those that are pinned, and the start of a re-plan."""
    found = planned_programme_or_404(visit.organisation, programme)
    plan = current_plan(found)
    form = MendForm(visit.request.POST or None)
    if visit.request.method == "POST" and is_mine_to_plan(visit) and does(visit, "mend"):
        if plan is None:
            messages.error(visit.request, _("There is no plan to mend: start the planner first."))
            return redirect("plan_overview", slug=visit.organisation.slug, programme=programme)
        if form.is_valid():
            asked = {"plan": plan.pk, "today": timezone.localdate().isoformat()}
            return begun(visit, found, JobKind.REPLAN, asked | form.cleaned_data)
    context = {
        "visit": visit,
        "programme": found,
        "plan": plan,
        "here": "broken",
        "breaks": breaks_of(plan) if plan else (),
        "pinned": sessions_of(plan).filter(pin__isnull=False) if plan else (),
        "proposal": proposal_of(found),
        "form": form if visit.request.POST else MendForm(),
        "may_plan": is_mine_to_plan(visit),
    }
    return render(visit.request, "plans/broken.html", context)


@for_roles(*PLANNERS)
def plan_proposal(visit: Visit, programme: int, plan: int) -> HttpResponse:
    """What a plan would move, to be taken or discarded."""
    found = shown_plan(visit, programme, plan, whole=True)
    said = does(visit, *DECISIONS)
    slug = visit.organisation.slug
    if visit.request.method == "POST" and is_mine_to_plan(visit) and said:
        DECISIONS[said](plan=found, by=visit.user)
        messages.success(
            visit.request,
            _("This is the plan to go on with. Nobody is told until it is published.")
            if said == "take"
            else _("The proposal is gone; the plan is as it was."),
        )
        return redirect("plan_overview", slug=slug, programme=programme)
    current = current_plan(found.programme)
    context = context_of(
        visit,
        found,
        "proposal",
        account=found.facts.get("account"),
        before=current,
        says=bound_sentence(found.total_oere, found.bound_oere, figures()),
    )
    return render(visit.request, "plans/proposal.html", context)


@require_POST
@for_roles(Role.CONSULTANT)
def plan_pin(visit: Visit, programme: int, plan: int, session: int) -> HttpResponse:
    """Pin or unpin a session."""
    found = planned_programme_or_404(visit.organisation, programme)
    row = session_or_404(plan_or_404(found, plan), session)
    said = does(visit, *PINNING)
    if said:
        PINNING[said](session=row, by=visit.user)
    slug = visit.organisation.slug
    return redirect("plan_session", slug=slug, programme=programme, plan=plan, session=session)
