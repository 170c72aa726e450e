"""A logistic mixed model with a random intercept per cluster, by the Laplace approximation.

As lme4's glmer does it: beta and tau are maximised together over the approximation at each
cluster's mode (Bates et al.; the standard error of beta is from the joint second derivatives,
tau included). Observations with equal rows of X in one cluster count as binomial sums.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import expit

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.codes import EffectCode
from samskab.evidence.effect.mixed.contrasts import Contrast, contrast

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

MODE_STEPS = 100
NEWTON_TOLERANCE = 1e-12
ZERO_TAU = 1e-5
"""A standard deviation below this on the logit scale is zero."""
FLAT = 1e-3
"""Of the slope, in standard errors."""
LARGEST_COEFFICIENT = 12.0
"""A log odds ratio beyond this means that a column separates ones from zeros."""


@dataclass(frozen=True, slots=True)
class BinomialRows:
    """n rows of binomial counts.

    Attributes:
        ones: (n,) observations with outcome 1.
        count: (n,) observations.
        X: (n, p) fixed effects.
        cluster: (n,) whole numbers from 0.
    """

    ones: Floats
    count: Floats
    X: Floats
    cluster: Integers


@dataclass(frozen=True, slots=True)
class LogisticMixedFit:
    """At the maximum of the Laplace approximation.

    Attributes:
        beta: (p,) log odds ratios given the cluster.
        covariance: (p, p) of beta.
        tau2: the variance of the clusters' intercepts on the logit scale.
        deviance: -2 log-likelihood of the binary observations.
        boundary: True where tau2 is zero.
        converged: the slope is flat.
    """

    beta: Floats
    covariance: Floats
    tau2: float
    deviance: float
    boundary: bool
    converged: bool

    def effect(self, column: int, level: float = 0.95) -> Contrast:
        """The log odds ratio of one column, compared with the normal distribution."""
        se = float(np.sqrt(self.covariance[column, column]))
        return contrast(float(self.beta[column]), se, np.inf, level)


def binomial_rows(y: Floats, X: Floats, cluster: Integers) -> BinomialRows:
    """Sum binary observations with equal cluster and X.

    Raises:
        InputError: an outcome that is neither 0 nor 1, or X of less than full rank.
    """
    others = np.unique(y[(y != 0.0) & (y != 1.0)])
    if others.size:
        raise InputError([Fault(EffectCode.OUTCOME_NOT_BINARY, {"value": float(others[0])})])
    if np.linalg.matrix_rank(X) < X.shape[1]:
        raise InputError([Fault(EffectCode.NOT_ESTIMABLE)])
    _, group = np.unique(cluster, return_inverse=True)
    keys, cell = np.unique(np.column_stack([group, X]), axis=0, return_inverse=True)
    cell = cell.ravel()
    ones = np.bincount(cell, y).astype(np.float64)
    count = np.bincount(cell).astype(np.float64)
    return BinomialRows(ones, count, keys[:, 1:], keys[:, 0].astype(np.int64))


def fit_logistic_mixed(rows: BinomialRows) -> LogisticMixedFit:
    """Maximise the Laplace approximation.

    Raises:
        InputError: a column of X separates ones from zeros, so that no finite estimate exists.
    """
    p = rows.X.shape[1]
    start = np.append(_pooled(rows), 0.3)
    found = minimize(
        _deviance_and_slope,
        start,
        args=(rows,),
        jac=True,
        method="L-BFGS-B",
        bounds=[(None, None)] * p + [(0.0, None)],
        options={"maxiter": 1000, "ftol": 1e-15, "gtol": 1e-8},
    )
    at = np.asarray(found.x, dtype=np.float64)
    spread = np.ptp(rows.X, axis=0)
    if np.any(np.abs(at[:p]) * np.where(spread > 0.0, spread, 1.0) > LARGEST_COEFFICIENT):
        raise InputError([Fault(EffectCode.SEPARATED)])
    boundary = bool(at[p] < ZERO_TAU)
    hessian = _hessian(at, rows)
    kept = p if boundary else p + 1
    covariance = np.asarray(2.0 * np.linalg.inv(hessian[:kept, :kept])[:p, :p], np.float64)
    slope = _deviance_and_slope(at, rows)[1]
    flat = np.abs(slope[:kept]) * np.sqrt(np.diag(np.linalg.inv(hessian[:kept, :kept])))
    return LogisticMixedFit(
        beta=at[:p],
        covariance=covariance,
        tau2=0.0 if boundary else float(at[p] ** 2),
        deviance=float(found.fun),
        boundary=boundary,
        converged=bool(np.all(flat < FLAT)),
    )


def _pooled(rows: BinomialRows) -> Floats:
    """(p,) logistic regression without clusters, by Newton's method."""
    beta = np.zeros(rows.X.shape[1])
    for _ in range(25):
        mu = expit(rows.X @ beta)
        weight = rows.count * mu * (1.0 - mu) + 1e-10
        information = rows.X.T @ (weight[:, None] * rows.X)
        step = np.linalg.solve(information, rows.X.T @ (rows.ones - rows.count * mu))
        beta = np.clip(beta + step, -LARGEST_COEFFICIENT, LARGEST_COEFFICIENT)
        if np.max(np.abs(step)) < NEWTON_TOLERANCE:
            break
    return beta


def _modes(values: Floats, rows: BinomialRows) -> Floats:
    """(I,) the standardised cluster effects v = u / tau that maximise the joint density."""
    eta, tau, size = rows.X @ values[:-1], values[-1], int(rows.cluster.max()) + 1
    v = np.zeros(size)
    for _ in range(MODE_STEPS):
        mu = expit(eta + tau * v[rows.cluster])
        slope = tau * np.bincount(rows.cluster, rows.ones - rows.count * mu, minlength=size) - v
        weight = np.bincount(rows.cluster, rows.count * mu * (1.0 - mu), minlength=size)
        step = slope / (1.0 + tau**2 * weight)
        v = v + np.clip(step, -2.0, 2.0)
        if np.max(np.abs(step)) < NEWTON_TOLERANCE:
            break
    return v


def _deviance_and_slope(values: Floats, rows: BinomialRows) -> tuple[float, Floats]:
    """-2 log-likelihood (Laplace) and its gradient by beta and tau, modes moving along."""
    tau, c = values[-1], rows.cluster
    v = _modes(values, rows)
    size = v.size
    eta = rows.X @ values[:-1] + tau * v[c]
    mu = expit(eta)
    w = rows.count * mu * (1.0 - mu)
    third = w * (1.0 - 2.0 * mu)
    W = np.bincount(c, w, minlength=size)
    D = 1.0 + tau**2 * W
    log_joint = np.sum(rows.ones * eta - rows.count * np.logaddexp(0.0, eta)) - 0.5 * np.sum(v**2)
    deviance = -2.0 * log_joint + np.sum(np.log(D))

    residual = rows.ones - rows.count * mu
    T = np.bincount(c, third, minlength=size)
    # The modes solve tau * sum(residual) = v: their own slopes follow by that equation.
    wX = np.stack([np.bincount(c, w * x, minlength=size) for x in rows.X.T], axis=1)
    tX = np.stack([np.bincount(c, third * x, minlength=size) for x in rows.X.T], axis=1)
    S = np.bincount(c, residual, minlength=size)
    v_beta = -tau * wX / D[:, None]
    v_tau = (S - tau * v * W) / D
    d_beta = tau**2 * (tX + tau * T[:, None] * v_beta)
    d_tau = 2.0 * tau * W + tau**2 * T * (v + tau * v_tau)
    by_beta = -2.0 * rows.X.T @ residual + np.sum(d_beta / D[:, None], axis=0)
    by_tau = -2.0 * np.sum(S * v) + np.sum(d_tau / D)
    return float(deviance), np.append(by_beta, by_tau)


def _hessian(values: Floats, rows: BinomialRows) -> Floats:
    """Central differences of the exact gradient."""
    size = values.size
    hessian = np.empty((size, size))
    for i in range(size):
        h = 1e-5 * max(1.0, abs(values[i]))
        step = np.zeros(size)
        step[i] = h
        ahead, behind = (_deviance_and_slope(values + s * step, rows)[1] for s in (1.0, -1.0))
        hessian[i] = (ahead - behind) / (2.0 * h)
    return 0.5 * (hessian + hessian.T)
