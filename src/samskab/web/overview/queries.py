"""How all of a municipality's programmes are doing, in a few queries whatever their number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, Min, Q, QuerySet

from samskab.web.accounts.models import Organisation
from samskab.web.commissions.enums import CommissionState
from samskab.web.commissions.models import Inquiry
from samskab.web.people.enums import CalendarState
from samskab.web.people.models import Person
from samskab.web.plans.models import Plan, PlannedSession, Seat
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.models import Need, Participant, Programme
from samskab.web.programmes.queries import programmes_of

PATIENCE = timedelta(days=7)
BEGINS_SOON = timedelta(weeks=8)


@dataclass(frozen=True, slots=True)
class PlanFigures:
    """What a plan holds.

    Attributes:
        sessions: how many.
        first_session: when the first of them begins; None where there is none.
        served: seats in them, each of which is a module that somebody needs.
        held: seats in sessions that are over, of a plan that stands in people's calendars.
    """

    sessions: int
    first_session: datetime | None
    served: int
    held: int


NOTHING = PlanFigures(0, None, 0, 0)


@dataclass(frozen=True, slots=True)
class Progress:
    """A programme, and how far it is.

    Attributes:
        people: who take part.
        needed: modules, over all of them.
        plan: the one that stands in people's calendars, else the latest; None where there is none.
        figures: of that plan.
    """

    programme: Programme
    people: int
    needed: int
    plan: Plan | None
    figures: PlanFigures

    @property
    def meter_max(self) -> int:
        """What the bar of those served reaches to; one where nothing is needed."""
        return max(self.needed, self.figures.served, 1)

    def begins_by(self, day: date) -> bool:
        """Whether the programme's first day is on that day or before."""
        return self.programme.first_day <= day


@dataclass(frozen=True, slots=True)
class CalendarCount:
    """Leaders who take part in something.

    Attributes:
        leaders: all of them.
        missing: without a calendar.
        failed: with one that could not be read.
    """

    leaders: int
    missing: int
    failed: int


def running(municipality: Organisation, today: date) -> QuerySet[Programme]:
    """Programmes that are neither ended nor over, nor one of several answers to a commission."""
    rows = programmes_of(municipality).filter(last_day__gte=today)
    rows = rows.exclude(state=ProgrammeState.ENDED)
    return rows.exclude(state=ProgrammeState.DRAFT, provider__isnull=False)


def progress_of(municipality: Organisation, now: datetime) -> list[Progress]:
    """All of them, the one that begins first first; six queries."""
    rows = running(municipality, now.date()).defer("text").select_related("provider")
    programmes = list(rows.order_by("first_day", "title", "id"))
    keys = [programme.pk for programme in programmes]
    partakers = Participant.objects.filter(programme__in=keys)
    needs = Need.objects.filter(participant__programme__in=keys)
    people = _counts(partakers.values_list("programme"))
    needed = _counts(needs.values_list("participant__programme"))
    plans = _shown_plans(keys)
    figures = _figures([plan.pk for plan in plans.values()], now)
    return [
        Progress(
            programme=programme,
            people=people.get(programme.pk, 0),
            needed=needed.get(programme.pk, 0),
            plan=plan,
            figures=figures.get(plan.pk, NOTHING) if plan else NOTHING,
        )
        for programme in programmes
        for plan in [plans.get(programme.pk)]
    ]


def _counts(rows: QuerySet[Any, tuple[Any, ...]]) -> dict[int, int]:
    return dict(rows.order_by().annotate(count=Count("pk")))


def _shown_plans(programmes: Sequence[int]) -> dict[int, Plan]:
    """Of each programme that has one: the plan that stands, else the latest."""
    plans = Plan.objects.filter(programme__in=programmes).defer("text", "facts")
    return {plan.programme_id: plan for plan in plans.order_by("standing", "id")}


def _figures(plans: Sequence[int], now: datetime) -> dict[int, PlanFigures]:
    sessions = PlannedSession.objects.filter(plan__in=plans).order_by()
    seats = Seat.objects.filter(session__plan__in=plans).order_by()
    is_held = Q(session__end__lte=now, session__plan__standing=True)
    of_seats = {
        plan: (served, held)
        for plan, served, held in seats.values_list("session__plan").annotate(
            served=Count("pk"), held=Count("pk", filter=is_held)
        )
    }
    of_sessions = sessions.values_list("plan").annotate(count=Count("pk"), first=Min("start"))
    return {
        plan: PlanFigures(count, first, *of_seats.get(plan, (0, 0)))
        for plan, count, first in of_sessions
    }


def unanswered_inquiries(municipality: Organisation, now: datetime) -> QuerySet[Inquiry]:
    """Providers that were asked more than a week ago and say nothing, the longest first."""
    rows = Inquiry.objects.filter(
        commission__municipality=municipality,
        commission__state=CommissionState.ASKED,
        asked_at__lt=now - PATIENCE,
        declined_at__isnull=True,
    )
    rows = rows.exclude(offer__sent_at__isnull=False)
    return rows.select_related("commission", "provider").order_by("asked_at", "id")


def calendar_count(municipality: Organisation, today: date) -> CalendarCount:
    """How many of the leaders in running programmes can be planned around; one query."""
    partakers = Participant.objects.filter(programme__in=running(municipality, today))
    leaders = Person.objects.filter(
        organisation=municipality, erased_at__isnull=True, pk__in=partakers.values("person")
    )
    return CalendarCount(
        **leaders.aggregate(
            leaders=Count("pk"),
            missing=Count("pk", filter=Q(calendar__isnull=True)),
            failed=Count("pk", filter=Q(calendar__state=CalendarState.FAILED)),
        )
    )
