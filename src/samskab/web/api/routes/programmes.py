"""Programmes and their revisions."""

from typing import Any

from django.http import Http404, HttpRequest
from ninja import Query, Router

from samskab.web.api.access import Key, caller
from samskab.web.api.enums import Scope
from samskab.web.api.paging import Listed, Paging, listed
from samskab.web.api.routes.answers import Number, answers
from samskab.web.api.schemas import ProgrammeOut, ProgrammeWithText, RevisionOut
from samskab.web.programmes.models import Programme, Revision
from samskab.web.programmes.queries import programme_or_404, programmes_of

router = Router(tags=["programmes"], auth=Key(Scope.PROGRAMMES_READ))


@router.get("/programmes", response=answers(Listed[ProgrammeOut]), summary="The latest first")
def programmes(request: HttpRequest, paging: Query[Paging]) -> dict[str, Any]:
    """Own programmes, and those that are shared."""
    rows = programmes_of(caller(request).organisation)
    rows = rows.select_related("municipality", "provider").defer("text")
    return listed(rows.order_by("-first_day", "-id"), paging, _programme)


@router.get("/programmes/{number}", response=answers(ProgrammeWithText), summary="One, with text")
def programme(request: HttpRequest, number: Number) -> dict[str, Any]:
    """A programme and its programme.toml."""
    row = programme_or_404(caller(request).organisation, number)
    return _programme(row) | {"text": row.text}


@router.get(
    "/programmes/{number}/revisions",
    response=answers(Listed[RevisionOut]),
    summary="Its revisions, the latest first",
)
def revisions(request: HttpRequest, number: Number, paging: Query[Paging]) -> dict[str, Any]:
    """What its text was."""
    row = programme_or_404(caller(request).organisation, number)
    return listed(row.revisions.select_related("made_for"), paging, _revision)


@router.get(
    "/programmes/{number}/revisions/{revision}",
    response=answers(RevisionOut),
    summary="One revision",
)
def one_revision(request: HttpRequest, number: Number, revision: Number) -> dict[str, Any]:
    """What its text was."""
    row = programme_or_404(caller(request).organisation, number)
    found = row.revisions.select_related("made_for").filter(number=min(revision, 2**31 - 1))
    one = found.first()
    if one is None:
        raise Http404
    return _revision(one)


def _programme(row: Programme) -> dict[str, Any]:
    return {
        "number": row.pk,
        "title": row.title,
        "municipality": row.municipality.slug,
        "provider": row.provider.slug if row.provider else None,
        "state": row.state,
        "revision": row.revision,
        "first_day": row.first_day,
        "last_day": row.last_day,
    }


def _revision(row: Revision) -> dict[str, Any]:
    return {
        "number": row.number,
        "made_at": row.made_at,
        "made_for": row.made_for.slug if row.made_for else None,
        "text": row.text,
    }
