"""The page that asks for a second factor."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samskab.web.accounts.permission import signed_in
from samskab.web.accounts.second_factor import LATER, grace_days_left, has_second_factor


@login_required
def second_factor(request: HttpRequest) -> HttpResponse:
    """What to set up; a post puts it off for this session, while the days of grace last."""
    user = signed_in(request)
    if has_second_factor(user):
        return redirect("home")
    days = grace_days_left(user)
    if request.method == "POST" and days:
        request.session[LATER] = True
        return redirect("home")
    return render(request, "accounts/second_factor.html", {"days": days})
