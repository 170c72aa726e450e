"""Sections of a programme that are forms over settings: read, calculate, merge, save."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from samskab.planner.folder.settings import MODULES, SettingPath, dotted
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.accounts.sections import PLANNERS
from samskab.web.programmes import design_words as words
from samskab.web.programmes.design.merging import Conflict, merge
from samskab.web.programmes.design.reading import Reading, Settings, read
from samskab.web.programmes.design.writing import changed
from samskab.web.programmes.design_actions import Outcome, save_settings
from samskab.web.programmes.design_forms import (
    DayForm,
    FrameForm,
    ModuleForm,
    PricesForm,
    RulesForm,
    SettingsForm,
)
from samskab.web.programmes.design_queries import open_at_places, revision_of, who_changed
from samskab.web.programmes.models import Programme
from samskab.web.programmes.programme_pages import figures, must_edit, page, rows_of, side_of
from samskab.web.programmes.queries import programme_or_404

CHOOSE, MINE, THEIRS = "choose-", "mine", "theirs"


@dataclass(frozen=True, slots=True)
class Section:
    """A page that is a form over settings.

    Attributes:
        name: of its address.
        path: of the table that its form changes.
        arguments: of its address, besides organisation and programme.
    """

    name: str
    title: str | Promise
    form: Callable[..., SettingsForm]
    path: SettingPath
    template: str = "section"
    lead: str | Promise = ""
    arguments: Mapping[str, str] = field(default_factory=dict)


FRAME = Section(
    "programme_frame",
    _("Frame"),
    FrameForm,
    (),
    template="frame",
    lead=_("What the programme is called, when it runs, and on which days nothing is held."),
)
DAY = Section(
    "programme_day",
    _("Times of the day"),
    DayForm,
    ("day",),
    lead=_("When mornings and afternoons begin and end: a session is one, two or four of them."),
)
RULES = Section(
    "programme_rules",
    _("Rules"),
    RulesForm,
    ("rules",),
    lead=_("What every plan of this programme keeps, whatever it costs."),
)
PRICES = Section(
    "programme_prices",
    _("Weights"),
    PricesForm,
    ("prices",),
    lead=_("What weighs what when the planner chooses dates. Nobody is sent a bill for these."),
)


@for_roles(*PLANNERS)
def programme_frame(visit: Visit, pk: int) -> HttpResponseBase:
    """Title, period, closed days."""
    return _section(visit, programme_or_404(visit.organisation, pk), FRAME)


@for_roles(*PLANNERS)
def programme_day(visit: Visit, pk: int) -> HttpResponseBase:
    """Clock times."""
    return _section(visit, programme_or_404(visit.organisation, pk), DAY)


@for_roles(*PLANNERS)
def programme_rules(visit: Visit, pk: int) -> HttpResponseBase:
    """What every plan keeps."""
    return _section(visit, programme_or_404(visit.organisation, pk), RULES)


@for_roles(*PLANNERS)
def programme_prices(visit: Visit, pk: int) -> HttpResponseBase:
    """What weighs what."""
    return _section(visit, programme_or_404(visit.organisation, pk), PRICES)


@for_roles(*PLANNERS)
def module(visit: Visit, pk: int, module: str) -> HttpResponseBase:
    """One module; one that was taken out while somebody wrote at it can be put back."""
    programme = programme_or_404(visit.organisation, pk)
    reading = read(programme.text)
    base = _base(visit, programme)
    seen = base.settings if base else reading.settings
    if module not in reading.modules and module not in seen.get((MODULES,), ()):
        return redirect("programme_modules", slug=visit.organisation.slug, pk=pk)
    title = str(seen.get((MODULES, module, "title"), module))
    path = (MODULES, module)
    section = Section(
        "module", title, ModuleForm, path, template="module", arguments={"module": module}
    )
    if module not in reading.modules and base is None:
        return redirect("programme_modules", slug=visit.organisation.slug, pk=pk)
    return _section(visit, programme, section)


def _section(visit: Visit, programme: Programme, section: Section) -> HttpResponse:
    if visit.request.method == "POST":
        must_edit(visit)
        return _posted(visit, programme, section)
    reading = read(programme.text)
    form = section.form(section.path, reading.settings)
    return _shown(visit, programme, section, form, base=programme.revision)


def _base(visit: Visit, programme: Programme) -> Reading | None:
    """What the programme was when the form was made; None where the form does not say."""
    number = visit.request.POST.get("base", "")
    revision = revision_of(programme, int(number)) if number[:9].isdecimal() else None
    return read(revision.text) if revision else None


def _posted(visit: Visit, programme: Programme, section: Section) -> HttpResponse:
    data = visit.request.POST
    base = _base(visit, programme)
    if base is None:
        form = section.form(section.path, read(programme.text).settings)
        return _shown(visit, programme, section, form, base=programme.revision)
    form = section.form(section.path, base.settings, data)
    number = int(data["base"])
    is_right = form.is_valid()
    if "calculate" in data:
        return _calculated(visit, programme, section, form, base.settings)
    if not is_right:
        return _shown(visit, programme, section, form, base=number)
    wanted, open_conflicts = _chosen(form.wanted(), visit, base.settings)
    if open_conflicts:
        return _conflicting(visit, programme, section, wanted, open_conflicts, number)
    seen: Settings = base.settings
    if "restore" in data:
        seen, wanted = _restored(base.settings, wanted, section.path)
    outcome = save_settings(programme=programme, base=seen, wanted=wanted, side=side_of(visit))
    return _answered(visit, programme, section, form, wanted, outcome)


def _answered(
    visit: Visit,
    programme: Programme,
    section: Section,
    form: SettingsForm,
    wanted: Settings,
    outcome: Outcome,
) -> HttpResponse:
    number = int(visit.request.POST["base"])
    if outcome.conflicts:
        return _conflicting(visit, programme, section, wanted, outcome.conflicts, number)
    if outcome.faults:
        form.add_faults(outcome.faults)
        return _shown(visit, programme, section, form, base=number)
    if outcome.refusal:
        form.add_error(None, str(outcome.refusal))
        return _shown(visit, programme, section, form, base=number)
    others = outcome.revision - number - 1
    said = gettext("Saved as version %(number)s.") % {"number": outcome.revision}
    if outcome.revision == number:
        said = gettext("Nothing was changed.")
    elif others > 0:
        said += " " + ngettext(
            "Another change was saved while you wrote; yours was put together with it.",
            "%(n)s other changes were saved while you wrote; yours was put together with them.",
            others,
        ) % {"n": others}
    messages.success(visit.request, said)
    arguments = {"slug": visit.organisation.slug, "pk": programme.pk, **section.arguments}
    return HttpResponseRedirect(reverse(section.name, kwargs=arguments))


def _chosen(
    wanted: dict[SettingPath, Any], visit: Visit, base: Settings
) -> tuple[dict[SettingPath, Any], tuple[Conflict, ...]]:
    """What is wanted once conflicts are chosen, and those that nobody has chosen yet."""
    data = visit.request.POST
    unchosen = []
    for path in list(wanted):
        name = dotted(path)
        if name not in data.getlist("conflict"):
            continue
        if data.get(CHOOSE + name) == THEIRS:
            del wanted[path]
        elif data.get(CHOOSE + name) != MINE:
            unchosen.append(Conflict(path, None, wanted[path], base.get(path)))
    return wanted, tuple(unchosen)


def _restored(
    base: Settings, wanted: Settings, path: SettingPath
) -> tuple[Settings, dict[SettingPath, Any]]:
    """A module that the others took out, whole as it was, with what is wanted of it."""
    whole = {one: said for one, said in base.items() if one[:2] == path}
    rest = {one: said for one, said in base.items() if one[:2] != path}
    rest[MODULES,] = tuple(one for one in base[MODULES,] if one != path[1])
    return rest, {**whole, **wanted}


def _conflicting(
    visit: Visit,
    programme: Programme,
    section: Section,
    wanted: Settings,
    conflicts: Sequence[Conflict],
    since: int,
) -> HttpResponse:
    """The form again: what only I changed stands in it, and both values of what we both changed."""
    now = programme_or_404(visit.organisation, programme.pk)
    settings = read(now.text).settings
    seen = revision_of(programme, since)
    base = read(seen.text).settings if seen else settings
    if any(one.is_gone for one in conflicts):
        form = section.form(section.path, {**base, **wanted})
        who = who_changed(now, (MODULES,), since)
        return _shown(visit, now, section, form, base=since, is_gone=True, who_removed=who)
    merged = merge(base, settings, wanted)
    mine = {one.path: one.mine for one in conflicts}
    form = section.form(section.path, {**settings, **merged.changes, **mine})
    shown = [
        {
            "name": dotted(one.path),
            "place": words.place(one.path, settings),
            "mine": words.value(one.path, one.mine, settings),
            "theirs": words.value(one.path, one.theirs, settings),
            "who": who_changed(now, one.path, since),
        }
        for one in conflicts
    ]
    return _shown(visit, now, section, form, base=now.revision, conflicts=shown)


def _calculated(
    visit: Visit, programme: Programme, section: Section, form: SettingsForm, base: Settings
) -> HttpResponse:
    """Price and time of what stands in the form, stored or not."""
    reading = read(programme.text)
    is_whole = form.is_valid()
    if is_whole:
        merged = merge(base, reading.settings, form.wanted())
        mine = {one.path: one.mine for one in merged.conflicts if not one.is_gone}
        unsaved = read(changed(programme.text, {**merged.changes, **mine}))
        is_whole = unsaved.frame is not None
        reading = unsaved if is_whole else reading
        if not is_whole:
            form.add_faults(unsaved.faults)
    if visit.request.htmx:  # type: ignore[attr-defined]
        shown = {"is_unsaved": is_whole, "is_broken": not is_whole, **figures(programme, reading)}
        return page(visit, programme, "_estimate", section.name, **shown)
    number = int(visit.request.POST["base"])
    return _shown(visit, programme, section, form, base=number, reading=reading)


def _shown(
    visit: Visit,
    programme: Programme,
    section: Section,
    form: SettingsForm,
    reading: Reading | None = None,
    **more: Any,  # noqa: ANN401
) -> HttpResponse:
    counts = open_at_places(programme)
    here = "programme_modules" if section.path[:1] == (MODULES,) else section.name
    here = "programme_frame" if here == "programme_day" else here
    if section.template == "module":
        more |= figures(programme, reading or read(programme.text))
    return page(
        visit,
        programme,
        section.template,
        here,
        section=section,
        form=form,
        rows=rows_of(form, section.path, counts),
        **more,
    )
