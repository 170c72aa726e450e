"""Publishing a plan: what would be told, telling it, and what became of the mails."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskab.web.accounts.enums import Role
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.invitations.actions.delivery import send_again
from samskab.web.invitations.actions.preparations import (
    confirm_publication,
    drop_preparation,
    prepare_publication,
)
from samskab.web.invitations.enums import Delivery
from samskab.web.invitations.queries import publications as queries

PAGE = 50


@for_roles(Role.CONSULTANT, Role.AUDITOR)
def publications(visit: Visit) -> HttpResponse:
    """Programmes with plans: what stands, what can be published, what needs a hand."""
    rows = queries.programmes_with_plans(visit.organisation)
    page = Paginator(rows, PAGE).get_page(visit.request.GET.get("side"))
    standings = queries.standings(page.object_list)
    context = {
        "visit": visit,
        "page": page,
        "rows": [(one, standings.get(one.pk, queries.Standing())) for one in page],
        "declines": queries.declines_of(visit.organisation).count(),
        "may_publish": visit.may(Role.CONSULTANT),
    }
    return render(visit.request, "invitations/publications.html", context)


@require_POST
@for_roles(Role.CONSULTANT)
def publish_prepare(visit: Visit, plan: int) -> HttpResponse:
    """Ask what publishing a plan would tell."""
    row = queries.plan_or_404(visit.organisation, plan)
    made = prepare_publication(plan=row, by=visit.user, site=site_of(visit))
    return redirect("preparation", slug=visit.organisation.slug, preparation=made.pk)


@for_roles(Role.CONSULTANT, Role.AUDITOR)
def preparation(visit: Visit, preparation: int) -> HttpResponse:
    """Who is told what, who cannot be invited and why: to confirm."""
    row = queries.preparation_or_404(visit.organisation, preparation)
    page = Paginator(row.told, PAGE).get_page(visit.request.GET.get("side"))
    context = {
        "visit": visit,
        "preparation": row,
        "page": page,
        "lines": queries.told_lines(row, list(page.object_list)),
        "may_publish": visit.may(Role.CONSULTANT),
    }
    return render(visit.request, "invitations/preparation.html", context)


@require_POST
@for_roles(Role.CONSULTANT)
def preparation_confirm(visit: Visit, preparation: int) -> HttpResponse:
    """Publish."""
    row = queries.preparation_or_404(visit.organisation, preparation)
    is_as_seen = visit.request.POST.get("digest", "") == row.digest
    if not (is_as_seen and confirm_publication(preparation=row, by=visit.user)):
        messages.warning(
            visit.request,
            _("This could not be published now: see below how it stands, and try again."),
        )
    return redirect("preparation", slug=visit.organisation.slug, preparation=row.pk)


@require_POST
@for_roles(Role.CONSULTANT)
def preparation_drop(visit: Visit, preparation: int) -> HttpResponse:
    """Publish nothing."""
    row = queries.preparation_or_404(visit.organisation, preparation)
    if drop_preparation(preparation=row, by=visit.user):
        messages.info(visit.request, _("Nothing was published, and nobody was told."))
    return redirect("publications", slug=visit.organisation.slug)


@for_roles(Role.CONSULTANT, Role.AUDITOR)
def publication(visit: Visit, publication: int) -> HttpResponse:
    """Its mails: which are sent, which came back, and what to do."""
    row = queries.publication_or_404(visit.organisation, publication)
    asked = visit.request.GET.get("stand", "")
    state = asked if asked in Delivery.values else ""
    rows = queries.messages_of(row, state)
    counts = queries.counts_by_state(row)
    context = {
        "visit": visit,
        "publication": row,
        "page": Paginator(rows, PAGE).get_page(visit.request.GET.get("side")),
        "state": state,
        "states": [(one, one.label, counts.get(one, 0)) for one in Delivery],
        "all": sum(counts.values()),
        "may_publish": visit.may(Role.CONSULTANT),
    }
    return render(visit.request, "invitations/publication.html", context)


@require_POST
@for_roles(Role.CONSULTANT)
def message_again(visit: Visit, message: int) -> HttpResponse:
    """Try a mail again that failed or came back."""
    row = queries.message_or_404(visit.organisation, message)
    if send_again(message=row, by=visit.user):
        messages.success(visit.request, _("The mail is tried again within a minute."))
    return redirect("publication", slug=visit.organisation.slug, publication=row.publication_id)


def site_of(visit: Visit) -> str:
    """How addresses of pages begin, for links in mails."""
    return visit.request.build_absolute_uri("/").rstrip("/")
