"""What pages show of a plan's rows."""

from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet
from django.db.models.functions import TruncMonth
from django.http import Http404

from samskab.web.people.models import Person
from samskab.web.plans.enums import PlanFileName
from samskab.web.plans.models import Plan, PlanFile, PlannedSession, Seat
from samskab.web.plans.queries.plans import HEAVY
from samskab.web.programmes.models import Programme


def plan_or_404(programme: Programme, pk: int, *, whole: bool = False) -> Plan:
    """One of a programme's plans.

    Args:
        programme: whose.
        pk: of the plan.
        whole: with its text and facts, which can be long.

    Raises:
        Http404: it is none of them.
    """
    rows = Plan.objects.filter(programme=programme)
    plan = (rows if whole else rows.defer(*HEAVY)).filter(pk=pk).first()
    if plan is None:
        raise Http404
    plan.programme = programme
    return plan


def sessions_of(plan: Plan) -> QuerySet[PlannedSession]:
    """In time, with room, facilitators, pin and the number of participants."""
    rows = PlannedSession.objects.filter(plan=plan).defer("reasons")
    return (
        rows.select_related("room", "pin")
        .prefetch_related("facilitators")
        .annotate(seat_count=Count("seats"))
        .order_by("start", "id")
    )


def months_of(plan: Plan) -> list[tuple[date, int]]:
    """Each month that has sessions, and how many."""
    rows = PlannedSession.objects.filter(plan=plan).annotate(month=TruncMonth("start"))
    counts = rows.order_by("month").values_list("month").annotate(count=Count("pk"))
    return [(month.date(), count) for month, count in counts]


def session_or_404(plan: Plan, pk: int) -> PlannedSession:
    """A session with everything that its page shows.

    Raises:
        Http404: it is none of the plan's.
    """
    rows = PlannedSession.objects.filter(plan=plan).select_related("room", "pin")
    seats = Seat.objects.select_related("person__unit").order_by("person__name", "person_id")
    session = rows.prefetch_related("facilitators", Prefetch("seats", seats)).filter(pk=pk).first()
    if session is None:
        raise Http404
    session.plan = plan
    return session


def people_of(plan: Plan, search: str = "") -> QuerySet[Person]:
    """Who takes part in the plan's programme, by name, with unit and this plan's sessions.

    Args:
        plan: the plan.
        search: a part of a name or of a unit's name; empty for everybody.
    """
    people = Person.objects.filter(participations__programme=plan.programme_id)
    if search:
        people = people.filter(Q(name__icontains=search) | Q(unit__name__icontains=search))
    seats = Seat.objects.filter(session__plan=plan).select_related("session")
    seats = seats.defer("session__reasons").order_by("session__start")
    return people.select_related("unit").prefetch_related(Prefetch("seats", seats, "own_seats"))


def person_or_404(plan: Plan, pk: int) -> Person:
    """One of `people_of`.

    Raises:
        Http404: she takes no part.
    """
    person = people_of(plan).filter(pk=pk).first()
    if person is None:
        raise Http404
    return person


def file_or_404(plan: Plan, name: PlanFileName, language: str) -> PlanFile:
    """A report or a workbook.

    Raises:
        Http404: the plan has none.
    """
    found = PlanFile.objects.filter(plan=plan, name=name, language=language).first()
    if found is None:
        raise Http404
    return found
