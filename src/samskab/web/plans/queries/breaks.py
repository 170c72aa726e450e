"""Sessions of a plan that calendars break since it was made."""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils import timezone

from samskab.planner.model.programme import Programme as Frame
from samskab.web.people.enums import BusyKind
from samskab.web.people.models import BusySpan
from samskab.web.plans.models import Plan, PlannedSession, Seat
from samskab.web.plans.problem import elsewhere_of
from samskab.web.programmes.models import Programme

Span = tuple[datetime, datetime]
DEFAULTS = {field.name: field.default for field in fields(Frame)}


@dataclass(frozen=True, slots=True)
class Break:
    """Somebody, or a room, that a session needs and that is taken at its time.

    Attributes:
        name: whose time it is.
        key: of the row: of a person, a facilitator or a room.
        start, end: of what takes it.
    """

    session: PlannedSession
    name: str
    key: int
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class _Claim:
    """That a session needs somebody."""

    session: int
    key: int
    name: str
    calendar: int | None


@dataclass(frozen=True, slots=True)
class DayParts:
    """When a programme holds sessions: not in the lunch hour, not in the night."""

    zone: ZoneInfo
    parts: tuple[tuple[time, time], ...]

    def of(self, session: PlannedSession) -> Iterator[Span]:
        """The half-days of a session, as instants."""
        start, end = session.start, session.end
        day, last = start.astimezone(self.zone).date(), end.astimezone(self.zone).date()
        while day <= last:
            for first, until in self.parts:
                since, to = self._at(day, first), self._at(day, until)
                if since < end and start < to:
                    yield since, to
            day += timedelta(days=1)

    def _at(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, self.zone)


def day_parts_of(programme: Programme) -> DayParts:
    """Morning and afternoon, as the programme's text has them."""
    said = tomllib.loads(programme.text)
    day = said.get("day", {})
    names = (("am", "morning"), ("pm", "afternoon"))
    parts = tuple(
        tuple(time.fromisoformat(str(clock)) for clock in day[key])
        if key in day
        else DEFAULTS[name]
        for key, name in names
    )
    zone = ZoneInfo(str(said.get("timezone") or DEFAULTS["timezone"]))
    return DayParts(zone, parts)  # type: ignore[arg-type]


def breaks_of(plan: Plan, since: datetime | None = None) -> tuple[Break, ...]:
    """What breaks sessions that have not begun, by date; seven queries, however many there are.

    A participant is taken by hard time only, a facilitator or a room by any, and all by sessions of
    other programmes' standing plans.

    Args:
        plan: the plan.
        since: the clock.
    """
    rows = PlannedSession.objects.filter(plan=plan, start__gt=since or timezone.now())
    sessions = {row.pk: row for row in rows}
    if not sessions:
        return ()
    parts = day_parts_of(plan.programme)
    half_days = {key: tuple(parts.of(session)) for key, session in sessions.items()}
    elsewhere = elsewhere_of(plan.programme)
    kinds = (
        (_seats(sessions), Q(kind=BusyKind.HARD), elsewhere.people),
        (_leads(sessions), Q(), elsewhere.facilitators),
        (_rooms(sessions), Q(), elsewhere.rooms),
    )
    found = [
        Break(sessions[claim.session], claim.name, claim.key, *span)
        for claims, kind, more in kinds
        for claim, span in _taken(
            claims,
            _spans(claims, kind, sessions.values()),
            {key: [(one.start, one.end) for one in busy] for key, busy in more.items()},
            half_days,
        )
    ]
    return tuple(sorted(found, key=lambda one: (one.session.start, one.session.pk, one.name)))


def _taken(
    claims: Iterable[_Claim],
    by_calendar: Mapping[int, list[Span]],
    by_key: Mapping[int, list[Span]],
    half_days: Mapping[int, tuple[Span, ...]],
) -> Iterator[tuple[_Claim, Span]]:
    """Each claim with the first span that is in its way."""
    for claim in claims:
        spans = [*by_calendar.get(claim.calendar or 0, ()), *by_key.get(claim.key, ())]
        for span in spans:
            if any(span[0] < to and since < span[1] for since, to in half_days[claim.session]):
                yield claim, span
                break


def _seats(sessions: Collection[int]) -> list[_Claim]:
    rows = Seat.objects.filter(session__in=list(sessions)).values_list(
        "session_id", "person_id", "person__name", "person__calendar_id"
    )
    return [_Claim(*row) for row in rows]


def _leads(sessions: Collection[int]) -> list[_Claim]:
    through = PlannedSession.facilitators.through.objects
    rows = through.filter(plannedsession__in=list(sessions)).values_list(
        "plannedsession_id", "facilitator_id", "facilitator__name", "facilitator__calendar_id"
    )
    return [_Claim(*row) for row in rows]


def _rooms(sessions: Collection[int]) -> list[_Claim]:
    held = PlannedSession.objects.filter(pk__in=list(sessions), room__isnull=False)
    rows = held.values_list("pk", "room_id", "room__name", "room__calendar_id")
    return [_Claim(*row) for row in rows]


def _spans(
    claims: Iterable[_Claim], kind: Q, sessions: Collection[PlannedSession]
) -> Mapping[int, list[Span]]:
    calendars = {claim.calendar for claim in claims if claim.calendar}
    rows = BusySpan.objects.filter(
        kind,
        calendar__in=calendars,
        start__lt=max(one.end for one in sessions),
        end__gt=min(one.start for one in sessions),
    )
    found: dict[int, list[Span]] = {}
    for calendar, start, end in rows.values_list("calendar_id", "start", "end"):
        found.setdefault(calendar, []).append((start, end))
    return found
