"""PERT estimates against the closed forms of the beta distribution."""

import numpy as np
import pytest
from scipy.stats import beta

from samskab.evidence.economics.three_points import ThreePoints, certainly

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
