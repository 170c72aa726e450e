"""Who sees what of plans, and how a button says what it does."""

from django.http import Http404

from samskab.telling.notation import Notation
from samskab.web.accounts.enums import OrganisationKind, Role
from samskab.web.accounts.permission import Visit
from samskab.web.notation import notation
from samskab.web.programmes.models import Programme
from samskab.web.programmes.queries import programme_or_404

PLANNERS = (Role.CONSULTANT, Role.TOP_MANAGEMENT, Role.AUDITOR)
"""Of a municipality: they see everything of a plan."""
READERS = (*PLANNERS, Role.PROVIDER)
"""The last one of a provider: it sees who comes when."""


def refuse_other_side(visit: Visit) -> None:
    """Planners are a municipality's, providers a provider's.

    Raises:
        Http404: the role is none of this kind of organisation.
    """
    is_provider = visit.organisation.kind == OrganisationKind.PROVIDER
    if not visit.may(*((Role.PROVIDER,) if is_provider else PLANNERS)):
        raise Http404


def read_programme(visit: Visit, pk: int) -> Programme:
    """A programme whose calendar the visitor may see.

    Raises:
        Http404: there is none.
    """
    refuse_other_side(visit)
    return programme_or_404(visit.organisation, pk)


def does(visit: Visit, *known: str) -> str:
    """What the button that was pressed says; empty where none was."""
    said = visit.request.POST.get("do", "")
    return said if said in known else ""


def is_mine_to_plan(visit: Visit) -> bool:
    """Whether the visitor may start, stop, pin and take."""
    return visit.may(Role.CONSULTANT) and visit.organisation.kind == OrganisationKind.MUNICIPALITY


def figures() -> Notation:
    """The reader's notation."""
    return notation()
