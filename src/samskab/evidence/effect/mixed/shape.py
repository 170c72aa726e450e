"""From free numbers to theta: a variance for itself, correlated effects by their Cholesky factor.

All relative to the residual variance. A lone variance is optimised as itself, not as a standard
deviation: the slope at zero then tells whether zero is the optimum.
"""

from collections.abc import Sequence

import numpy as np

from samskab.evidence.effect.mixed.model import Floats, MixedModel


def factors(model: MixedModel) -> tuple[tuple[int, int], ...]:
    """(first parameter, q) of each term."""
    starts, first = [], 0
    for scale in model.scales:
        q = scale.size
        starts.append((first, q))
        first += q * (q + 1) // 2
    return tuple(starts)


def bounds(model: MixedModel) -> list[tuple[float | None, float | None]]:
    """A variance or a Cholesky diagonal is not negative."""
    return [(0.0, None) if p.row == p.column else (None, None) for p in model.parameters]


def start(model: MixedModel, ratio: float) -> Floats:
    """Uncorrelated effects, each of `ratio` times the residual variance."""
    values = np.zeros(len(model.parameters))
    for first, q in factors(model):
        values[first : first + q] = ratio if q == 1 else np.sqrt(ratio)
    return values


def relative_theta(model: MixedModel, free: Floats) -> tuple[Floats, Floats]:
    """Ratios gamma (R - 1,) and their Jacobian (R - 1, R - 1) by the free numbers."""
    size = len(model.parameters)
    gamma, jacobian = np.zeros(size), np.zeros((size, size))
    for first, q in factors(model):
        span = slice(first, first + q * (q + 1) // 2)
        if q == 1:
            gamma[first], jacobian[first, first] = free[first], 1.0
        else:
            places = [(p.row, p.column) for p in model.parameters[span]]
            gamma[span], jacobian[span, span] = _squared(free[span], places, q)
    return gamma, jacobian


def _squared(free: Floats, places: Sequence[tuple[int, int]], q: int) -> tuple[Floats, Floats]:
    """Entries of L L' at `places` and their Jacobian; `free` are L's entries there, transposed."""
    rows, columns = (np.array(index) for index in zip(*places, strict=True))
    lower = np.zeros((q, q))
    lower[columns, rows] = free
    slopes = np.zeros((free.size, free.size))
    for k, (row, column) in enumerate(places):
        unit = np.zeros((q, q))
        unit[column, row] = 1.0
        slopes[:, k] = (unit @ lower.T + lower @ unit.T)[rows, columns]
    return np.asarray((lower @ lower.T)[rows, columns]), slopes
