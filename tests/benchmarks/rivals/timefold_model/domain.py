"""The planning problem as Timefold sees it: facts, and entities with their planning variables.

A group of people shares one session of a module, or, in a track of `keep_together`, one of each of
its modules. A seat puts a party into a group; a session gives a group's module its date and room; a
lead gives a session a facilitator. A session without a date is not held.
"""

from dataclasses import dataclass, field
from typing import Annotated

from timefold.solver.domain import (
    PlanningEntityCollectionProperty,
    PlanningId,
    PlanningScore,
    PlanningVariable,
    ProblemFactCollectionProperty,
    ValueRangeProvider,
    planning_entity,
    planning_solution,
)
from timefold.solver.score import HardSoftScore


@dataclass(eq=False)
class Module:
    """A module; `in_vain` is the price (øre) of seating somebody in a group that is too small."""

    index: int
    half_days: int
    group_min: int
    in_vain: int


@dataclass(eq=False)
class Start:
    """A date of a module: half-days `first` to before `end`, ordinals of its days.

    `beside` says by module and start of another session how that goes with this one: see
    `itinerary`.
    """

    module: Module
    index: int
    first: int
    end: int
    half_days: list[int]
    days: list[int]
    beside: list[list[int]] = field(default_factory=list)


@dataclass(eq=False)
class Room:
    """A room, or the one that stands for none: an online session's. `free` by module and start.

    `seats` by module: the least of what it holds and the module's largest group.
    """

    index: int
    place: int
    price: int
    seats: list[int]
    free: list[list[bool]]


@dataclass(eq=False)
class Facilitator:
    """Who leads; `free` by module and start."""

    index: int
    fee: int
    days_per_week: int
    free: list[list[bool]]


@dataclass(eq=False)
class Unit:
    """People of one unit; `limit` of them may be away at a time."""

    index: int
    limit: int


@dataclass(eq=False)
class Person:
    """A leader; `displaced` seconds (weighed) by half-day.

    `before` says by module how many of those that it comes after she needs.
    """

    index: int
    unit: Unit
    before: list[int]
    displaced: list[int]
    days_per_week: int


@dataclass(eq=False)
class Group:
    """People who share sessions of the modules of one track."""

    index: int
    track: int


@planning_entity
@dataclass(eq=False)
class Seat:
    """A party in search of a group."""

    id: Annotated[int, PlanningId]
    groups: Annotated[list[Group], ValueRangeProvider(id="groups")]
    group: Annotated[
        Group | None,
        PlanningVariable(value_range_provider_refs=["groups"], allows_unassigned=True),
    ] = field(default=None)


@planning_entity
@dataclass(eq=False)
class Session:
    """A group's session of one module."""

    id: Annotated[int, PlanningId]
    group: Group
    module: Module
    starts: Annotated[list[Start], ValueRangeProvider(id="starts")]
    rooms: Annotated[list[Room], ValueRangeProvider(id="rooms")]
    start: Annotated[
        Start | None,
        PlanningVariable(value_range_provider_refs=["starts"], allows_unassigned=True),
    ] = field(default=None)
    room: Annotated[Room | None, PlanningVariable(value_range_provider_refs=["rooms"])] = field(
        default=None
    )


@planning_entity
@dataclass(eq=False)
class Lead:
    """One of the facilitators that a session asks for."""

    id: Annotated[int, PlanningId]
    session: Session
    facilitators: Annotated[list[Facilitator], ValueRangeProvider(id="facilitators")]
    facilitator: Annotated[
        Facilitator | None, PlanningVariable(value_range_provider_refs=["facilitators"])
    ] = field(default=None)


@dataclass(eq=False)
class Need:
    """A person needs a module; by start whether she may come and what it costs but for travel.

    `seat` is an id: facts may not hold entities, which the solver clones. `travel` is by place,
    `unserved` the price (øre) of leaving her out.
    """

    person: Person
    seat: int
    module: Module
    unserved: int
    open: list[bool]
    cost: list[int]
    travel: list[int]


@dataclass(eq=False)
class Apart:
    """Ids of two seats whose people must not meet."""

    one: int
    other: int


@dataclass(eq=False)
class Limits:
    """Rules of the whole programme; -1 where there is none. `displaced` and `fair` in seconds."""

    parallel: int
    displaced: int
    fair: int
    unfair_per_hour: int


@planning_solution
@dataclass(eq=False)
class Timetable:
    """All of it."""

    limits: Annotated[list[Limits], ProblemFactCollectionProperty]
    needs: Annotated[list[Need], ProblemFactCollectionProperty]
    apart: Annotated[list[Apart], ProblemFactCollectionProperty]
    seats: Annotated[list[Seat], PlanningEntityCollectionProperty]
    sessions: Annotated[list[Session], PlanningEntityCollectionProperty]
    leads: Annotated[list[Lead], PlanningEntityCollectionProperty]
    score: Annotated[HardSoftScore | None, PlanningScore] = field(default=None)
