"""The same power calculation with every person's covariance written out: slow, and independent."""

import numpy as np
from numpy.typing import NDArray

from samskab.evidence.power.correlation import RandomEffects

Array = NDArray[np.float64]


def covariance_of_people(
    effects: RandomEffects, treatment: Array, persons: int, residual_sd: float
) -> Array:
    """Of a cluster's measurements, period by period, the same people in the same order."""
    periods = treatment.size
    size = periods * persons
    result = np.zeros((size, size))
    for one in range(size):
        for other in range(size):
            j, l = one // persons, other // persons  # noqa: E741 - the paper's letters
            same = one % persons == other % persons
            lag = abs(j - l)
            value = effects.tau**2 * effects.cluster_decay**lag
            value += effects.eta**2 * treatment[j] * treatment[l] * effects.treatment_decay**lag
            value += effects.rho * effects.tau * effects.eta * (treatment[j] + treatment[l])
            value += effects.gamma**2 * (j == l)
            value += effects.zeta**2 * effects.person_decay**lag * same
            value += residual_sd**2 * (one == other)
            result[one, other] = value
    return result


def model_of_people(treatment: Array, persons: int) -> Array:
    """(I, J n, J+1): a level for each period, and treatment."""
    clusters, periods = treatment.shape
    time = np.repeat(np.eye(periods), persons, axis=0)
    return np.array(
        [
            np.column_stack([time, np.repeat(treatment[cluster], persons)])
            for cluster in range(clusters)
        ]
    )


def variance_by_people(
    effects: RandomEffects, treatment: Array, persons: int, residual_sd: float
) -> float:
    """Of the constant effect's estimate."""
    told = np.zeros((treatment.shape[1] + 1,) * 2)
    for row, model in zip(treatment, model_of_people(treatment, persons), strict=True):
        covariance = covariance_of_people(effects, row, persons, residual_sd)
        told += model.T @ np.linalg.inv(covariance) @ model
    return float(np.linalg.inv(told)[-1, -1])
