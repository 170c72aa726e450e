"""PERT estimates against the closed forms of the beta distribution."""

import numpy as np
import pytest
from scipy.stats import beta

from samskab.evidence.economics.three_points import ThreePoints, around, certainly

ESTIMATES = [ThreePoints(10, 20, 60), ThreePoints(60, 20, 10), ThreePoints(-5, 0, 5)]


@pytest.mark.parametrize("points", ESTIMATES)
def test_moments_when_compared_with_scipys_beta(points: ThreePoints) -> None:
    low, high = sorted((points.pessimistic, points.optimistic))
    mode = (points.probable - low) / (high - low)
    frozen = beta(1 + 4 * mode, 1 + 4 * (1 - mode), loc=low, scale=high - low)
    assert points.mean == pytest.approx(frozen.mean())
    assert points.variance == pytest.approx(frozen.var())
    assert points.quantile(0.9) == pytest.approx(frozen.ppf(0.9))


@pytest.mark.parametrize("points", ESTIMATES)
def test_draws_when_many_are_within_monte_carlo_error_of_the_moments(points: ThreePoints) -> None:
    draws = points.draw(100_000, np.random.default_rng(5))
    assert draws.mean() == pytest.approx(points.mean, abs=4 * (points.variance / 100_000) ** 0.5)
    assert draws.var() == pytest.approx(points.variance, rel=0.02)


def test_estimate_when_it_is_certain_never_varies() -> None:
    points = certainly(7.0)
    assert set(points.draw(5, np.random.default_rng(1))) == {7.0}
    assert (points.mean, points.variance, points.quantile(0.1)) == (7.0, 0.0, 7.0)


@pytest.mark.parametrize(
    ("estimate", "low", "high"), [(3, 1, 5), (3, 1, 10), (-2, -9, -1.5), (0.01, -4, 0.5)]
)
@pytest.mark.parametrize("level", [0.8, 0.95])
def test_around_when_an_interval_is_given_has_that_interval(
    estimate: float, low: float, high: float, level: float
) -> None:
    points = around(estimate, low, high, level)
    assert points.probable == estimate
    a, b = points.pessimistic, points.optimistic
    at = (estimate - a) / (b - a)
    inside = beta(1 + 4 * at, 5 - 4 * at, a, b - a)
    assert inside.cdf(low) == pytest.approx((1 - level) / 2, abs=1e-6)
    assert inside.sf(high) == pytest.approx((1 - level) / 2, abs=1e-6)


def test_around_when_nothing_is_uncertain_is_certain() -> None:
    assert around(3, 3, 3, 0.95).is_certain
    assert around(3, 3, 10, 0.95).pessimistic == 3
