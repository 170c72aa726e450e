"""A municipality reads the answers side by side, and chooses one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samskab.web.accounts.enums import OrganisationKind, Role
from samskab.web.accounts.kinds import only_in
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.commissions.actions import CommissionClosedError
from samskab.web.commissions.enums import CommissionState
from samskab.web.commissions.models import Commission
from samskab.web.commissions.queries import commission_or_404
from samskab.web.programmes import offer_actions as actions
from samskab.web.programmes.offer_answers import answer_of
from samskab.web.programmes.offer_forms import ChoiceForm
from samskab.web.programmes.offer_queries import sent_offers, silent_inquiries

READERS = (*actions.CHOOSERS, Role.AUDITOR)
municipality_only = only_in(OrganisationKind.MUNICIPALITY)


@for_roles(*READERS)
@municipality_only
def offers(visit: Visit, pk: int) -> HttpResponse:
    """All answers to a commission beside each other."""
    found = commission_or_404(visit.organisation, pk)
    answers = [answer_of(offer, found) for offer in sent_offers(found)]
    is_open = found.state == CommissionState.ASKED
    context = {
        "visit": visit,
        "commission": found,
        "answers": answers,
        "silent": silent_inquiries(found),
        "may_choose": is_open and visit.may(*actions.CHOOSERS),
    }
    return render(visit.request, "programmes/offers/offers.html", context)


@for_roles(*actions.CHOOSERS)
@municipality_only
def offer_choose(visit: Visit, pk: int) -> HttpResponse:
    """Choose one, and say why."""
    found = commission_or_404(visit.organisation, pk)
    if found.state != CommissionState.ASKED:
        return _closed(visit, found)
    sent = sent_offers(found)
    posted = visit.request.POST if visit.request.method == "POST" else None
    form = ChoiceForm(posted, initial={"offer": visit.request.GET.get("svar")})
    form.among(sent)
    if form.is_valid():
        return _chosen(visit, found, form)
    answers = {offer.pk: answer_of(offer, found) for offer in sent}
    choices = [(choice, answers[choice.data["value"].value]) for choice in form["offer"]]
    context = {"visit": visit, "commission": found, "form": form, "choices": choices}
    return render(visit.request, "programmes/offers/choose.html", context)


def _chosen(visit: Visit, found: Commission, form: ChoiceForm) -> HttpResponse:
    offer = form.cleaned_data["offer"]
    try:
        actions.choose(
            commission=found,
            offer=offer,
            reason=form.cleaned_data["reason"],
            by=visit.user,
            site=visit.request.build_absolute_uri("/"),
        )
    except CommissionClosedError:
        return _closed(visit, found)
    text = _("%(provider)s is chosen. From now on you design the programme together.")
    messages.success(visit.request, text % {"provider": offer.inquiry.provider})
    return redirect("commission", slug=visit.organisation.slug, pk=found.pk)


def _closed(visit: Visit, found: Commission) -> HttpResponse:
    found.refresh_from_db(fields=["state"])
    text = _("Nothing was chosen. The state of the commission is “%(state)s”.")
    messages.error(visit.request, text % {"state": found.get_state_display()})
    return redirect("commission", slug=visit.organisation.slug, pk=found.pk)
