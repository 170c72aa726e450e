"""Needs of a programme, from a table: chosen, looked at, confirmed."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskab.web.accounts.enums import Role
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.people.actions.uploads import drop_upload, keep_upload
from samskab.web.people.forms import ImportForm
from samskab.web.people.importing.telling import rows_told
from samskab.web.people.importing.words import told
from samskab.web.people.models import Upload
from samskab.web.people.queries import upload_of
from samskab.web.people.views.paging import page_of
from samskab.web.programmes.models import Programme
from samskab.web.programmes.needs_actions import (
    import_needs,
    preview_needs,
    refusal_of,
    subject_of,
)
from samskab.web.programmes.needs_reading import modules_of
from samskab.web.programmes.programme_pages import page
from samskab.web.programmes.queries import programme_or_404


def _programme(visit: Visit, pk: int) -> Programme:
    """A programme of the municipality's own: a provider does not say who needs what.

    Raises:
        Http404: there is none.
    """
    programme = programme_or_404(visit.organisation, pk)
    if programme.municipality_id != visit.organisation.pk:
        raise Http404
    return programme


def _upload(visit: Visit, programme: Programme) -> Upload | None:
    return upload_of(visit.organisation, visit.user, subject_of(programme))


@for_roles(Role.CONSULTANT)
def needs_import(visit: Visit, pk: int) -> HttpResponseBase:
    """Choose files; they are kept until they are confirmed."""
    programme = _programme(visit, pk)
    refused = refusal_of(programme)
    form = ImportForm(visit.request.POST or None, visit.request.FILES or None)
    if not refused and visit.request.method == "POST" and form.is_valid():
        keep_upload(
            organisation=visit.organisation,
            by=visit.user,
            subject=subject_of(programme),
            files=form.cleaned_data["tables"],
        )
        return redirect("needs_import_preview", slug=visit.organisation.slug, pk=pk)
    context = {
        "form": form,
        "modules": modules_of(programme),
        "people": programme.participants.count(),
        "waiting": _upload(visit, programme),
        "refusal": refused,
    }
    return page(visit, programme, "needs_import", "needs_import", **context)


@for_roles(Role.CONSULTANT)
def needs_import_preview(visit: Visit, pk: int) -> HttpResponseBase:
    """What would change, or all that is wrong; confirmed, it is done."""
    programme = _programme(visit, pk)
    upload = _upload(visit, programme)
    if upload is None:
        messages.info(visit.request, _("Choose the files to import first."))
        return redirect("needs_import", slug=visit.organisation.slug, pk=pk)
    digest = visit.request.POST.get("digest", "")
    if visit.request.method == "POST" and digest:
        done = import_needs(upload=upload, programme=programme, digest=digest, by=visit.user)
        if done is not None:
            counts = {"new": done.new, "changed": done.changed, "same": done.same}
            messages.success(
                visit.request,
                _("Needs imported: %(new)s new people, %(changed)s changed, %(same)s as before.")
                % counts,
            )
            return redirect("needs_import", slug=visit.organisation.slug, pk=pk)
        messages.warning(
            visit.request, _("The programme has changed meanwhile: look again, and confirm.")
        )
    return _preview(visit, programme, upload)


def _preview(visit: Visit, programme: Programme, upload: Upload) -> HttpResponse:
    reading, changes = preview_needs(upload, programme)
    rows = page_of(changes.rows if changes else (), visit.request)
    context = {
        "refusal": refusal_of(programme),
        "upload": upload,
        "faults": told(reading.faults),
        "warnings": told(reading.warnings),
        "changes": changes,
        "page": rows,
        "rows": rows_told(tuple(rows.object_list)),
    }
    return page(visit, programme, "needs_preview", "needs_import", **context)


@require_POST
@for_roles(Role.CONSULTANT)
def needs_import_drop(visit: Visit, pk: int) -> HttpResponseBase:
    """Forget what was uploaded."""
    programme = _programme(visit, pk)
    upload = _upload(visit, programme)
    if upload is not None and visit.request.POST.get("drop"):
        drop_upload(upload=upload, by=visit.user)
        messages.info(visit.request, _("The files are forgotten; nothing was imported."))
    return redirect("needs_import", slug=visit.organisation.slug, pk=pk)
