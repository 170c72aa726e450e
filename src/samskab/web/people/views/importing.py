"""Tables in: chosen, looked at, confirmed. And out again."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.people.actions.importing import import_register, preview
from samskab.web.people.actions.uploads import REGISTER, drop_upload, keep_upload
from samskab.web.people.forms import ImportForm
from samskab.web.people.importing.sheets import Kind
from samskab.web.people.importing.telling import rows_told
from samskab.web.people.importing.words import told
from samskab.web.people.queries import upload_of
from samskab.web.people.tables import HEADERS, csv_of, workbook_of
from samskab.web.people.views.paging import page_of
from samskab.web.people.views.roles import EDITORS, READERS

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORKBOOK = "register.xlsx"


@for_roles(*EDITORS)
def people_import(visit: Visit) -> HttpResponseBase:
    """Choose files; they are kept until they are confirmed."""
    form = ImportForm(visit.request.POST or None, visit.request.FILES or None)
    if visit.request.method == "POST" and form.is_valid():
        files = form.cleaned_data["tables"]
        keep_upload(organisation=visit.organisation, by=visit.user, subject=REGISTER, files=files)
        return redirect("people_import_preview", slug=visit.organisation.slug)
    waiting = upload_of(visit.organisation, visit.user, REGISTER)
    context = {"visit": visit, "form": form, "waiting": waiting, "headers": HEADERS.items()}
    return render(visit.request, "people/import.html", context)


@for_roles(*EDITORS)
def people_import_preview(visit: Visit) -> HttpResponseBase:
    """What would change, or all that is wrong; confirmed, it is done."""
    upload = upload_of(visit.organisation, visit.user, REGISTER)
    slug = visit.organisation.slug
    if upload is None:
        messages.info(visit.request, _("Choose the files to import first."))
        return redirect("people_import", slug=slug)
    digest = visit.request.POST.get("digest", "")
    if visit.request.method == "POST" and digest:
        done = import_register(upload=upload, digest=digest, by=visit.user)
        if done is not None:
            counts = {"new": done.new, "changed": done.changed, "same": done.same}
            messages.success(
                visit.request,
                _("Imported: %(new)s new, %(changed)s changed, %(same)s as before.") % counts,
            )
            return redirect("people", slug=slug)
        messages.warning(
            visit.request, _("The register has changed meanwhile: look again, and confirm.")
        )
    reading, changes = preview(upload)
    page = page_of(changes.rows if changes else (), visit.request)
    context = {
        "visit": visit,
        "upload": upload,
        "faults": told(reading.faults),
        "warnings": told(reading.warnings),
        "changes": changes,
        "page": page,
        "rows": rows_told(tuple(page.object_list)),
    }
    return render(visit.request, "people/import_preview.html", context)


@require_POST
@for_roles(*EDITORS)
def people_import_drop(visit: Visit) -> HttpResponseBase:
    """Forget what was uploaded."""
    upload = upload_of(visit.organisation, visit.user, REGISTER)
    if upload is not None and visit.request.POST.get("drop"):
        drop_upload(upload=upload, by=visit.user)
        messages.info(visit.request, _("The files are forgotten; nothing was imported."))
    return redirect("people_import", slug=visit.organisation.slug)


@for_roles(*READERS)
def register_workbook(visit: Visit) -> HttpResponse:
    """The register as an Excel workbook."""
    return _file(workbook_of(visit.organisation), WORKBOOK, XLSX)


@for_roles(*READERS)
def register_table(visit: Visit, kind: Kind) -> HttpResponse:
    """One table of the register as CSV."""
    content = csv_of(kind, visit.organisation)
    return _file(content, f"{kind.value}.csv", "text/csv; charset=utf-8")


def _file(content: bytes, name: str, content_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
