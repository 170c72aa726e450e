"""The covariance of one cluster's cell means: nothing larger than J x J is ever formed."""

import numpy as np

from samskab.evidence.power.arrays import FloatArray
from samskab.evidence.power.correlation import RandomEffects


def cell_covariance(
    effects: RandomEffects, columns: FloatArray, persons: FloatArray, residual: FloatArray
) -> FloatArray:
    """The covariance of the means of a cluster's measured cells.

    Hussey and Hughes (2007), eq. 3, with the random treatment effect of Hughes, Granston and
    Heagerty (2015), the person's effect of Li et al. (2018) and the churn of Kasza et al. (2020):
    two cells share min(n_j, n_l) people, less those who have been exchanged.

    Args:
        effects: standard deviations of the random effects.
        columns: (J, K); how far each level of treatment is on.
        persons: (J,); people per cell, all above 0.
        residual: (J,); variance of one measurement, given the random effects.

    Returns:
        (J, J), in squared units of the outcome (or of its link).
    """
    when = np.arange(persons.size)
    lag = np.abs(when[:, None] - when[None, :])
    on = columns.sum(axis=1)
    together = columns @ columns.T if effects.level_by_level else np.outer(on, on)
    shared = (
        effects.tau**2 * effects.cluster_decay**lag
        + effects.eta**2 * effects.treatment_decay**lag * together
        + effects.rho * effects.tau * effects.eta * (on[:, None] + on[None, :])
    )
    stay = np.where(lag == 0, 1.0, 1.0 - effects.churn) * effects.person_decay**lag
    own = effects.zeta**2 * stay / np.maximum(persons[:, None], persons[None, :])
    single = effects.gamma**2 + residual / persons
    result: FloatArray = shared + own + np.diag(single)
    return result
