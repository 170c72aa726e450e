"""Restricted maximum likelihood, with a variance at zero told and not hidden.

The residual variance is profiled out; the rest is found by L-BFGS-B with the exact gradient
from several starts, then sharpened by Newton steps with the exact second derivatives
(Lindstrom and Bates 1988; Bates et al. 2015, section 3.4, for the profiled criterion).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from samskab.evidence.effect.mixed.model import Floats, MixedModel
from samskab.evidence.effect.mixed.moments import Curvature, Moments, curvature, moments
from samskab.evidence.effect.mixed.shape import bounds, relative_theta, start

RATIOS = (0.003, 0.03, 0.3, 3.0, 30.0)
"""Variance ratios to try first, for all terms alike."""
ZERO_RATIO = 1e-9
"""A variance below this share of the residual one is zero."""
SLOPE_TOLERANCE = 1e-4
"""Of the deviance by the logarithm of a variance: 1e-4 moves no figure that anyone reads."""
NEWTON_STEPS = 20
FLAT_CURVATURE = 1e-10
"""Of scaled second derivatives: below it a direction tells nothing."""
SMALLEST_STEP = 1e-11
"""In scaled units, where rounding begins."""


@dataclass(frozen=True, slots=True)
class RemlFit:
    """A mixed model at its REML estimate.

    Attributes:
        model: what was fitted.
        variances: (R,) in the outcome's own units, in the order of `model.parameters`, the
            residual variance last.
        at: the moments there.
        second: the second moments there.
        boundary: terms whose estimated variance is zero (or whose effects are perfectly
            correlated): intervals lean on the other variances alone.
        free: (R,) False for a variance held at zero.
        converged: the slope is flat in every direction that is free.
    """

    model: MixedModel
    variances: Floats
    at: Moments
    second: Curvature
    boundary: tuple[str, ...]
    free: npt.NDArray[np.bool_]
    converged: bool

    @property
    def beta(self) -> Floats:
        """(p,) fixed effects."""
        return self.at.beta

    @property
    def deviance(self) -> float:
        """-2 times the restricted log-likelihood."""
        return self.at.deviance


def fit_reml(model: MixedModel) -> RemlFit:
    """The REML estimate; `converged` says whether it was reached."""
    values = _optimum(model)
    at, free = _sharpened(model, _full_theta(model, values), _lone(model))
    singular = _singular_terms(model, at.theta)
    slope = np.abs(at.gradient * at.theta)[free]
    return RemlFit(
        model=model,
        variances=_unscaled(model, at.theta),
        at=at,
        second=curvature(model, at),
        boundary=tuple(model.terms[k] for k in singular),
        free=free,
        converged=bool(singular) or bool(np.all(slope < SLOPE_TOLERANCE)),
    )


def _profile(values: Floats, model: MixedModel) -> tuple[float, Floats]:
    """The profiled deviance and its gradient by the free numbers."""
    gamma, jacobian = relative_theta(model, values)
    at = moments(model, np.append(gamma, 1.0))
    freedom = model.observations - model.X.shape[2]
    s2 = max(at.form / freedom, np.finfo(float).tiny)
    deviance = at.deviance - at.form + freedom * (1.0 + np.log(s2))
    return deviance, jacobian.T @ (at.traces - at.quadratic / s2)[:-1]


def _optimum(model: MixedModel) -> Floats:
    if not model.parameters:
        return np.zeros(0)
    starts = [start(model, ratio) for ratio in RATIOS]
    heights = [_profile(values, model)[0] for values in starts]
    best = [starts[i] for i in np.argsort(heights)[:2]]
    found = [
        minimize(
            _profile,
            values,
            args=(model,),
            jac=True,
            method="L-BFGS-B",
            bounds=bounds(model),
            options={"maxiter": 500, "ftol": 1e-13, "gtol": 1e-7},
        )
        for values in best
    ]
    return np.asarray(min(found, key=lambda result: float(result.fun)).x, dtype=np.float64)


def _full_theta(model: MixedModel, values: Floats) -> Floats:
    gamma, _ = relative_theta(model, values)
    at = moments(model, np.append(gamma, 1.0))
    s2 = at.form / (model.observations - model.X.shape[2])
    return np.asarray(np.append(gamma, 1.0) * s2)


def _lone(model: MixedModel) -> npt.NDArray[np.bool_]:
    """(R,) True for a variance of a term with one effect: it may stand at zero by itself."""
    lone = [model.scales[p.term].size == 1 for p in model.parameters]
    return np.array([*lone, False])


def _sharpened(
    model: MixedModel, theta: Floats, lone: npt.NDArray[np.bool_]
) -> tuple[Moments, npt.NDArray[np.bool_]]:
    """Newton steps on the deviance; a lone variance that would cross zero is held there."""
    at = moments(model, np.where(lone & (theta < ZERO_RATIO * theta[-1]), 0.0, theta))
    free = np.ones(theta.size, dtype=np.bool_)
    for _ in range(NEWTON_STEPS):
        free = ~(lone & (at.theta <= 0.0) & (at.gradient >= 0.0))
        better = _newton(model, at, free, lone)
        if better is None:
            break
        at = better
    return at, free


def _newton(
    model: MixedModel, at: Moments, free: npt.NDArray[np.bool_], lone: npt.NDArray[np.bool_]
) -> Moments | None:
    """One step, halved until the deviance does not rise; None where there is none to take."""
    hessian = 2.0 * curvature(model, at).observed[np.ix_(free, free)]
    scale = np.sqrt(np.abs(np.diag(hessian)))
    if (
        np.any(scale == 0.0)
        or np.linalg.eigvalsh(hessian / np.outer(scale, scale))[0] < FLAT_CURVATURE
    ):
        return None
    step = np.zeros(free.size)
    step[free] = -np.linalg.solve(hessian, at.gradient[free])
    if np.max(np.abs(step[free] * scale)) < SMALLEST_STEP:
        return None
    for halving in range(8):
        theta = at.theta + step / 2**halving
        theta = np.where(lone, np.maximum(theta, 0.0), theta)
        try:
            tried = moments(model, theta)
        except np.linalg.LinAlgError:
            continue
        if tried.deviance <= at.deviance and theta[-1] > 0.0 and _inside(model, theta):
            return tried
    return None


def _inside(model: MixedModel, theta: Floats) -> bool:
    """Every term's covariance matrix is positive semi-definite."""
    return all(np.linalg.eigvalsh(psi)[0] >= 0.0 for psi in _covariances(model, theta))


def _covariances(model: MixedModel, theta: Floats) -> list[Floats]:
    matrices = [np.zeros((scale.size, scale.size)) for scale in model.scales]
    for p, value in zip(model.parameters, theta[:-1], strict=True):
        matrices[p.term][p.row, p.column] = matrices[p.term][p.column, p.row] = value
    return matrices


def _singular_terms(model: MixedModel, theta: Floats) -> list[int]:
    return [
        k
        for k, psi in enumerate(_covariances(model, theta))
        if np.linalg.eigvalsh(psi)[0] <= ZERO_RATIO * theta[-1]
    ]


def _unscaled(model: MixedModel, theta: Floats) -> Floats:
    factor = [
        model.scales[p.term][p.row] * model.scales[p.term][p.column] for p in model.parameters
    ]
    return np.asarray(theta / np.array([*factor, 1.0]))
