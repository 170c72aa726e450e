"""A plan as rows, whoever made it: what pages and queries read."""

from datetime import datetime

from samskab.planner.model.plan import Plan as Answer
from samskab.planner.model.plan import Session
from samskab.planner.plan_json import plan_text
from samskab.web.plans.jobs.facts import Told
from samskab.web.plans.models import Job, Plan, PlannedSession, Seat
from samskab.web.programmes.models import Engagement, Participant, Programme, Venue

MOST_ROWS = 500


def store_rows(
    programme: Programme,
    made: Answer,
    told: Told,
    *,
    job: Job | None = None,
    mends: Plan | None,
    taken_at: datetime | None,
) -> Plan:
    """Store a plan and its sessions, inside the transaction of whoever calls.

    Args:
        programme: what it is of.
        made: the plan; it names nothing but what the programme has.
        told: what is told of it.
        job: the planner's; None where a person changed a plan.
        mends: the plan that it is to take the place of.
        taken_at: when it became the plan to go on with; None for a proposal.
    """
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
        taken_at=taken_at,
    )
    _store_people(programme, _store_sessions(plan, made.sessions, told), made.sessions)
    return plan


def _store_sessions(plan: Plan, sessions: tuple[Session, ...], told: Told) -> list[PlannedSession]:
    titles: dict[str, str] = told.facts["titles"]
    venues = Venue.objects.filter(programme=plan.programme)
    rooms = dict(venues.values_list("room__key", "room_id"))
    return PlannedSession.objects.bulk_create(
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


def _store_people(
    programme: Programme, rows: list[PlannedSession], sessions: tuple[Session, ...]
) -> None:
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
