"""Puts the demo into an empty database: all of it, or nothing."""

from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction

from samskab.planner.synthetic.contents import Contents
from samskab.planner.synthetic.folder import write_folder
from samskab.planner.synthetic.municipality import TOP, Role
from samskab.planner.synthetic.settings import Settings
from samskab.web.accounts.models import Organisation, User
from samskab.web.demo.cast import (
    CAST,
    CONSULTANT,
    DIRECTOR,
    LEADER,
    MAYOR,
    MUNICIPALITY,
    PROVIDER,
    TEACHER,
    Part,
    found_organisations,
    give_roles,
    hire,
)
from samskab.web.demo.commissions import go_out_and_choose
from samskab.web.demo.talk import talk
from samskab.web.people.models import Calendar, Facilitator, Person, Unit
from samskab.web.programmes.folder import import_folder
from samskab.web.programmes.models import Programme

FJORDBY = Settings(leaders=300, weeks=26, modules=6, seed=1)
WITHOUT_CALENDAR = 4
"""Leaders who have not connected theirs: the page that asks for them has something to ask."""


class NotEmptyError(Exception):
    """The database holds somebody's own data."""


def is_seeded() -> bool:
    """Whether the demo is in the database already."""
    there = User.objects.filter(email__in=[part.email for part in CAST]).count()
    return there == len(CAST) and Organisation.objects.filter(slug=MUNICIPALITY).exists()


def seed(settings: Settings = FJORDBY) -> Programme:
    """Fill an empty database with the demo.

    Args:
        settings: which municipality to make up.

    Raises:
        NotEmptyError: there are users or organisations in it.
    """
    with TemporaryDirectory(prefix="samskab-demo-") as name:
        root = Path(name) / MUNICIPALITY
        contents = write_folder(root, settings)
        with transaction.atomic():
            return _seed(root, contents)


def _seed(root: Path, contents: Contents) -> Programme:
    if User.objects.exists() or Organisation.objects.exists():
        raise NotEmptyError
    organisations, users = found_organisations(), hire()
    municipality = organisations[MUNICIPALITY]
    chosen = go_out_and_choose(municipality, organisations, users)
    programme = import_folder(
        root, organisation=municipality, by=users[CONSULTANT], into=chosen
    ).programme
    _grow_tree(municipality, contents)
    _lend_facilitators(organisations[PROVIDER])
    _take_their_places(municipality, organisations[PROVIDER], users)
    talk(programme, organisations, users)
    give_roles(users, organisations)
    return programme


def _grow_tree(municipality: Organisation, contents: Contents) -> None:
    """Units under their departments, and these under the top."""
    top = municipality.units.get(name=TOP)
    departments = [
        Unit.objects.create(organisation=municipality, name=name, parent=top)
        for name in contents.municipality.departments
    ]
    of_unit = {
        leader.person.unit: departments[leader.department]
        for leader in contents.municipality.leaders
        if leader.department is not None and leader.person.unit != TOP
    }
    units = list(municipality.units.filter(name__in=of_unit))
    for unit in units:
        unit.parent = of_unit[unit.name]
    Unit.objects.bulk_update(units, ["parent"])


def _lend_facilitators(provider: Organisation) -> None:
    """They are the provider's people."""
    facilitators = list(Facilitator.objects.order_by("pk"))
    calendars = [one.calendar_id for one in facilitators if one.calendar_id]
    Calendar.objects.filter(pk__in=calendars).update(organisation=provider)
    for number, one in enumerate(facilitators, 1):
        one.organisation = provider
        one.email = f"underviser{number}@{provider.slug}.example"
    Facilitator.objects.bulk_update(facilitators, ["organisation", "email"])


def _take_their_places(
    municipality: Organisation, provider: Organisation, users: dict[Part, User]
) -> None:
    """Users who are leaders or facilitators too take the name of the one they are."""
    people = municipality.people.order_by("pk")
    leaders = people.filter(role=Role.UNIT_LEADER)
    parts: dict[Part, Person | Facilitator] = {
        MAYOR: people.get(role=Role.MAYOR),
        DIRECTOR: people.get(role=Role.MUNICIPAL_DIRECTOR),
        LEADER: leaders[0],
        TEACHER: provider.facilitators.order_by("pk")[0],
    }
    for part, one in parts.items():
        user = users[part]
        one.user, one.email, user.name = user, user.email, one.name
        one.save()
        user.save()
    late = list(leaders.values_list("pk", flat=True))[-WITHOUT_CALENDAR:]
    gone = Calendar.objects.filter(people__in=late)
    gone.delete()
