"""What covariates leave unexplained, as the mean of each cluster.

Gail et al. (1996, Statistics in Medicine 15:1069): fit the outcome on the covariates without the
treatment, and permute the clusters' mean residuals.
"""

import warnings
from decimal import Decimal

import numpy as np
import numpy.typing as npt
from statsmodels.genmod.families import Binomial, Gaussian
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.tools.sm_exceptions import PerfectSeparationWarning

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.permutation.cluster_means import ClusterMeans, Floats
from samskab.evidence.effect.permutation.codes import PermutationCode


def residual_means(
    outcome: Floats, cluster: npt.NDArray[np.generic], covariates: Floats, *, binary: bool
) -> ClusterMeans:
    """Mean residual of each cluster, as one period.

    Args:
        outcome: (N,) one for each person; 0 or 1 where `binary`.
        cluster: (N,) the cluster's label.
        covariates: (N, K) without an intercept: one is added; categories as K - 1 columns of 0/1.
        binary: logistic regression; else linear.

    Returns:
        C clusters in the order of their sorted labels, in one period.

    Raises:
        InputError: values that are no numbers, a binary outcome with others than 0 and 1, an
            outcome that never varies, covariates that tell the outcome without fail.
    """
    _require_readable(outcome, covariates, binary=binary)
    design = np.column_stack([np.ones(len(outcome)), covariates])
    model = GLM(outcome, design, family=Binomial() if binary else Gaussian())
    with warnings.catch_warnings():
        warnings.simplefilter("error", PerfectSeparationWarning)
        try:
            fitted = model.fit().fittedvalues
        except PerfectSeparationWarning as warning:
            raise InputError([Fault(PermutationCode.SEPARATED)]) from warning
    names, row = np.unique(cluster, return_inverse=True)
    people = np.bincount(row).astype(np.float64)
    mean = np.bincount(row, weights=outcome - fitted) / people
    return ClusterMeans(
        clusters=tuple(str(name) for name in names),
        periods=("1",),
        mean=mean[:, None],
        people=people[:, None],
    )


def _require_readable(outcome: Floats, covariates: Floats, *, binary: bool) -> None:
    if len(covariates) != len(outcome):
        values = {"units": len(outcome), "periods": 1}
        raise InputError([Fault(PermutationCode.SHAPE, values)])
    broken = np.flatnonzero(~np.isfinite(outcome + covariates.sum(axis=1)))
    if broken.size:
        values = {"unit": int(broken[0]) + 1, "period": 1}
        raise InputError([Fault(PermutationCode.NOT_A_NUMBER, values)])
    if np.ptp(outcome) <= 0.0:
        raise InputError([Fault(PermutationCode.NEVER_VARIES, {"value": Decimal(str(outcome[0]))})])
    if binary and not np.isin(outcome, (0.0, 1.0)).all():
        raise InputError([Fault(PermutationCode.OUTCOME_NOT_BINARY)])
