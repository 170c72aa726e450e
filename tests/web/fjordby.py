"""Rows to test with: few, by name, with what a test does not care about filled in."""

from datetime import date

from samskab.web.accounts.enums import OrganisationKind, Role
from samskab.web.accounts.models import Membership, Organisation, User
from samskab.web.people.models import Facilitator, Person, Room, Unit
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.models import Programme, Revision

PASSWORD = "en lang adgangskode til prøver"
PROGRAMME = """\
title = "Digital ledelse"
first_day = 2027-01-11
last_day = 2027-03-26
holidays = "DK"
organizer = "HR <hr@fjordby.example>"

[[modules]]
id = "m1"
title = "Fælles retning"
format = "in_person"
half_days = 2
group_min = 2
group_max = 12

[[modules]]
id = "m2"
title = "Data i praksis"
format = "online"
half_days = 1
group_min = 2
group_max = 12
after = ["m1"]
gap_days_min = 7
"""


def municipality(slug: str = "fjordby", name: str = "Fjordby Kommune") -> Organisation:
    return Organisation.objects.create(slug=slug, name=name, kind=OrganisationKind.MUNICIPALITY)


def provider(slug: str = "laerkilde", name: str = "Lærkilde") -> Organisation:
    return Organisation.objects.create(slug=slug, name=name, kind=OrganisationKind.PROVIDER)


def member(organisation: Organisation, *roles: Role, email: str = "") -> User:
    """A user with these roles, who can log in with PASSWORD."""
    name = " ".join(role.value for role in roles)
    mail = email or f"{'.'.join(role.value for role in roles)}@{organisation.slug}.example"
    user = User(email=mail, name=name)
    user.set_password(PASSWORD)
    user.save()
    Membership.objects.bulk_create(
        Membership(user=user, organisation=organisation, role=role) for role in roles
    )
    return user


def person(organisation: Organisation, key: str, unit: str = "Skole", **more: object) -> Person:
    home, _ = Unit.objects.get_or_create(organisation=organisation, name=unit)
    values: dict[str, object] = {
        "name": f"Leder {key}",
        "email": f"{key}@{organisation.slug}.example",
        "hourly_value_oere": 41_250,
    }
    return Person.objects.create(organisation=organisation, key=key, unit=home, **(values | more))


def facilitator(organisation: Organisation, key: str = "f1", **more: object) -> Facilitator:
    values: dict[str, object] = {"name": f"Underviser {key}", "fee_per_half_day_oere": 900_000}
    return Facilitator.objects.create(organisation=organisation, key=key, **(values | more))


def room(organisation: Organisation, key: str = "r1", **more: object) -> Room:
    values: dict[str, object] = {
        "name": f"Lokale {key}",
        "place": "raadhus",
        "capacity": 20,
        "price_per_half_day_oere": 60_000,
    }
    return Room.objects.create(organisation=organisation, key=key, **(values | more))


def programme(
    organisation: Organisation,
    provided_by: Organisation | None = None,
    state: ProgrammeState = ProgrammeState.SHARED,
    text: str = PROGRAMME,
) -> Programme:
    made = Programme.objects.create(
        municipality=organisation,
        provider=provided_by,
        title="Digital ledelse",
        first_day=date(2027, 1, 11),
        last_day=date(2027, 3, 26),
        text=text,
        state=state,
    )
    Revision.objects.create(programme=made, number=1, text=text)
    return made
