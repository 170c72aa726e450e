"""Sessions of a plan that calendars break since it was made."""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils import timezone

from samskab.planner.model.programme import Programme as Frame
from samskab.web.people.enums import BusyKind
from samskab.web.people.models import BusySpan
from samskab.web.plans.models import Plan, PlannedSession, Seat
from samskab.web.plans.problem import elsewhere_of
from samskab.web.programmes.models import Programme

Span = tuple[float, float]
"""From and to, in seconds of the epoch: moments of two time zones are slow to compare."""
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
        """The half-days of a session."""
        start, end = session.start.timestamp(), session.end.timestamp()
        day = session.start.astimezone(self.zone).date()
        last = session.end.astimezone(self.zone).date()
        while day <= last:
            for first, until in self.parts:
                since, to = self._at(day, first), self._at(day, until)
                if since < end and start < to:
                    yield since, to
            day += timedelta(days=1)

    def _at(self, day: date, clock: time) -> float:
        return datetime.combine(day, clock, self.zone).timestamp()


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
    sessions = {key: session for key, session in sessions.items() if half_days[key]}
    elsewhere = elsewhere_of(plan.programme)
    kinds = (
        (_seats(sessions), Q(kind=BusyKind.HARD), elsewhere.people),
        (_leads(sessions), Q(), elsewhere.facilitators),
        (_rooms(sessions), Q(), elsewhere.rooms),
    )
    found = [
        Break(sessions[claim.session], claim.name, claim.key, *map(_moment, span))
        for claims, kind, more in kinds
        for claim, span in _taken(
            claims,
            _spans(claims, kind, sessions.values()),
            {key: [_span(one.start, one.end) for one in busy] for key, busy in more.items()},
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
        parts = half_days[claim.session]
        first, last = parts[0][0], parts[-1][1]
        spans = (*by_calendar.get(claim.calendar or 0, ()), *by_key.get(claim.key, ()))
        near = (span for span in spans if span[0] < last and first < span[1])
        taken = (one for one in near if any(one[0] < to and start < one[1] for start, to in parts))
        found = next(taken, None)
        if found:
            yield claim, found


def _span(start: datetime, end: datetime) -> Span:
    return start.timestamp(), end.timestamp()


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)


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
        found.setdefault(calendar, []).append(_span(start, end))
    return found
