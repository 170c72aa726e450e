"""The list of programmes, a programme's page, its modules in order, its price, its versions."""

from typing import Any

import tomlkit
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect, render

from samskab.web.accounts.enums import OrganisationKind, Role
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.accounts.sections import PLANNERS
from samskab.web.programmes.design.reading import read
from samskab.web.programmes.design_actions import (
    start_programme,
)
from samskab.web.programmes.design_forms import NewProgrammeForm
from samskab.web.programmes.design_queries import (
    listed_programmes,
)
from samskab.web.programmes.locks import SIGNERS, sides_of
from samskab.web.programmes.models import (
    Programme,
    Reopening,
    Signature,
)
from samskab.web.programmes.programme_pages import (
    figures,
    first_module,
    module_rows,
    page,
    side_of,
)
from samskab.web.programmes.queries import programme_or_404

PER_PAGE = 50


@for_roles(*PLANNERS)
def programmes(visit: Visit) -> HttpResponseBase:
    """Those that the organisation sees."""
    rows = Paginator(listed_programmes(visit.organisation), PER_PAGE)
    context = {
        "visit": visit,
        "page": rows.get_page(visit.request.GET.get("side")),
        "may_start": _may_start(visit),
    }
    return render(visit.request, "programmes/programmes.html", context)


def _may_start(visit: Visit) -> bool:
    is_municipality = visit.organisation.kind == OrganisationKind.MUNICIPALITY
    return is_municipality and visit.may(Role.CONSULTANT)


@for_roles(Role.CONSULTANT)
def programme_new(visit: Visit) -> HttpResponseBase:
    """A municipality's consultant starts a programme of its own."""
    if not _may_start(visit):
        raise Http404
    form = NewProgrammeForm(visit.request.POST or None)
    if visit.request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        programme = start_programme(
            municipality=visit.organisation, text=_first_text(said), side=side_of(visit)
        )
        return redirect("programme_modules", slug=visit.organisation.slug, pk=programme.pk)
    return render(visit.request, "programmes/new.html", {"visit": visit, "form": form})


def _first_text(said: dict[str, Any]) -> str:
    """The least that a programme can be: one day, to be changed."""
    document = tomlkit.document()
    document.update({key: said[key] for key in ("title", "first_day", "last_day")})
    document["holidays"] = "DK"
    modules = tomlkit.aot()
    first = tomlkit.table()
    first.update({"id": "m1", **first_module(1)})
    modules.append(first)
    document["modules"] = modules
    return tomlkit.dumps(document)


@for_roles(*PLANNERS)
def programme(visit: Visit, pk: int) -> HttpResponseBase:
    """Where a programme stands, and what is next."""
    programme = programme_or_404(visit.organisation, pk)
    reading = read(programme.text)
    return page(
        visit,
        programme,
        "programme",
        "programme",
        modules=module_rows(reading, {}),
        **figures(programme, reading),
        **_signing(visit, programme),
    )


def _signing(visit: Visit, programme: Programme) -> dict[str, Any]:
    """Who has signed what, and who wants to open it again."""
    rows = Signature.objects.filter(revision__programme=programme).select_related(
        "revision", "organisation"
    )
    latest = {row.organisation_id: row for row in rows.order_by("revision__number")}
    asked = list(Reopening.objects.filter(programme=programme).select_related("organisation", "by"))
    sides = [
        {
            "organisation": side,
            "signature": row
            if (row := latest.get(side.pk)) and _is_valid(row, programme)
            else None,
            "void": row if row and not _is_valid(row, programme) else None,
        }
        for side in sides_of(programme)
    ]
    mine = next((one for one in sides if one["organisation"] == visit.organisation), None)
    return {
        "sides": sides,
        "has_signed": bool(mine and mine["signature"]),
        "may_sign": visit.may(*SIGNERS[OrganisationKind(visit.organisation.kind)]),
        "asked": asked,
        "has_asked": any(one.organisation_id == visit.organisation.pk for one in asked),
    }


def _is_valid(row: Signature, programme: Programme) -> bool:
    return row.revision.number == programme.revision
