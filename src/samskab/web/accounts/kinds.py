"""Pages that only one kind of organisation has."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpResponseBase

from samskab.web.accounts.enums import OrganisationKind
from samskab.web.accounts.permission import Visit

P = ParamSpec("P")
MemberView = Callable[Concatenate[Visit, P], HttpResponseBase]


def only_in(kind: OrganisationKind) -> Callable[[MemberView[P]], MemberView[P]]:
    """Below `for_roles`: in an organisation of another kind, nobody finds the page."""

    def decorate(view: MemberView[P]) -> MemberView[P]:
        @wraps(view)
        def checked(visit: Visit, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if visit.organisation.kind != kind:
                raise Http404
            return view(visit, *args, **kwargs)

        return checked

    return decorate
