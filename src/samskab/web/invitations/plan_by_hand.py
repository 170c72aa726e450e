"""A plan that a person has changed, as rows: for workers."""

from django.db import transaction
from django.utils import timezone

from samskab.planner.model.plan import Plan as Answer
from samskab.planner.model.problem import Problem
from samskab.planner.plan_json import plan_text
from samskab.web.plans.jobs.facts import Made, Told, told
from samskab.web.plans.models import Plan, PlannedSession, Seat
from samskab.web.programmes.models import Engagement, Participant, Programme, Venue

MOST_ROWS = 500


@transaction.atomic
def store_plan_by_hand(
    *, programme: Programme, problem: Problem, plan: Answer, mends: Plan | None
) -> Plan:
    """The plan to go on with from now on, told as a planner's is; nobody has been told of it yet.

    Args:
        programme: what it is of.
        problem: the programme's, today.
        plan: it names nothing but what the problem has.
        mends: the plan that it is made of.
    """
    story = told(Made(problem, plan, (), ()))
    row = Plan.objects.create(
        programme=programme,
        revision=programme.revision,
        text=plan_text(plan),
        total_oere=plan.cost.total,
        bound_oere=plan.bound,
        unserved_count=len(plan.unserved),
        facts=story.facts,
        mends=mends,
        taken_at=timezone.now(),
    )
    sessions = _store_sessions(row, plan, story)
    _store_people(programme, plan, sessions)
    return row


def _store_sessions(row: Plan, plan: Answer, story: Told) -> dict[str, PlannedSession]:
    venues = Venue.objects.filter(programme=row.programme)
    rooms = dict(venues.values_list("room__key", "room_id"))
    made = PlannedSession.objects.bulk_create(
        [
            PlannedSession(
                plan=row,
                key=one.id,
                module=one.module,
                title=story.facts["titles"][one.module],
                start=one.start,
                end=one.end,
                room_id=None if one.room is None else rooms[one.room],
                reasons=story.reasons[one.id],
            )
            for one in plan.sessions
        ],
        batch_size=MOST_ROWS,
    )
    return {one.key: one for one in made}


def _store_people(programme: Programme, plan: Answer, sessions: dict[str, PlannedSession]) -> None:
    leads = Engagement.objects.filter(programme=programme)
    facilitators = dict(leads.values_list("facilitator__key", "facilitator_id"))
    takes_part = Participant.objects.filter(programme=programme)
    people = dict(takes_part.values_list("person__key", "person_id"))
    through = PlannedSession.facilitators.through
    through.objects.bulk_create(
        [
            through(plannedsession_id=sessions[one.id].pk, facilitator_id=facilitators[key])
            for one in plan.sessions
            for key in one.facilitators
        ],
        batch_size=MOST_ROWS,
    )
    Seat.objects.bulk_create(
        [
            Seat(session=sessions[one.id], person_id=people[key])
            for one in plan.sessions
            for key in one.people
        ],
        batch_size=MOST_ROWS,
    )
