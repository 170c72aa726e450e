"""CP-SAT as replanning uses it: few models, each to be solved to a proof if time allows."""

from ortools.sat.python import cp_model

WORKERS = 8
"""On two cores as well: the portfolio of fewer workers lacks those that prove."""


def proving_solver(seconds: float) -> cp_model.CpSolver:
    """A solver with its whole portfolio.

    Args:
        seconds: of wall-clock time at most; none or less still presolves.
    """
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = WORKERS
    solver.parameters.catch_sigint_signal = False  # it would leave Ctrl-C deadly to the process
    solver.parameters.max_time_in_seconds = max(seconds, 0.1)
    return solver
