"""Who solves an integer programme: CP-SAT in whole numbers, HiGHS in floating point."""

import math
import queue
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from ortools.math_opt.model_pb2 import ModelProto
from ortools.math_opt.python import mathopt
from ortools.sat.python import cp_model
from ortools.util.python.solve_interrupter import SolveInterrupter

from samskab.planner.whole.mip import NO_LIMIT, Mip

WORKERS = 8
"""Of CP-SAT, even on two cores: its portfolio is made for so many."""

POLL_SECONDS = 0.1

RELATIVE_ERROR = 1e-6
"""What a floating-point bound is lowered by: the tolerance to which the solvers keep rows (their
feasibility tolerances), as a share of the bound."""


TOLD_WITHIN = 0.01
"""Øre: far above what a double loses of any amount of money, far below the next whole one."""


@dataclass(frozen=True, slots=True)
class Found:
    """A step forward.

    Attributes:
        values: by column; None where only the bound is news.
        bound: øre that no solution costs less than; None where there is none yet.
        ended: whether nothing is left to find.
    """

    values: Sequence[int] | None = None
    bound: int | None = None
    ended: bool = False


Solver = Callable[[Mip, "Task"], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Task:
    """How to solve.

    Attributes:
        seconds: at most.
        stop: asked ten times a second.
        hint: values of columns to begin with.
    """

    seconds: float
    stop: Callable[[], bool]
    hint: Mapping[int, int] = field(default_factory=dict)


def by_cp_sat(mip: Mip, task: Task) -> Iterator[Found]:
    """CP-SAT: its search and its proof are in whole numbers."""
    model, columns = _cp_model(mip)
    for column, value in task.hint.items():
        model.add_hint(columns[column], value)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = WORKERS
    solver.parameters.max_time_in_seconds = task.seconds
    solver.parameters.catch_sigint_signal = False
    news: queue.Queue[Found] = queue.Queue()
    teller = _Teller(columns, news)
    solver.best_bound_callback = lambda bound: news.put(Found(bound=_whole_oere(bound)))

    def run() -> None:
        status = solver.solve(model, teller)
        ended = status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
        news.put(Found(bound=_whole_oere(solver.best_objective_bound), ended=ended))

    yield from _listen(run, news, task.stop, solver.stop_search)


def _whole_oere(bound: float) -> int:
    """CP-SAT's bound is whole, but is told as a double: 120000.00000000001 is 120000."""
    return math.ceil(bound - TOLD_WITHIN)


class _Teller(cp_model.CpSolverSolutionCallback):
    """Passes each solution on."""

    def __init__(self, columns: list[cp_model.IntVar], news: "queue.Queue[Found]") -> None:
        super().__init__()
        self._columns, self._news = columns, news

    def on_solution_callback(self) -> None:
        """A better one."""
        self._news.put(Found(values=[self.value(column) for column in self._columns]))


def _cp_model(mip: Mip) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    model = cp_model.CpModel()
    columns = [model.new_int_var(0, upper, "") for upper in mip.upper]
    for row in mip.rows:
        terms = [columns[column] for column in row.columns]
        expression = cp_model.LinearExpr.weighted_sum(terms, list(row.factors))
        model.add_linear_constraint(expression, row.low, row.high)
    model.minimize(cp_model.LinearExpr.weighted_sum(columns, mip.cost))
    return model, columns


def by_highs(mip: Mip, task: Task) -> Iterator[Found]:
    """HiGHS: nothing is heard of it before its time is up."""
    model = mathopt.Model.from_model_proto(_model_proto(mip))
    columns = list(model.variables())
    hint = {columns[column]: float(value) for column, value in task.hint.items()}
    hints = [mathopt.SolutionHint(variable_values=hint)] if hint else []
    news: queue.Queue[Found] = queue.Queue()
    interrupter = SolveInterrupter()

    def run() -> None:
        result = mathopt.solve(
            model,
            mathopt.SolverType.HIGHS,
            params=mathopt.SolveParameters(
                time_limit=timedelta(seconds=task.seconds),
                relative_gap_tolerance=0.0,
                absolute_gap_tolerance=0.0,
            ),
            model_params=mathopt.ModelSolveParameters(solution_hints=hints),
            interrupter=interrupter,
        )
        news.put(_found(mip, model, result))

    yield from _listen(run, news, task.stop, interrupter.interrupt)


def _found(mip: Mip, model: mathopt.Model, result: mathopt.SolveResult) -> Found:
    """What can be trusted of a result: whole values, and the bound less the error it may have."""
    values = None
    if result.has_primal_feasible_solution():
        values = [round(value) for value in result.variable_values(model.variables())]
    bound = safe_bound(result.best_objective_bound(), mip.coin)
    ended = result.termination.reason == mathopt.TerminationReason.OPTIMAL
    return Found(values=values, bound=bound, ended=ended)


def safe_bound(bound: float, coin: int) -> int | None:
    """A bound in whole øre, given one in floating point that may err a little.

    Args:
        bound: øre.
        coin: what every solution costs a multiple of: the least that is not below is a bound too.
    """
    if not math.isfinite(bound):
        return None
    least = bound - RELATIVE_ERROR * max(1.0, abs(bound))
    return math.ceil(least / coin) * coin


def _model_proto(mip: Mip) -> ModelProto:
    proto = ModelProto()
    count = len(mip.cost)
    proto.variables.ids.extend(range(count))
    proto.variables.lower_bounds.extend([0.0] * count)
    proto.variables.upper_bounds.extend(map(float, mip.upper))
    proto.variables.integers.extend([True] * count)
    priced = [column for column in range(count) if mip.cost[column]]
    proto.objective.linear_coefficients.ids.extend(priced)
    proto.objective.linear_coefficients.values.extend(float(mip.cost[c]) for c in priced)
    rows, matrix = proto.linear_constraints, proto.linear_constraint_matrix
    for number, row in enumerate(mip.rows):
        rows.ids.append(number)
        rows.lower_bounds.append(float(row.low) if row.low > -NO_LIMIT else -math.inf)
        rows.upper_bounds.append(float(row.high) if row.high < NO_LIMIT else math.inf)
        terms = sorted(zip(row.columns, row.factors, strict=True))
        matrix.row_ids.extend([number] * len(terms))
        matrix.column_ids.extend(column for column, _ in terms)
        matrix.coefficients.extend(float(factor) for _, factor in terms)
    return proto


def _listen(
    run: Callable[[], None],
    news: "queue.Queue[Found]",
    stop: Callable[[], bool],
    interrupt: Callable[[], object],
) -> Iterator[Found]:
    """What a solver tells from a thread of its own, which ends when it is told to stop."""
    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    while worker.is_alive() or not news.empty():
        if stop():
            interrupt()
        try:
            latest = news.get(timeout=POLL_SECONDS)
        except queue.Empty:
            continue
        while not news.empty():
            latest = both(latest, news.get())
        yield latest


def both(one: Found, later: Found) -> Found:
    """Two steps as one: solutions and bounds only get better."""
    return Found(
        values=one.values if later.values is None else later.values,
        bound=max((b for b in (one.bound, later.bound) if b is not None), default=None),
        ended=one.ended or later.ended,
    )
