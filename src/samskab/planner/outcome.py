"""The search's indexes as a plan that people can read, with a reason for each need left out."""

from collections import Counter

from samskab.planner.model.plan import Cost, Plan, Session, Unserved
from samskab.planner.reasons import why_unserved
from samskab.planner.search.solution import (
    ONLINE,
    Placed,
    Solution,
    half_days_of,
    unfair_oere,
)
from samskab.planner.timetable import Timetable


def plan_of(
    timetable: Timetable, solution: Solution, *, bound_oere: int, seconds: float, seed: int
) -> Plan:
    """A solution as a plan: sessions in order, named by module and number."""
    problem = timetable.problem
    numbers: Counter[int] = Counter()
    sessions = []
    for placed in solution.sessions:
        numbers[placed.module] += 1
        sessions.append(_session(timetable, placed, numbers[placed.module]))
    reasons = why_unserved(timetable, solution)
    return Plan(
        sessions=tuple(sessions),
        unserved=tuple(
            Unserved(problem.people[person].id, timetable.modules[module].module.id, why)
            for (person, module), why in reasons.items()
        ),
        cost=_cost(timetable, solution, left_out=len(reasons)),
        bound=bound_oere,
        seconds=seconds,
        seed=seed,
    )


def _session(timetable: Timetable, placed: Placed, number: int) -> Session:
    problem, module = timetable.problem, timetable.modules[placed.module].module
    half_days = timetable.grid.half_days[half_days_of(timetable, placed.module, placed.start)]
    return Session(
        id=f"{module.id}-{number}",
        module=module.id,
        start=half_days[0].start,
        end=half_days[-1].end,
        room=None if placed.room == ONLINE else problem.rooms[placed.room].id,
        facilitators=tuple(problem.facilitators[f].id for f in placed.facilitators),
        people=tuple(problem.people[p].id for p in placed.people),
    )


def _cost(timetable: Timetable, solution: Solution, *, left_out: int) -> Cost:
    problem = timetable.problem
    cost: Counter[str] = Counter()
    units = timetable.displaced_units[:, 0] * 0 if timetable.displaced_units.size else None
    for placed in solution.sessions:
        table = timetable.modules[placed.module]
        people, half_days = list(placed.people), table.module.half_days
        cost["facilitation"] += half_days * sum(
            problem.facilitators[f].fee_per_half_day_oere for f in placed.facilitators
        )
        cost["materials"] += len(people) * table.module.materials_oere
        cost["displacement"] += int(table.displacement[people, placed.start].sum())
        if placed.room != ONLINE:
            room = problem.rooms[placed.room]
            place = timetable.room_place[placed.room]
            cost["rooms"] += half_days * room.price_per_half_day_oere
            cost["travel"] += int(timetable.travel[table.days - 1, people, place].sum())
        if units is not None:
            taken = half_days_of(timetable, placed.module, placed.start)
            units[people] += timetable.displaced_units[people, taken].sum(axis=1)
    if units is not None:
        cost["unfairness"] = int(unfair_oere(timetable, units).sum())
    cost["unserved"] = left_out * problem.programme.prices.unserved_oere
    return Cost(**cost)
