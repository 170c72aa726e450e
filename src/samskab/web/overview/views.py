"""The page."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from samskab.web.accounts.enums import OrganisationKind, Role
from samskab.web.accounts.kinds import only_in
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.overview.lateness import late_groups
from samskab.web.overview.queries import calendar_count, progress_of, unanswered_inquiries
from samskab.web.overview.totals import totals_of

ON_A_PAGE = 50


@for_roles(Role.TOP_MANAGEMENT, Role.CONSULTANT, Role.AUDITOR)
@only_in(OrganisationKind.MUNICIPALITY)
def overview(visit: Visit) -> HttpResponse:
    """What runs, who is served, what it costs, what is late."""
    now = timezone.localtime()
    place = visit.organisation
    progress = progress_of(place, now)
    calendars = calendar_count(place, now.date())
    unanswered = list(unanswered_inquiries(place, now))
    context = {
        "visit": visit,
        "today": now.date(),
        "totals": totals_of(progress, calendars),
        "late": late_groups(place, progress, unanswered, calendars, now),
        "progress": Paginator(progress, ON_A_PAGE).get_page(visit.request.GET.get("side")),
    }
    return render(visit.request, "overview/overview.html", context)
