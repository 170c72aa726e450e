"""All programmes' plans, and everything of one programme's."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.plans.enums import JobState
from samskab.web.plans.forms import StartForm
from samskab.web.plans.models import Job
from samskab.web.plans.queries import (
    breaks_of,
    current_plan,
    current_plans,
    planned_programme_or_404,
    plans_of,
    proposal_of,
    unfinished_jobs,
)
from samskab.web.plans.tables import bound_sentence, gap_percent, served_percent
from samskab.web.plans.views.asked import (
    PLANNERS,
    READERS,
    figures,
    is_mine_to_plan,
    refuse_other_side,
)
from samskab.web.programmes.queries import programmes_of

PAGE = 50
LATEST = 8


@for_roles(*READERS)
def plans(visit: Visit) -> HttpResponse:
    """Every programme with its current plan."""
    refuse_other_side(visit)
    rows = programmes_of(visit.organisation).select_related("municipality", "provider")
    page = Paginator(rows.defer("text"), PAGE).get_page(visit.request.GET.get("side"))
    current = current_plans(page.object_list)
    listed = [(programme, current.get(programme.pk)) for programme in page]
    context = {"visit": visit, "page": page, "listed": listed, "plans": is_mine_to_plan(visit)}
    return render(visit.request, "plans/plans.html", context)


@for_roles(*PLANNERS)
def plan_overview(visit: Visit, programme: int) -> HttpResponse:
    """The current plan in brief, what breaks it, what waits, and the start of a new one."""
    found = planned_programme_or_404(visit.organisation, programme)
    plan = current_plan(found)
    context = {
        "visit": visit,
        "programme": found,
        "plan": plan,
        "form": StartForm(),
        "jobs": unfinished_jobs(found),
        "failed": _failed(Job.objects.filter(programme=found).first()),
        "proposal": proposal_of(found),
        "plans": plans_of(found)[:LATEST],
        "may_plan": is_mine_to_plan(visit),
    }
    if plan is not None:
        context |= {
            "broken": len({one.session.pk for one in breaks_of(plan)}),
            "sessions": plan.sessions.count(),
            "has_files": plan.files.exists(),
            "bound": bound_sentence(plan.total_oere, plan.bound_oere, figures()),
            "gap": gap_percent(plan.total_oere, plan.bound_oere, figures()),
            "served": served_percent(plan),
        }
    return render(visit.request, "plans/overview.html", context)


def _failed(job: Job | None) -> Job | None:
    """The latest job, where nothing came of it."""
    return job if job is not None and job.state == JobState.FAILED else None
