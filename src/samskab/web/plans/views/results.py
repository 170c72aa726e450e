"""What a plan says: when, who, where, what it costs, who is left out."""

from datetime import date
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.plans.forms import SearchForm
from samskab.web.plans.models import Plan
from samskab.web.plans.queries import (
    breaks_of,
    current_plan,
    months_of,
    people_of,
    person_or_404,
    plan_or_404,
    planned_programme_or_404,
    session_or_404,
    sessions_of,
)
from samskab.web.plans.tables import (
    bound_sentence,
    cost_rows,
    gap_percent,
    heat_rows,
    left_out_rows,
    week_days,
)
from samskab.web.plans.views.asked import (
    PLANNERS,
    READERS,
    figures,
    is_mine_to_plan,
    read_programme,
)
from samskab.web.plans.weeks import weeks_of

PAGE = 50


def shown_plan(visit: Visit, programme: int, plan: int, *, whole: bool = False) -> Plan:
    """A plan of a programme that this municipality plans.

    Raises:
        Http404: there is none.
    """
    found = planned_programme_or_404(visit.organisation, programme)
    return plan_or_404(found, plan, whole=whole)


def context_of(visit: Visit, plan: Plan, here: str, **more: object) -> dict[str, object]:
    """What every page of a plan shows: which plan it is, and the way to the other pages."""
    current = current_plan(plan.programme)
    return {
        "visit": visit,
        "programme": plan.programme,
        "plan": plan,
        "is_current": current is not None and current.pk == plan.pk,
        "here": here,
        "may_plan": is_mine_to_plan(visit),
        "is_own": plan.programme.municipality_id == visit.organisation.pk,
        **more,
    }


def _plan_to_show(visit: Visit, programme: int, plan: int) -> Plan:
    """Any plan of one's own municipality; a provider sees the one that counts, no attempts."""
    found = plan_or_404(read_programme(visit, programme), plan)
    if found.standing or found.programme.municipality_id == visit.organisation.pk:
        return found
    current = current_plan(found.programme)
    if current is None or current.pk != found.pk:
        raise Http404
    return found


@for_roles(*READERS)
def plan_calendar(visit: Visit, programme: int, plan: int) -> HttpResponse:
    """The sessions, month by month, or all of them in a list."""
    found = _plan_to_show(visit, programme, plan)
    asked = visit.request.GET
    months = months_of(found)
    month = _month(asked.get("maaned", ""), [first for first, _count in months])
    as_list = asked.get("vis") == "liste"
    rows = sessions_of(found)
    if month and not as_list:
        rows = rows.filter(start__year=month.year, start__month=month.month)
    page = Paginator(rows, PAGE if as_list else 1000).get_page(asked.get("side"))
    context = context_of(visit, found, "calendar", months=months, month=month, page=page)
    taken: set[int] = set()
    if found.taken_at and context["is_own"]:  # when leaders are taken is not a provider's to see
        taken = {one.session.pk for one in breaks_of(found)}
    context |= {
        "as_list": as_list,
        "broken": taken,
        "weeks": [] if as_list or not month else weeks_of(month, list(page)),
    }
    return render(visit.request, "plans/calendar.html", context)


def _month(asked: str, months: list[date]) -> date | None:
    """The month that is asked for, else the first that is not over."""
    by_name = {month.strftime("%Y-%m"): month for month in months}
    if asked in by_name:
        return by_name[asked]
    now = date.today().replace(day=1)  # noqa: DTZ011 (a month is a month in any time zone)
    return next((month for month in months if month >= now), months[-1] if months else None)


@for_roles(*READERS)
def plan_session(visit: Visit, programme: int, plan: int, session: int) -> HttpResponse:
    """One session: who, where, why then, and whether it is pinned or broken."""
    found = _plan_to_show(visit, programme, plan)
    row = session_or_404(found, session)
    broken = [one for one in breaks_of(found) if one.session.pk == row.pk]
    context = context_of(visit, found, "calendar", session=row)
    context["broken"] = broken if context["is_own"] else []
    return render(visit.request, "plans/session.html", context)


@for_roles(*PLANNERS)
def plan_people(visit: Visit, programme: int, plan: int) -> HttpResponse:
    """Everybody with her sessions and hours."""
    found = shown_plan(visit, programme, plan, whole=True)
    form = SearchForm(visit.request.GET)
    search = form.cleaned_data["q"] if form.is_valid() else ""
    page = Paginator(people_of(found, search), PAGE).get_page(visit.request.GET.get("side"))
    hours = found.facts["hours_of_people"]
    listed = [(person, *hours.get(person.key, (0, 0))) for person in page]
    context = context_of(visit, found, "people", page=page, listed=listed, form=form, search=search)
    context["query"] = f"{urlencode({'q': search})}&" if search else ""
    return render(visit.request, "plans/people.html", context)


@for_roles(*PLANNERS)
def plan_person(visit: Visit, programme: int, plan: int, person: int) -> HttpResponse:
    """One person's sessions, and what she is left out of."""
    found = shown_plan(visit, programme, plan, whole=True)
    row = person_or_404(found, person)
    mine = [one for one in found.facts["unserved"] if one["person"] == row.key]
    context = context_of(visit, found, "people", person=row)
    context |= {
        "hours": found.facts["hours_of_people"].get(row.key, (0, 0)),
        "left_out": left_out_rows(mine, figures()),
    }
    return render(visit.request, "plans/person.html", context)


@for_roles(*PLANNERS)
def plan_units(visit: Visit, programme: int, plan: int) -> HttpResponse:
    """How many of each unit are away at once, week by week."""
    found = shown_plan(visit, programme, plan, whole=True)
    units = found.facts["units"]
    page = Paginator(heat_rows(units), PAGE).get_page(visit.request.GET.get("side"))
    context = context_of(visit, found, "units", page=page, weeks=week_days(units))
    return render(visit.request, "plans/units.html", context)


@for_roles(*PLANNERS)
def plan_costs(visit: Visit, programme: int, plan: int) -> HttpResponse:
    """What the plan costs, item by item, and how good it is."""
    found = shown_plan(visit, programme, plan, whole=True)
    total, bound = found.total_oere, found.bound_oere
    context = context_of(visit, found, "costs", rows=cost_rows(found.facts["cost"]))
    context |= {
        "says": bound_sentence(total, bound, figures()),
        "gap": gap_percent(total, bound, figures()),
    }
    return render(visit.request, "plans/costs.html", context)


@for_roles(*PLANNERS)
def plan_left_out(visit: Visit, programme: int, plan: int) -> HttpResponse:
    """Needs left out, each with its reason."""
    found = shown_plan(visit, programme, plan, whole=True)
    rows = left_out_rows(found.facts["unserved"], figures())
    page = Paginator(rows, PAGE).get_page(visit.request.GET.get("side"))
    context = context_of(visit, found, "left_out", page=page)
    return render(visit.request, "plans/left_out.html", context)
