"""A municipality ten times the size of Fjordby."""

from datetime import date, timedelta

from django.utils import timezone
from tests.web import fjordby

from samskab.web.accounts.models import Organisation
from samskab.web.people.models import Person, Unit
from samskab.web.plans.models import Plan, PlannedSession, Seat
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.models import Need, Participant, Programme

PEOPLE, PROGRAMMES, SESSIONS, MODULES = 3_000, 40, 50, 3


def ten_times_fjordby(municipality: Organisation) -> None:
    """3,000 people in 40 programmes of three modules each; 50 sessions to a plan, all published."""
    people = _people(municipality)
    today = timezone.localdate()
    programmes = Programme.objects.bulk_create(
        _programme(municipality, number, today) for number in range(PROGRAMMES)
    )
    each = PEOPLE // PROGRAMMES
    participants = Participant.objects.bulk_create(
        Participant(programme=programmes[number // each], person=person)
        for number, person in enumerate(people)
    )
    Need.objects.bulk_create(
        Need(participant=participant, module=f"m{module}")
        for participant in participants
        for module in range(MODULES)
    )
    plans = Plan.objects.bulk_create(
        Plan(
            programme=programme,
            revision=1,
            text="x" * 200_000,
            total_oere=90_000_000,
            bound_oere=88_000_000,
            unserved_count=0,
            standing=True,
            published_at=timezone.now(),
        )
        for programme in programmes
    )
    _seats(plans, people)


def _people(municipality: Organisation) -> list[Person]:
    unit = Unit.objects.create(organisation=municipality, name="Alle")
    return Person.objects.bulk_create(
        Person(
            organisation=municipality,
            key=f"p{number}",
            name=f"Leder {number}",
            unit=unit,
            hourly_value_oere=41_250,
        )
        for number in range(PEOPLE)
    )


def _programme(municipality: Organisation, number: int, today: date) -> Programme:
    return Programme(
        municipality=municipality,
        title=f"Forløb {number}",
        first_day=today,
        last_day=today + timedelta(weeks=20),
        text=fjordby.PROGRAMME,
        state=ProgrammeState.SIGNED,
    )


def _seats(plans: list[Plan], people: list[Person]) -> None:
    """Everybody has a seat for each module, spread over the sessions of her programme's plan."""
    start = timezone.now() - timedelta(weeks=2)
    sessions = PlannedSession.objects.bulk_create(
        PlannedSession(
            plan=plan,
            key=f"s{number}",
            module=f"m{number % MODULES}",
            title="Modul",
            start=start + timedelta(days=number),
            end=start + timedelta(days=number, hours=7),
        )
        for plan in plans
        for number in range(SESSIONS)
    )
    each = PEOPLE // PROGRAMMES
    Seat.objects.bulk_create(
        Seat(
            session=sessions[number // each * SESSIONS + (number * MODULES + module) % SESSIONS],
            person=person,
        )
        for number, person in enumerate(people)
        for module in range(MODULES)
    )
