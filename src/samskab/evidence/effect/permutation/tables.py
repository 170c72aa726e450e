"""Generalised least squares of every allocation by looking up what each cluster adds.

y_ct = beta_t + f_ct' theta + e_ct, Var(e_c) = V_c. What the period effects take is
A = sum_c V_c^-1, which no allocation changes. With beta_0 = A^-1 sum_c V_c^-1 y_c and S = sum_c
V_c^-1 F_c the normal equations of theta are

    (sum_c F_c' V_c^-1 F_c - S' A^-1 S) theta = sum_c F_c' V_c^-1 (y_c - beta_0),

and F_c depends on the cluster's wave alone: every sum is over a (cluster, wave) table.
"""

from dataclasses import dataclass

import numpy as np

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.permutation.cluster_means import Floats, Integers
from samskab.evidence.effect.permutation.codes import PermutationCode
from samskab.evidence.rollout.wave_sums import sums_over_waves

LEAST_INFORMATION = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Q outcomes, C clusters, W waves, T periods, E effects.

    Attributes:
        entries: (C, W, P) what a cluster adds in a wave: right-hand sides (E * Q), information
            (its upper triangle) and whitened S (T * E), side by side.
        periods, effects, outcomes: T, E, Q.
    """

    entries: Floats
    periods: int
    effects: int
    outcomes: int


@dataclass(frozen=True, slots=True, eq=False)
class Fits:
    """The mean of the effects under N allocations.

    Attributes:
        estimate: (N, Q) in the outcome's unit.
        standard_error: (N,) by the working covariance, total variance 1.
    """

    estimate: Floats
    standard_error: Floats


def tables_of(outcomes: Floats, covariance: Floats, columns: Floats) -> Tables:
    """What each cluster adds in each wave.

    Args:
        outcomes: (Q, C, T) tables to be fitted, each by itself.
        covariance: (C, T, T) V_c.
        columns: (W, T, E) F of each wave.
    """
    inverse = np.linalg.inv(covariance)
    factor = np.linalg.cholesky(inverse.sum(axis=0))
    weighted = np.einsum("cts,qcs->qt", inverse, outcomes)
    beta = np.linalg.solve(factor.T, np.linalg.solve(factor, weighted.T)).T
    pull = np.einsum("cts,qcs->cqt", inverse, outcomes - beta[:, None, :])
    taken = np.einsum("cts,wse->cwte", inverse, columns)
    upper = np.triu_indices(columns.shape[2])
    information = np.einsum("wte,cwtf->cwef", columns, taken)[:, :, upper[0], upper[1]]
    whitened = np.einsum("ts,cwse->cwte", np.linalg.inv(factor), taken)
    right = np.einsum("wte,cqt->cweq", columns, pull)
    waves, periods, effects = columns.shape
    cells = (len(inverse), waves, -1)
    parts = [part.reshape(cells) for part in (right, information, whitened)]
    return Tables(np.concatenate(parts, axis=2), periods, effects, len(outcomes))


def fits_of(tables: Tables, allocations: Integers) -> Fits:
    """Fit every allocation.

    Args:
        tables: as `tables_of` made them.
        allocations: (N, C) the wave of each cluster, counted from 0.

    Raises:
        InputError: the effects cannot be told from the periods under some allocation.
    """
    parts = [_fit(tables, sums) for sums in sums_over_waves(tables.entries, allocations)]
    estimate = np.concatenate([part.estimate for part in parts])
    return Fits(estimate, np.concatenate([part.standard_error for part in parts]))


def _fit(tables: Tables, sums: Floats) -> Fits:
    right, information, gross = _normal_equations(tables, sums)
    effects = tables.effects
    mean = np.full((effects, 1), 1.0 / effects)
    try:
        weights = np.linalg.solve(information, np.broadcast_to(mean, (len(right), effects, 1)))
    except np.linalg.LinAlgError as error:
        raise InputError([Fault(PermutationCode.NOT_IDENTIFIED)]) from error
    variance = weights[:, :, 0].mean(axis=1)
    with np.errstate(divide="ignore", invalid="ignore"):
        known = variance * LEAST_INFORMATION < (1.0 / gross).mean(axis=1) / effects
    if not (known & (variance > 0.0)).all():
        raise InputError([Fault(PermutationCode.NOT_IDENTIFIED)])
    estimate = np.einsum("neq,ne->nq", right, weights[:, :, 0])
    return Fits(estimate, np.sqrt(variance))


def _normal_equations(tables: Tables, sums: Floats) -> tuple[Floats, Floats, Floats]:
    """(N, E, Q) right-hand sides, (N, E, E) information, (N, E) it were the periods known."""
    rows = len(sums)
    effects, outcomes = tables.effects, tables.outcomes
    triangle = effects * (effects + 1) // 2
    right, upper, taken = np.split(sums, [effects * outcomes, effects * outcomes + triangle], 1)
    information = np.empty((rows, effects, effects))
    row, column = np.triu_indices(effects)
    information[:, row, column] = upper
    information[:, column, row] = upper
    gross = np.einsum("nee->ne", information).copy()
    taken = taken.reshape(rows, tables.periods, effects)
    information -= taken.transpose(0, 2, 1) @ taken
    return right.reshape(rows, effects, outcomes), information, gross
