"""Who may see the pages of plans."""

import gzip
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from tests.web.pages import Page
from tests.web.world import World

from samskab.web.accounts.enums import Role
from samskab.web.plans.models import Job, Plan, PlanFile, PlannedSession, Seat

PLANNERS = frozenset({Role.CONSULTANT, Role.TOP_MANAGEMENT, Role.AUDITOR})
CONSULTANT = frozenset({Role.CONSULTANT})
PROVIDER = frozenset({Role.PROVIDER})
FACTS = {
    "titles": {"m1": "Fælles retning"},
    "cost": {"rooms": 120_000, "displacement": 30_000},
    "needs": 8,
    "people": 4,
    "people_served": 3,
    "displaced_seconds": 7200,
    "hours_of_people": {"p1": [3600, 25_200]},
    "units": {"weeks": [[2027, 3]], "rows": [{"unit": "Skole", "size": 4, "most": [1]}]},
    "unserved": [
        {"person": "p1", "name": "Leder p1", "unit": "Skole", "module": "m2", "why": "no_open_date"}
    ],
    "warnings": [{"code": "x", "da": "Bemærk", "en": "Note"}],
}


def plan_of(world: World) -> Plan:
    """A plan of the programme of `World`, stored as rows; made where it is not there."""
    plan, is_new = Plan.objects.get_or_create(
        programme=world.programme,
        defaults={
            "revision": 1,
            "text": "{}",
            "total_oere": 150_000,
            "bound_oere": 100_000,
            "unserved_count": 1,
            "facts": FACTS,
            "taken_at": datetime(2026, 12, 1, tzinfo=UTC),
        },
    )
    if is_new:
        session = PlannedSession.objects.create(
            plan=plan,
            key="m1-1",
            module="m1",
            title="Fælles retning",
            start=datetime(2027, 1, 19, 7, 30, tzinfo=UTC),
            end=datetime(2027, 1, 19, 15, tzinfo=UTC),
            room=world.room,
        )
        session.facilitators.add(world.facilitator)
        Seat.objects.create(session=session, person=world.person)
        for name in ("report.html", "plan.xlsx"):
            PlanFile.objects.create(
                plan=plan, name=name, language="da", content=gzip.compress(b"drawn")
            )
    return plan


def of_programme(world: World) -> Mapping[str, Any]:
    return {"programme": world.programme.pk}


def of_job(world: World) -> Mapping[str, Any]:
    job, _is_new = Job.objects.get_or_create(programme=world.programme, kind="plan")
    return {"programme": world.programme.pk, "job": job.pk}


def of_plan(world: World) -> Mapping[str, Any]:
    return {"programme": world.programme.pk, "plan": plan_of(world).pk}


def of_session(world: World) -> Mapping[str, Any]:
    return {**of_plan(world), "session": plan_of(world).sessions.get().pk}


def of_person(world: World) -> Mapping[str, Any]:
    return {**of_plan(world), "person": world.person.pk}


PAGES = {
    "plans": Page(PLANNERS, PROVIDER),
    "plan_overview": Page(PLANNERS, arguments=of_programme),
    "plan_start": Page(CONSULTANT, arguments=of_programme, method="post"),
    "plan_job": Page(PLANNERS, arguments=of_job),
    "plan_job_stop": Page(CONSULTANT, arguments=of_job, method="post"),
    "plan_variants": Page(PLANNERS, arguments=of_programme),
    "plan_levers": Page(PLANNERS, arguments=of_programme),
    "plan_broken": Page(PLANNERS, arguments=of_programme),
    "plan_proposal": Page(PLANNERS, arguments=of_plan),
    "plan_calendar": Page(PLANNERS, PROVIDER, of_plan),
    "plan_session": Page(PLANNERS, PROVIDER, of_session),
    "plan_pin": Page(CONSULTANT, arguments=of_session, method="post"),
    "plan_people": Page(PLANNERS, arguments=of_plan),
    "plan_person": Page(PLANNERS, arguments=of_person),
    "plan_units": Page(PLANNERS, arguments=of_plan),
    "plan_costs": Page(PLANNERS, arguments=of_plan),
    "plan_left_out": Page(PLANNERS, arguments=of_plan),
    "plan_json": Page(PLANNERS, arguments=of_plan),
    "plan_workbook": Page(PLANNERS, arguments=of_plan),
    "plan_report": Page(PLANNERS, arguments=of_plan),
    "plan_folder": Page(PLANNERS, arguments=of_plan),
}
