"""How alike those who have started and those who wait are, on what was known before.

With W waves there are W - 1 steps: after step s the clusters of waves 1..s have started. For each
step and covariate the difference is between the mean of the started and the mean of the waiting, in
standard deviations of the covariate over all clusters. The score is the l2 metric of Raab and
Butcher (2001, Statistics in Medicine 20:351) as Li et al. (2016, Statistics in Medicine 35:1565)
use it for constrained randomisation, averaged over the steps: sum over k of w_k d_sk². With two
waves it is their score itself.
"""

import numpy as np

from samskab.common.errors import Fault, InputError
from samskab.evidence.rollout.codes import RolloutCode
from samskab.evidence.rollout.model import Floats, Integers, Rollout


def mean_differences(rollout: Rollout, allocations: Integers) -> Floats:
    """Started minus waiting, in standard deviations.

    Args:
        rollout: K covariates of C clusters.
        allocations: (N, C) the wave of each cluster, counted from 0.

    Returns:
        (N, W - 1, K); NaN at a step at which nobody has started or nobody waits.

    Raises:
        InputError: there is no covariate to compare on.
    """
    if not rollout.covariates:
        raise InputError([Fault(RolloutCode.NO_COVARIATES)])
    values = np.column_stack([covariate.values for covariate in rollout.covariates])
    z = (values - values.mean(axis=0)) / values.std(axis=0, ddof=1)
    steps = np.arange(len(rollout.waves) - 1)
    differences = np.empty((len(allocations), len(steps), z.shape[1]))
    for step in steps:
        started = (allocations <= step).astype(np.float64)
        count = started.sum(axis=1, keepdims=True)
        total = started @ z
        with np.errstate(divide="ignore", invalid="ignore"):
            # The standardised values add up to nothing: the waiting hold minus the total.
            differences[:, step] = total / count + total / (z.shape[0] - count)
    return np.where(np.isfinite(differences), differences, np.nan)


def balance_scores(rollout: Rollout, allocations: Integers) -> Floats:
    """(N,) the l2 score averaged over the steps that compare somebody; 0 is perfect balance.

    Raises:
        InputError: there is no covariate to balance.
    """
    weight = np.array([covariate.weight for covariate in rollout.covariates])
    squares = mean_differences(rollout, allocations) ** 2
    compared = np.isfinite(squares).all(axis=2)
    score = np.where(compared, np.nan_to_num(squares) @ weight, 0.0).sum(axis=1)
    return np.asarray(score / np.maximum(compared.sum(axis=1), 1), dtype=np.float64)
