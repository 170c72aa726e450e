"""Who may see a page: every view of an organisation says so, and one test reads them all."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.accounts.queries import organisations_of, roles_in

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
MemberView = Callable[Concatenate["Visit", P], HttpResponse]
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


def for_roles(*allowed: Role) -> Callable[[MemberView[P]], Callable[..., HttpResponse]]:
    """A page of an organisation (`slug` in its address), for some roles.

    Others find nothing there: a page that one may not see must not tell that it exists.
    """

    def decorate(view: MemberView[P]) -> Callable[..., HttpResponse]:
        @login_required
        @wraps(view)
        def guarded(
            request: HttpRequest, slug: str, *args: P.args, **kwargs: P.kwargs
        ) -> HttpResponse:
            user = request.user
            organisation = organisations_of(user).filter(slug=slug).first() if _is_user(user) else None
            roles = roles_in(user, organisation) if organisation else frozenset()
            if organisation is None or not roles & set(allowed):
                raise Http404
            return view(Visit(request, user, organisation, roles), *args, **kwargs)

        guarded.allowed_roles = frozenset(allowed)
        return guarded

    return decorate


def _is_user(user: object) -> bool:
    return isinstance(user, User)
