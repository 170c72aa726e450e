"""The key's own organisation, its commissions, its audit log."""

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Router

from samskab.web.api.access import Key, caller
from samskab.web.api.enums import Scope
from samskab.web.api.paging import Listed, Paging, listed
from samskab.web.api.queries import commissions_seen
from samskab.web.api.routes.answers import Number, answers
from samskab.web.api.schemas import CommissionOut, EntryOut, OrganisationOut
from samskab.web.audit.models import Entry
from samskab.web.audit.queries import Filter, entries_of
from samskab.web.commissions.models import Commission

router = Router(tags=["house"])


@router.get("/organisations", response=answers(Listed[OrganisationOut]), auth=Key())
def organisations(request: HttpRequest) -> dict[str, Any]:
    """The organisation that the key is for: always one."""
    asks = caller(request)
    place = asks.organisation
    told = {"slug": place.slug, "name": place.name, "kind": place.kind, "roles": sorted(asks.roles)}
    return {"count": 1, "items": [told]}


@router.get(
    "/commissions", response=answers(Listed[CommissionOut]), auth=Key(Scope.COMMISSIONS_READ)
)
def commissions(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    """A municipality's own; a provider's: those that it was asked about."""
    rows = commissions_seen(caller(request).organisation).select_related("municipality")
    return listed(rows.order_by("-id"), paging, _commission)


@router.get(
    "/commissions/{number}", response=answers(CommissionOut), auth=Key(Scope.COMMISSIONS_READ)
)
def commission(request: HttpRequest, number: Number) -> dict[str, Any]:
    """One of them."""
    rows = commissions_seen(caller(request).organisation).select_related("municipality")
    return _commission(get_object_or_404(rows, pk=number))


@router.get("/audit", response=answers(Listed[EntryOut]), auth=Key(Scope.AUDIT_READ))
def audit(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    """What changed data, the latest first."""
    return listed(entries_of(caller(request).organisation, Filter()), paging, _entry)


def _commission(row: Commission) -> dict[str, Any]:
    same = (
        "title",
        "state",
        "change",
        "service_result",
        "budget_result",
        "measurement",
        "audience",
        "people_count",
        "first_day",
        "last_day",
        "budget_oere",
    )
    told = {name: getattr(row, name) for name in same}
    return told | {"number": row.pk, "municipality": row.municipality.slug}


def _entry(row: Entry) -> dict[str, Any]:
    return {
        "number": row.pk,
        "at": row.at,
        "by": row.by_id,
        "action": row.action,
        "subject": row.subject,
        "facts": row.facts,
    }
