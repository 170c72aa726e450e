"""One step of the search: decide a neighbourhood as well as a share of effort allows."""

from dataclasses import dataclass

from ortools.sat.python import cp_model

from samskab.planner.search.board import Board
from samskab.planner.search.constraining import constrain
from samskab.planner.search.cp_sat import FOUND
from samskab.planner.search.hint import hint
from samskab.planner.search.model import NeighbourhoodModel
from samskab.planner.search.neighbourhood import Neighbourhood
from samskab.planner.search.small_solver import small_solver
from samskab.planner.search.solution import Placed
from samskab.planner.search.unfairness import price_unfairness


@dataclass(frozen=True, slots=True)
class Decided:
    """What a step gave.

    Attributes:
        sessions: the whole plan anew; None where the solver found nothing in its effort.
        effort: deterministic seconds spent, the same on every machine.
        proven: whether nothing better lies in the neighbourhood.
    """

    sessions: tuple[Placed, ...] | None
    effort: float
    proven: bool


def decide(neighbourhood: Neighbourhood, board: Board, *, effort: float, seed: int) -> Decided:
    """Solve a neighbourhood with one worker: the same input gives the same answer.

    Args:
        neighbourhood: what to decide.
        board: what stands meanwhile.
        effort: deterministic seconds at most.
        seed: of the solver.
    """
    model = NeighbourhoodModel(neighbourhood, board)
    constrain(model)
    price_unfairness(model)
    model.cp.minimize_total(model.price)
    hint(model)
    solver = small_solver(effort=effort, seed=seed)
    status = solver.solve(model.cp)
    return Decided(
        sessions=model.read(solver) if status in FOUND else None,
        effort=solver.response_proto.deterministic_time,
        proven=status == cp_model.OPTIMAL,
    )
