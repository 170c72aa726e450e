"""A plan that keeps every rule, in the indexes of a timetable: what questions are asked about."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import fields, replace
from functools import cached_property

from samskab.planner.model.plan import Cost, Plan, Session
from samskab.planner.model.problem import Problem
from samskab.planner.plan_view import PlanView
from samskab.planner.search.board import Board
from samskab.planner.search.parties import Parties
from samskab.planner.search.placing import Placing
from samskab.planner.search.solution import ONLINE, Placed
from samskab.planner.timetable import Timetable, build_timetable


class StandingPlan:
    """A plan beside its problem.

    Attributes:
        placed: session id -> the session in indexes, in the plan's order.
        person, module: id -> index.
    """

    def __init__(
        self, problem: Problem, plan: Plan, calendars_of: AbstractSet[str] | None = None
    ) -> None:
        """Index a plan.

        Args:
            problem: what the plan is of.
            plan: without `misfits`; see `samskab.planner.plan_fit`.
            calendars_of: whose busy time is looked at, if not everybody's: laying a thousand
                calendars out over the half-days is most of the work.
        """
        self.problem, self.plan = problem, plan
        self.view = PlanView(problem, plan)
        laid_out = problem if calendars_of is None else _of_some(problem, calendars_of)
        self.timetable: Timetable = build_timetable(laid_out)
        placing = Placing(self.timetable)
        self.person, self.module = placing.person, placing.module
        self.placed = {session.id: placing.placed(session) for session in plan.sessions}

    @cached_property
    def parties(self) -> Parties:
        """Who goes together."""
        return Parties(self.timetable)

    @cached_property
    def sessions(self) -> dict[str, Session]:
        """Session id -> session."""
        return {session.id: session for session in self.plan.sessions}

    def ids(self, people: Iterable[int]) -> tuple[str, ...]:
        """The ids of people."""
        return tuple(self.problem.people[one].id for one in people)

    def board_without(self, session: str) -> Board:
        """What stands when one session does not take place."""
        others = (placed for id_, placed in self.placed.items() if id_ != session)
        return Board(self.timetable, others)

    def as_session(self, placed: Placed, id_: str) -> Session:
        """A session as a plan has it."""
        table = self.timetable.modules[placed.module]
        first = int(table.starts[placed.start])
        half_days = self.timetable.grid.half_days
        return Session(
            id=id_,
            module=table.module.id,
            start=half_days[first].start,
            end=half_days[first + table.module.half_days - 1].end,
            room=None if placed.room == ONLINE else self.problem.rooms[placed.room].id,
            facilitators=tuple(self.problem.facilitators[f].id for f in placed.facilitators),
            people=self.ids(placed.people),
        )


def more(now: Cost, then: Cost) -> Cost:
    """What the one costs more than the other, item by item; less is negative."""
    return Cost(
        **{item.name: getattr(then, item.name) - getattr(now, item.name) for item in fields(Cost)}
    )


def together(costs: Iterable[Cost]) -> Cost:
    """Costs added up, item by item."""
    costs = tuple(costs)
    return Cost(**{i.name: sum(getattr(one, i.name) for one in costs) for i in fields(Cost)})


def _of_some(problem: Problem, people: AbstractSet[str]) -> Problem:
    """A problem in which nobody else has any busy time."""
    kept = (one if one.id in people else replace(one, busy=()) for one in problem.people)
    return replace(problem, people=tuple(kept))
