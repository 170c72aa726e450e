"""The Laplace fit against an independent Laplace approximation and against bad data."""

import numpy as np
import pytest
from scipy.optimize import minimize, minimize_scalar
from scipy.special import expit

from samskab.common.errors import InputError
from samskab.evidence.effect.glmm import binomial_rows, fit_logistic_mixed

Data = tuple[np.ndarray, np.ndarray, np.ndarray]


@pytest.fixture(scope="module")
def data() -> Data:
    rng = np.random.default_rng(6)
    cluster = np.repeat(np.arange(10), 30)
    x = np.tile(np.repeat([0.0, 1.0], 15), 10)
    u = 0.8 * rng.standard_normal(10)
    y = (rng.random(300) < expit(-0.3 + 0.7 * x + u[cluster])).astype(float)
    return y, np.column_stack([np.ones(300), x]), cluster


def laplace(values: np.ndarray, data: Data) -> float:
    """-2 log-likelihood: mode and curvature of every cluster by search and by differences."""
    y, X, cluster = data
    total = 0.0
    for i in np.unique(cluster):
        eta, yi = X[cluster == i] @ values[:2], y[cluster == i]

        def height(u: float, eta: np.ndarray = eta, yi: np.ndarray = yi) -> float:
            lin = eta + u
            return float(
                -np.sum(yi * lin - np.logaddexp(0, lin))
                + u**2 / (2 * values[2])
                + 0.5 * np.log(2 * np.pi * values[2])
            )

        mode = minimize_scalar(height, bracket=(-1, 1), tol=1e-10)
        h = 1e-3
        bend = (height(mode.x + h) - 2 * mode.fun + height(mode.x - h)) / h**2
        total += mode.fun - 0.5 * np.log(2 * np.pi / bend)
    return 2 * total


def test_fit_when_the_approximation_is_searched_independently(data: Data) -> None:
    fit = fit_logistic_mixed(binomial_rows(*data))
    assert fit.converged
    assert not fit.boundary
    at = np.append(fit.beta, fit.tau2)
    assert fit.deviance == pytest.approx(laplace(at, data), abs=1e-4)
    found = minimize(laplace, at * 1.1, args=(data,), method="Nelder-Mead")
    assert at == pytest.approx(found.x, abs=2e-3)


def test_fit_when_clusters_do_not_differ() -> None:
    cluster = np.repeat(np.arange(6), 20)
    y = np.tile([0.0, 1.0], 60)
    fit = fit_logistic_mixed(binomial_rows(y, np.ones((120, 1)), cluster))
    assert fit.boundary
    assert fit.tau2 == 0.0
    # Without clusters, the error of a logit of one half is 2 / sqrt(n).
    assert fit.effect(0).se == pytest.approx(2 / 120**0.5, rel=1e-4)


def test_fit_when_a_column_separates_ones_from_zeros() -> None:
    x = np.tile([0.0, 1.0], 30)
    y = np.where(x > 0, 1.0, np.tile([0.0, 0.0, 1.0, 0.0], 15))
    with pytest.raises(InputError, match="effect_separated"):
        fit_logistic_mixed(
            binomial_rows(y, np.column_stack([np.ones(60), x]), np.repeat([0, 1, 2], 20))
        )


def test_rows_when_the_outcome_is_not_binary() -> None:
    with pytest.raises(InputError, match="effect_outcome_not_binary"):
        binomial_rows(np.array([0.0, 2.0]), np.ones((2, 1)), np.array([0, 1]))
