"""The block-wise, cell-wise fit against the textbook with whole matrices of individuals."""

import numpy as np
import numpy.typing as npt
import pytest
from scipy.optimize import minimize
from tests.evidence.effect.wedge_data import Truth, wedge

from samskab.common.errors import InputError
from samskab.evidence.effect.cells import cells_of
from samskab.evidence.effect.mixed.contrasts import adjusted_covariance, kenward_roger
from samskab.evidence.effect.mixed.model import RandomTerm, mixed_model
from samskab.evidence.effect.mixed.moments import moments
from samskab.evidence.effect.mixed.reml import fit_reml
from samskab.evidence.effect.outcomes import Outcomes
from samskab.evidence.effect.stepped_wedge import Correlation, Curve, cell_model, rollout_effect

Floats = npt.NDArray[np.float64]


class Dense:
    """y, X and dV/dtheta of individuals as whole matrices."""

    def __init__(self, data: Outcomes) -> None:
        periods = np.unique(data.period)
        self.y = data.y
        self.X = np.column_stack([data.period[:, None] == periods, data.treated]).astype(float)
        same = data.cluster[:, None] == data.cluster
        cell = same & (data.period[:, None] == data.period)
        self.G = [same.astype(float), cell.astype(float), np.eye(data.y.size)]

    def deviance(self, theta: Floats) -> float:
        V = sum(t * G for t, G in zip(theta, self.G, strict=True))
        Vi = np.linalg.inv(V)
        A = self.X.T @ Vi @ self.X
        r = self.y - self.X @ np.linalg.solve(A, self.X.T @ Vi @ self.y)
        freedom = self.y.size - self.X.shape[1]
        logs = np.linalg.slogdet(V)[1] + np.linalg.slogdet(A)[1]
        return float(logs + r @ Vi @ r + freedom * np.log(2 * np.pi))

    def kenward_roger(self, theta: Floats) -> tuple[Floats, float]:
        """Adjusted covariance and the last coefficient's degrees of freedom, sum by sum."""
        V = sum(t * G for t, G in zip(theta, self.G, strict=True))
        Vi = np.linalg.inv(V)
        Phi = np.linalg.inv(self.X.T @ Vi @ self.X)
        P = [-self.X.T @ Vi @ G @ Vi @ self.X for G in self.G]
        R = range(3)
        Q = [[self.X.T @ Vi @ self.G[r] @ Vi @ self.G[s] @ Vi @ self.X for s in R] for r in R]
        project = Vi - Vi @ self.X @ Phi @ self.X.T @ Vi
        info = [[0.5 * np.trace(project @ a @ project @ b) for b in self.G] for a in self.G]
        W = np.linalg.inv(np.array(info))
        inner = sum(W[r, s] * (Q[r][s] - P[r] @ Phi @ P[s]) for r in R for s in R)
        slope = np.array([-(Phi @ p @ Phi)[-1, -1] for p in P])
        df = 2 * Phi[-1, -1] ** 2 / (slope @ W @ slope)
        return Phi + 2 * Phi @ inner @ Phi, float(df)


@pytest.fixture(scope="module")
def data() -> Outcomes:
    start = np.array([1, 1, 2, 2, 3, 3])
    return wedge(np.random.default_rng(4), start, 4, 5, Truth(0.5, 0.8, 0.6))


def test_reml_when_cells_stand_for_individuals(data: Outcomes) -> None:
    dense = Dense(data)
    fit = fit_reml(cell_model(cells_of(data), _treated(data), Correlation.NESTED))
    assert fit.converged
    assert fit.deviance == pytest.approx(dense.deviance(fit.variances), rel=1e-12)
    search = minimize(
        lambda logs: dense.deviance(np.exp(logs)),
        np.log([1.0, 0.1, 1.0]),
        method="Nelder-Mead",
        options={"xatol": 1e-7, "fatol": 1e-10, "maxiter": 2000},
    )
    assert fit.variances == pytest.approx(np.exp(search.x), rel=1e-4)
    assert fit.deviance <= search.fun + 1e-9


def test_kenward_roger_when_cells_stand_for_individuals(data: Outcomes) -> None:
    fit = fit_reml(cell_model(cells_of(data), _treated(data), Correlation.NESTED))
    covariance, df = Dense(data).kenward_roger(fit.variances)
    found = kenward_roger(fit, np.eye(fit.beta.size)[-1])
    assert adjusted_covariance(fit) == pytest.approx(covariance, rel=1e-8, abs=1e-12)
    assert found.df == pytest.approx(df, rel=1e-8)
    assert found.se == pytest.approx(covariance[-1, -1] ** 0.5, rel=1e-8)


def test_gradient_when_it_is_differenced(data: Outcomes) -> None:
    model = cell_model(cells_of(data), _treated(data), Correlation.NESTED)
    theta, h = np.array([0.3, 0.2, 0.9]), 1e-5
    numeric = [
        (moments(model, theta + h * e).deviance - moments(model, theta - h * e).deviance) / (2 * h)
        for e in np.eye(3)
    ]
    assert moments(model, theta).gradient == pytest.approx(numeric, rel=1e-6, abs=1e-6)


def test_reml_when_a_variance_is_zero() -> None:
    rng = np.random.default_rng(2)
    start = np.repeat([1, 2, 3], 3)
    told = 0
    for _ in range(10):
        data = wedge(rng, start, 4, 6, Truth(cluster_sd=0.5, cell_sd=0.0))
        found = rollout_effect(cells_of(data), Correlation.NESTED, Curve.CONSTANT)
        assert found.converged
        assert (found.cell_variance == 0.0) == ("cluster:period" in found.boundary)
        told += bool(found.boundary)
        dense = Dense(data)
        near = np.array([found.cluster_variance, found.cell_variance, found.residual_variance])
        assert dense.deviance(near) <= dense.deviance(near + np.array([0, 0.01, 0])) + 1e-9
    assert told >= 2


def test_reml_when_a_slope_is_measured_in_other_units() -> None:
    rng = np.random.default_rng(8)
    group, x = np.repeat(np.arange(12), 6), np.tile(np.arange(6.0), 12)
    u = rng.standard_normal((12, 2)) * np.array([2.0, 0.7])
    y = 1 + 0.5 * x + u[group, 0] + u[group, 1] * x + rng.standard_normal(72)
    fits = []
    for unit in (1.0, 1e4):
        Z = np.column_stack([np.ones(72), x * unit])
        fits.append(fit_reml(mixed_model(y, Z, [RandomTerm("g", group, Z)])))
    one, other = fits
    assert one.variances * [1, 1e-8, 1e-4, 1] == pytest.approx(other.variances, rel=1e-6)
    df = [kenward_roger(fit, np.array([0.0, 1.0])).df for fit in fits]
    assert df == pytest.approx([11.0, 11.0], rel=1e-9)


def test_model_when_the_effect_is_the_same_as_a_period() -> None:
    with pytest.raises(InputError) as caught:
        mixed_model(np.arange(4.0), np.ones((4, 2)), [])
    assert [fault.code for fault in caught.value.faults] == ["effect_not_estimable"]


def _treated(data: Outcomes) -> Floats:
    return cells_of(data).treated.ravel().astype(float)[:, None]
