"""The effect averaged over the population, by estimating equations (Liang and Zeger 1986).

For binary outcomes above all: a logit or identity link, one working correlation within a
cluster. With few clusters the usual sandwich is too small; the bias-reduced one of Mancl and
DeRouen (2001) is compared with t on clusters less coefficients between clusters.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import statsmodels.api as sm

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.cells import cells_of, check_waves_repeat
from samskab.evidence.effect.codes import EffectCode
from samskab.evidence.effect.mixed.contrasts import Contrast, contrast
from samskab.evidence.effect.outcomes import Floats, Outcomes


class Link(StrEnum):
    """What the effect is: a difference of means, or of log odds."""

    IDENTITY = "identity"
    LOGIT = "logit"


@dataclass(frozen=True, slots=True)
class MarginalEffect:
    """A population-averaged effect of having started.

    Attributes:
        bias_reduced: Mancl and DeRouen's error, t on clusters less 2 degrees of freedom.
        robust: the usual sandwich with the normal distribution, for comparison.
        alpha: the working correlation of two observations of one cluster.
        link: what the estimate's unit is.
        converged: False where the estimate must not be used.
        randomised: True; comparability is the lottery's.
    """

    bias_reduced: Contrast
    robust: Contrast
    alpha: float
    link: Link
    converged: bool
    randomised: bool = True


@dataclass(frozen=True, slots=True)
class MarginalFit:
    """The estimating equations' solution for any columns.

    Attributes:
        beta: (p,).
        robust, bias_reduced: (p, p) covariance matrices.
        alpha: the working correlation.
        converged: whether the iterations ended.
    """

    beta: Floats
    robust: Floats
    bias_reduced: Floats
    alpha: float
    converged: bool


def marginal_effect(
    outcomes: Outcomes, link: Link = Link.IDENTITY, level: float = 0.95
) -> MarginalEffect:
    """Periods and a constant effect, exchangeable within clusters.

    Raises:
        InputError: each wave has one cluster only; a logit of an outcome that is not 0 or 1; the
            level is not in (0, 1); the effect cannot be told from the periods.
    """
    if not 0.0 < level < 1.0:
        raise InputError([Fault(EffectCode.LEVEL_OUT_OF_RANGE, {"level": level})])
    check_waves_repeat(cells_of(outcomes, empty_allowed=True))
    periods, j = np.unique(outcomes.period, return_inverse=True)
    X = np.column_stack([np.eye(periods.size)[j], outcomes.treated])
    fit = fit_marginal(outcomes.y, X, outcomes.cluster, link)
    clusters = np.unique(outcomes.cluster).size
    estimate = float(fit.beta[-1])
    reduced, robust = (float(np.sqrt(V[-1, -1])) for V in (fit.bias_reduced, fit.robust))
    return MarginalEffect(
        bias_reduced=contrast(estimate, reduced, max(clusters - 2, 1), level),
        robust=contrast(estimate, robust, np.inf, level),
        alpha=fit.alpha,
        link=link,
        converged=fit.converged,
    )


def fit_marginal(y: Floats, X: Floats, cluster: np.ndarray, link: Link) -> MarginalFit:
    """Solve the estimating equations.

    Moments of the working correlation divide by counts, not by counts less coefficients, as
    geepack's do.

    Args:
        y: (n,).
        X: (n, p) of full rank.
        cluster: (n,) labels.
        link: identity goes with constant variance, logit with the binomial one.
    """
    if link is Link.LOGIT:
        others = np.unique(y[(y != 0.0) & (y != 1.0)])
        if others.size:
            raise InputError([Fault(EffectCode.OUTCOME_NOT_BINARY, {"value": float(others[0])})])
    if np.linalg.matrix_rank(X) < X.shape[1]:
        raise InputError([Fault(EffectCode.NOT_ESTIMABLE)])
    family = sm.families.Binomial() if link is Link.LOGIT else sm.families.Gaussian()
    working = sm.cov_struct.Exchangeable()
    model = sm.GEE(y, X, groups=cluster, family=family, cov_struct=working)
    found = model.fit(cov_type="bias_reduced", maxiter=200, ctol=1e-10, ddof_scale=0)
    return MarginalFit(
        beta=np.asarray(found.params, dtype=np.float64),
        robust=np.asarray(found.cov_robust),
        bias_reduced=np.asarray(found.cov_robust_bc),
        alpha=float(working.dep_params),
        converged=bool(found.converged),
    )
