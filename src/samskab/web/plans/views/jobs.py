"""A job: begun, watched, stopped."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskab.web.accounts.enums import Role
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.plans.actions import JobRunsError, start_job, stop_job
from samskab.web.plans.chart import chart_of, moments_of
from samskab.web.plans.enums import UNFINISHED, JobKind
from samskab.web.plans.forms import StartForm
from samskab.web.plans.models import Job, Plan
from samskab.web.plans.queries import job_or_404, latest_job, planned_programme_or_404
from samskab.web.plans.tables import PHASES, bound_sentence
from samskab.web.plans.views.asked import PLANNERS, does, figures
from samskab.web.programmes.models import Programme


@require_POST
@for_roles(Role.CONSULTANT)
def plan_start(visit: Visit, programme: int) -> HttpResponse:
    """Start the planner."""
    found = planned_programme_or_404(visit.organisation, programme)
    form = StartForm(visit.request.POST)
    if not form.is_valid():
        for error in form.errors.values():
            messages.error(visit.request, " ".join(map(str, error)))
        return redirect("plan_overview", slug=visit.organisation.slug, programme=programme)
    return begun(visit, found, JobKind.PLAN, form.cleaned_data)


def begun(
    visit: Visit, programme: Programme, kind: JobKind, asked: dict[str, object]
) -> HttpResponse:
    """Start a job and show it; where one of its kind runs, show that one."""
    job: Job | None
    try:
        job = start_job(programme=programme, kind=kind, asked=asked, by=visit.user)
    except JobRunsError:
        messages.info(
            visit.request, _("The planner works on this already: here it is. Nothing was started.")
        )
        job = latest_job(programme, kind)
    assert job is not None  # one of this kind is there, or it would have been started
    slug = visit.organisation.slug
    return redirect("plan_job", slug=slug, programme=programme.pk, job=job.pk)


@for_roles(*PLANNERS)
def plan_job(visit: Visit, programme: int, job: int) -> HttpResponse:
    """How far a job has come; asked again every two seconds, where there are scripts."""
    found = planned_programme_or_404(visit.organisation, programme)
    row = job_or_404(found, job)
    latest = row.progress[-1] if row.progress else None
    is_over = row.state not in UNFINISHED
    is_asked_again = "HX-Request" in visit.request.headers
    context = {
        "visit": visit,
        "programme": found,
        "job": row,
        "is_over": is_over,
        "phase": PHASES[latest[1]] if latest else None,
        "seconds": round(latest[0]) if latest else 0,
        "total": latest[2] if latest else None,
        "bound": latest[3] if latest else None,
        "left_out": latest[4] if latest else None,
        "says": bound_sentence(latest[2], latest[3] or 0, figures())
        if latest and latest[2] is not None
        else "",
        "chart": chart_of(row.progress, figures()),
        "moments": moments_of(row.progress, figures()),
        "is_asked_again": is_asked_again,
        "plan": Plan.objects.filter(job=row).defer("text", "facts").first(),
        "may_plan": visit.may(Role.CONSULTANT),
    }
    template = "plans/job.html#progress" if is_asked_again else "plans/job.html"
    response = render(visit.request, template, context)
    if is_asked_again and is_over:
        response["HX-Refresh"] = "true"
    return response


@require_POST
@for_roles(Role.CONSULTANT)
def plan_job_stop(visit: Visit, programme: int, job: int) -> HttpResponse:
    """End a job with the best that it has."""
    found = planned_programme_or_404(visit.organisation, programme)
    row = job_or_404(found, job)
    if does(visit, "stop"):
        stop_job(job=row, by=visit.user)
    return redirect("plan_job", slug=visit.organisation.slug, programme=programme, job=job)
