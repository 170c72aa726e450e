"""A solution of the integer programme as a plan that keeps every rule, mended where it does not."""

from collections.abc import Sequence

from samskab.planner.outcome import plan_of
from samskab.planner.plan_view import PlanView
from samskab.planner.rules import claimed_cost
from samskab.planner.rules.registry import RULES
from samskab.planner.search.board import Board
from samskab.planner.search.neighbourhood import Neighbourhood, Offer
from samskab.planner.search.parties import Parties
from samskab.planner.search.solution import Placed, Solution, cost_of
from samskab.planner.search.step import decide
from samskab.planner.timetable import Timetable
from samskab.planner.whole.compact import Compact
from samskab.planner.whole.reading import sessions_of

MENDING_EFFORT = 4.0
"""Deterministic seconds."""

SEATS_WEIGHED = 6


def kept_plan(compact: Compact, values: Sequence[int], best: Solution | None) -> Solution | None:
    """The plan of a solution, if it is better than the best so far once it keeps every rule."""
    timetable = compact.whole.timetable
    sessions = sessions_of(compact, values)
    if not _better(timetable, sessions, best):
        return None
    if not keeps_rules(timetable, sessions):
        mended = _mended(timetable, sessions)
        if mended is None or not _better(timetable, mended, best):
            return None
        sessions = mended
    return Solution(sessions, cost_of(timetable, sessions).total)


def _better(timetable: Timetable, sessions: tuple[Placed, ...], best: Solution | None) -> bool:
    return best is None or cost_of(timetable, sessions).total < best.total_oere


def keeps_rules(timetable: Timetable, sessions: tuple[Placed, ...]) -> bool:
    """Whether each rule's own check finds nothing; what the plan claims to cost is not asked.

    Engines get a timetable without calendars. No seat touches hard time, by `Group.open`; what
    meetings cost is taken from the arrays.
    """
    solution = Solution(sessions, 0)
    plan = plan_of(timetable, solution, bound_oere=0, seconds=0.0, seed=0)
    view = PlanView(timetable.problem, plan)
    return not any(any(rule.check(view)) for rule in RULES if rule is not claimed_cost)


def _mended(timetable: Timetable, sessions: tuple[Placed, ...]) -> tuple[Placed, ...] | None:
    """The same dates and rooms, and who sits where decided anew with every rule."""
    parties = Parties(timetable)
    blocks = [
        block
        for module, table in enumerate(timetable.modules)
        for block in parties.blocks(module, table.needs.nonzero()[0].tolist())
    ]
    offers = [Offer(placed.module, placed.start, placed.room) for placed in sessions]
    draft = Neighbourhood(tuple(blocks), tuple(offers), (), sessions, seats=SEATS_WEIGHED)
    return decide(draft, Board(timetable), effort=MENDING_EFFORT, seed=0).sessions
