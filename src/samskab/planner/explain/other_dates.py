"""Why a session is on its date: what every other would cost its people, or what forbids it."""

from dataclasses import dataclass, replace
from datetime import datetime

from samskab.common.busy import BusyKind
from samskab.planner.explain.facts import Fact
from samskab.planner.explain.personal import PersonalFacts
from samskab.planner.explain.resources import Resources
from samskab.planner.explain.standing_plan import StandingPlan, more
from samskab.planner.explain.taken_time import TakenTime
from samskab.planner.explain.unit_limits import units_over
from samskab.planner.model.plan import Cost, Session
from samskab.planner.search.board import Board
from samskab.planner.search.solution import ONLINE, Placed, half_days_of, session_cost, unfair_oere
from samskab.planner.timetable import Ints


@dataclass(frozen=True, slots=True)
class Meetings:
    """How many of a session's people have meetings in its time, and of how many."""

    busy: int
    tentative: int
    of: int


@dataclass(frozen=True, slots=True)
class OtherDate:
    """A date on which a session could be, all else of the plan standing.

    Attributes:
        session: the same people, in the room and with the facilitators that cost least there.
        more: øre above what the session costs now, item by item; negative where it is less.
    """

    session: Session
    more: Cost
    meetings: Meetings


@dataclass(frozen=True, slots=True)
class ForbiddenDate:
    """A date on which a session cannot be, and every fact that forbids it.

    Attributes:
        start, end: aware, in the programme's time zone.
        more_displacement: øre of displaced meetings above those of now.
    """

    start: datetime
    end: datetime
    facts: tuple[Fact, ...]
    meetings: Meetings
    more_displacement: int


@dataclass(frozen=True, slots=True)
class SessionReasons:
    """Why a session is where it is.

    Attributes:
        meetings: on its own date.
        cost: of the session; unfairness is what its people pay over the whole plan.
        dates: where else it could be, the cheapest first; its own date is among them where another
            room or other facilitators would do.
        forbidden: in order of time.
    """

    session: Session
    meetings: Meetings
    cost: Cost
    dates: tuple[OtherDate, ...]
    forbidden: tuple[ForbiddenDate, ...]


def session_reasons(plan: StandingPlan, session_id: str) -> SessionReasons:
    """Compare the date of a session with every other for just its people.

    Args:
        plan: it keeps every rule.
        session_id: of a session of the plan.
    """
    return _Dates(plan, session_id).reasons()


class _Dates:
    def __init__(self, plan: StandingPlan, session_id: str) -> None:
        self.plan, self.id = plan, session_id
        self.placed = plan.placed[session_id]
        self.board: Board = plan.board_without(session_id)
        self.people = list(self.placed.people)
        self.personal = PersonalFacts(plan, self.board, self.placed.module, self.people)
        self.resources = Resources(plan, self.board, self.placed)
        self.cost = self._cost(self.placed)
        self._meetings_in = self._meeting_half_days()

    def reasons(self) -> SessionReasons:
        dates: list[OtherDate] = []
        forbidden: list[ForbiddenDate] = []
        for start in range(len(self.personal.table.starts)):
            facts = (
                *self.personal.at(start),
                *units_over(self.board, self.placed.module, start, self.people),
                *self.resources.facts_at(start),
            )
            if facts:
                forbidden.append(self._forbidden(start, facts))
                continue
            there = self.resources.cheapest_at(start)
            cost = self._cost(there)
            if start != self.placed.start or cost.total < self.cost.total:
                session = self.plan.as_session(there, self.id)
                dates.append(OtherDate(session, more(self.cost, cost), self._meetings(start)))
        dates.sort(key=lambda one: (one.more.total, one.session.start))
        return SessionReasons(
            session=self.plan.sessions[self.id],
            meetings=self._meetings(self.placed.start),
            cost=self.cost,
            dates=tuple(dates),
            forbidden=tuple(forbidden),
        )

    def _cost(self, placed: Placed) -> Cost:
        """With the unfairness of its people, what they bear in other sessions included."""
        timetable = self.plan.timetable
        half_days = half_days_of(timetable, placed.module, placed.start)
        units: Ints = self.board.displaced_units[self.people] + timetable.displaced_units[
            self.people, half_days
        ].sum(axis=1)
        unfair = int(unfair_oere(timetable, units).sum())
        return replace(session_cost(timetable, placed), unfairness=unfair)

    def _forbidden(self, start: int, facts: tuple[Fact, ...]) -> ForbiddenDate:
        at = replace(self.placed, start=start, room=ONLINE)
        session = self.plan.as_session(at, self.id)
        displaced = int(self.personal.table.displacement[self.people, start].sum())
        return ForbiddenDate(
            start=session.start,
            end=session.end,
            facts=facts,
            meetings=self._meetings(start),
            more_displacement=displaced - self.cost.displacement,
        )

    def _meeting_half_days(self) -> list[tuple[set[int], set[int]]]:
        """For each of the people, half-days with busy meetings, and with tentative ones."""
        taken = TakenTime(self.plan.timetable.grid)
        calendars = [self.plan.problem.people[person].busy for person in self.people]
        return [
            (taken.half_days(one, (BusyKind.BUSY,)), taken.half_days(one, (BusyKind.TENTATIVE,)))
            for one in calendars
        ]

    def _meetings(self, start: int) -> Meetings:
        taken = half_days_of(self.plan.timetable, self.placed.module, start)
        session = set(range(taken.start, taken.stop))
        busy = sum(bool(session & firm) for firm, _ in self._meetings_in)
        tentative = sum(
            not session & firm and bool(session & perhaps) for firm, perhaps in self._meetings_in
        )
        return Meetings(busy, tentative, len(self.people))
