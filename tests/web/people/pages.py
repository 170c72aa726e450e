"""Who may see the pages of the register."""

from collections.abc import Mapping

from tests.web.pages import Page
from tests.web.world import World

from samskab.web.accounts.enums import Role
from samskab.web.people.models import Party, Place

READERS = frozenset({Role.CONSULTANT, Role.TOP_MANAGEMENT, Role.AUDITOR})
EDITORS = frozenset({Role.CONSULTANT})
READERS_OF_RESOURCES = READERS | {Role.PROVIDER}
EDITORS_OF_RESOURCES = EDITORS | {Role.PROVIDER}
OWNERS = frozenset({Role.LEADER, Role.FACILITATOR, Role.TOP_MANAGEMENT})
NOBODY: frozenset[Role] = frozenset()


def person(world: World) -> Mapping[str, object]:
    return {"pk": world.person.pk}


def unit(world: World) -> Mapping[str, object]:
    return {"pk": world.person.unit.pk}


def pair(world: World) -> Mapping[str, object]:
    party, _ = Party.objects.get_or_create(organisation=world.municipality, key="top")
    party.people.set([world.person])
    return {"pk": party.pk}


def facilitator(world: World) -> Mapping[str, object]:
    return {"pk": world.facilitator.pk}


def room(world: World) -> Mapping[str, object]:
    return {"pk": world.room.pk}


def place(world: World) -> Mapping[str, object]:
    row, _ = Place.objects.get_or_create(
        organisation=world.municipality, key="raadhus", name="Rådhuset", lat=55.1, lon=9.2
    )
    return {"pk": row.pk}


def owner(world: World) -> Mapping[str, object]:
    return {"kind": "person", "pk": world.person.pk}


PAGES = {
    "people": Page(READERS, READERS),
    "person": Page(READERS, NOBODY, person),
    "person_new": Page(EDITORS, EDITORS),
    "person_edit": Page(EDITORS, NOBODY, person),
    "people_import": Page(EDITORS, EDITORS),
    "people_import_preview": Page(EDITORS, EDITORS),
    "people_import_drop": Page(EDITORS, EDITORS, method="post"),
    "register_workbook": Page(READERS, READERS),
    "people_csv": Page(READERS, READERS),
    "units_csv": Page(READERS, READERS),
    "together_csv": Page(READERS, READERS),
    "units": Page(READERS, READERS),
    "unit_new": Page(EDITORS, EDITORS),
    "unit_edit": Page(EDITORS, NOBODY, unit),
    "unit_delete": Page(EDITORS, NOBODY, unit, "post"),
    "pairs": Page(READERS, READERS),
    "pair_new": Page(EDITORS, EDITORS),
    "pair_edit": Page(EDITORS, NOBODY, pair),
    "pair_delete": Page(EDITORS, NOBODY, pair, "post"),
    "facilitators": Page(READERS_OF_RESOURCES, READERS_OF_RESOURCES),
    "facilitator_new": Page(EDITORS_OF_RESOURCES, EDITORS_OF_RESOURCES),
    "facilitator_edit": Page(EDITORS_OF_RESOURCES, NOBODY, facilitator),
    "facilitator_delete": Page(EDITORS_OF_RESOURCES, NOBODY, facilitator, "post"),
    "rooms": Page(READERS_OF_RESOURCES, READERS_OF_RESOURCES),
    "room_new": Page(EDITORS_OF_RESOURCES, EDITORS_OF_RESOURCES),
    "room_edit": Page(EDITORS_OF_RESOURCES, NOBODY, room),
    "room_delete": Page(EDITORS_OF_RESOURCES, NOBODY, room, "post"),
    "places": Page(READERS_OF_RESOURCES, READERS_OF_RESOURCES),
    "place_new": Page(EDITORS_OF_RESOURCES, EDITORS_OF_RESOURCES),
    "place_edit": Page(EDITORS_OF_RESOURCES, NOBODY, place),
    "place_delete": Page(EDITORS_OF_RESOURCES, NOBODY, place, "post"),
    "calendars": Page(READERS, READERS),
    "calendars_remind": Page(EDITORS, EDITORS, method="post"),
    "my_calendar": Page(OWNERS, OWNERS),
    # Leaders and facilitators see their own only; of a stranger's there is nothing.
    "calendar": Page(EDITORS, NOBODY, owner),
    "calendar_upload": Page(EDITORS, NOBODY, owner, "post"),
    "calendar_subscribe": Page(EDITORS, NOBODY, owner, "post"),
    "calendar_fetch": Page(EDITORS, NOBODY, owner, "post"),
    "calendar_disconnect": Page(EDITORS, NOBODY, owner, "post"),
}
