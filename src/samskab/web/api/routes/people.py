"""People and units."""

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from samskab.web.api.access import Key, caller
from samskab.web.api.enums import Scope
from samskab.web.api.paging import Listed, Paging, listed
from samskab.web.api.routes.answers import Number, answers
from samskab.web.api.schemas import PersonOut, UnitOut
from samskab.web.people.models import Person, Unit
from samskab.web.privacy.queries import people_held, person_or_404

router = Router(tags=["people"], auth=Key(Scope.PEOPLE_READ))


@router.get("/people", response=answers(Listed[PersonOut]), summary="Leaders by name")
def people(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    """Leaders who are not erased."""
    rows = people_held(caller(request).organisation).select_related("unit", "calendar")
    return listed(rows, paging, _person)


@router.get("/people/{number}", response=answers(PersonOut), summary="One leader")
def person(request: HttpRequest, number: Number) -> dict[str, Any]:
    """One of them."""
    return _person(person_or_404(caller(request).organisation, number))


@router.get("/units", response=answers(Listed[UnitOut]), summary="Units by name")
def units(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    """Units of the municipality."""
    rows = Unit.objects.filter(organisation=caller(request).organisation)
    return listed(rows.select_related("parent").order_by("name"), paging, _unit)


def _person(row: Person) -> dict[str, Any]:
    return {
        "number": row.pk,
        "id": row.key,
        "name": row.name,
        "email": row.email,
        "unit": row.unit.name,
        "position": row.role,
        "place": row.place,
        "hourly_value_oere": row.hourly_value_oere,
        "calendar_state": row.calendar.state if row.calendar else None,
    }


def _unit(row: Unit) -> dict[str, Any]:
    return {"number": row.pk, "name": row.name, "part_of": row.parent.name if row.parent else None}
