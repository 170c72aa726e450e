"""Programmes that run, with plans, to test the overview with."""

from datetime import datetime, timedelta

from django.utils import timezone
from tests.web import fjordby

from samskab.web.accounts.models import Organisation
from samskab.web.people.models import Person
from samskab.web.plans.models import Plan, PlannedSession, Seat
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.models import Need, Participant, Programme


def run_programme(
    municipality: Organisation,
    title: str = "Digital ledelse",
    people: int = 4,
    state: ProgrammeState = ProgrammeState.SIGNED,
    begins_in: timedelta = timedelta(days=10),
) -> Programme:
    """So many people need m1 and m2; the programme begins soon and takes ten weeks."""
    programme = fjordby.programme(municipality, state=state)
    programme.title = title
    programme.first_day = timezone.localdate() + begins_in
    programme.last_day = programme.first_day + timedelta(weeks=10)
    programme.save()
    for number in range(people):
        person = fjordby.person(municipality, f"{title}-{number}")
        participant = Participant.objects.create(programme=programme, person=person)
        for module in ("m1", "m2"):
            Need.objects.create(participant=participant, module=module)
    return programme


def plan_of(
    programme: Programme, seats: int, start: datetime, *, standing: bool, cost_oere: int = 900_000
) -> Plan:
    """One session that seats so many of the programme's people."""
    plan = Plan.objects.create(
        programme=programme,
        revision=1,
        text="{}",
        total_oere=cost_oere,
        bound_oere=cost_oere * 9 // 10,
        unserved_count=0,
        standing=standing,
        published_at=timezone.now() if standing else None,
    )
    session = PlannedSession.objects.create(
        plan=plan,
        key="m1.1",
        module="m1",
        title="Fælles retning",
        start=start,
        end=start + timedelta(hours=7),
    )
    people = Person.objects.filter(participations__programme=programme).order_by("key")[:seats]
    Seat.objects.bulk_create(Seat(session=session, person=person) for person in people)
    return plan
