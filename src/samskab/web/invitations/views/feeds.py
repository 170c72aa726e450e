"""Secret calendar addresses: what they answer, and those of rooms and facilitators."""

from hashlib import sha256

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from samskab.web.accounts.enums import Role
from samskab.web.accounts.permission import Visit, for_roles
from samskab.web.invitations.actions.feeds import renew_feed
from samskab.web.invitations.queries import feeds as queries

PAGE = 50


@require_safe
def feed(request: HttpRequest, secret: str) -> HttpResponseBase:
    """What stands, for calendar programs that subscribe: no login, the address is the secret."""
    text = queries.feed_text(queries.feed_or_404(secret)).encode()
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["ETag"] = f'"{sha256(text).hexdigest()}"'
    patch_cache_control(response, private=True, max_age=300)
    return get_conditional_response(request, etag=response["ETag"], response=response) or response


@for_roles(Role.CONSULTANT)
def feeds(visit: Visit) -> HttpResponse:
    """Of rooms and facilitators; a leader's own is on her page alone."""
    number = visit.request.GET.get("side")
    context = {
        "visit": visit,
        "rooms": Paginator(queries.rooms_of(visit.organisation), PAGE).get_page(number),
        "facilitators": Paginator(queries.facilitators_of(visit.organisation), PAGE).get_page(
            number
        ),
        "site": visit.request.build_absolute_uri("/").rstrip("/"),
    }
    return render(visit.request, "invitations/feeds.html", context)


@require_POST
@for_roles(Role.CONSULTANT)
def feed_renew(visit: Visit, kind: str, owner: int) -> HttpResponse:
    """A new address; the old one leads nowhere."""
    renew_feed(owner=queries.owner_or_404(visit.organisation, kind, owner), by=visit.user)
    messages.success(visit.request, _("The address is new; the old one leads nowhere any more."))
    return redirect("feeds", slug=visit.organisation.slug)
