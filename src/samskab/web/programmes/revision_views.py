"""A programme's price beside open courses, and its versions."""

from fractions import Fraction

from django.core.paginator import Paginator
from django.http import Http404, HttpResponseBase
from django.shortcuts import redirect

from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.accounts.sections import PLANNERS
from samskab.web.programmes import design_words as words
from samskab.web.programmes.design.differences import differences
from samskab.web.programmes.design.reading import read
from samskab.web.programmes.design_forms import OpenCourseForm
from samskab.web.programmes.design_queries import names_in, whole_settings
from samskab.web.programmes.estimate import OpenCourse
from samskab.web.programmes.models import Programme, Revision
from samskab.web.programmes.programme_pages import figures, must_edit, page, say_why_not, side_of
from samskab.web.programmes.queries import programme_or_404
from samskab.web.programmes.table_actions import price_open_course

PER_PAGE = 50


@for_roles(*PLANNERS)
def programme_economy(visit: Visit, pk: int) -> HttpResponseBase:
    """Price and leaders' hours, module by module, beside open courses, and how they are found."""
    programme = programme_or_404(visit.organisation, pk)
    shown = OpenCourseForm.shown(programme.open_day_price_oere, programme.open_travel_hours)
    form = OpenCourseForm(visit.request.POST or None, initial=shown)
    course = None
    if visit.request.method == "POST":
        must_edit(visit)
        if form.is_valid() and "calculate" not in visit.request.POST:
            outcome = price_open_course(
                programme=programme,
                day_price_oere=form.day_price_oere,
                travel_hours=form.travel_hours,
                side=side_of(visit),
            )
            say_why_not(visit, outcome)
            return redirect("programme_economy", slug=visit.organisation.slug, pk=pk)
        if form.is_valid():
            course = OpenCourse(form.day_price_oere, Fraction(form.travel_hours))
    reading = read(programme.text)
    part = "_economy" if visit.request.htmx else "economy"  # type: ignore[attr-defined]
    shown = figures(programme, reading, course)
    return page(visit, programme, part, "programme_economy", form=form, **shown)


@for_roles(*PLANNERS)
def programme_revisions(visit: Visit, pk: int) -> HttpResponseBase:
    """All versions, and the difference of any two."""
    programme = programme_or_404(visit.organisation, pk)
    rows = Revision.objects.filter(programme=programme).select_related("made_by", "made_for")
    rows = rows.prefetch_related("signatures__organisation").defer("text", "tables")
    listed = Paginator(rows, PER_PAGE).get_page(visit.request.GET.get("side"))
    last = programme.revision
    old = _asked(visit, programme, "fra", max(1, last - 1))
    new = _asked(visit, programme, "til", last)
    return page(
        visit,
        programme,
        "revisions",
        "programme_revisions",
        page=listed,
        old=old,
        new=new,
        differences=_differences(programme, old, new),
    )


def _asked(visit: Visit, programme: Programme, name: str, otherwise: int) -> Revision:
    text = visit.request.GET.get(name, "")
    number = int(text) if text[:9].isdecimal() else otherwise
    rows = Revision.objects.filter(programme=programme).select_related("made_by", "made_for")
    found = rows.filter(number__lte=number).first() or rows.last()
    if found is None:
        raise Http404
    return found


def _differences(programme: Programme, old: Revision, new: Revision) -> list[dict[str, str]]:
    before, after = whole_settings(old), whole_settings(new)
    if not old.tables or not new.tables:  # one of them does not say: nothing to compare
        before, after = read(old.text).settings, read(new.text).settings
    names = names_in(programme, before, after)
    found = []
    for one in differences(before, after):
        was, now = words.difference_values(one, before, after, names)
        place = words.difference_place(one, before, after, names)
        found.append({"kind": one.kind.value, "place": place, "old": was, "new": now})
    return found
