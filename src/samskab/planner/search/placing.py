"""From a plan that people read to the search's indexes."""

from datetime import UTC

from samskab.planner.model.plan import Plan, Session
from samskab.planner.search.solution import ONLINE, Placed, Solution, cost_of, in_order
from samskab.planner.timetable import Timetable


class Placing:
    """Indexes of what sessions name.

    Attributes:
        person, module: id -> index.
    """

    def __init__(self, timetable: Timetable) -> None:
        problem = timetable.problem
        self._timetable = timetable
        self.person = {one.id: index for index, one in enumerate(problem.people)}
        self.module = {one.id: index for index, one in enumerate(problem.programme.modules)}
        self._room = {one.id: index for index, one in enumerate(problem.rooms)}
        self._facilitator = {one.id: index for index, one in enumerate(problem.facilitators)}

    def placed(self, session: Session) -> Placed:
        """A session that keeps to the grid.

        Raises:
            KeyError: it names what the problem does not have, or starts where nothing can.
        """
        module = self.module[session.module]
        first = self._timetable.grid.index_of_start[session.start.astimezone(UTC)]
        return Placed(
            module=module,
            start=int(self._timetable.modules[module].starts.searchsorted(first)),
            room=ONLINE if session.room is None else self._room[session.room],
            facilitators=tuple(sorted(self._facilitator[one] for one in session.facilitators)),
            people=tuple(sorted(self.person[one] for one in session.people)),
        )


def solution_of(timetable: Timetable, plan: Plan) -> Solution:
    """A plan that keeps every rule of a problem, as the search moves it about.

    Raises:
        KeyError: as `Placing.placed`.
    """
    placing = Placing(timetable)
    sessions = in_order(timetable, [placing.placed(session) for session in plan.sessions])
    return Solution(sessions, cost_of(timetable, sessions).total)
