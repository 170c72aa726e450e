"""Who may see a page: every view of an organisation says so, and one test reads them all."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.accounts.queries import organisation_of, roles_in
from samskab.web.accounts.second_factor import STRICT_ROLES, lacks_second_factor
from samskab.web.accounts.sections import Section, sections

P = ParamSpec("P")
MemberView = Callable[Concatenate["Visit", P], HttpResponseBase]
EVERY_ROLE = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Visit:
    """A request by somebody who may see the page.

    Attributes:
        roles: of the user in the organisation; at least one is among those the page is for.
    """

    request: HttpRequest
    user: User
    organisation: Organisation
    roles: frozenset[Role]

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections of the organisation that the user sees."""
        place = self.organisation
        return tuple(sections(place.slug, place.kind, self.roles, self.request.path))

    def may(self, *roles: Role) -> bool:
        """Whether the user has one of these roles: for parts of a page, not for the page."""
        return bool(self.roles.intersection(roles))


def for_roles(*allowed: Role) -> Callable[[MemberView[P]], Callable[..., HttpResponseBase]]:
    """A page of an organisation (`slug` in its address), for some roles.

    Others find nothing there: a page that one may not see must not tell that it exists.
    """

    def decorate(view: MemberView[P]) -> Callable[..., HttpResponseBase]:
        @login_required
        @wraps(view)
        def guarded(
            request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponseBase:
            visit = _visit(request, slug, frozenset(allowed))
            if visit.roles & STRICT_ROLES and lacks_second_factor(request, visit.user):
                return redirect("second_factor")
            return view(visit, *args, **kwargs)

        page: Any = guarded
        page.allowed_roles = frozenset(allowed)
        return guarded

    return decorate


def _visit(request: HttpRequest, slug: str, allowed: frozenset[Role]) -> Visit:
    user = signed_in(request)
    organisation = organisation_of(user, slug)
    roles = roles_in(user, organisation) if organisation else frozenset()
    if organisation is None or not roles & allowed:
        raise Http404
    return Visit(request, user, organisation, roles)


def signed_in(request: HttpRequest) -> User:
    """Who asks, behind `login_required`.

    Raises:
        Http404: nobody is logged in.
    """
    if not isinstance(request.user, User):
        raise Http404
    return request.user
