"""The front page and an organisation's page."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samskab.web.accounts.permission import EVERY_ROLE, Visit, for_roles, signed_in
from samskab.web.accounts.queries import organisations_of


@login_required
def home(request: HttpRequest) -> HttpResponse:
    """To the user's organisation, or a choice of them."""
    own = organisations_of(signed_in(request))
    if len(own) == 1:
        return redirect("organisation", slug=own[0].slug)
    return render(request, "accounts/home.html", {"organisations": own})


@for_roles(*EVERY_ROLE)
def organisation(visit: Visit) -> HttpResponse:
    """To the first section that the visitor sees."""
    return redirect(visit.sections[0].address)
