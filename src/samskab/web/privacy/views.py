"""Pages for who answers for personal data, and one's own."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from samskab.web.accounts.enums import Role
from samskab.web.accounts.permission import Visit, for_roles, signed_in
from samskab.web.audit.actions import record
from samskab.web.members.actions import LastAdministratorError
from samskab.web.members.forms import ConfirmForm
from samskab.web.members.views import last_administrator
from samskab.web.people.models import Facilitator
from samskab.web.privacy import actions
from samskab.web.privacy.files import json_file
from samskab.web.privacy.queries import (
    facilitator_or_404,
    facilitators_held,
    held_about,
    held_about_facilitator,
    held_about_user,
    people_held,
    person_or_404,
)

ROWS = 50


@for_roles(Role.ADMINISTRATOR)
def personal_data(visit: Visit) -> HttpResponse:
    """Whose data is held."""
    search = visit.request.GET.get("q", "").replace("\0", "")
    people = Paginator(people_held(visit.organisation, search), ROWS)
    page = people.get_page(visit.request.GET.get("side"))
    context = {"visit": visit, "page": page, "search": search}
    context["facilitators"] = facilitators_held(visit.organisation, search)[:ROWS]
    return render(visit.request, "privacy/people.html", context)


@require_safe
@for_roles(Role.ADMINISTRATOR)
def person_export(visit: Visit, pk: int) -> HttpResponse:
    """All of it as a file."""
    person = person_or_404(visit.organisation, pk)
    _tell(visit, f"person:{person.pk}")
    return json_file(held_about(person), f"person-{person.pk}")


@require_safe
@for_roles(Role.ADMINISTRATOR)
def facilitator_export(visit: Visit, pk: int) -> HttpResponse:
    """All of it as a file."""
    facilitator = facilitator_or_404(visit.organisation, pk)
    _tell(visit, f"facilitator:{facilitator.pk}")
    return json_file(held_about_facilitator(facilitator), f"facilitator-{facilitator.pk}")


def _tell(visit: Visit, subject: str) -> None:
    place = visit.organisation
    record(by=visit.user, organisation=place, action="person_exported", subject=subject)


@for_roles(Role.ADMINISTRATOR)
def person_erase(visit: Visit, pk: int) -> HttpResponse:
    """Erase a leader; asked for twice."""
    person = person_or_404(visit.organisation, pk)
    form = ConfirmForm(visit.request.POST or None)
    if visit.request.method == "POST" and form.is_valid():
        try:
            actions.erase_person(person=person, by=visit.user)
        except LastAdministratorError:
            form.add_error(None, last_administrator())
        else:
            return _erased(visit)
    return render(
        visit.request, "privacy/erase.html", {"visit": visit, "one": person, "form": form}
    )


@for_roles(Role.ADMINISTRATOR)
def facilitator_erase(visit: Visit, pk: int) -> HttpResponse:
    """Erase a facilitator; asked for twice."""
    one: Facilitator = facilitator_or_404(visit.organisation, pk)
    form = ConfirmForm(visit.request.POST or None)
    if visit.request.method == "POST" and form.is_valid():
        try:
            actions.erase_facilitator(facilitator=one, by=visit.user)
        except LastAdministratorError:
            form.add_error(None, last_administrator())
        else:
            return _erased(visit)
    return render(visit.request, "privacy/erase.html", {"visit": visit, "one": one, "form": form})


def _erased(visit: Visit) -> HttpResponse:
    messages.success(visit.request, _("The person is erased."))
    return redirect("personal_data", slug=visit.organisation.slug)


@require_safe
@login_required
def own_data(request: HttpRequest) -> HttpResponse:
    """What is held about whoever asks."""
    return json_file(held_about_user(signed_in(request)), "samskab")
