"""The account of changes, for those who watch over it."""

from django.core.paginator import Paginator
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samskab.web.accounts.enums import Role
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.audit.actions import record
from samskab.web.audit.forms import FilterForm
from samskab.web.audit.queries import actions_of, entries_of, names_of
from samskab.web.audit.tables import csv_rows, lines

ROWS = 50


def _form(visit: Visit) -> FilterForm:
    return FilterForm(visit.request.GET or None, codes=actions_of(visit.organisation))


@require_safe
@for_roles(Role.AUDITOR, Role.ADMINISTRATOR)
def audit(visit: Visit) -> HttpResponse:
    """Who did what and when."""
    form = _form(visit)
    found = Paginator(entries_of(visit.organisation, form.wanted), ROWS)
    page = found.get_page(visit.request.GET.get("side"))
    shown = list(page.object_list)
    context = {"visit": visit, "form": form, "page": page}
    context["lines"] = lines(shown, names_of(shown))
    return render(visit.request, "audit/audit.html", context)


@require_safe
@for_roles(Role.AUDITOR, Role.ADMINISTRATOR)
def audit_csv(visit: Visit) -> StreamingHttpResponse:
    """The same as a file; that it was taken is a line of its own."""
    rows = list(entries_of(visit.organisation, _form(visit).wanted))
    record(
        by=visit.user,
        organisation=visit.organisation,
        action="audit_exported",
        subject=f"organisation:{visit.organisation.pk}",
        lines=len(rows),
    )
    file = StreamingHttpResponse(
        csv_rows(lines(rows, names_of(rows))), content_type="text/csv; charset=utf-8"
    )
    file["Content-Disposition"] = f'attachment; filename="audit-{visit.organisation.slug}.csv"'
    return file
