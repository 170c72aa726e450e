"""Many small linear programmes of one shape, solved by HiGHS in a few calls.

A call costs a millisecond whatever it solves, and a programme of this size a tenth of that: put
on the diagonal of one sparse programme, they share the call.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import csr_array

from samskab.evidence.efficiency.units import Figures

MOST_COEFFICIENTS = 60_000
"""In one call: beyond it, HiGHS takes longer over the whole than over its parts."""
OPTIMAL = 0


@dataclass(frozen=True, slots=True)
class Blocks:
    """K programmes: minimise c·z subject to A z <= b, E z = d, low <= z <= high.

    Attributes:
        cost: (K, V).
        at_most, most: A (K, R, V) and b (K, R).
        equal, value: E (K, Q, V) and d (K, Q).
        low, high: (K, V), infinite where a variable is not bounded.
    """

    cost: Figures
    at_most: Figures
    most: Figures
    equal: Figures
    value: Figures
    low: Figures
    high: Figures

    def part(self, start: int, stop: int) -> "Blocks":
        """Some of them."""
        return Blocks(*(getattr(self, name)[start:stop] for name in self.__slots__))


def solve_blocks(blocks: Blocks) -> Figures:
    """The optimal z of each programme, (K, V); NaN where it has none (infeasible, unbounded)."""
    count, variables = blocks.cost.shape
    rows = blocks.at_most.shape[1] + blocks.equal.shape[1]
    size = max(1, MOST_COEFFICIENTS // (rows * variables))
    parts = [_solved(blocks.part(start, start + size)) for start in range(0, count, size)]
    return np.concatenate(parts) if parts else np.empty((0, variables))


def _solved(blocks: Blocks) -> Figures:
    """One call; where a programme has no optimum the call has none, so halves find which."""
    count, variables = blocks.cost.shape
    answer = linprog(
        blocks.cost.ravel(),
        A_ub=_on_diagonal(blocks.at_most),
        b_ub=blocks.most.ravel(),
        A_eq=_on_diagonal(blocks.equal),
        b_eq=blocks.value.ravel(),
        bounds=np.column_stack([blocks.low.ravel(), blocks.high.ravel()]),
        method="highs",
    )
    if answer.status == OPTIMAL:
        found: Figures = np.asarray(answer.x, dtype=float).reshape(count, variables)
        return found
    if count == 1:
        return np.full((1, variables), np.nan)
    half = count // 2
    return np.concatenate([_solved(blocks.part(0, half)), _solved(blocks.part(half, count))])


def _on_diagonal(coefficients: Figures) -> csr_array | None:
    count, rows, variables = coefficients.shape
    if rows == 0:
        return None
    block, row, variable = np.nonzero(coefficients)
    at: tuple[NDArray[np.intp], NDArray[np.intp]] = (
        block * rows + row,
        block * variables + variable,
    )
    shape = (count * rows, count * variables)
    return csr_array((coefficients[block, row, variable], at), shape=shape)
