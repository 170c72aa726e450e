"""A plan in indexes of a timetable: where a search begins that is handed somebody's plan."""

from datetime import UTC

from samskab.planner.model.plan import Plan, Session
from samskab.planner.search.solution import ONLINE, Placed, Solution, cost_of, in_order
from samskab.planner.timetable import Timetable


def solution_of(timetable: Timetable, plan: Plan) -> Solution:
    """A plan that keeps every rule of a problem, as the search moves it about.

    Raises:
        KeyError: it names what the problem does not have.
    """
    index = _Index(timetable)
    sessions = in_order(timetable, [index.placed(session) for session in plan.sessions])
    return Solution(sessions, cost_of(timetable, sessions).total)


class _Index:
    """Numbers of what a plan names."""

    def __init__(self, timetable: Timetable) -> None:
        problem = timetable.problem
        self.timetable = timetable
        self.people = {one.id: number for number, one in enumerate(problem.people)}
        self.rooms = {one.id: number for number, one in enumerate(problem.rooms)}
        self.facilitators = {one.id: number for number, one in enumerate(problem.facilitators)}
        self.modules = {one.id: number for number, one in enumerate(problem.programme.modules)}

    def placed(self, session: Session) -> Placed:
        module = self.modules[session.module]
        half_day = self.timetable.grid.index_of_start[session.start.astimezone(UTC)]
        starts = self.timetable.modules[module].starts
        return Placed(
            module=module,
            start=int(starts.searchsorted(half_day)),
            room=ONLINE if session.room is None else self.rooms[session.room],
            facilitators=tuple(sorted(self.facilitators[one] for one in session.facilitators)),
            people=tuple(sorted(self.people[one] for one in session.people)),
        )
