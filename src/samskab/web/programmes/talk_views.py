"""Comments and proposals at the place that they concern."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from samskab.planner.folder.settings import MODULES, SettingPath, dotted
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.accounts.sections import PLANNERS
from samskab.web.programmes import design_words as words
from samskab.web.programmes.design.reading import Reading, Settings, read
from samskab.web.programmes.design.writing import toml_of, value_of
from samskab.web.programmes.design_forms import (
    CommentForm,
    FrameForm,
    ModuleForm,
    PricesForm,
    ReasonForm,
    RulesForm,
    SettingsForm,
)
from samskab.web.programmes.design_queries import proposals_of, threads_of
from samskab.web.programmes.enums import ProposalState
from samskab.web.programmes.locks import TALKERS
from samskab.web.programmes.models import Comment, Programme, Proposal
from samskab.web.programmes.programme_pages import must_edit, page, say_why_not, side_of
from samskab.web.programmes.queries import programme_or_404
from samskab.web.programmes.talk_actions import (
    drop_proposal,
    propose,
    settle_thread,
    take_proposal,
    write_comment,
)


def places_of(reading: Reading) -> Mapping[str, SettingPath]:
    """Every place of a programme that can be talked about: name -> path; "" for the whole."""
    settings = reading.settings
    paths: list[SettingPath] = [(), (MODULES,)]
    forms: list[SettingsForm] = [
        FrameForm((), settings),
        RulesForm(("rules",), settings),
        PricesForm(("prices",), settings),
    ]
    for module in reading.modules:
        paths.append((MODULES, module))
        forms.append(ModuleForm((MODULES, module), settings))
    for form in forms:
        paths += [(*form.path, key) for key in (*form.setting_fields(), *form.row_keys)]
    return {dotted(path): path for path in paths}


def form_of(path: SettingPath, settings: Settings, data: Any = None) -> SettingsForm | None:  # noqa: ANN401
    """A form of one setting, for proposals; None where the place is not one field."""
    kinds: dict[str, tuple[type[SettingsForm], SettingPath]] = {
        "rules": (RulesForm, ("rules",)),
        "prices": (PricesForm, ("prices",)),
        MODULES: (ModuleForm, path[:2]),
    }
    if not path:
        return None
    kind, table = kinds.get(path[0], (FrameForm, ()))
    form = kind(table, settings, data)
    if len(path) != len(table) + 1 or path[-1] not in form.setting_fields():
        return None
    form.fields = {path[-1]: form.fields[path[-1]]}
    return form


@for_roles(*PLANNERS)
def programme_talk(visit: Visit, pk: int) -> HttpResponseBase:
    """What is said and proposed: of one place, or of all."""
    programme = programme_or_404(visit.organisation, pk)
    return _talk(visit, programme, visit.request.GET.get("sted"))


def _talk(visit: Visit, programme: Programme, place: str | None, **more: Any) -> HttpResponse:  # noqa: ANN401
    reading = read(programme.text)
    places = places_of(reading)
    path = places.get(place) if place is not None else ()
    settings = reading.settings
    threads = [
        {"comment": one, "place": _place_words(one.place, places, settings)}
        for one in threads_of(programme, place)
    ]
    proposals = [
        _proposal_row(one, places, settings, is_stale=one.pk == more.get("stale"))
        for one in proposals_of(programme, place)
    ]
    proposal_form = form_of(path, settings) if path else None
    context = {
        "place": place,
        "place_words": _place_words(place or "", places, settings),
        "now": words.value(path, settings.get(path), settings) if path and proposal_form else "",
        "threads": threads,
        "proposals": proposals,
        "comment_form": CommentForm(),
        "proposal_form": proposal_form,
        "reason_form": ReasonForm(),
    }
    return page(visit, programme, "talk", "programme_talk", **(context | more))


def _place_words(place: str, places: Mapping[str, SettingPath], settings: Settings) -> str:
    """A place as people call it; one that is gone by its name."""
    if place not in places:
        return gettext("%(place)s (no longer there)") % {"place": place}
    return words.place(places[place], settings)


def _proposal_row(
    one: Proposal, places: Mapping[str, SettingPath], settings: Settings, *, is_stale: bool
) -> dict[str, Any]:
    path = places.get(one.place)
    now = settings.get(path) if path else None
    shown_path = path or (one.place,)
    return {
        "proposal": one,
        "place": _place_words(one.place, places, settings),
        "is_open": one.state == ProposalState.OPEN,
        "is_there": path is not None,
        "is_stale": is_stale,
        "has_moved": path is not None and toml_of(now) != one.base,
        "base": words.value(shown_path, value_of(one.base), settings),
        "value": words.value(shown_path, value_of(one.value), settings),
        "now": words.value(shown_path, now, settings),
        "seen": toml_of(now),
    }


@require_POST
@for_roles(*TALKERS)
def comment_new(visit: Visit, pk: int) -> HttpResponseBase:
    """Say something of a place, or answer."""
    programme = programme_or_404(visit.organisation, pk)
    place = visit.request.POST.get("place", "")
    answers = _thread(programme, visit.request.POST.get("answers", ""))
    form = CommentForm(visit.request.POST)
    if place not in places_of(read(programme.text)) and answers is None:
        if "text" in visit.request.POST:
            messages.error(visit.request, gettext("That place is no longer in the programme."))
        return _back(visit, programme, None)
    if not form.is_valid():
        return _talk(visit, programme, place, comment_form=form)
    write_comment(
        programme=programme,
        place=place,
        text=form.cleaned_data["text"],
        side=side_of(visit),
        answers=answers,
    )
    return _back(visit, programme, answers.place if answers else place)


@require_POST
@for_roles(*TALKERS)
def comment_settle(visit: Visit, pk: int) -> HttpResponseBase:
    """A thread has been talked through."""
    programme = programme_or_404(visit.organisation, pk)
    comment = _thread(programme, visit.request.POST.get("comment", ""))
    if comment is not None:
        settle_thread(comment=comment, side=side_of(visit))
    return _back(visit, programme, comment.place if comment else None)


@require_POST
@for_roles(*TALKERS)
def proposal_new(visit: Visit, pk: int) -> HttpResponseBase:
    """Another value for one setting."""
    programme = programme_or_404(visit.organisation, pk)
    reading = read(programme.text)
    place = visit.request.POST.get("place", "")
    path = places_of(reading).get(place, ())
    form = form_of(path, reading.settings, visit.request.POST)
    reason = ReasonForm(visit.request.POST)
    if form is None:
        return _back(visit, programme, None)
    if not (form.is_valid() and reason.is_valid()):
        return _talk(visit, programme, place, proposal_form=form, reason_form=reason)
    propose(
        programme=programme,
        path=path,
        value=form.cleaned_data[path[-1]],
        reason=reason.cleaned_data["reason"],
        side=side_of(visit),
    )
    return _back(visit, programme, place)


@require_POST
@for_roles(*TALKERS)
def proposal_take(visit: Visit, pk: int) -> HttpResponseBase:
    """Make a proposal the programme's; where its base does not hold, show what is there now."""
    programme = programme_or_404(visit.organisation, pk)
    proposal = _proposal(programme, visit.request.POST.get("proposal", ""))
    if proposal is None:
        return _back(visit, programme, None)
    must_edit(visit)
    path = places_of(read(programme.text)).get(proposal.place)
    if path is None:
        messages.error(visit.request, gettext("That place is no longer in the programme."))
        return _back(visit, programme, None)
    seen = visit.request.POST.get("seen", proposal.base)
    outcome = take_proposal(proposal=proposal, path=path, seen=seen, side=side_of(visit))
    if outcome is None:
        return _talk(visit, programme, proposal.place, stale=proposal.pk)
    say_why_not(visit, outcome)
    if outcome.is_made:
        said = gettext("The proposal is taken: version %(number)s.")
        messages.success(visit.request, said % {"number": outcome.revision})
    return _back(visit, programme, proposal.place)


@require_POST
@for_roles(*TALKERS)
def proposal_drop(visit: Visit, pk: int) -> HttpResponseBase:
    """A proposal is off the table."""
    programme = programme_or_404(visit.organisation, pk)
    proposal = _proposal(programme, visit.request.POST.get("proposal", ""))
    if proposal is not None:
        drop_proposal(proposal=proposal, side=side_of(visit))
    return _back(visit, programme, proposal.place if proposal else None)


def _thread(programme: Programme, text: str) -> Comment | None:
    if not text[:18].isdecimal():
        return None
    rows = Comment.objects.filter(programme=programme, answers=None, pk=int(text[:18]))
    found = rows.select_related("programme__municipality", "programme__provider").first()
    if found is None:
        raise Http404
    return found


def _proposal(programme: Programme, text: str) -> Proposal | None:
    if not text[:18].isdecimal():
        return None
    rows = Proposal.objects.filter(programme=programme, pk=int(text[:18]))
    found = rows.select_related("programme__municipality", "programme__provider").first()
    if found is None:
        raise Http404
    return found


def _back(visit: Visit, programme: Programme, place: str | None) -> HttpResponse:
    arguments = {"slug": visit.organisation.slug, "pk": programme.pk}
    address = reverse("programme_talk", kwargs=arguments)
    return redirect(address if place is None else f"{address}?{urlencode({'sted': place})}")
