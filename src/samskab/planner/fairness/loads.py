"""What a plan asks of each person: meetings, journeys, and how long she waits for her turn."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction

from samskab.planner.costing import displaced_hours_in_all, travel_oere_of
from samskab.planner.fairness.inequality import Spread, spread
from samskab.planner.model.plan import Session
from samskab.planner.model.travel import road_hours_per_day, travel_days
from samskab.planner.plan_view import PlanView

MIDDLE = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Load:
    """One person's part of a plan.

    Attributes:
        displaced_hours: of her meetings, tentative ones by their weight.
        travel_oere: what all her journeys cost.
        road_hours: what they take; None where that is unknown of any of them.
        turn: how late she has her turns: of the others who take a module the share who take it
            before her, those at the same time counted half; the mean over her modules. 0 is first
            everywhere, 1 last, 1/2 the middle; None where she has no seat.
        left_out: needs of hers without a seat. Who is left out has nothing displaced either.
    """

    person: str
    displaced_hours: Fraction
    travel_oere: int
    road_hours: Fraction | None
    turn: Fraction | None
    left_out: int


@dataclass(frozen=True, slots=True)
class Sharing:
    """How some people's loads are spread.

    Attributes:
        people: how many they are.
        displaced_hours, travel_oere, road_hours, turn: None where it is known of nobody.
        left_out: their needs without a seat.
    """

    people: int
    displaced_hours: Spread | None
    travel_oere: Spread | None
    road_hours: Spread | None
    turn: Spread | None
    left_out: int


def loads_of(view: PlanView) -> tuple[Load, ...]:
    """The load of everyone who needs anything, in the order of the problem's people."""
    needs: defaultdict[str, list[str]] = defaultdict(list)
    for person, module in view.needs:
        needs[person].append(module)
    turns = _turns(view)
    travel_oere, road_hours = travel_oere_of(view), _road_hours(view)
    return tuple(
        Load(
            person=person,
            displaced_hours=displaced_hours_in_all(view, person),
            travel_oere=sum(
                travel_oere(person, one) for one in view.sessions_of_person.get(person, ())
            ),
            road_hours=road_hours(person),
            turn=_mean(turns.get(person, ())),
            left_out=sum((person, module) not in view.seats for module in needs[person]),
        )
        for person in view.people
        if person in needs
    )


def sharing_of(loads: Iterable[Load]) -> Sharing:
    """How these loads are spread."""
    loads = tuple(loads)
    return Sharing(
        people=len(loads),
        displaced_hours=spread([load.displaced_hours for load in loads]),
        travel_oere=spread([Fraction(load.travel_oere) for load in loads]),
        road_hours=spread([one.road_hours for one in loads if one.road_hours is not None]),
        turn=spread([one.turn for one in loads if one.turn is not None]),
        left_out=sum(load.left_out for load in loads),
    )


def sharing_by(loads: Iterable[Load], group_of: Callable[[str], str]) -> Mapping[str, Sharing]:
    """The same within each group of people.

    Args:
        loads: of anyone.
        group_of: person -> the name of her group, such as her unit or her role.
    """
    groups: defaultdict[str, list[Load]] = defaultdict(list)
    for load in loads:
        groups[group_of(load.person)].append(load)
    return {group: sharing_of(theirs) for group, theirs in groups.items()}


def _turns(view: PlanView) -> Mapping[str, list[Fraction]]:
    """Person -> how late her turn is in each of her modules."""
    starts: defaultdict[str, list[tuple[datetime, str]]] = defaultdict(list)
    for (person, module), sessions in view.seats.items():
        starts[module].append((sessions[0].start.astimezone(UTC), person))
    turns: defaultdict[str, list[Fraction]] = defaultdict(list)
    for taken in starts.values():
        all_starts = sorted(start for start, _ in taken)
        for start, person in taken:
            turns[person].append(_turn(all_starts, start))
    return turns


def _turn(starts: list[datetime], own: datetime) -> Fraction:
    """Of all starts, sorted: the share of the others before; those at the same time are half so."""
    others = len(starts) - 1
    if not others:
        return MIDDLE
    before = bisect_left(starts, own)
    beside = bisect_right(starts, own) - before - 1
    return (before + Fraction(beside, 2)) / others


def _road_hours(view: PlanView) -> Callable[[str], Fraction | None]:
    per_day = road_hours_per_day(view.problem)

    def of_session(person: str, session: Session) -> Fraction | None:
        if session.room is None:
            return Fraction(0)
        hours = per_day(view.people[person], view.rooms[session.room])
        return None if hours is None else travel_days(view.module_of(session).half_days) * hours

    def of(person: str) -> Fraction | None:
        total = Fraction(0)
        for session in view.sessions_of_person.get(person, ()):
            hours = of_session(person, session)
            if hours is None:
                return None
            total += hours
        return total

    return of


def _mean(parts: Iterable[Fraction]) -> Fraction | None:
    parts = tuple(parts)
    return sum(parts, Fraction(0)) / len(parts) if parts else None
