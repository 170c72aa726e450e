"""The search's indexes as a plan that people can read, with a reason for each need left out."""

from collections import Counter

from samskab.planner.model.plan import Plan, Session, Unserved
from samskab.planner.reasons import why_unserved
from samskab.planner.search.solution import (
    ONLINE,
    Placed,
    Solution,
    cost_of,
    half_days_of,
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
        cost=cost_of(timetable, solution.sessions),
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
