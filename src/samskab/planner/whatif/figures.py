"""What a plan asks of people's time: hours away, and hours of meetings that give way."""

from dataclasses import dataclass
from datetime import UTC, timedelta
from fractions import Fraction

from samskab.planner.costing import displaced_hours_in_all
from samskab.planner.model.plan import Cost, Plan
from samskab.planner.model.problem import Problem
from samskab.planner.plan_view import PlanView
from samskab.planner.whatif.verdict import Interval

HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Figures:
    """A plan in a line of a table.

    Attributes:
        hours_away: of all people together, in sessions.
        hours_displaced: of all people together, tentative meetings by their weight.
        unserved: needs left out.
    """

    interval: Interval
    cost: Cost
    sessions: int
    hours_away: Fraction
    hours_displaced: Fraction
    unserved: int


def figures_of(problem: Problem, plan: Plan) -> Figures:
    """The figures of a plan that keeps every rule of a problem."""
    view = PlanView(problem, plan)
    return Figures(
        interval=Interval(plan.bound, plan.cost.total),
        cost=plan.cost,
        sessions=len(plan.sessions),
        hours_away=sum(
            (
                Fraction(
                    (half_day.end.astimezone(UTC) - half_day.start.astimezone(UTC))
                    // timedelta(microseconds=1),
                    HOUR // timedelta(microseconds=1),
                )
                * len(session.people)
                for session in plan.sessions
                for half_day in view.half_days(session)
            ),
            Fraction(0),
        ),
        hours_displaced=sum(
            (displaced_hours_in_all(view, person) for person in view.sessions_of_person),
            Fraction(0),
        ),
        unserved=len(plan.unserved),
    )
