"""The whole problem as one CP-SAT model with 8 workers: every need, at every date and room."""

from collections.abc import Callable
from typing import cast

import numpy as np
from ortools.sat.python import cp_model
from tests.benchmarks.rivals.found import Found
from tests.benchmarks.stopwatch import Stopwatch

from samskab.planner.rules.registry import RULES
from samskab.planner.search.board import Board
from samskab.planner.search.model import NeighbourhoodModel
from samskab.planner.search.neighbourhood import Neighbourhood
from samskab.planner.search.offers import every_offer
from samskab.planner.search.parties import Parties
from samskab.planner.search.solution import Placed, Solution, cost_of
from samskab.planner.search.unfairness import price_unfairness
from samskab.planner.timetable import Timetable

WORKERS = 8
Tell = Callable[[Found], None]


def whole_model(timetable: Timetable, *, seconds: float, tell: Tell) -> None:
    """Build the model and solve it within the time; building counts.

    Args:
        timetable: the problem.
        seconds: of the wall clock, from now on.
        tell: called when the model is built, and with every better plan and every better bound.
    """
    watch = Stopwatch()
    model = _model(timetable)
    left = seconds - watch.seconds
    if left <= 0:
        return
    tell(Found(watch.seconds, None))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = WORKERS
    solver.parameters.max_time_in_seconds = left
    solver.best_bound_callback = lambda oere: tell(Found(watch.seconds, None, _whole_oere(oere)))
    status = solver.solve(model.cp, _Listener(model, timetable, watch, tell))
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        solution = _solution(timetable, model.read(solver))
        tell(Found(watch.seconds, solution, _whole_oere(solver.best_objective_bound)))


def _model(timetable: Timetable) -> NeighbourhoodModel:
    parties = Parties(timetable)
    blocks = [
        block
        for module, table in enumerate(timetable.modules)
        for block in parties.blocks(module, np.flatnonzero(table.needs).tolist())
    ]
    offers = [
        offer
        for module, table in enumerate(timetable.modules)
        if table.needs.any()
        for offer in every_offer(timetable, module)
    ]
    whole = Neighbourhood(tuple(blocks), tuple(offers), (), (), seats=None)
    model = NeighbourhoodModel(whole, Board(timetable))
    for rule in RULES:
        constrain = getattr(rule, "constrain", None)
        if constrain:
            constrain(model)
    price_unfairness(model)
    literals, oere = zip(*model.price, strict=True) if model.price else ((), ())
    model.cp.minimize(cp_model.LinearExpr.weighted_sum(list(literals), list(oere)))
    return model


class _Listener(cp_model.CpSolverSolutionCallback):
    """Tells each plan that the solver finds."""

    def __init__(
        self,
        model: NeighbourhoodModel,
        timetable: Timetable,
        watch: Stopwatch,
        tell: Tell,
    ) -> None:
        super().__init__()
        self.model, self.timetable, self.watch, self.tell = model, timetable, watch, tell

    def on_solution_callback(self) -> None:
        """Read a plan."""
        # it answers `boolean_value` as the solver does, which is all that is asked
        sessions = self.model.read(cast("cp_model.CpSolver", self))
        bound_oere = _whole_oere(self.best_objective_bound)
        self.tell(Found(self.watch.seconds, _solution(self.timetable, sessions), bound_oere))


def _solution(timetable: Timetable, sessions: tuple[Placed, ...]) -> Solution:
    return Solution(sessions, cost_of(timetable, sessions).total)


def _whole_oere(bound: float) -> int:
    """Costs are whole øre, so a bound may be rounded up; the margin is for its floating point."""
    return int(np.ceil(bound - 1e-3 - 1e-9 * abs(bound)))
