"""The page of keys."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import User
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.accounts.second_factor import is_without_second_factor
from samskab.web.api import actions
from samskab.web.api.enums import KEEPERS, Scope
from samskab.web.api.forms import TokenForm
from samskab.web.api.queries import token_or_404, tokens_in_use


@never_cache
@for_roles(*KEEPERS)
def api_tokens(visit: Visit) -> HttpResponse:
    """One's own keys, an administrator everybody's; a new one is shown in the answer, once."""
    if is_without_second_factor(visit.request, visit.user):  # a key would outlive the days of grace
        return redirect("second_factor")
    form = TokenForm(visit.request.POST or None, roles=visit.roles)
    secret = ""
    if visit.request.method == "POST" and form.is_valid():
        secret = actions.make_token(
            organisation=visit.organisation,
            by=visit.user,
            name=form.cleaned_data["name"],
            scopes=form.chosen,
            days=form.cleaned_data["days"],
        )
        form = TokenForm(roles=visit.roles)
    context = {"visit": visit, "form": form, "secret": secret}
    context["tokens"] = tokens_in_use(visit.organisation, _whose(visit))
    context["labels"] = dict(Scope.choices)
    return render(visit.request, "api/tokens.html", context)


def _whose(visit: Visit) -> User | None:
    return None if visit.may(Role.ADMINISTRATOR) else visit.user


@for_roles(*KEEPERS)
def api_token_revoke(visit: Visit, pk: int) -> HttpResponse:
    """A key opens nothing from now on."""
    token = token_or_404(visit.organisation, _whose(visit), pk)
    if "revoke" in visit.request.POST:
        actions.revoke_token(token=token, by=visit.user)
        messages.success(visit.request, _("The key is revoked."))
    return redirect("api_tokens", slug=visit.organisation.slug)
