"""The variance of the estimate, against closed forms, the written-out model and simulation."""

from dataclasses import replace

import numpy as np
import pytest
from tests.evidence.power.individuals import (
    covariance_of_people,
    model_of_people,
    variance_by_people,
)

from samskab.evidence.power.answer import power_of
from samskab.evidence.power.correlation import RandomEffects, from_alphas, from_icc
from samskab.evidence.power.design import Design, crossover, design, parallel, stepped_wedge
from samskab.evidence.power.estimand import ConstantEffect, ExposureAverage
from samskab.evidence.power.outcome import BinaryVariance, Continuous, Count, Proportion
from samskab.evidence.power.question import Question, variance_of
from samskab.evidence.power.trend import Trend

CONSTANT = ConstantEffect()
WEDGE = stepped_wedge([2, 1, 2], 4)


def sums(wedge: Design) -> tuple[float, float, float]:
    """U, V and W of Hussey and Hughes."""
    x = wedge.treatment
    return x.sum(), (x.sum(axis=1) ** 2).sum(), (x.sum(axis=0) ** 2).sum()


def test_variance_when_hussey_and_hughes_have_a_closed_form() -> None:
    wedge = stepped_wedge([3, 2, 4], 17, before=1, after=2)
    tau2, s2 = 0.4**2, 1.7**2 / 17
    u, v, w = sums(wedge)
    i, t = wedge.clusters, wedge.periods
    top = i * s2 * (s2 + t * tau2)
    below = (i * u - w) * s2 + (u**2 + i * t * u - t * w - i * v) * tau2
    asked = Question(wedge, RandomEffects(tau=0.4), Continuous(1, 1.7), CONSTANT)
    assert variance_of(asked) == pytest.approx(top / below, rel=1e-12)


@pytest.mark.parametrize("churn", [0.0, 0.3, 1.0])
def test_variance_when_kasza_has_a_closed_form_for_open_cohorts(churn: float) -> None:
    wedge, n = stepped_wedge([6, 6, 6, 6], 100), 100
    tau2, gamma2, zeta2, sigma2 = 0.025**2, 0.01**2, 0.1**2, 0.039
    total = tau2 + gamma2 + zeta2 + sigma2
    own, between, within = (tau2 + zeta2) / total, tau2 / total, (tau2 + gamma2) / total
    i, j = wedge.clusters, wedge.periods
    u, v, w = sums(wedge)
    left = churn * (own - between)
    lam1 = 1 + (n - 1) * (within - between) - own + left
    lam2 = 1 + (n - 1) * within + (j - 1) * (n - 1) * between + (j - 1) * own - left * (j - 1)
    below = (u**2 + i * j * u - j * w - i * v) * lam2 - (u**2 - i * v) * lam1
    effects = RandomEffects(tau=0.025, gamma=0.01, zeta=0.1, churn=churn)
    asked = Question(wedge, effects, Continuous(1, sigma2**0.5), CONSTANT)
    assert variance_of(asked) == pytest.approx(total / n * i * j * lam1 * lam2 / below, rel=1e-10)


def test_variance_when_li_has_a_closed_form_for_proportional_decay() -> None:
    wedge, n, decay = stepped_wedge([3, 3, 3, 3], 20), 20, 0.6
    tau2, zeta2 = 0.3**2, 0.9**2
    x = wedge.treatment
    i, total = wedge.clusters, tau2 + zeta2
    u, _, w = sums(wedge)
    p = (x[:, :-1] * x[:, 1:]).sum()
    q = (x[:, :-1].sum(axis=0) * x[:, 1:].sum(axis=0)).sum()
    top = total * i / n * (1 - decay**2) * (1 + (n - 1) * tau2 / total)
    below = (i * u - w) * (1 + decay**2) - 2 * (i * p - q) * decay
    effects = RandomEffects(tau=0.3, zeta=0.9, cluster_decay=decay, person_decay=decay)
    asked = Question(wedge, effects, Continuous(1, 0.0), CONSTANT)
    assert variance_of(asked) == pytest.approx(top / below, rel=1e-10)


@pytest.mark.parametrize(
    "effects",
    [
        RandomEffects(tau=0.7),
        RandomEffects(tau=0.7, gamma=0.4),
        RandomEffects(tau=0.7, gamma=0.4, zeta=0.9),
        RandomEffects(tau=0.7, cluster_decay=0.6, zeta=0.5, person_decay=0.8),
        RandomEffects(tau=0.7, eta=0.5, rho=-0.4, gamma=0.2),
        RandomEffects(tau=0.7, eta=0.5, treatment_decay=0.7),
    ],
)
@pytest.mark.parametrize(
    "pattern", [WEDGE, crossover(2, 3, 4, periods=(1, 2)), parallel(2, 3, 4, periods=2, baseline=1)]
)
def test_variance_when_every_person_is_written_out(effects: RandomEffects, pattern: Design) -> None:
    asked = Question(pattern, effects, Continuous(1, 1.3), CONSTANT)
    by_people = variance_by_people(effects, pattern.treatment, 4, 1.3)
    assert variance_of(asked) == pytest.approx(by_people, rel=1e-10)


def test_variance_when_cells_are_empty_is_that_of_the_cells_that_are_not() -> None:
    effects = RandomEffects(tau=0.7, cluster_decay=0.5)
    persons = np.array([[5, 0, 3, 2], [4, 4, 0, 9], [2, 6, 7, 1.0]])
    pattern = design(stepped_wedge([1, 1, 1], 1).treatment, persons)
    told = np.zeros((5, 5))
    lag = np.abs(np.subtract.outer(np.arange(4), np.arange(4)))
    for row, sizes in zip(pattern.treatment, persons, strict=True):
        seen = sizes > 0
        covariance = (0.49 * 0.5**lag)[np.ix_(seen, seen)] + np.diag(1.69 / sizes[seen])
        model = np.column_stack([np.eye(4), row])[seen]
        told += model.T @ np.linalg.inv(covariance) @ model
    asked = Question(pattern, effects, Continuous(1, 1.3), CONSTANT)
    assert variance_of(asked) == pytest.approx(np.linalg.inv(told)[-1, -1], rel=1e-10)


def test_power_when_trials_are_simulated_person_by_person() -> None:
    effects, persons, sd, effect = RandomEffects(tau=0.5, gamma=0.3, zeta=0.6), 4, 1.0, 0.9
    pattern = stepped_wedge([2, 2, 2], persons)
    asked = Question(pattern, effects, Continuous(effect, sd), CONSTANT)
    rng, runs = np.random.default_rng(20), 4000
    models = model_of_people(pattern.treatment, persons)
    told = np.zeros((5, 5))
    score = np.zeros((runs, 5))
    for row, model in zip(pattern.treatment, models, strict=True):
        covariance = covariance_of_people(effects, row, persons, sd)
        root = np.linalg.cholesky(covariance)
        outcome = model[:, -1] * effect + rng.standard_normal((runs, row.size * persons)) @ root.T
        weighted = np.linalg.solve(covariance, model)
        told += model.T @ weighted
        score += outcome @ weighted
    estimates = score @ np.linalg.inv(told)[:, -1]
    found = power_of(asked)
    alarms = np.abs(estimates) > 1.959964 * found.variance**0.5
    # Three standard errors of a share and of a variance over 4000 runs.
    assert alarms.mean() == pytest.approx(found.power, abs=3 * 0.5 / runs**0.5)
    assert estimates.var() == pytest.approx(found.variance, rel=3 * (2 / runs) ** 0.5)


def test_variance_when_exposure_times_are_averaged_is_that_of_the_written_out_contrast() -> None:
    pattern, tau2, s2 = stepped_wedge([2, 2, 2], 5), 0.3**2, 1.0 / 5
    told = np.zeros((7, 7))
    for row in pattern.treatment:
        exposure = np.cumsum(row)
        model = np.column_stack([np.eye(4), *[(exposure == k) * row for k in (1, 2, 3)]])
        told += model.T @ np.linalg.inv(tau2 + s2 * np.eye(4)) @ model
    weights = np.array([0, 0, 0, 0, 1, 1, 1]) / 3
    asked = Question(pattern, RandomEffects(tau=0.3), Continuous(1, 1))
    expected = weights @ np.linalg.inv(told) @ weights
    assert variance_of(asked) == pytest.approx(expected, rel=1e-10)
    last = replace(asked, estimand=ExposureAverage((0, 0, 2)))
    assert variance_of(last) == pytest.approx(np.linalg.inv(told)[-1, -1], rel=1e-10)


def test_variance_when_a_random_order_of_clusters_is_the_same() -> None:
    order = np.random.default_rng(1).permutation(WEDGE.clusters)
    mixed = Design(WEDGE.treatment[order], WEDGE.persons[order])
    asked = Question(WEDGE, RandomEffects(tau=0.3, eta=0.1), Continuous(1, 1))
    assert variance_of(replace(asked, design=mixed)) == pytest.approx(variance_of(asked))


@pytest.mark.parametrize(
    ("trend", "shapes"),
    [
        (Trend.NONE, [[1, 1, 1, 1]]),
        (Trend.LINEAR, [[1, 1, 1, 1], [1, 2, 3, 4]]),
        (Trend.QUADRATIC, [[1, 1, 1, 1], [1, 2, 3, 4], [1, 4, 9, 16]]),
        (Trend.PERIODIC, [[1, 1, 1, 1], [0, 1, 0, -1], [1, 0, -1, 0]]),
    ],
)
def test_variance_when_time_has_a_shape_is_that_of_the_written_out_model(
    trend: Trend, shapes: list[list[float]]
) -> None:
    # Lopsided: in a symmetric wedge a square of time is at right angles to treatment.
    lopsided = stepped_wedge([3, 1, 1], 4)
    model = np.concatenate([np.column_stack([*shapes, row]) for row in lopsided.treatment])
    inverse = np.kron(np.eye(5), np.linalg.inv(0.09 + np.eye(4) / 4))
    expected = np.linalg.inv(model.T @ inverse @ model)[-1, -1]
    asked = Question(lopsided, RandomEffects(tau=0.3), Continuous(1, 1), CONSTANT, trend)
    assert variance_of(asked) == pytest.approx(expected, rel=1e-10)


def test_variance_when_people_are_a_thousand_million_is_what_the_clusters_leave() -> None:
    # With endless people only the random treatment effect is left: eta^2 over 2 and 2 clusters.
    pattern = parallel(2, 2, 1e9, periods=1, baseline=1)
    effects = RandomEffects(tau=0.5, eta=0.2)
    asked = Question(pattern, effects, Continuous(1, 1), CONSTANT)
    assert variance_of(asked) == pytest.approx(0.2**2 / 2, rel=1e-5)


def test_random_effects_when_given_as_correlations_are_those_of_hooper() -> None:
    spread = from_icc(icc=0.05, cac=0.8, iac=0.4, total_sd=2.0)
    effects = spread.effects
    assert spread.total_sd == pytest.approx(2.0)
    assert (effects.tau**2 + effects.gamma**2) / 4 == pytest.approx(0.05)
    assert effects.tau**2 / (effects.tau**2 + effects.gamma**2) == pytest.approx(0.8)
    same = from_alphas(0.05, 0.04, 0.04 + 0.4 * 0.95, total_sd=2.0)
    assert same.effects.zeta == pytest.approx(effects.zeta)
    assert same.residual_sd == pytest.approx(spread.residual_sd)


def test_proportion_when_its_variance_is_taken_elsewhere() -> None:
    asked = Question(WEDGE, RandomEffects(), Proportion(0.2, (0.4,)), CONSTANT)
    plain = variance_of(replace(asked, outcome=Continuous(0.2, 1.0)))
    assert variance_of(asked) == pytest.approx(plain * 0.3 * 0.7)
    mean = Proportion(0.2, (0.4,), BinaryVariance.MEAN)
    assert variance_of(replace(asked, outcome=mean)) == pytest.approx(plain * (0.16 + 0.24) / 2)
    cell = Proportion(0.2, (0.4,), BinaryVariance.CELL)
    assert plain * 0.16 < variance_of(replace(asked, outcome=cell)) < plain * 0.24


def test_count_when_its_spread_is_the_middle_of_the_roots() -> None:
    asked = Question(WEDGE, RandomEffects(), Count(4.0, (9.0,)), CONSTANT)
    plain = variance_of(replace(asked, outcome=Continuous(5.0, 1.0)))
    assert variance_of(asked) == pytest.approx(plain * 2.5**2)
