"""A provider reads what it is asked, and answers."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samskab.web.accounts.enums import OrganisationKind, Role
from samskab.web.accounts.kinds import only_in
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.commissions.actions import CommissionClosedError
from samskab.web.commissions.models import Inquiry
from samskab.web.programmes import offer_actions as actions
from samskab.web.programmes.models import Offer
from samskab.web.programmes.offer_answers import Answer, answer_of
from samskab.web.programmes.offer_enums import InquiryState
from samskab.web.programmes.offer_forms import (
    BaseModules,
    DeclineForm,
    ModuleFormSet,
    OfferForm,
    rows_of,
)
from samskab.web.programmes.offer_queries import inquiries_to, inquiry_or_404, offer_of, state_of
from samskab.web.programmes.offer_text import (
    drafted,
    faults_in_words,
    organizer_of,
    programme_text,
    read_text,
    with_modules,
)

READERS = (Role.PROVIDER, Role.AUDITOR)
ON_A_PAGE = 50
ANSWERABLE = (InquiryState.OPEN, InquiryState.DRAFT)
provider_only = only_in(OrganisationKind.PROVIDER)


@dataclass(frozen=True, slots=True)
class Listed:
    """An inquiry, and where it stands."""

    inquiry: Inquiry
    state: InquiryState


@for_roles(*READERS)
@provider_only
def inquiries(visit: Visit) -> HttpResponse:
    """What was asked, the latest first."""
    pages = Paginator(inquiries_to(visit.organisation), ON_A_PAGE)
    shown = pages.get_page(visit.request.GET.get("side"))
    listed = [Listed(inquiry, state_of(inquiry)) for inquiry in shown]
    context = {"visit": visit, "listed": listed, "page": shown}
    return render(visit.request, "programmes/offers/inquiries.html", context)


@for_roles(*READERS)
@provider_only
def inquiry(visit: Visit, pk: int) -> HttpResponse:
    """What the municipality needs, and the provider's own answer."""
    found = inquiry_or_404(visit.organisation, pk)
    offer, state = offer_of(found), state_of(found)
    context = {
        "visit": visit,
        "inquiry": found,
        "commission": found.commission,
        "state": state,
        "answer": _answer(found, offer),
        "may_answer": state in ANSWERABLE and visit.may(Role.PROVIDER),
    }
    return render(visit.request, "programmes/offers/inquiry.html", context)


def _answer(found: Inquiry, offer: Offer | None) -> Answer | None:
    return answer_of(offer, found.commission) if offer else None


@for_roles(Role.PROVIDER)
@provider_only
def offer_edit(visit: Visit, pk: int) -> HttpResponse:
    """Draft the answer: modules, price, a word."""
    found = inquiry_or_404(visit.organisation, pk)
    if state_of(found) not in ANSWERABLE:
        return _closed(visit, found)
    offer = offer_of(found)
    posted = visit.request.POST if visit.request.method == "POST" else None
    kept = drafted(read_text(offer.programme.text).programme) if offer else []
    form = OfferForm(posted, initial=_begun(offer))
    modules = ModuleFormSet(posted, initial=rows_of(kept))
    faults: list[str] = []
    if posted is not None and form.is_valid() and modules.is_valid():
        text = _text(found, offer, modules)
        faults = faults_in_words(read_text(text))
        if not faults:
            draft = actions.Draft(
                text,
                form.cleaned_data["price_oere"],
                form.cleaned_data["message"],
                form.cleaned_data["revision"],
            )
            return _stored(visit, found, draft)
    context = {
        "visit": visit,
        "inquiry": found,
        "commission": found.commission,
        "form": form,
        "modules": modules,
        "faults": faults,
    }
    return render(visit.request, "programmes/offers/offer_form.html", context)


def _begun(offer: Offer | None) -> dict[str, object]:
    if offer is None:
        return {}
    return {
        "price_oere": offer.price_oere,
        "message": offer.message,
        "revision": offer.programme.revision,
    }


def _text(found: Inquiry, offer: Offer | None, modules: BaseModules) -> str:
    if offer is not None:
        return with_modules(offer.programme.text, modules.modules())
    asked = found.commission
    organizer = organizer_of(asked.made_by)
    return programme_text(
        asked.title, asked.first_day, asked.last_day, organizer, modules.modules()
    )


def _stored(visit: Visit, found: Inquiry, draft: actions.Draft) -> HttpResponse:
    try:
        actions.store_offer(inquiry=found, draft=draft, by=visit.user)
    except (CommissionClosedError, actions.InquiryClosedError):
        return _closed(visit, found)
    except actions.DraftChangedError:
        text = _(
            "Nothing was stored: a colleague has changed the draft since you opened it. "
            "Below is what it says now; make your changes again."
        )
        messages.error(visit.request, text)
        return _to(visit, found, "offer_edit")
    messages.success(visit.request, _("Your draft is stored. Only you see it until you send it."))
    is_going_on = visit.request.POST.get("next") == "more"
    return _to(visit, found, "offer_edit" if is_going_on else "inquiry")


@require_POST
@for_roles(Role.PROVIDER)
@provider_only
def offer_send(visit: Visit, pk: int) -> HttpResponse:
    """Send the answer to the municipality."""
    found = inquiry_or_404(visit.organisation, pk)
    site = visit.request.build_absolute_uri("/")
    try:
        actions.send_offer(inquiry=found, by=visit.user, site=site)
    except (CommissionClosedError, actions.InquiryClosedError):
        return _closed(visit, found)
    messages.success(visit.request, _("Your answer is sent."))
    return _to(visit, found)


@for_roles(Role.PROVIDER)
@provider_only
def inquiry_decline(visit: Visit, pk: int) -> HttpResponse:
    """Say no, and why."""
    found = inquiry_or_404(visit.organisation, pk)
    if state_of(found) not in ANSWERABLE:
        return _closed(visit, found)
    form = DeclineForm(visit.request.POST if visit.request.method == "POST" else None)
    if form.is_valid():
        site = visit.request.build_absolute_uri("/")
        reason = form.cleaned_data["reason"]
        try:
            actions.decline(inquiry=found, reason=reason, by=visit.user, site=site)
        except (CommissionClosedError, actions.InquiryClosedError):
            return _closed(visit, found)
        messages.success(visit.request, _("You have declined; the municipality is told."))
        return _to(visit, found)
    context = {"visit": visit, "inquiry": found, "commission": found.commission, "form": form}
    return render(visit.request, "programmes/offers/decline.html", context)


def _closed(visit: Visit, found: Inquiry) -> HttpResponse:
    now = state_of(inquiry_or_404(visit.organisation, found.pk))
    text = _("Nothing was changed. The inquiry now stands so: %(state)s.") % {"state": now.label}
    messages.error(visit.request, text)
    return _to(visit, found)


def _to(visit: Visit, found: Inquiry, page: str = "inquiry") -> HttpResponse:
    return redirect(page, slug=visit.organisation.slug, pk=found.pk)
