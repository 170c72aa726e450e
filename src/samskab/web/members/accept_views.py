"""The page that an invitation's link leads to; nobody is logged in there yet."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from samskab.web.members import actions
from samskab.web.members.forms import NewUserForm
from samskab.web.members.models import Invite
from samskab.web.members.queries import invite_of, user_with

GONE = 410


@never_cache
def invite_accept(request: HttpRequest, secret: str) -> HttpResponse:
    """Become a member: a new user gives name and password, another logs in."""
    invite = invite_of(secret)
    if invite is None:
        return render(request, "members/invite_gone.html", status=GONE)
    user = user_with(invite.email)
    try:
        if user is not None and user.is_active:
            return _join(request, invite)
        return _begin(request, invite)
    except actions.InviteUsedError:
        return render(request, "members/invite_gone.html", status=GONE)


def _join(request: HttpRequest, invite: Invite) -> HttpResponse:
    user = user_with(invite.email)
    is_she = user is not None and request.user.pk == user.pk
    if request.method == "POST" and user is not None and is_she:
        actions.accept_as(invite=invite, user=user)
        return redirect("organisation", slug=invite.organisation.slug)
    return render(request, "members/join.html", {"invite": invite, "is_she": is_she})


def _begin(request: HttpRequest, invite: Invite) -> HttpResponse:
    form = NewUserForm(request.POST or None, email=invite.email)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        actions.accept_as_new(invite=invite, name=told["name"], password=told["password"])
        messages.success(request, _("Your account is ready: log in."))
        return redirect("account_login")
    return render(request, "members/begin.html", {"invite": invite, "form": form})
