"""Facilitators and rooms; pairs and people kept apart."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from samskab.web.accounts.enums import OrganisationKind
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.accounts.sections import PLANNERS
from samskab.web.people.models import Facilitator, Party, Person, Room, Unit
from samskab.web.programmes import table_actions as tables
from samskab.web.programmes.design.reading import read
from samskab.web.programmes.design_actions import Outcome
from samskab.web.programmes.models import Apart, Engagement, Programme, Venue
from samskab.web.programmes.programme_pages import figures, must_edit, page, say_why_not, side_of
from samskab.web.programmes.queries import programme_or_404
from samskab.web.programmes.table_forms import ApartForm, FacilitatorForm, PartyForm, RoomForm

MOST_NAMES = 500
Change = Callable[[Visit, Programme], "Outcome | HttpResponse | None"]


@for_roles(*PLANNERS)
def programme_resources(visit: Visit, pk: int) -> HttpResponseBase:
    """Who leads what, and where, at home or away."""
    changes: Mapping[str, Change] = {
        "use_room": _use_room,
        "stop_room": _stop_room,
        "engage": _engage,
        "lead": _lead,
        "disengage": _disengage,
    }
    return _page(visit, pk, "programme_resources", changes, _resources)


@for_roles(*PLANNERS)
def programme_together(visit: Visit, pk: int) -> HttpResponseBase:
    """Pairs that attend together, and people who must not meet."""
    changes: Mapping[str, Change] = {
        "put_together": _put_together,
        "let_loose": _let_loose,
        "keep_apart": _keep_apart,
        "let_meet": _let_meet,
    }
    return _page(visit, pk, "programme_together", changes, _together)


def _page(
    visit: Visit,
    pk: int,
    name: str,
    changes: Mapping[str, Change],
    shown: Callable[..., HttpResponse],
) -> HttpResponse:
    programme = programme_or_404(visit.organisation, pk)
    if visit.request.method != "POST":
        return shown(visit, programme)
    must_edit(visit)
    change = changes.get(visit.request.POST.get("do", ""))
    answer = change(visit, programme) if change else None
    if isinstance(answer, HttpResponse):
        return answer
    if answer is not None:
        say_why_not(visit, answer)
    return redirect(name, slug=visit.organisation.slug, pk=pk)


def _resources(visit: Visit, programme: Programme, **more: Any) -> HttpResponse:  # noqa: ANN401
    reading = read(programme.text)
    choices = [(one, reading.title_of(one)) for one in reading.modules]
    rows = Engagement.objects.filter(programme=programme)
    engagements = [
        {
            "facilitator": one.facilitator,
            "modules": [
                {"id": module, "title": title, "is_led": module in one.modules}
                for module, title in choices
            ],
            "seen": ",".join(one.modules),
        }
        for one in rows.select_related("facilitator__organisation").order_by("facilitator__name")
    ]
    venues = Venue.objects.filter(programme=programme).select_related("room__organisation")
    context = {
        "engagements": engagements,
        "venues": [
            {
                "room": one.room,
                "is_home": one.room.organisation_id == programme.municipality_id,
            }
            for one in venues.order_by("room__name")
        ],
        "room_form": RoomForm(programme),
        "facilitator_form": FacilitatorForm(programme),
        **figures(programme, reading),
    }
    return page(visit, programme, "resources", "programme_resources", **(context | more))


def _use_room(visit: Visit, programme: Programme) -> Outcome | HttpResponse:
    form = RoomForm(programme, visit.request.POST)
    if not form.is_valid():
        return _resources(visit, programme, room_form=form)
    room = form.cleaned_data["room"]
    return tables.use_room(programme=programme, room=room, side=side_of(visit))


def _stop_room(visit: Visit, programme: Programme) -> Outcome:
    room = _row(Room.objects.filter(venues__programme=programme), visit, "room")
    return tables.stop_using_room(programme=programme, room=room, side=side_of(visit))


def _engage(visit: Visit, programme: Programme) -> Outcome | HttpResponse:
    form = FacilitatorForm(programme, visit.request.POST)
    if not form.is_valid():
        return _resources(visit, programme, facilitator_form=form)
    return tables.engage(
        programme=programme,
        facilitator=form.cleaned_data["facilitator"],
        base=(),
        modules=read(programme.text).modules,
        side=side_of(visit),
    )


def _lead(visit: Visit, programme: Programme) -> Outcome:
    rows = Facilitator.objects.filter(engagements__programme=programme)
    return tables.engage(
        programme=programme,
        facilitator=_row(rows, visit, "facilitator"),
        base=[one for one in visit.request.POST.get("seen", "").split(",") if one],
        modules=visit.request.POST.getlist("modules"),
        side=side_of(visit),
    )


def _disengage(visit: Visit, programme: Programme) -> Outcome:
    rows = Facilitator.objects.filter(engagements__programme=programme)
    facilitator = _row(rows, visit, "facilitator")
    return tables.disengage(programme=programme, facilitator=facilitator, side=side_of(visit))


def _together(visit: Visit, programme: Programme, **more: Any) -> HttpResponse:  # noqa: ANN401
    home = programme.municipality
    apart = list(Apart.objects.filter(programme=programme).order_by("pk"))
    keys = {key for one in apart for key in (one.a, one.b)}
    people = Person.objects.filter(organisation=home, key__in=keys)
    names = dict(people.values_list("key", "name"))
    units = Unit.objects.filter(organisation=home).values_list("name", flat=True)
    taking_part = Person.objects.filter(
        participations__programme=programme, erased_at=None
    ).values_list("key", "name")
    is_home = visit.organisation == home
    context = {
        "parties": programme.parties.prefetch_related("people").order_by("key"),
        "apart": [
            {"pk": one.pk, "a": names.get(one.a, one.a), "b": names.get(one.b, one.b)}
            for one in apart
        ],
        "units": units[:MOST_NAMES] if is_home else (),
        "people": taking_part[:MOST_NAMES] if is_home else (),
        "party_form": PartyForm(programme),
        "apart_form": ApartForm(programme),
        "is_home": is_home,
    }
    return page(visit, programme, "together", "programme_together", **(context | more))


def _put_together(visit: Visit, programme: Programme) -> Outcome | HttpResponse:
    _must_be_home(visit)
    form = PartyForm(programme, visit.request.POST)
    if not form.is_valid():
        return _together(visit, programme, party_form=form)
    party = form.cleaned_data["party"]
    return tables.put_together(programme=programme, party=party, side=side_of(visit))


def _let_loose(visit: Visit, programme: Programme) -> Outcome:
    _must_be_home(visit)
    party = _row(Party.objects.filter(programmes=programme), visit, "party")
    return tables.let_loose(programme=programme, party=party, side=side_of(visit))


def _keep_apart(visit: Visit, programme: Programme) -> Outcome | HttpResponse:
    _must_be_home(visit)
    form = ApartForm(programme, visit.request.POST)
    if not form.is_valid():
        return _together(visit, programme, apart_form=form)
    (a, _), (b, _) = form.cleaned_data["a"], form.cleaned_data["b"]
    return tables.keep_apart(programme=programme, a=a, b=b, side=side_of(visit))


def _let_meet(visit: Visit, programme: Programme) -> Outcome:
    _must_be_home(visit)
    apart = _row(Apart.objects.filter(programme=programme), visit, "apart")
    return tables.let_meet(programme=programme, apart=apart.pk, side=side_of(visit))


def _must_be_home(visit: Visit) -> None:
    """Who attends with whom is the municipality's own choice: they are its people."""
    if visit.organisation.kind != OrganisationKind.MUNICIPALITY:
        raise Http404


def _row(rows: Any, visit: Visit, name: str) -> Any:  # noqa: ANN401
    """The row that a form names, among those it may name."""
    text = visit.request.POST.get(name, "")
    found = rows.filter(pk=int(text)).first() if text[:18].isdecimal() else None
    if found is None:
        raise Http404
    return found
