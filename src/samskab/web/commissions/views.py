"""A municipality's commissions: written, read, asked about, withdrawn."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from samskab.web.accounts.enums import OrganisationKind, Role
from samskab.web.accounts.kinds import only_in
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.commissions import actions
from samskab.web.commissions.enums import CommissionState
from samskab.web.commissions.forms import AskForm, CommissionForm
from samskab.web.commissions.models import Commission
from samskab.web.commissions.queries import (
    askable_providers,
    commission_or_404,
    commissions_listed,
    inquiries_of,
    missing_answers,
)

WRITERS = (Role.CONSULTANT, Role.TOP_MANAGEMENT)
READERS = (*WRITERS, Role.AUDITOR)
ON_A_PAGE = 50
municipality_only = only_in(OrganisationKind.MUNICIPALITY)


@for_roles(*READERS)
@municipality_only
def commissions(visit: Visit) -> HttpResponse:
    """All of them, the latest first."""
    pages = Paginator(commissions_listed(visit.organisation), ON_A_PAGE)
    shown = pages.get_page(visit.request.GET.get("side"))
    context = {"visit": visit, "commissions": shown, "may_write": visit.may(*WRITERS)}
    return render(visit.request, "commissions/commissions.html", context)


@for_roles(*READERS)
@municipality_only
def commission(visit: Visit, pk: int) -> HttpResponse:
    """What is asked for, and who was asked."""
    found = commission_or_404(visit.organisation, pk)
    context = {
        "visit": visit,
        "commission": found,
        "inquiries": inquiries_of(found),
        "is_draft": found.state == CommissionState.DRAFT,
        "is_open": found.state in actions.OPEN_STATES,
        "may_write": visit.may(*WRITERS),
    }
    return render(visit.request, "commissions/commission.html", context)


@for_roles(*WRITERS)
@municipality_only
def commission_new(visit: Visit) -> HttpResponse:
    """Write one."""
    return _written(visit, Commission(municipality=visit.organisation))


@for_roles(*WRITERS)
@municipality_only
def commission_edit(visit: Visit, pk: int) -> HttpResponse:
    """Change one that nobody was asked about."""
    found = commission_or_404(visit.organisation, pk)
    if found.state != CommissionState.DRAFT:
        return _closed(visit, found)
    return _written(visit, found)


def _written(visit: Visit, draft: Commission) -> HttpResponse:
    asks_next = visit.request.POST.get("next") == "ask"
    is_posted = visit.request.method == "POST"
    form = CommissionForm(visit.request.POST if is_posted else None, instance=draft)
    if is_posted and not asks_next:
        form.allow_gaps()
    if form.is_valid():
        try:
            actions.store_draft(commission=form.instance, by=visit.user)
        except actions.CommissionClosedError:
            return _closed(visit, draft)
        messages.success(visit.request, _("The commission is stored as a draft."))
        page = "commission_ask" if asks_next else "commission"
        return redirect(page, slug=visit.organisation.slug, pk=form.instance.pk)
    context = {"visit": visit, "form": form, "commission": draft}
    return render(visit.request, "commissions/commission_form.html", context)


@for_roles(*WRITERS)
@municipality_only
def commission_ask(visit: Visit, pk: int) -> HttpResponse:
    """Choose among providers, and ask them."""
    found = commission_or_404(visit.organisation, pk)
    if found.state not in actions.OPEN_STATES:
        return _closed(visit, found)
    missing = missing_answers(found)
    form = AskForm(visit.request.POST if visit.request.method == "POST" else None)
    form.offer(askable_providers(found))
    if not missing and form.is_valid():
        return _asked(visit, found, form)
    labels = [CommissionForm.base_fields[name].label for name in missing]
    context = {"visit": visit, "form": form, "commission": found, "missing": labels}
    return render(visit.request, "commissions/commission_ask.html", context)


def _asked(visit: Visit, found: Commission, form: AskForm) -> HttpResponse:
    try:
        asked = actions.ask_providers(
            commission=found,
            providers=form.cleaned_data["providers"],
            by=visit.user,
            site=visit.request.build_absolute_uri("/"),
        )
    except (actions.CommissionClosedError, actions.CommissionUnfinishedError):
        return _closed(visit, found)
    names = ", ".join(inquiry.provider.name for inquiry in asked)
    messages.success(visit.request, _("Asked, and told by mail: %(names)s.") % {"names": names})
    return _to(visit, found)


@for_roles(*WRITERS)
@municipality_only
def commission_withdraw(visit: Visit, pk: int) -> HttpResponse:
    """Ask once more, then withdraw it."""
    found = commission_or_404(visit.organisation, pk)
    if found.state not in actions.OPEN_STATES:
        return _closed(visit, found)
    if visit.request.POST.get("sure") == "yes":
        try:
            actions.withdraw(commission=found, by=visit.user)
        except actions.CommissionClosedError:
            return _closed(visit, found)
        messages.success(visit.request, _("The commission is withdrawn."))
        return _to(visit, found)
    context = {"visit": visit, "commission": found}
    return render(visit.request, "commissions/commission_withdraw.html", context)


def _closed(visit: Visit, found: Commission) -> HttpResponse:
    found.refresh_from_db(fields=["state"])
    text = _(
        "Nothing was changed. The state of the commission is now “%(state)s”: "
        "read below what can be done with it."
    )
    messages.error(visit.request, text % {"state": found.get_state_display()})
    return _to(visit, found)


def _to(visit: Visit, found: Commission) -> HttpResponse:
    return redirect("commission", slug=visit.organisation.slug, pk=found.pk)
