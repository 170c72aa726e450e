"""What every page of a programme shows around its own part."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samskab.planner.folder.settings import MODULES, SettingPath, dotted
from samskab.web.accounts.enums import Role
from samskab.web.accounts.permission import Visit
from samskab.web.programmes import design_words as words
from samskab.web.programmes.design.reading import Reading
from samskab.web.programmes.design_actions import Outcome
from samskab.web.programmes.design_queries import open_at_places
from samskab.web.programmes.estimate import OpenCourse
from samskab.web.programmes.estimate_queries import estimate_of
from samskab.web.programmes.locks import EDITORS, TALKERS, Side, refusal
from samskab.web.programmes.models import Programme

PAGES = (
    ("programme", _("Overview"), ()),
    ("programme_frame", _("Frame"), ("title", "first_day", "last_day", "closed", "organizer")),
    ("programme_modules", _("Modules"), (MODULES,)),
    ("needs_import", _("Who takes part"), ()),
    ("programme_together", _("Who meets whom"), ()),
    ("programme_resources", _("Facilitators and rooms"), ()),
    ("programme_rules", _("Rules"), ("rules",)),
    ("programme_prices", _("Weights"), ("prices",)),
    ("programme_economy", _("Price and time"), ()),
    ("programme_talk", _("Discussion"), ()),
    ("programme_revisions", _("Versions"), ()),
)


@dataclass(frozen=True, slots=True)
class PageLink:
    """One page of a programme."""

    address: str
    label: Promise
    is_here: bool
    open_count: int


def side_of(visit: Visit) -> Side:
    """For whom the visitor acts."""
    return Side(visit.user, visit.organisation)


def must_edit(visit: Visit) -> None:
    """Only some roles change a programme.

    Raises:
        Http404: the visitor's roles only read.
    """
    if not visit.may(*EDITORS):
        raise Http404


def page(
    visit: Visit,
    programme: Programme,
    template: str,
    here: str,
    **more: Any,  # noqa: ANN401
) -> HttpResponse:
    """A page of a programme, or the part of one that a template is."""
    counts = open_at_places(programme)
    refused = refusal(programme, visit.organisation)
    context = {
        "visit": visit,
        "programme": programme,
        "pages": list(_links(visit, programme, here, counts)),
        "refusal": refused,
        "may_edit": visit.may(*EDITORS) and not refused,
        "may_talk": visit.may(*TALKERS),
        "open_counts": counts,
        **more,
    }
    return render(visit.request, f"programmes/{template}.html", context)


def figures(
    programme: Programme, reading: Reading, open_course: OpenCourse | None = None
) -> dict[str, Any]:
    """The estimate, for the panel that stands beside what it depends on."""
    if reading.frame is None:
        return {"estimate": None}
    found = estimate_of(programme, reading.frame, open_course)
    most = max(found.total_oere, found.open_total_oere, 1)
    return {
        "estimate": found,
        "own_share": round(100 * found.total_oere / most),
        "open_share": round(100 * found.open_total_oere / most),
    }


def _links(
    visit: Visit, programme: Programme, here: str, counts: Mapping[str, int]
) -> Iterator[PageLink]:
    arguments = {"slug": visit.organisation.slug, "pk": programme.pk}
    names_people = visit.may(Role.CONSULTANT) and programme.municipality_id == visit.organisation.pk
    for name, title, keys in PAGES:
        if name == "needs_import" and not names_people:
            continue
        mine = sum(n for place, n in counts.items() if place.split(".")[0] in keys)
        count = sum(counts.values()) if name == "programme_talk" else mine
        yield PageLink(reverse(name, kwargs=arguments), title, name == here, count)


def rows_of(form: Any, path: SettingPath, counts: Mapping[str, int]) -> list[dict[str, Any]]:  # noqa: ANN401
    """The fields of a form, each with the place where it is talked about."""
    return [
        {"field": field, "place": (place := dotted((*path, field.name))), "open": counts.get(place)}
        for field in form
    ]


def module_rows(reading: Reading, people: Mapping[str, int]) -> list[dict[str, Any]]:
    """The modules in their order, in words."""
    return [
        {
            "id": one,
            "title": reading.title_of(one),
            "summary": words.summary(reading.settings, one),
            "order": words.order_words(reading.settings, one),
            "people": people.get(one, 0),
        }
        for one in reading.modules
    ]


def first_module(number: int) -> dict[str, object]:
    """What a new module says until it is changed."""
    return {
        "title": gettext("Module %(number)s") % {"number": number},
        "format": "in_person",
        "half_days": 2,
        "group_min": 6,
        "group_max": 16,
    }


def say_why_not(visit: Visit, outcome: Outcome) -> None:
    """Tell on the next page why something could not be done."""
    if outcome.refusal:
        messages.error(visit.request, str(outcome.refusal))
    for placed in outcome.faults:
        messages.error(visit.request, words.fault_words(placed))
