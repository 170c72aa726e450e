"""Fjordby ten times over in an empty database, and who opens which page there."""

import json
import sys
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from itertools import cycle, islice

from django.conf import settings
from django.test import Client
from django.urls import reverse
from tests.benchmarks.web.opening import Opening
from tests.web import fjordby
from tests.web.test_who_sees_what import PAGES
from tests.web.world import World, make_world

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.people.models import Calendar, Person, Unit
from samskab.web.plans.models import Plan, PlannedSession, Seat
from samskab.web.programmes.models import Need, Participant, Programme, Revision

PEOPLE = 3_000
UNITS = 150
PROGRAMMES = 40
SESSIONS = 2_000
SEATS = 12
PARTICIPANTS = 300
MOST_ROLES_OF_A_PAGE = 3
FIRST = datetime(2027, 1, 11, 8, tzinfo=UTC)


def grow(world: World) -> None:
    """Add what Fjordby lacks."""
    people = _people(world.municipality)
    programmes = [world.programme, *_programmes(world)]
    for number, programme in enumerate(programmes):
        begin = number * PARTICIPANTS
        _take_part(programme, list(islice(cycle(people), begin, begin + PARTICIPANTS)))
        _plan(programme, world, people[number:])


def _people(place: Organisation) -> list[Person]:
    units = Unit.objects.bulk_create(
        Unit(organisation=place, name=f"Enhed {number:03}") for number in range(UNITS)
    )
    calendars = Calendar.objects.bulk_create(
        Calendar(
            organisation=place,
            name=f"q{number}.ics",
            source="upload",
            state="read",
            read_at=FIRST,
            read_from=date(2027, 1, 1),
            read_until=date(2027, 12, 31),
        )
        for number in range(PEOPLE)
    )
    return Person.objects.bulk_create(
        Person(
            organisation=place,
            key=f"q{number}",
            name=f"Leder {number:04} Østergaard-Sørensen",
            email=f"q{number}@fjordby.example",
            unit=unit,
            hourly_value_oere=41_250,
            role="leder",
            calendar=calendar,
        )
        for number, unit, calendar in zip(range(PEOPLE), cycle(units), calendars, strict=False)
    )


def _programmes(world: World) -> list[Programme]:
    made = Programme.objects.bulk_create(
        Programme(
            municipality=world.municipality,
            provider=world.provider,
            title=f"Forløb {number}",
            first_day=date(2027, 1, 11),
            last_day=date(2027, 3, 26),
            text=fjordby.PROGRAMME.replace("Digital ledelse", f"Forløb {number}"),
            state="shared",
        )
        for number in range(1, PROGRAMMES)
    )
    Revision.objects.bulk_create(
        Revision(programme=programme, number=1, text=programme.text) for programme in made
    )
    return made


def _take_part(programme: Programme, people: list[Person]) -> None:
    participants = Participant.objects.bulk_create(
        Participant(programme=programme, person=person) for person in people
    )
    Need.objects.bulk_create(
        Need(participant=participant, module=module)
        for participant in participants
        for module in ("m1", "m2")
    )


def _plan(programme: Programme, world: World, people: list[Person]) -> None:
    plan = _plan_of(programme)
    sessions = PlannedSession.objects.bulk_create(
        PlannedSession(
            plan=plan,
            key=f"m1-{1000 + number}",
            module="m1",
            title="Fælles retning",
            start=FIRST + timedelta(days=number),
            end=FIRST + timedelta(days=number, hours=7),
            room=world.room,
        )
        for number in range(SESSIONS // PROGRAMMES)
    )
    leading = PlannedSession.facilitators.through
    leading.objects.bulk_create(
        leading(plannedsession=session, facilitator=world.facilitator) for session in sessions
    )
    someone = cycle(people)
    Seat.objects.bulk_create(
        Seat(session=session, person=next(someone)) for session in sessions for _ in range(SEATS)
    )


def _plan_of(programme: Programme) -> Plan:
    """The one that the table of pages has made, else a new one."""
    known = programme.plans.first()
    if known is not None:
        return known
    like = Plan.objects.first()
    given = {"bound_oere": 100_000, "text": "{}", "facts": {}}
    if like is not None:
        given = {"bound_oere": like.bound_oere, "text": like.text, "facts": like.facts}
        given |= {"taken_at": getattr(like, "taken_at", None), "standing": False}
    return Plan.objects.create(
        programme=programme, revision=1, total_oere=150_000, unserved_count=0, **given
    )


def openings(world: World) -> list[Opening]:
    """Every page of the tables that is read, as some of its roles."""
    cookies: dict[tuple[str, str], str] = {}
    found = []
    for page, row in PAGES.items():
        if row.method != "get":
            continue
        arguments = row.arguments(world)
        for place, allowed in (
            (world.municipality, row.roles),
            (world.provider, row.provider_roles),
        ):
            for role in sorted(allowed)[:MOST_ROLES_OF_A_PAGE]:
                cookie = cookies.setdefault((place.slug, role), _cookie(_user(world, place, role)))
                path = reverse(page, kwargs={"slug": place.slug, **arguments})
                found.append(Opening(page, f"{role}@{place.slug}", path, cookie))
    return found


def _user(world: World, place: Organisation, role: str) -> User:
    email = f"{role}@{place.slug}.example"
    known = User.objects.filter(email=email).first()
    if known is not None:
        return known
    user = fjordby.member(place, Role(role), email=email)
    if place == world.municipality and role == Role.LEADER:
        type(world.person).objects.filter(pk=world.person.pk).update(user=user)
    if place == world.municipality and role == Role.FACILITATOR:
        type(world.facilitator).objects.filter(pk=world.facilitator.pk).update(user=user)
    return user


def _cookie(user: User) -> str:
    client = Client()
    client.force_login(user)
    return f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"


def main() -> None:
    """Fill, and print who opens what, as JSON."""
    world = make_world()
    found = openings(world)
    grow(world)
    json.dump([asdict(each) for each in found], sys.stdout)
