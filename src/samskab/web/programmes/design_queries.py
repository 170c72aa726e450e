"""What is read of the design of programmes."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from samskab.planner.folder.settings import SettingPath
from samskab.web.accounts.models import Organisation
from samskab.web.people.models import Facilitator, Party, Person, Room
from samskab.web.programmes.design.reading import Settings, read, same
from samskab.web.programmes.enums import ProposalState
from samskab.web.programmes.models import (
    Apart,
    Comment,
    Engagement,
    Participant,
    Programme,
    Proposal,
    Revision,
    Venue,
)
from samskab.web.programmes.queries import programmes_of

TABLES = "tables"


def listed_programmes(organisation: Organisation) -> QuerySet[Programme]:
    """Those of `programmes_of`, with how many take part and how much is open, in one query."""
    people = Participant.objects.filter(programme=OuterRef("pk"))
    comments = Comment.objects.filter(programme=OuterRef("pk"), answers=None, settled_at=None)
    proposals = Proposal.objects.filter(programme=OuterRef("pk"), state=ProposalState.OPEN)
    rows = programmes_of(organisation).select_related("municipality", "provider").defer("text")
    rows = rows.annotate(
        people_count=_count(people), open_count=_count(comments) + _count(proposals)
    )
    return rows.order_by("-first_day", "title", "pk")


def _count(rows: QuerySet[Any]) -> Coalesce:
    """How many rows there are for the programme of the outer query."""
    counted = rows.order_by().values("programme").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted), 0)


def revision_of(programme: Programme, number: int | None) -> Revision | None:
    """One revision of a programme; None where there is none of that number."""
    if number is None:
        return None
    return Revision.objects.filter(programme=programme, number=number).first()


def tables_of(programme: Programme) -> dict[str, Any]:
    """What is agreed beside the text, by ids, as a revision keeps it; no person's name in it."""
    engagements = Engagement.objects.filter(programme=programme).order_by("facilitator_id")
    apart = Apart.objects.filter(programme=programme).order_by("pk")
    people = dict(
        Person.objects.filter(
            organisation=programme.municipality,
            key__in={key for one in apart for key in (one.a, one.b)},
        ).values_list("key", "pk")
    )
    return {
        "rooms": _names("room", Venue.objects.filter(programme=programme), "room_id"),
        "facilitators": {f"facilitator:{one.facilitator_id}": one.modules for one in engagements},
        "parties": [f"party:{one.pk}" for one in programme.parties.order_by("pk")],
        "apart": [
            [f"person:{people[key]}" if key in people else key for key in (one.a, one.b)]
            for one in apart
        ],
        "open_day_price_oere": programme.open_day_price_oere,
        "open_travel_hours": str(programme.open_travel_hours),
    }


def _names(kind: str, rows: QuerySet[Any], field: str) -> list[str]:
    return [f"{kind}:{pk}" for pk in rows.order_by(field).values_list(field, flat=True)]


def whole_settings(revision: Revision) -> Settings:
    """Everything that a revision says: its text, and its tables under ("tables", name)."""
    found: dict[SettingPath, Any] = dict(read(revision.text).settings)
    for key, value in revision.tables.items():
        if isinstance(value, dict):
            found |= {(TABLES, key, inner): one for inner, one in value.items()}
        else:
            found[TABLES, key] = value
    return found


def names_in(programme: Programme, *settings: Settings) -> Mapping[str, str]:
    """What the ids of tables are called today: `room:3` -> its name.

    Only what our own tables say counts as an id, and only rows of the two sides have a name here:
    a title that looks like an id must not tell who somebody else's person is.
    """
    ours = [[*path, said] for one in settings for path, said in one.items() if path[0] == TABLES]
    wanted: dict[str, set[int]] = {}
    for text in _texts(ours):
        kind, sign, pk = text.partition(":")
        if sign and pk.isdecimal():
            wanted.setdefault(kind, set()).add(int(pk))
    home = [programme.municipality_id]
    sides = [*home, programme.provider_id]
    rows: dict[str, QuerySet[Any]] = {
        "room": Room.objects.filter(organisation__in=sides),
        "facilitator": Facilitator.objects.filter(organisation__in=sides),
        "party": Party.objects.filter(organisation__in=home),
        "person": Person.objects.filter(organisation__in=home),
    }
    return {
        f"{kind}:{row.pk}": str(row)
        for kind, pks in wanted.items()
        if kind in rows
        for row in rows[kind].filter(pk__in=pks)
    }


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, list | tuple):
        return [text for one in value for text in _texts(one)]
    return []


def open_at_places(programme: Programme) -> Mapping[str, int]:
    """Place -> how many open comments and proposals it has; two queries."""
    found: dict[str, int] = {}
    comments = Comment.objects.filter(programme=programme, answers=None, settled_at=None)
    proposals = Proposal.objects.filter(programme=programme, state=ProposalState.OPEN)
    for rows in (comments, proposals):
        for place, count in rows.order_by().values_list("place").annotate(n=Count("pk")):
            found[place] = found.get(place, 0) + count
    return found


def threads_of(programme: Programme, place: str | None) -> QuerySet[Comment]:
    """Comments that began a thread, the open ones first, with what answers them."""
    rows = Comment.objects.filter(programme=programme, answers=None)
    if place is not None:
        rows = rows.filter(place=place)
    found: QuerySet[Comment] = (
        rows.select_related("by", "organisation", "settled_by")
        .prefetch_related("answered_by__by", "answered_by__organisation")
        .annotate(is_settled=Count("pk", filter=Q(settled_at__isnull=False)))
        .order_by("is_settled", "pk")
    )
    return found


def proposals_of(programme: Programme, place: str | None) -> QuerySet[Proposal]:
    """The open ones first, then the latest."""
    rows = Proposal.objects.filter(programme=programme)
    if place is not None:
        rows = rows.filter(place=place)
    return (
        rows.select_related("by", "organisation", "settled_by")
        .annotate(is_settled=Count("pk", filter=~Q(state=ProposalState.OPEN)))
        .order_by("is_settled", "-pk")
    )


def who_changed(programme: Programme, path: SettingPath, since: int) -> Revision | None:
    """The latest revision after `since` that changed a setting, with who made it."""
    rows = Revision.objects.filter(programme=programme, number__gte=since)
    later: Revision | None = None
    for row in rows.select_related("made_by", "made_for").order_by("-number"):
        if later is not None and not same(
            read(row.text).settings.get(path), read(later.text).settings.get(path)
        ):
            return later
        later = row
    return None
