"""Facilitators, rooms and places."""

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.people.forms import FacilitatorForm, PlaceForm, RoomForm
from samskab.web.people.models import Facilitator, Place, Room
from samskab.web.people.queries import facilitators_of, one_or_404, places_of, rooms_of
from samskab.web.people.views.editing import Editor, delete, edit
from samskab.web.people.views.paging import page_of
from samskab.web.people.views.roles import EDITORS_OF_RESOURCES, READERS_OF_RESOURCES

FACILITATOR = Editor(FacilitatorForm, "facilitators", "facilitator_delete")
ROOM = Editor(RoomForm, "rooms", "room_delete")
PLACE = Editor(PlaceForm, "places", "place_delete")


def _change(name: object) -> str:
    return _("Change %(name)s") % {"name": name}


@for_roles(*READERS_OF_RESOURCES)
def facilitators(visit: Visit) -> HttpResponse:
    """Who teaches."""
    context = {
        "visit": visit,
        "page": page_of(facilitators_of(visit.organisation), visit.request),
        "may_edit": visit.may(*EDITORS_OF_RESOURCES),
    }
    return render(visit.request, "people/facilitators.html", context)


@for_roles(*EDITORS_OF_RESOURCES)
def facilitator_new(visit: Visit) -> HttpResponseBase:
    """Add a facilitator."""
    return edit(visit, FACILITATOR, None, _("Add a facilitator"))


@for_roles(*EDITORS_OF_RESOURCES)
def facilitator_edit(visit: Visit, pk: int) -> HttpResponseBase:
    """Change a facilitator."""
    row: Facilitator = one_or_404(facilitators_of(visit.organisation), pk)
    return edit(visit, FACILITATOR, row, _change(row))


@require_POST
@for_roles(*EDITORS_OF_RESOURCES)
def facilitator_delete(visit: Visit, pk: int) -> HttpResponseBase:
    """Delete a facilitator of no programme."""
    row: Facilitator = one_or_404(facilitators_of(visit.organisation), pk)
    return delete(visit, FACILITATOR, row)


@for_roles(*READERS_OF_RESOURCES)
def rooms(visit: Visit) -> HttpResponse:
    """Where sessions are held."""
    context = {
        "visit": visit,
        "page": page_of(rooms_of(visit.organisation), visit.request),
        "may_edit": visit.may(*EDITORS_OF_RESOURCES),
    }
    return render(visit.request, "people/rooms.html", context)


@for_roles(*EDITORS_OF_RESOURCES)
def room_new(visit: Visit) -> HttpResponseBase:
    """Add a room."""
    return edit(visit, ROOM, None, _("Add a room"))


@for_roles(*EDITORS_OF_RESOURCES)
def room_edit(visit: Visit, pk: int) -> HttpResponseBase:
    """Change a room."""
    row: Room = one_or_404(rooms_of(visit.organisation), pk)
    return edit(visit, ROOM, row, _change(row))


@require_POST
@for_roles(*EDITORS_OF_RESOURCES)
def room_delete(visit: Visit, pk: int) -> HttpResponseBase:
    """Delete a room of no programme."""
    row: Room = one_or_404(rooms_of(visit.organisation), pk)
    return delete(visit, ROOM, row)


@for_roles(*READERS_OF_RESOURCES)
def places(visit: Visit) -> HttpResponse:
    """Where people and rooms are."""
    context = {
        "visit": visit,
        "page": page_of(places_of(visit.organisation), visit.request),
        "may_edit": visit.may(*EDITORS_OF_RESOURCES),
    }
    return render(visit.request, "people/places.html", context)


@for_roles(*EDITORS_OF_RESOURCES)
def place_new(visit: Visit) -> HttpResponseBase:
    """Add a place."""
    return edit(visit, PLACE, None, _("Add a place"))


@for_roles(*EDITORS_OF_RESOURCES)
def place_edit(visit: Visit, pk: int) -> HttpResponseBase:
    """Change a place."""
    row: Place = one_or_404(places_of(visit.organisation), pk)
    return edit(visit, PLACE, row, _change(row))


@require_POST
@for_roles(*EDITORS_OF_RESOURCES)
def place_delete(visit: Visit, pk: int) -> HttpResponseBase:
    """Delete a place; who named it keeps its id."""
    row: Place = one_or_404(places_of(visit.organisation), pk)
    return delete(visit, PLACE, row)
