"""Who cannot come: the consultant decides."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskab.web.accounts.enums import Role
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.invitations.actions.declines import accept_suggestion, leave_out
from samskab.web.invitations.queries import publications as queries
from samskab.web.invitations.views.publications import PAGE, site_of


@for_roles(Role.CONSULTANT, Role.AUDITOR)
def declines(visit: Visit) -> HttpResponse:
    """Everybody who cannot come, and where else she could."""
    page = Paginator(queries.declines_of(visit.organisation), PAGE).get_page(
        visit.request.GET.get("side")
    )
    context = {
        "visit": visit,
        "page": page,
        "rows": [queries.asked(one) for one in page],
        "may_settle": visit.may(Role.CONSULTANT),
    }
    return render(visit.request, "invitations/declines.html", context)


@require_POST
@for_roles(Role.CONSULTANT)
def decline_accept(visit: Visit, decline: int) -> HttpResponse:
    """Move her to the suggested session."""
    row = queries.decline_or_404(visit.organisation, decline)
    decided = accept_suggestion(decline=row, by=visit.user, site=site_of(visit))
    return _told(visit, decided=decided)


@require_POST
@for_roles(Role.CONSULTANT)
def decline_leave_out(visit: Visit, decline: int) -> HttpResponse:
    """Leave her out."""
    row = queries.decline_or_404(visit.organisation, decline)
    decided = leave_out(decline=row, by=visit.user, site=site_of(visit))
    return _told(visit, decided=decided)


def _told(visit: Visit, *, decided: bool) -> HttpResponse:
    if decided:
        messages.success(visit.request, _("It is being done, and only those it concerns are told."))
    else:
        messages.warning(visit.request, _("It was settled already: see how it stands below."))
    return redirect("declines", slug=visit.organisation.slug)
