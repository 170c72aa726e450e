"""What if: variants side by side, and the single changes that would save most."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.accounts.templatetags.figures import spoken
from samskab.web.plans.enums import UNFINISHED, JobKind, JobState
from samskab.web.plans.forms import VariantsForm
from samskab.web.plans.models import Job
from samskab.web.plans.queries import current_plan, latest_job, planned_programme_or_404
from samskab.web.plans.views.asked import PLANNERS, does, is_mine_to_plan
from samskab.web.plans.views.jobs import begun


@for_roles(*PLANNERS)
def plan_variants(visit: Visit, programme: int) -> HttpResponse:
    """Variants that were compared, and a form for others."""
    found = planned_programme_or_404(visit.organisation, programme)
    is_asked = visit.request.method == "POST" and is_mine_to_plan(visit)
    form = VariantsForm(visit.request.POST if is_asked else None, programme=found)
    if is_asked and form.is_valid():
        asked = {"seconds": form.cleaned_data["seconds"], "seed": 0}
        asked["variants"] = form.cleaned_data["variants"]
        return begun(visit, found, JobKind.VARIANT, asked)
    job = latest_job(found, JobKind.VARIANT)
    context = {
        "visit": visit,
        "programme": found,
        "plan": current_plan(found),
        "here": "variants",
        "form": form,
        **_told(job),
        "may_plan": is_mine_to_plan(visit),
    }
    return render(visit.request, "plans/variants.html", context)


@for_roles(*PLANNERS)
def plan_levers(visit: Visit, programme: int) -> HttpResponse:
    """Levers that were weighed, and a button to weigh them anew."""
    found = planned_programme_or_404(visit.organisation, programme)
    plan = current_plan(found)
    if visit.request.method == "POST" and is_mine_to_plan(visit) and does(visit, "weigh"):
        if plan is None:
            messages.error(visit.request, _("There is no plan to weigh levers for: start one."))
            return redirect("plan_overview", slug=visit.organisation.slug, programme=programme)
        return begun(visit, found, JobKind.LEVERS, {"plan": plan.pk, "seed": 0})
    job = latest_job(found, JobKind.LEVERS)
    context = {
        "visit": visit,
        "programme": found,
        "plan": plan,
        "here": "levers",
        **_told(job),
        "is_old": plan and job and job.asked.get("plan") != plan.pk,
        "may_plan": is_mine_to_plan(visit),
    }
    return render(visit.request, "plans/levers.html", context)


def _told(job: Job | None) -> dict[str, object]:
    """The job where it has something to tell, and what it tells."""
    if job is None:
        return {"job": None}
    return {
        "job": job,
        "runs": job.state in UNFINISHED,
        "failed": job.state == JobState.FAILED,
        "told": spoken(job.outcome),
        "cut_short": job.outcome.get("cut_short", False),
    }
