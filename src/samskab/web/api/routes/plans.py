"""The planner's jobs, its plans, and what was published."""

import json
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from ninja import Body, Query, Router

from samskab.web.accounts.enums import OrganisationKind
from samskab.web.accounts.models import Organisation
from samskab.web.api.access import Caller, Key, caller
from samskab.web.api.enums import Scope
from samskab.web.api.paging import Listed, Paging, listed
from samskab.web.api.problems import ProblemError
from samskab.web.api.routes.answers import Number, answers
from samskab.web.api.schemas import JobOut, PlannerAsked, PlanOut, PublicationOut
from samskab.web.invitations.models import Publication
from samskab.web.plans.actions import JobRunsError, start_job, stop_job
from samskab.web.plans.enums import JobKind
from samskab.web.plans.models import Job, Plan
from samskab.web.programmes.models import Programme
from samskab.web.programmes.queries import programme_or_404, programmes_of

router = Router(tags=["plans"], auth=Key(Scope.PLANS_READ))
published = Key(Scope.PUBLICATIONS_READ)
planner = Key(Scope.PLANS_WRITE)
CONFLICT = 409
UNREADABLE = 422


@router.get("/programmes/{number}/jobs", response=answers(Listed[JobOut]), summary="Its jobs")
def jobs(request: HttpRequest, number: Number, paging: Query[Paging]) -> dict[str, Any]:
    """Runs of the planner, the latest first."""
    programme = own_programme_or_404(caller(request), number)
    return listed(programme.jobs.select_related("plan"), paging, told_job)


@router.get("/jobs/{number}", response=answers(JobOut), summary="One job and its progress")
def job(request: HttpRequest, number: Number) -> dict[str, Any]:
    """Ask again while `state` is queued or running."""
    return told_job(job_or_404(caller(request).organisation, number))


@router.get("/programmes/{number}/plans", response=answers(Listed[PlanOut]), summary="Its plans")
def plans(request: HttpRequest, number: Number, paging: Query[Paging]) -> dict[str, Any]:
    """The latest first."""
    programme = own_programme_or_404(caller(request), number)
    return listed(programme.plans.defer("text", "facts"), paging, _plan)


@router.get("/plans/{number}", response=answers(PlanOut), summary="One plan")
def plan(request: HttpRequest, number: Number) -> dict[str, Any]:
    """Its sums."""
    return _plan(_plan_or_404(caller(request).organisation, number))


@router.get(
    "/plans/{number}/plan.json",
    response=answers(dict[str, Any]),
    summary="One plan as a file, which `samskab check` reads",
)
def plan_file(request: HttpRequest, number: Number) -> HttpResponse:
    """The very bytes that the planner wrote."""
    found = _plan_or_404(caller(request).organisation, number)
    return HttpResponse(found.text, content_type="application/json")


@router.get(
    "/programmes/{number}/publications",
    response=answers(Listed[PublicationOut]),
    auth=published,
    summary="What was told of it",
)
def publications(request: HttpRequest, number: Number, paging: Query[Paging]) -> dict[str, Any]:
    """The latest first."""
    programme = own_programme_or_404(caller(request), number)
    rows = Publication.objects.filter(programme=programme).defer("account")
    return listed(rows, paging, _publication)


@router.post(
    "/programmes/{number}/jobs",
    response=answers(JobOut, 202, CONFLICT),
    auth=planner,
    summary="Start the planner",
)
def start(
    request: HttpRequest, number: Number, asked: Body[PlannerAsked]
) -> tuple[int, dict[str, Any]]:
    """One job at a time for a programme; its progress is read at `/jobs/{number}`."""
    asks = caller(request)
    if not isinstance(json.loads(request.body), dict):
        raise ProblemError(UNREADABLE, 'Send an object, such as {"seconds": 60, "seed": 0}.')
    programme = own_programme_or_404(asks, number)
    try:
        begun = start_job(
            programme=programme, kind=JobKind.PLAN, asked=asked.model_dump(), by=asks.user
        )
    except JobRunsError:
        raise ProblemError(CONFLICT, "The planner works on this programme already.") from None
    return 202, told_job(begun)


@router.post(
    "/jobs/{number}/stop", response=answers(JobOut), auth=planner, summary="End it with what it has"
)
def stop(request: HttpRequest, number: Number) -> dict[str, Any]:
    """A job that has ended stays as it is."""
    asks = caller(request)
    found = job_or_404(asks.organisation, number)
    stop_job(job=found, by=asks.user)
    return told_job(job_or_404(asks.organisation, number))


def own_programme_or_404(asks: Caller, number: int) -> Programme:
    """A programme whose plans the caller may see: a municipality's own.

    Raises:
        Http404: there is none; what it costs is no business of a provider.
    """
    if asks.organisation.kind != OrganisationKind.MUNICIPALITY:
        raise Http404
    return programme_or_404(asks.organisation, number)


def plans_seen(organisation: Organisation) -> QuerySet[Programme]:
    """Programmes whose plans an organisation may see."""
    return programmes_of(organisation).filter(municipality=organisation)


def job_or_404(organisation: Organisation, number: int) -> Job:
    """A job of a programme that the organisation sees.

    Raises:
        Http404: there is none.
    """
    seen = Job.objects.filter(programme__in=plans_seen(organisation))
    found = seen.select_related("plan", "programme").filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def _plan_or_404(organisation: Organisation, number: int) -> Plan:
    found = Plan.objects.filter(programme__in=plans_seen(organisation), pk=number).first()
    if found is None:
        raise Http404
    return found


def told_job(row: Job) -> dict[str, Any]:
    """A job in the API's words."""
    made = getattr(row, "plan", None)
    return {
        "number": row.pk,
        "programme": row.programme_id,
        "kind": row.kind,
        "state": row.state,
        "made_at": row.made_at,
        "begun_at": row.begun_at,
        "ended_at": row.ended_at,
        "progress": row.progress,
        "faults": row.faults,
        "plan": made.pk if made else None,
    }


def _plan(row: Plan) -> dict[str, Any]:
    return {
        "number": row.pk,
        "programme": row.programme_id,
        "revision": row.revision,
        "total_oere": row.total_oere,
        "bound_oere": row.bound_oere,
        "unserved_count": row.unserved_count,
        "made_at": row.made_at,
        "published_at": row.published_at,
        "standing": row.standing,
    }


def _publication(row: Publication) -> dict[str, Any]:
    return {
        "number": row.number,
        "programme": row.programme_id,
        "plan": row.plan_id,
        "at": row.at,
    }
