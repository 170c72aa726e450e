"""From free numbers to theta: a variance for itself, correlated effects by their Cholesky factor.

All relative to the residual variance. A lone variance is optimised as itself, not as a standard
deviation: the slope at zero then tells whether zero is the optimum.
"""

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
    """gamma (R - 1,) and its Jacobian (R - 1, R - 1) by the free numbers."""
    size = len(model.parameters)
    gamma, jacobian = np.zeros(size), np.zeros((size, size))
    for first, q in factors(model):
        if q == 1:
            gamma[first], jacobian[first, first] = free[first], 1.0
            continue
        index = {(p.row, p.column): i for i, p in enumerate(model.parameters) if i >= first}
        span = slice(first, first + q * (q + 1) // 2)
        lower = np.zeros((q, q))
        places = [(p.column, p.row) for p in model.parameters[span]]
        for value, (i, j) in zip(free[span], places, strict=True):
            lower[i, j] = value
        product = lower @ lower.T
        for a in range(q):
            for b in range(a, q):
                gamma[index[a, b]] = product[a, b]
        for offset, (i, j) in enumerate(places):
            unit = np.zeros((q, q))
            unit[i, j] = 1.0
            change = unit @ lower.T + lower @ unit.T
            for a in range(q):
                for b in range(a, q):
                    jacobian[index[a, b], first + offset] = change[a, b]
    return gamma, jacobian
