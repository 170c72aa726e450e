"""CP-SAT as the search uses it: many small models, each in a moment, the same on every machine."""

from ortools.sat.python import cp_model


def small_solver(*, effort: float, seed: int) -> cp_model.CpSolver:
    """A solver with one worker: the same model gives the same answer.

    Args:
        effort: deterministic seconds at most.
        seed: of the solver.
    """
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False  # it would leave Ctrl-C deadly to the process
    # the linear relaxation of seats, dates and gaps is nearly whole: all of it pays, and what
    # presolve could find besides costs more than the whole of so small a solve
    solver.parameters.linearization_level = 2
    solver.parameters.symmetry_level = 0
    solver.parameters.cp_model_probing_level = 0
    solver.parameters.max_presolve_iterations = 1
    solver.parameters.max_deterministic_time = effort
    solver.parameters.random_seed = seed
    return solver
