"""What the planner is asked for a programme, beside the plans that stand for others."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from django.db.models import Q

from samskab.common.busy import Busy, BusyKind
from samskab.planner.model.problem import Problem
from samskab.web.plans.models import PlannedSession, Seat
from samskab.web.programmes.folder import Elsewhere, problem_of
from samskab.web.programmes.models import Programme

Taken = tuple[int, datetime, datetime]


def problem_to_plan(programme: Programme) -> Problem:
    """The programme's problem, its people busy in the sessions of other programmes too.

    Raises:
        InputError: with every fault of the programme's text and tables.
    """
    return problem_of(programme, elsewhere_of(programme))


def elsewhere_of(programme: Programme) -> Elsewhere:
    """Who sits, leads or is held in sessions of the plans that stand for other programmes.

    Nobody is taken from another session of ours: this time is hard. So a plan that keeps out of
    it costs the same whether the judge knows of it or not, and an exported folder, which holds
    the calendars only, judges the plan as the planner did.
    """
    others = PlannedSession.objects.filter(~Q(plan__programme=programme), plan__standing=True)
    # from the people to their seats: of all standing seats, they have few
    taking_part = programme.participants.values("person")
    seats = Seat.objects.filter(
        ~Q(session__plan__programme=programme),
        session__plan__standing=True,
        person__in=taking_part,
    ).values_list("person_id", "session__start", "session__end")
    leading = PlannedSession.facilitators.through.objects.filter(
        plannedsession__in=others, facilitator__engagements__programme=programme
    ).values_list("facilitator_id", "plannedsession__start", "plannedsession__end")
    held = others.filter(room__venues__programme=programme)
    return Elsewhere(
        people=_by_key(seats),
        facilitators=_by_key(leading),
        rooms=_by_key(held.values_list("room_id", "start", "end")),
    )


def _by_key(rows: Iterable[Taken]) -> Mapping[int, tuple[Busy, ...]]:
    found: dict[int, list[Busy]] = {}
    for key, start, end in rows:
        span = Busy(start.astimezone(UTC), end.astimezone(UTC), BusyKind.HARD)
        found.setdefault(key, []).append(span)
    return {key: tuple(spans) for key, spans in found.items()}
