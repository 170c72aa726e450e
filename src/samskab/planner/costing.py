"""What a plan costs, item by item, recomputed from its problem alone."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

from samskab.common.busy import Busy, BusyKind
from samskab.common.money import half_up
from samskab.planner.changes import changed_seats
from samskab.planner.model.grid import HalfDay
from samskab.planner.model.plan import Cost, Session
from samskab.planner.model.travel import travel_days, travel_oere_per_day
from samskab.planner.plan_view import PlanView

MICROSECOND = timedelta(microseconds=1)
MICROSECONDS_PER_HOUR = timedelta(hours=1) // MICROSECOND
HEAVIEST_FIRST = (BusyKind.HARD, BusyKind.BUSY, BusyKind.TENTATIVE)


def cost_of(view: PlanView) -> Cost:
    """Every item of a plan's cost, exact, in øre; roundings as planning-problem.md has them."""
    prices = view.problem.programme.prices
    return Cost(
        facilitation=sum(
            view.facilitators[one].fee_per_half_day_oere * view.module_of(session).half_days
            for session in view.plan.sessions
            for one in session.facilitators
        ),
        rooms=sum(
            view.rooms[session.room].price_per_half_day_oere * view.module_of(session).half_days
            for session in view.plan.sessions
            if session.room is not None
        ),
        materials=sum(
            view.module_of(session).materials_oere * len(session.people)
            for session in view.plan.sessions
        ),
        travel=_travel_oere(view),
        displacement=sum(
            displacement_oere(view, person, session)
            for session in view.plan.sessions
            for person in session.people
        ),
        unfairness=sum(unfairness_oere(view, person) for person in view.sessions_of_person),
        unserved=prices.unserved_oere * sum(need not in view.seats for need in view.needs),
        changes=prices.change_oere * sum(1 for _ in changed_seats(view)),
    )


def displacement_oere(view: PlanView, person: str, session: Session) -> int:
    """What the meetings are worth that a person misses for a session."""
    hours = displaced_hours(view, person, session)
    return half_up(hours * view.people[person].hourly_value_oere)


def displaced_hours_in_all(view: PlanView, person: str) -> Fraction:
    """A person's displaced hours over the whole plan."""
    sessions = view.sessions_of_person.get(person, ())
    return sum((displaced_hours(view, person, one) for one in sessions), Fraction(0))


def displaced_hours(view: PlanView, person: str, session: Session) -> Fraction:
    """Hours of a session that a person's meetings cover, tentative ones by their weight."""
    busy = view.people[person].busy
    weight = view.problem.programme.prices.tentative
    return sum(
        (_covered_hours(busy, half_day, weight) for half_day in view.half_days(session)),
        Fraction(0),
    )


def _covered_hours(busy: Iterable[Busy], half_day: HalfDay, tentative: Fraction) -> Fraction:
    """The same of one half-day; hard time displaces nothing (a rule forbids it), but covers."""
    start, end = half_day.start.astimezone(UTC), half_day.end.astimezone(UTC)
    spans = [span for span in busy if span.start < end and start < span.end]
    edges = sorted({start, end, *_edges_within(spans, start, end)})
    weights = {
        BusyKind.HARD: Fraction(0),
        BusyKind.BUSY: Fraction(1),
        BusyKind.TENTATIVE: tentative,
    }
    hours = Fraction(0)
    for left, right in pairwise(edges):
        kinds = {span.kind for span in spans if span.start <= left and right <= span.end}
        heaviest = next((kind for kind in HEAVIEST_FIRST if kind in kinds), None)
        if heaviest is not None:
            microseconds = (right - left) // MICROSECOND
            hours += weights[heaviest] * Fraction(microseconds, MICROSECONDS_PER_HOUR)
    return hours


def _edges_within(spans: Iterable[Busy], start: datetime, end: datetime) -> Iterable[datetime]:
    for span in spans:
        for edge in (span.start, span.end):
            if start < edge < end:
                yield edge.astimezone(UTC)


def travel_oere_of(view: PlanView) -> Callable[[str, Session], int]:
    """What a person's journeys to a session cost, there and back on each of its days.

    Returns:
        (person, session) -> whole øre; 0 for an online session.
    """
    per_day = travel_oere_per_day(view.problem)

    def oere(person: str, session: Session) -> int:
        if session.room is None:
            return 0
        days = travel_days(view.module_of(session).half_days)
        return half_up(days * per_day(view.people[person], view.rooms[session.room]))

    return oere


def unfairness_oere(view: PlanView, person: str) -> int:
    """What a person's displaced hours above the fair ones cost over the whole plan."""
    programme = view.problem.programme
    fair_hours = programme.rules.fair_hours
    if fair_hours is None:
        return 0
    above = displaced_hours_in_all(view, person) - fair_hours
    return half_up(max(Fraction(0), above) * programme.prices.unfair_oere)


def _travel_oere(view: PlanView) -> int:
    travel_oere = travel_oere_of(view)
    return sum(
        travel_oere(person, session) for session in view.plan.sessions for person in session.people
    )
