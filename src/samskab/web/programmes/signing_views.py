"""Signing a programme, and opening it again."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from samskab.web.accounts.enums import Role
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.programmes.design_forms import ReasonForm
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.locks import TALKERS
from samskab.web.programmes.models import Programme
from samskab.web.programmes.programme_pages import side_of
from samskab.web.programmes.queries import programme_or_404
from samskab.web.programmes.signing_actions import (
    ask_to_reopen,
    keep_signed,
    sign,
    withdraw_signature,
)

SIGNING = (Role.CONSULTANT, Role.TOP_MANAGEMENT, Role.PROVIDER)


@require_POST
@for_roles(*SIGNING)
def programme_sign(visit: Visit, pk: int) -> HttpResponseBase:
    """Sign the version that was on the page."""
    programme = programme_or_404(visit.organisation, pk)
    number = visit.request.POST.get("revision", "")
    if number[:9].isdecimal():
        words = sign(programme=programme, revision=int(number), side=side_of(visit))
        said = gettext("You have signed version %(number)s.") % {"number": number}
        _tell(visit, words, said)
    return _back(visit, programme)


@require_POST
@for_roles(*SIGNING)
def programme_unsign(visit: Visit, pk: int) -> HttpResponseBase:
    """Take one's own signature back."""
    programme = programme_or_404(visit.organisation, pk)
    if "withdraw" in visit.request.POST:
        words = withdraw_signature(programme=programme, side=side_of(visit))
        _tell(visit, words, gettext("Your signature is withdrawn."))
    return _back(visit, programme)


@require_POST
@for_roles(*TALKERS)
def programme_reopen(visit: Visit, pk: int) -> HttpResponseBase:
    """Ask to open a signed programme again."""
    programme = programme_or_404(visit.organisation, pk)
    form = ReasonForm(visit.request.POST)
    if "reopen" in visit.request.POST and form.is_valid():
        words = ask_to_reopen(
            programme=programme, reason=form.cleaned_data["reason"], side=side_of(visit)
        )
        programme.refresh_from_db(fields=["state"])
        said = gettext("The other side is asked to open the programme again.")
        if programme.state == ProgrammeState.SHARED:
            said = gettext("The programme is open again; nobody has signed the new version.")
        _tell(visit, words, said)
    return _back(visit, programme)


@require_POST
@for_roles(*TALKERS)
def programme_keep(visit: Visit, pk: int) -> HttpResponseBase:
    """Leave a signed programme as it is."""
    programme = programme_or_404(visit.organisation, pk)
    if "keep" in visit.request.POST:
        keep_signed(programme=programme, side=side_of(visit))
        messages.success(visit.request, gettext("The programme stays as it was signed."))
    return _back(visit, programme)


def _tell(visit: Visit, refusal: object, said: str) -> None:
    if refusal:
        messages.error(visit.request, str(refusal))
    else:
        messages.success(visit.request, said)


def _back(visit: Visit, programme: Programme) -> HttpResponse:
    return redirect("programme", slug=visit.organisation.slug, pk=programme.pk)
