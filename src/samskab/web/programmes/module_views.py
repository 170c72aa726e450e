"""Modules in their order: added, moved, taken out."""

from django.db.models import Count
from django.http import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from samskab.planner.folder.settings import MODULES
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.accounts.sections import PLANNERS
from samskab.web.programmes import design_words as words
from samskab.web.programmes.design.reading import Settings, read
from samskab.web.programmes.design_actions import move_module, remove_module, save_settings
from samskab.web.programmes.design_queries import revision_of
from samskab.web.programmes.locks import EDITORS
from samskab.web.programmes.models import Engagement, Need, Programme, Window
from samskab.web.programmes.programme_pages import (
    figures,
    first_module,
    module_rows,
    page,
    say_why_not,
    side_of,
)
from samskab.web.programmes.queries import programme_or_404


@for_roles(*PLANNERS)
def programme_modules(visit: Visit, pk: int) -> HttpResponseBase:
    """The modules in their order, each with buttons that move it."""
    programme = programme_or_404(visit.organisation, pk)
    reading = read(programme.text)
    needs = Need.objects.filter(participant__programme=programme).order_by()
    people = dict(needs.values_list("module").annotate(n=Count("pk")))
    return page(
        visit,
        programme,
        "modules",
        "programme_modules",
        modules=module_rows(reading, people),
        **figures(programme, reading),
    )


@require_POST
@for_roles(*EDITORS)
def module_new(visit: Visit, pk: int) -> HttpResponseBase:
    """One more module, behind the others, to be filled in."""
    programme = programme_or_404(visit.organisation, pk)
    base = _base(visit, programme)
    if base is None:
        return redirect("programme_modules", slug=visit.organisation.slug, pk=pk)
    taken = read(programme.text).modules
    number = next(n for n in range(1, len(taken) + 2) if f"m{n}" not in taken)
    wanted: Settings = {
        (MODULES, f"m{number}", key): value for key, value in first_module(number).items()
    }
    outcome = save_settings(
        programme=programme,
        base=read(programme.text).settings,
        wanted=wanted,
        side=side_of(visit),
    )
    if not outcome.is_made:
        say_why_not(visit, outcome)
        return redirect("programme_modules", slug=visit.organisation.slug, pk=pk)
    return redirect("module", slug=visit.organisation.slug, pk=pk, module=f"m{number}")


@require_POST
@for_roles(*EDITORS)
def module_move(visit: Visit, pk: int, module: str) -> HttpResponseBase:
    """A module one place earlier or later."""
    programme = programme_or_404(visit.organisation, pk)
    base = _base(visit, programme)
    steps = {"earlier": -1, "later": 1}
    by = steps.get(visit.request.POST.get("to", ""))
    if base is not None and by is not None:
        outcome = move_module(
            programme=programme, base=base, module=module, by=by, side=side_of(visit)
        )
        say_why_not(visit, outcome)
    return redirect("programme_modules", slug=visit.organisation.slug, pk=pk)


@for_roles(*EDITORS)
def module_remove(visit: Visit, pk: int, module: str) -> HttpResponseBase:
    """What goes with a module, and then the module."""
    programme = programme_or_404(visit.organisation, pk)
    reading = read(programme.text)
    if module not in reading.modules:
        return redirect("programme_modules", slug=visit.organisation.slug, pk=pk)
    base = _base(visit, programme)
    outcome = None
    if visit.request.method == "POST" and base is not None:
        outcome = remove_module(programme=programme, base=base, module=module, side=side_of(visit))
        if not outcome.conflicts:
            say_why_not(visit, outcome)
            return redirect("programme_modules", slug=visit.organisation.slug, pk=pk)
    needs = Need.objects.filter(participant__programme=programme, module=module)
    engagements = Engagement.objects.filter(programme=programme)
    return page(
        visit,
        programme,
        "module_remove",
        "programme_modules",
        module=module,
        title=reading.title_of(module),
        is_last=len(reading.modules) == 1,
        needs=needs.count(),
        windows=Window.objects.filter(programme=programme, module=module).count(),
        facilitators=sum(module in one.modules for one in engagements),
        changed_meanwhile=[
            {
                "place": words.place(one.path, reading.settings),
                "old": words.value(one.path, one.base, reading.settings),
                "new": words.value(one.path, one.theirs, reading.settings),
            }
            for one in (outcome.conflicts if outcome else ())
        ],
    )


def _base(visit: Visit, programme: Programme) -> Settings | None:
    number = visit.request.POST.get("base", "")
    revision = revision_of(programme, int(number)) if number[:9].isdecimal() else None
    return read(revision.text).settings if revision else None
