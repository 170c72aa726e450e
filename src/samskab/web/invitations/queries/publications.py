"""Publications of a municipality, what became of their mails, and who cannot come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from django.db.models import Count, Model, OuterRef, Q, QuerySet, Subquery
from django.http import Http404
from django.utils.translation import get_language

from samskab.web.accounts.models import Organisation
from samskab.web.invitations.enums import Answer, DeclineState, Delivery
from samskab.web.invitations.models import Decline, Entry, Message, Preparation, Publication
from samskab.web.people.models import Person
from samskab.web.plans.models import Plan
from samskab.web.programmes.models import Programme

Row = TypeVar("Row", bound=Model)
UNSETTLED = (DeclineState.OPEN, DeclineState.MOVING, DeclineState.LEAVING)
ENDS = ("start", "end")
TROUBLED = (Delivery.FAILED, Delivery.BOUNCED)


def programmes_with_plans(municipality: Organisation) -> QuerySet[Programme]:
    """Programmes that have a plan to go on with; each with it, and with its last publication."""
    taken = Plan.objects.filter(programme=OuterRef("pk"), taken_at__isnull=False)
    newest = taken.order_by("-taken_at", "-id")
    last = Publication.objects.filter(programme=OuterRef("pk")).order_by("-number")
    under_way = Preparation.objects.filter(
        programme=OuterRef("pk"), state__in=["working", "ready", "confirmed"]
    ).order_by("-id")
    rows = Programme.objects.filter(municipality=municipality).annotate(
        newest_plan=Subquery(newest.values("pk")[:1]),
        newest_stands=Subquery(newest.values("standing")[:1]),
        newest_made=Subquery(newest.values("made_at")[:1]),
        newest_left=Subquery(newest.values("unserved_count")[:1]),
        last_publication=Subquery(last.values("pk")[:1]),
        last_at=Subquery(last.values("at")[:1]),
        under_way=Subquery(under_way.values("pk")[:1]),
    )
    return rows.filter(newest_plan__isnull=False).order_by("-last_day", "title")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a programme's invitations stand."""

    entries: int = 0
    accepted: int = 0
    declined: int = 0
    troubled: int = 0


def standings(programmes: Iterable[Programme]) -> dict[int, Standing]:
    """By the key of the programme, in two queries."""
    keys = [one.pk for one in programmes]
    entries = Entry.objects.filter(programme__in=keys, is_cancelled=False)
    counted = entries.values("programme").annotate(
        all=Count("pk"),
        accepted=Count("pk", filter=Q(answer=Answer.ACCEPTED)),
        declined=Count("pk", filter=Q(answer=Answer.DECLINED)),
    )
    troubled = Message.objects.filter(entry__programme__in=keys, state__in=TROUBLED)
    by_programme = dict(troubled.values_list("entry__programme").annotate(Count("pk")).order_by())
    return {
        row["programme"]: Standing(
            row["all"], row["accepted"], row["declined"], by_programme.get(row["programme"], 0)
        )
        for row in counted
    }


def plan_or_404(municipality: Organisation, pk: int) -> Plan:
    """A plan of one of the municipality's programmes.

    Raises:
        Http404: there is none.
    """
    rows = Plan.objects.select_related("programme__municipality")
    return _or_404(rows.filter(programme__municipality=municipality, pk=pk))


def preparation_or_404(municipality: Organisation, pk: int) -> Preparation:
    """A preparation of one of the municipality's programmes.

    Raises:
        Http404: there is none.
    """
    rows = Preparation.objects.select_related("programme__municipality", "plan", "publication")
    return _or_404(rows.filter(programme__municipality=municipality, pk=pk))


def publication_or_404(municipality: Organisation, pk: int) -> Publication:
    """A publication of one of the municipality's programmes.

    Raises:
        Http404: there is none.
    """
    rows = Publication.objects.select_related("programme", "plan", "by").defer("account")
    return _or_404(rows.filter(programme__municipality=municipality, pk=pk))


def message_or_404(municipality: Organisation, pk: int) -> Message:
    """A mail of one of the municipality's publications.

    Raises:
        Http404: there is none.
    """
    rows = Message.objects.select_related("publication", "entry__programme__municipality")
    return _or_404(rows.filter(entry__programme__municipality=municipality, pk=pk))


def decline_or_404(municipality: Organisation, pk: int) -> Decline:
    """A decline in one of the municipality's programmes.

    Raises:
        Http404: there is none.
    """
    rows = Decline.objects.select_related("entry__programme__municipality", "entry__person")
    return _or_404(rows.filter(entry__programme__municipality=municipality, pk=pk))


def _or_404(rows: QuerySet[Row]) -> Row:
    row = rows.first()
    if row is None:
        raise Http404
    return row


def messages_of(publication: Publication, state: str = "") -> QuerySet[Message]:
    """Its mails, those in trouble first; of one state where one is given."""
    rows = Message.objects.filter(publication=publication).select_related("entry__person")
    if state:
        rows = rows.filter(state=state)
    return rows.defer("content", "text").order_by("state", "entry__person__name", "id")


def counts_by_state(publication: Publication) -> dict[str, int]:
    """How many of its mails are in which state."""
    rows = Message.objects.filter(publication=publication)
    return dict(rows.values_list("state").annotate(Count("pk")).order_by())


def declines_of(municipality: Organisation) -> QuerySet[Decline]:
    """Those not settled, the earliest session first."""
    rows = Decline.objects.filter(entry__programme__municipality=municipality)
    rows = rows.filter(state__in=UNSETTLED).select_related("entry__person__unit")
    return rows.select_related("entry__programme").order_by("start", "id")


@dataclass(frozen=True, slots=True)
class Asked:
    """A decline as the consultant sees it.

    Attributes:
        start, end: of the session that is suggested; None where there is none.
        lines: what speaks for and against each session, in the language of the page.
    """

    decline: Decline
    start: datetime | None
    end: datetime | None
    lines: tuple[str, ...]


def asked(decline: Decline) -> Asked:
    """A decline with what a worker found."""
    found = decline.suggestion
    times = [datetime.fromisoformat(found[key]) if found.get(key) else None for key in ENDS]
    lines = found.get("lines", {}).get(get_language() or "da", [])
    return Asked(decline, times[0], times[1], tuple(lines))


@dataclass(frozen=True, slots=True)
class ToldLine:
    """Who would be told what."""

    name: str
    title: str
    change: str
    start: datetime
    by_mail: bool


def told_lines(
    preparation: Preparation, told: Iterable[tuple[int | None, str, str, str, bool]]
) -> list[ToldLine]:
    """Some of what a preparation would tell, with names."""
    told = list(told)
    keys = [key for key, *_ in told if key is not None]
    home = preparation.programme.municipality
    names = dict(Person.objects.filter(organisation=home, pk__in=keys).values_list("pk", "name"))
    return [
        ToldLine(names.get(key or 0, ""), title, change, datetime.fromisoformat(start), by_mail)
        for key, title, change, start, by_mail in told
    ]
