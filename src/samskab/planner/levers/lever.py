"""A lever: one fact of a problem, changed."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TypeAlias, TypeVar

from samskab.common.busy import Busy
from samskab.planner.model.problem import Facilitator, Problem
from samskab.planner.model.programme import Module, Rules

Named = TypeVar("Named")
WEEK = timedelta(days=7)


class LeverKind(StrEnum):
    """What a lever changes; a code for the door to word."""

    FACILITATOR_DAY = "facilitator_day"
    FACILITATOR_WEEK = "facilitator_week"
    GROUP_SEAT = "group_seat"
    ROOM_SEAT = "room_seat"
    UNIT_LIMIT = "unit_limit"
    MEETING = "meeting"
    WEEK = "week"
    SHORTER = "shorter"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class FacilitatorDay:
    """A facilitator is free on one more day.

    Attributes:
        since, until: the instants between which busy time is lifted.
    """

    facilitator: str
    day: date
    since: datetime
    until: datetime
    kind: LeverKind = LeverKind.FACILITATOR_DAY

    def of(self, problem: Problem) -> Problem:
        """The problem with this one fact changed."""

        def freed(one: Facilitator) -> Facilitator:
            return replace(one, busy=_without(one.busy, self.since, self.until))

        return replace(
            problem,
            facilitators=tuple(
                freed(one) if one.id == self.facilitator else one for one in problem.facilitators
            ),
        )


@dataclass(frozen=True, slots=True)
class FacilitatorWeek:
    """A facilitator works a day more in each week."""

    facilitator: str
    kind: LeverKind = LeverKind.FACILITATOR_WEEK

    def of(self, problem: Problem) -> Problem:
        """The problem with this one fact changed."""

        def more(one: Facilitator) -> Facilitator:
            days = one.max_days_per_week
            return one if days is None else replace(one, max_days_per_week=days + 1)

        return replace(
            problem,
            facilitators=tuple(
                more(one) if one.id == self.facilitator else one for one in problem.facilitators
            ),
        )


@dataclass(frozen=True, slots=True)
class GroupSeat:
    """Sessions of a module hold one more."""

    module: str
    kind: LeverKind = LeverKind.GROUP_SEAT

    def of(self, problem: Problem) -> Problem:
        """The problem with this one fact changed."""
        return _with_modules(
            problem,
            tuple(
                replace(one, group_max=one.group_max + 1) if one.id == self.module else one
                for one in problem.programme.modules
            ),
        )


@dataclass(frozen=True, slots=True)
class RoomSeat:
    """A room has one more seat."""

    room: str
    kind: LeverKind = LeverKind.ROOM_SEAT

    def of(self, problem: Problem) -> Problem:
        """The problem with this one fact changed."""
        return replace(
            problem,
            rooms=tuple(
                replace(one, capacity=one.capacity + 1) if one.id == self.room else one
                for one in problem.rooms
            ),
        )


@dataclass(frozen=True, slots=True)
class UnitLimit:
    """One more of a unit may be away at the same time."""

    unit: str
    kind: LeverKind = LeverKind.UNIT_LIMIT

    def of(self, problem: Problem) -> Problem:
        """The problem with this one fact changed."""
        rules = problem.programme.rules
        more = dict(rules.more_away)
        more[self.unit] = more.get(self.unit, 0) + 1
        return _with_rules(problem, replace(rules, more_away=tuple(sorted(more.items()))))


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting is moved to where no session takes its people's time.

    Attributes:
        people: in whose calendars it stands, as one span.
    """

    span: Busy
    people: tuple[str, ...]
    kind: LeverKind = LeverKind.MEETING

    def of(self, problem: Problem) -> Problem:
        """The problem with this one fact changed."""
        return replace(
            problem,
            people=tuple(
                replace(one, busy=tuple(span for span in one.busy if span != self.span))
                if one.id in self.people
                else one
                for one in problem.people
            ),
        )


@dataclass(frozen=True, slots=True)
class LongerByAWeek:
    """The programme ends a week later; busy time and closed days of that week are the problem's."""

    kind: LeverKind = LeverKind.WEEK

    def of(self, problem: Problem) -> Problem:
        """The problem with this one fact changed."""
        programme = problem.programme
        later = replace(programme, last_day=programme.last_day + WEEK)
        return replace(problem, programme=later)


@dataclass(frozen=True, slots=True)
class Shorter:
    """A module takes half the time: a half-day for a day, or a day for two."""

    module: str
    kind: LeverKind = LeverKind.SHORTER

    def of(self, problem: Problem) -> Problem:
        """The problem with this one fact changed."""
        return _with_modules(
            problem,
            tuple(
                replace(one, half_days=one.half_days // 2) if one.id == self.module else one
                for one in problem.programme.modules
            ),
        )


@dataclass(frozen=True, slots=True)
class FreedFromPair:
    """A person need no longer attend with her party; of a pair, neither need."""

    party: str
    person: str
    kind: LeverKind = LeverKind.PAIR

    def of(self, problem: Problem) -> Problem:
        """The problem with this one fact changed."""
        left = (
            replace(one, people=tuple(p for p in one.people if p != self.person))
            if one.id == self.party
            else one
            for one in problem.parties
        )
        return replace(problem, parties=tuple(one for one in left if len(one.people) > 1))


Lever: TypeAlias = (
    FacilitatorDay
    | FacilitatorWeek
    | GroupSeat
    | RoomSeat
    | UnitLimit
    | Meeting
    | LongerByAWeek
    | Shorter
    | FreedFromPair
)


def _with_modules(problem: Problem, modules: tuple[Module, ...]) -> Problem:
    return replace(problem, programme=replace(problem.programme, modules=modules))


def _with_rules(problem: Problem, rules: Rules) -> Problem:
    return replace(problem, programme=replace(problem.programme, rules=rules))


def _without(busy: tuple[Busy, ...], since: datetime, until: datetime) -> tuple[Busy, ...]:
    """Busy time but for what lies between two instants."""
    left: list[Busy] = []
    for span in busy:
        if span.end <= since or until <= span.start:
            left.append(span)
            continue
        if span.start < since:
            left.append(replace(span, end=since))
        if until < span.end:
            left.append(replace(span, start=until))
    return tuple(left)
