"""A plan beside its problem, indexed once: what every rule of the checker looks at."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar

from samskab.common.busy import Busy
from samskab.planner.model.grid import Grid, HalfDay
from samskab.planner.model.plan import Plan, Session
from samskab.planner.model.problem import Problem
from samskab.planner.model.programme import Module

K = TypeVar("K")
V = TypeVar("V")


class PlanView:
    """Who is where and when.

    Rules but `known_ids` may take for granted that every id of the plan stands in the problem.
    Sessions that are not on the grid (see `session_times`) have the half-days that they overlap.
    """

    def __init__(self, problem: Problem, plan: Plan) -> None:
        self.problem = problem
        self.plan = plan
        self.grid = Grid(problem.programme)
        self.modules = {module.id: module for module in problem.programme.modules}
        self.people = {person.id: person for person in problem.people}
        self.facilitators = {one.id: one for one in problem.facilitators}
        self.rooms = {room.id: room for room in problem.rooms}
        self.needs = {(need.person, need.module): None for need in problem.needs}

    @cached_property
    def units(self) -> dict[str, tuple[str, ...]]:
        """Unit -> ids of its people."""
        return _grouped((person.unit, person.id) for person in self.problem.people)

    @cached_property
    def sessions_of_person(self) -> dict[str, tuple[Session, ...]]:
        """Person -> her sessions; each once, even where the plan names her in it twice."""
        return _grouped(
            (person, session)
            for session in self.plan.sessions
            for person in dict.fromkeys(session.people)
        )

    @cached_property
    def sessions_of_facilitator(self) -> dict[str, tuple[Session, ...]]:
        """Facilitator -> their sessions, each once."""
        return _grouped(
            (one, session)
            for session in self.plan.sessions
            for one in dict.fromkeys(session.facilitators)
        )

    @cached_property
    def sessions_in_room(self) -> dict[str, tuple[Session, ...]]:
        """Room -> the sessions in it."""
        return _grouped(
            (session.room, session) for session in self.plan.sessions if session.room is not None
        )

    @cached_property
    def seats(self) -> dict[tuple[str, str], tuple[Session, ...]]:
        """(person, module) -> the sessions of the module that she is in."""
        return _grouped(
            ((person, session.module), session)
            for person, sessions in self.sessions_of_person.items()
            for session in sessions
        )

    def seat(self, person: str, module: str) -> Session | None:
        """The (first) session in which a person takes a module; None where she is left out."""
        sessions = self.seats.get((person, module))
        return sessions[0] if sessions else None

    def half_days(self, session: Session) -> tuple[HalfDay, ...]:
        """The half-days that a session fills."""
        return self._half_days[session]

    def first_day(self, session: Session) -> date:
        """The day on which a session starts, in the programme's time zone."""
        return self.local(session.start).date()

    def last_day(self, session: Session) -> date:
        """The day on which a session ends, in the programme's time zone."""
        return self.local(session.end).date()

    def days(self, sessions: Iterable[Session]) -> tuple[date, ...]:
        """The days on which sessions fill half-days: sorted, each once."""
        days = {half_day.day for session in sessions for half_day in self.half_days(session)}
        return tuple(sorted(days))

    def people_meant(self, who: str) -> tuple[str, ...]:
        """The people that a person's id or, where there is no such person, a unit stands for."""
        return (who,) if who in self.people else self.units.get(who, ())

    def person_name(self, person: str) -> str:
        """Name and id: two people may have the same name."""
        return f"{self.people[person].name} ({person})"

    def facilitator_name(self, facilitator: str) -> str:
        """Name and id."""
        return f"{self.facilitators[facilitator].name} ({facilitator})"

    def session_name(self, session: Session) -> str:
        """The module's title and the session's id."""
        return f"{self.modules[session.module].title} ({session.id})"

    def module_of(self, session: Session) -> Module:
        """The module that is taken in a session."""
        return self.modules[session.module]

    def local(self, instant: datetime) -> datetime:
        """The same instant in the programme's time zone."""
        return instant.astimezone(self.grid.zone)

    def touched(
        self, busy: Iterable[Busy], session: Session
    ) -> Iterator[tuple[Busy, datetime, datetime]]:
        """Each span of busy time with the part (from, to) of it that lies in the session's time.

        A session's time is its half-days: not the lunch hour, not the night between two days.
        """
        spans = tuple(busy)
        for half_day in self.half_days(session):
            for span in spans:
                start, end = max(span.start, half_day.start), min(span.end, half_day.end)
                if start < end:
                    yield span, self.local(start), self.local(end)

    @cached_property
    def _half_days(self) -> dict[Session, tuple[HalfDay, ...]]:
        return {
            session: tuple(
                half_day
                for half_day in self.grid.half_days
                if half_day.start < session.end and session.start < half_day.end
            )
            for session in self.plan.sessions
        }


def _grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    groups: dict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}
