"""One row for each endpoint: the scope and the roles that open it, and where it leads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from tests.web.world import World

from samskab.web.accounts.enums import Role
from samskab.web.api.enums import Scope
from samskab.web.commissions.enums import CommissionState
from samskab.web.commissions.models import Commission, Inquiry
from samskab.web.plans.enums import JobKind, JobState
from samskab.web.plans.models import Job, Plan

CONSULTANT = frozenset({Role.CONSULTANT})
BOTH_SIDES = frozenset({Role.CONSULTANT, Role.TOP_MANAGEMENT, Role.PROVIDER, Role.AUDITOR})
WATCHERS = frozenset({Role.AUDITOR, Role.ADMINISTRATOR})


@dataclass(frozen=True, slots=True)
class Row:
    """An endpoint.

    Attributes:
        scope: None where any key of a member opens it.
        place: of its path, in the world of the tests.
        seen_by_provider: whether the provider finds something there.
    """

    scope: Scope | None
    roles: frozenset[Role]
    place: Callable[[World], Mapping[str, Any]] = lambda _: {}
    seen_by_provider: bool = True


def a_programme(world: World) -> dict[str, Any]:
    return {"number": world.programme.pk}


def a_revision(world: World) -> dict[str, Any]:
    return {"number": world.programme.pk, "revision": 1}


def a_person(world: World) -> dict[str, Any]:
    return {"number": world.person.pk}


def a_job(world: World) -> dict[str, Any]:
    job, _ = Job.objects.get_or_create(
        programme=world.programme, kind=JobKind.PLAN, defaults={"state": JobState.DONE}
    )
    return {"number": job.pk}


def a_plan(world: World) -> dict[str, Any]:
    job = Job.objects.get(pk=a_job(world)["number"])
    sums = {"revision": 1, "total_oere": 2, "bound_oere": 1, "unserved_count": 0}
    plan, _ = Plan.objects.get_or_create(
        programme=world.programme, job=job, defaults={"text": '{"form": "samskab-plan/1"}', **sums}
    )
    return {"number": plan.pk}


def a_commission(world: World) -> dict[str, Any]:
    words = dict.fromkeys(
        ("title", "change", "service_result", "budget_result", "measurement", "audience"), "x"
    )
    made, _ = Commission.objects.get_or_create(
        municipality=world.municipality,
        defaults={
            **words,
            "people_count": 4,
            "first_day": world.programme.first_day,
            "last_day": world.programme.last_day,
            "budget_oere": 1,
            "state": CommissionState.ASKED,
        },
    )
    Inquiry.objects.get_or_create(commission=made, provider=world.provider)
    return {"number": made.pk}


ROWS = {
    "GET /organisations": Row(None, frozenset(Role)),
    "GET /people": Row(Scope.PEOPLE_READ, CONSULTANT),
    "GET /people/{number}": Row(Scope.PEOPLE_READ, CONSULTANT, a_person, seen_by_provider=False),
    "GET /units": Row(Scope.PEOPLE_READ, CONSULTANT),
    "GET /commissions": Row(Scope.COMMISSIONS_READ, BOTH_SIDES),
    "GET /commissions/{number}": Row(Scope.COMMISSIONS_READ, BOTH_SIDES, a_commission),
    "GET /programmes": Row(Scope.PROGRAMMES_READ, BOTH_SIDES),
    "GET /programmes/{number}": Row(Scope.PROGRAMMES_READ, BOTH_SIDES, a_programme),
    "GET /programmes/{number}/revisions": Row(Scope.PROGRAMMES_READ, BOTH_SIDES, a_programme),
    "GET /programmes/{number}/revisions/{revision}": Row(
        Scope.PROGRAMMES_READ, BOTH_SIDES, a_revision
    ),
    "GET /programmes/{number}/jobs": Row(Scope.PLANS_READ, BOTH_SIDES, a_programme),
    "GET /jobs/{number}": Row(Scope.PLANS_READ, BOTH_SIDES, a_job),
    "GET /programmes/{number}/plans": Row(Scope.PLANS_READ, BOTH_SIDES, a_programme),
    "GET /plans/{number}": Row(Scope.PLANS_READ, BOTH_SIDES, a_plan),
    "GET /plans/{number}/plan.json": Row(Scope.PLANS_READ, BOTH_SIDES, a_plan),
    "GET /programmes/{number}/publications": Row(Scope.PUBLICATIONS_READ, BOTH_SIDES, a_programme),
    "GET /audit": Row(Scope.AUDIT_READ, WATCHERS),
}
