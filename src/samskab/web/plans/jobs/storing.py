"""A plan into the database: whole, once, and only by whoever holds the job."""

import gzip

from django.db import transaction
from django.utils import timezone

from samskab.planner.model.plan import Plan as Answer
from samskab.planner.model.plan import Session
from samskab.planner.plan_json import plan_text
from samskab.web.audit.actions import record
from samskab.web.plans.jobs.claim import Claim, SupersededError
from samskab.web.plans.jobs.facts import Told
from samskab.web.plans.models import Plan, PlanFile, PlannedSession, Seat
from samskab.web.programmes.models import Engagement, Participant, Programme, Venue

MOST_ROWS = 500


@transaction.atomic
def store_plan(
    claim: Claim, made: Answer, told: Told, *, mends: Plan | None = None, is_taken: bool
) -> Plan:
    """Store a plan and end its job, in one transaction.

    Args:
        claim: the right to do so.
        made: the plan.
        told: what is told of it.
        mends: the plan that it is to take the place of.
        is_taken: whether it is the plan to go on with, or a proposal.

    Raises:
        SupersededError: the job is another's by now; nothing is stored.
    """
    if not claim.end():
        raise SupersededError
    job, programme = claim.job, claim.job.programme
    now = timezone.now()
    plan = Plan.objects.create(
        programme=programme,
        job=job,
        revision=programme.revision,
        text=plan_text(made),
        total_oere=made.cost.total,
        bound_oere=made.bound,
        unserved_count=len(made.unserved),
        facts=told.facts,
        mends=mends,
        taken_at=now if is_taken else None,
    )
    PlanFile.objects.bulk_create(
        PlanFile(plan=plan, name=name, language=language, content=gzip.compress(content, mtime=0))
        for (name, language), content in told.files.items()
    )
    _store_sessions(plan, programme, made.sessions, told)
    record(
        by=job.made_by,
        organisation=programme.municipality,
        action="plan_made",
        subject=f"plan:{plan.pk}",
        job=job.pk,
        programme=programme.pk,
    )
    return plan


def _store_sessions(
    plan: Plan, programme: Programme, sessions: tuple[Session, ...], told: Told
) -> None:
    titles: dict[str, str] = told.facts["titles"]
    rooms = dict(Venue.objects.filter(programme=programme).values_list("room__key", "room_id"))
    rows = PlannedSession.objects.bulk_create(
        [
            PlannedSession(
                plan=plan,
                key=one.id,
                module=one.module,
                title=titles.get(one.module, one.module),
                start=one.start,
                end=one.end,
                room_id=None if one.room is None else rooms[one.room],
                reasons=told.reasons[one.id],
            )
            for one in sessions
        ],
        batch_size=MOST_ROWS,
    )
    leads = Engagement.objects.filter(programme=programme)
    facilitators = dict(leads.values_list("facilitator__key", "facilitator_id"))
    through = PlannedSession.facilitators.through
    through.objects.bulk_create(
        [
            through(plannedsession_id=row.pk, facilitator_id=facilitators[key])
            for row, one in zip(rows, sessions, strict=True)
            for key in one.facilitators
        ],
        batch_size=MOST_ROWS,
    )
    takes_part = Participant.objects.filter(programme=programme)
    people = dict(takes_part.values_list("person__key", "person_id"))
    Seat.objects.bulk_create(
        [
            Seat(session=row, person_id=people[key])
            for row, one in zip(rows, sessions, strict=True)
            for key in one.people
        ],
        batch_size=MOST_ROWS,
    )
