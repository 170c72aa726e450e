"""People, units and pairs."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.people.actions.register import save_party
from samskab.web.people.enums import Care
from samskab.web.people.forms import PartyForm, PersonForm, UnitForm
from samskab.web.people.models import Party, Person, Unit
from samskab.web.people.queries import (
    found,
    one_or_404,
    parties_of,
    people_of,
    units_of,
)
from samskab.web.people.views.editing import Editor, delete, edit
from samskab.web.people.views.paging import page_of, query_without_page
from samskab.web.people.views.roles import EDITORS, READERS


@for_roles(*READERS)
def people(visit: Visit) -> HttpResponse:
    """Everybody, or those who are searched for."""
    words = visit.request.GET.get("q", "").strip()
    care = visit.request.GET.get("kalender", "")
    rows = found(people_of(visit.organisation), words)
    if care in Care.values:
        rows = rows.filter(care=care)
    context = {
        "visit": visit,
        "page": page_of(rows, visit.request),
        "words": words,
        "care": care,
        "cares": Care.choices,
        "query": query_without_page(visit.request),
        "may_edit": visit.may(*EDITORS),
    }
    return render(visit.request, "people/people.html", context)


@for_roles(*READERS)
def person(visit: Visit, pk: int) -> HttpResponse:
    """One person."""
    row: Person = one_or_404(people_of(visit.organisation), pk)
    context = {
        "visit": visit,
        "person": row,
        "parties": row.parties.prefetch_related("people"),
        "may_edit": visit.may(*EDITORS),
    }
    return render(visit.request, "people/person.html", context)


PERSON = Editor(PersonForm, "people")


@for_roles(*EDITORS)
def person_new(visit: Visit) -> HttpResponseBase:
    """Add somebody."""
    return edit(visit, PERSON, None, _("Add a person"))


@for_roles(*EDITORS)
def person_edit(visit: Visit, pk: int) -> HttpResponseBase:
    """Change somebody."""
    row: Person = one_or_404(people_of(visit.organisation), pk)
    return edit(visit, PERSON, row, _("Change %(name)s") % {"name": row.name})


@for_roles(*READERS)
def units(visit: Visit) -> HttpResponse:
    """The tree of units."""
    context = {
        "visit": visit,
        "page": page_of(units_of(visit.organisation), visit.request),
        "may_edit": visit.may(*EDITORS),
    }
    return render(visit.request, "people/units.html", context)


UNIT = Editor(UnitForm, "units", "unit_delete")


@for_roles(*EDITORS)
def unit_new(visit: Visit) -> HttpResponseBase:
    """Add a unit."""
    return edit(visit, UNIT, None, _("Add a unit"))


@for_roles(*EDITORS)
def unit_edit(visit: Visit, pk: int) -> HttpResponseBase:
    """Change a unit."""
    row: Unit = one_or_404(Unit.objects.filter(organisation=visit.organisation), pk)
    return edit(visit, UNIT, row, _("Change %(name)s") % {"name": row.name})


@require_POST
@for_roles(*EDITORS)
def unit_delete(visit: Visit, pk: int) -> HttpResponseBase:
    """Delete a unit that nobody works in."""
    row: Unit = one_or_404(Unit.objects.filter(organisation=visit.organisation), pk)
    return delete(visit, UNIT, row)


@for_roles(*READERS)
def pairs(visit: Visit) -> HttpResponse:
    """Those who attend together."""
    context = {
        "visit": visit,
        "page": page_of(parties_of(visit.organisation), visit.request),
        "may_edit": visit.may(*EDITORS),
    }
    return render(visit.request, "people/pairs.html", context)


PAIR = Editor(PartyForm, "pairs", "pair_delete")


@for_roles(*EDITORS)
def pair_new(visit: Visit) -> HttpResponseBase:
    """Add a pair."""
    return _edit_pair(visit, None, _("Add a pair"))


@for_roles(*EDITORS)
def pair_edit(visit: Visit, pk: int) -> HttpResponseBase:
    """Change a pair."""
    row: Party = one_or_404(parties_of(visit.organisation), pk)
    return _edit_pair(visit, row, _("Change %(name)s") % {"name": row.key})


def _edit_pair(visit: Visit, row: Party | None, title: str) -> HttpResponseBase:
    form = PartyForm(visit.request.POST or None, instance=row, organisation=visit.organisation)
    if visit.request.method == "POST" and form.is_valid():
        save_party(
            party=form.save(commit=False),
            people=form.cleaned_data["people_keys"],
            organisation=visit.organisation,
            by=visit.user,
        )
        messages.success(visit.request, _("Saved."))
        return redirect("pairs", slug=visit.organisation.slug)
    context = {"visit": visit, "form": form, "title": title, "row": row, "editor": PAIR}
    return render(visit.request, "people/edit.html", context)


@require_POST
@for_roles(*EDITORS)
def pair_delete(visit: Visit, pk: int) -> HttpResponseBase:
    """Delete a pair; its people stay."""
    row: Party = one_or_404(parties_of(visit.organisation), pk)
    return delete(visit, PAIR, row)
