"""Tests and intervals of fixed effects in small samples."""

from dataclasses import dataclass

import numpy as np
from scipy import stats

from samskab.evidence.effect.mixed.model import Floats
from samskab.evidence.effect.mixed.reml import RemlFit

VANISHED = 1e-10
"""A difference of numbers near one, below this, is zero but for rounding."""
NEAR_TWO = 1e-2
"""With so nearly 2 denominator degrees of freedom the scaling has no limit: it is left out."""


@dataclass(frozen=True, slots=True)
class Contrast:
    """One linear combination of fixed effects, in the outcome's units.

    Attributes:
        estimate: l' beta.
        se: its standard error.
        df: degrees of freedom of the t distribution it is compared with.
        p: two-sided.
        low, high: the interval at `level`.
        level: such as 0.95.
    """

    estimate: float
    se: float
    df: float
    p: float
    low: float
    high: float
    level: float


@dataclass(frozen=True, slots=True)
class FTest:
    """Several combinations at once (Kenward and Roger 1997).

    Attributes:
        F: scaled by `scaling`.
        ndf, ddf: numerator and denominator degrees of freedom.
        p: of F.
        scaling: their lambda.
        F_unscaled, p_unscaled: without it.
    """

    F: float
    ndf: int
    ddf: float
    p: float
    scaling: float
    F_unscaled: float
    p_unscaled: float


def contrast(estimate: float, se: float, df: float, level: float = 0.95) -> Contrast:
    """Compare estimate/se with t on df; df may be infinite."""
    t = estimate / se
    half = float(stats.t.ppf(0.5 + level / 2.0, df)) * se
    p = float(2.0 * stats.t.sf(abs(t), df))
    return Contrast(estimate, se, df, p, estimate - half, estimate + half, level)


def satterthwaite(fit: RemlFit, l: Floats, level: float = 0.95) -> Contrast:  # noqa: E741
    """Degrees of freedom 2 v^2 / Var(v), v = l' Phi l (Giesbrecht and Burns 1985).

    Var(theta) comes from the observed information; a variance at zero is taken as known.

    Args:
        fit: a mixed model.
        l: (p,) the combination.
        level: of the interval.
    """
    Phi, free = fit.at.Phi, fit.free
    v = float(l @ Phi @ l)
    slope = -np.einsum("p,rpq,q->r", Phi @ l, fit.second.P, Phi @ l)[free]
    information = fit.second.observed[np.ix_(free, free)]
    scale = 1.0 / np.sqrt(np.abs(np.diag(information)))
    inverse = np.linalg.pinv(information * np.outer(scale, scale), rcond=1e-10, hermitian=True)
    spread = float((slope * scale) @ inverse @ (slope * scale))
    df = 2.0 * v**2 / spread if spread > 0.0 else np.inf
    return contrast(float(l @ fit.beta), v**0.5, df, level)


def kenward_roger(fit: RemlFit, l: Floats, level: float = 0.95) -> Contrast:  # noqa: E741
    """The adjusted standard error and its degrees of freedom for one combination."""
    test = kenward_roger_f(fit, l[None, :])
    se = float(np.sqrt(l @ adjusted_covariance(fit) @ l))
    return contrast(float(l @ fit.beta), se, test.ddf, level)


def adjusted_covariance(fit: RemlFit) -> Floats:
    """(p, p) Phi_A = Phi + 2 Phi {sum W_rs (Q_rs - P_r Phi P_s)} Phi.

    Kenward and Roger (1997), equation 4 of section 2; V is linear in theta, so R_rs = 0.
    """
    Phi, P, Q = fit.at.Phi, fit.second.P, fit.second.Q
    W = _theta_covariance(fit)
    PPhiP = np.einsum("rpa,ab,sbq->rspq", P, Phi, P, optimize=True)
    inner = np.einsum("rs,rspq->pq", W, Q - PPhiP)
    return np.asarray(Phi + 2.0 * Phi @ inner @ Phi)


def kenward_roger_f(fit: RemlFit, L: Floats) -> FTest:
    """F test of L beta = 0 for L (ell, p), by section 3 of Kenward and Roger (1997)."""
    Phi, P, W = fit.at.Phi, fit.second.P, _theta_covariance(fit)
    ell = int(np.linalg.matrix_rank(L))
    Theta = L.T @ np.linalg.solve(L @ Phi @ L.T, L)
    M = Theta @ Phi @ P @ Phi
    A1 = float(np.einsum("rs,rpp,sqq->", W, M, M))
    A2 = float(np.einsum("rs,rpq,sqp->", W, M, M))
    ddf, scaling = _matched(A1, A2, ell)
    effect = L @ fit.beta
    unscaled = float(effect @ np.linalg.solve(L @ adjusted_covariance(fit) @ L.T, effect)) / ell
    F = scaling * unscaled
    p, p_unscaled = (float(stats.f.sf(value, ell, ddf)) for value in (F, unscaled))
    return FTest(F, ell, ddf, p, scaling, unscaled, p_unscaled)


def _theta_covariance(fit: RemlFit) -> Floats:
    """(R, R) W, from the expected information of every parameter, also one at zero."""
    information = fit.second.expected
    scale = 1.0 / np.sqrt(np.diag(information))
    inverse = np.linalg.pinv(information * np.outer(scale, scale), rcond=1e-12, hermitian=True)
    return np.asarray(inverse * np.outer(scale, scale))


def _matched(A1: float, A2: float, ell: int) -> tuple[float, float]:
    """(m, lambda) that match the first two moments of F.

    Numerator and denominator of E* and V* may vanish together, where the test is exact (a
    balanced split plot): the quotient is then 1, as Halekoh and Hojsgaard (2014) take it.
    """
    if A2 <= 0.0:
        return np.inf, 1.0
    B = (A1 + 6.0 * A2) / (2.0 * ell)
    g = ((ell + 1.0) * A1 - (ell + 4.0) * A2) / ((ell + 2.0) * A2)
    below = 3.0 * ell + 2.0 * (1.0 - g)
    c1, c2, c3 = g / below, (ell - g) / below, (ell + 2.0 - g) / below
    V0, V1, V2 = 1.0 + c1 * B, 1.0 - c2 * B, 1.0 - c3 * B
    V0 = 0.0 if abs(V0) < VANISHED else V0
    rho = _quotient(1.0 - A2 / ell, V1) ** 2 * _quotient(V0, V2) / ell
    m = 4.0 + (ell + 2.0) / (ell * rho - 1.0)
    scaling = 1.0 if abs(m - 2.0) < NEAR_TWO else m * (1.0 - A2 / ell) / (m - 2.0)
    return m, scaling


def _quotient(above: float, below: float) -> float:
    return 1.0 if max(abs(above), abs(below)) < VANISHED else above / below
