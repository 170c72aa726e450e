"""One row in a form: the same for every table of the register."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.http import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samskab.web.accounts.permission import Visit
from samskab.web.people.actions.register import delete_row, save_row
from samskab.web.people.forms import RowForm

SURE = "yes"


@dataclass(frozen=True, slots=True)
class Editor:
    """How one table is edited.

    Attributes:
        form: of one row.
        index: name of the page to go back to.
        deletion: name of the address that deletes a row; empty where none does.
    """

    form: type[RowForm[Any]]
    index: str
    deletion: str = ""


def edit(visit: Visit, editor: Editor, row: Model | None, title: str) -> HttpResponseBase:
    """Show the form, or store what it holds and go back to the list.

    Args:
        visit: by somebody who may.
        editor: of the table.
        row: None for a new one.
        title: of the page.
    """
    form = editor.form(visit.request.POST or None, instance=row, organisation=visit.organisation)
    if visit.request.method == "POST" and form.is_valid():
        save_row(row=form.save(commit=False), organisation=visit.organisation, by=visit.user)
        messages.success(visit.request, _("Saved."))
        return redirect(editor.index, slug=visit.organisation.slug)
    context = {"visit": visit, "form": form, "title": title, "row": row, "editor": editor}
    return render(visit.request, "people/edit.html", context)


def delete(visit: Visit, editor: Editor, row: Model) -> HttpResponseBase:
    """Delete a row where the user is sure, and nothing stands on it."""
    slug = visit.organisation.slug
    if visit.request.POST.get("sure") != SURE:
        messages.warning(visit.request, _("Nothing was deleted: tick that you are sure."))
    elif delete_row(row=row, organisation=visit.organisation, by=visit.user):
        messages.success(visit.request, _("Deleted."))
    else:
        messages.error(
            visit.request,
            _("%(row)s is in use and was not deleted: take out first what stands on it.")
            % {"row": row},
        )
    return redirect(editor.index, slug=slug)
