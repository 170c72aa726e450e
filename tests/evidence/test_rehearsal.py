"""Made-up outcomes have the moments that were asked for."""

import numpy as np
import pytest

from samskab.common.errors import InputError
from samskab.evidence.power.correlation import RandomEffects
from samskab.evidence.rehearsal import Noise, World, growing_effects, rehearse

CLUSTERS, PERIODS, PERSONS = 4000, 3, 2
SPREAD = RandomEffects(tau=2.0, gamma=1.0, zeta=1.5)
WORLD = World(10.0, (0.0, 1.0, 4.0), (3.0, 5.0), SPREAD, Noise.NORMAL, 2.5)
EXPOSURE = np.tile([[0, 0, 1], [0, 1, 2]], (CLUSTERS // 2, 1)).astype(np.int64)


def test_outcomes_when_many_clusters_have_the_moments_asked_for() -> None:
    made = rehearse(WORLD, EXPOSURE, PERSONS, np.random.default_rng(1))
    one, other = (made[start::2].mean(axis=(0, 2)) for start in (0, 1))
    within = 4.0 * np.sqrt((4.0 + 1.0 + (1.5**2 + 2.5**2) / PERSONS) / (CLUSTERS / 2))
    np.testing.assert_allclose(one, [10.0, 11.0, 17.0], atol=within)
    np.testing.assert_allclose(other, [10.0, 14.0, 19.0], atol=within)
    expected = [0.0, 1.0, 4.0] + np.array((0.0, 3.0, 5.0))[EXPOSURE] + 10.0
    rest = (made - expected[:, :, None]).reshape(CLUSTERS, -1)
    total = 2.0**2 + 1.0 + 1.5**2 + 2.5**2
    covariance = np.cov(rest, rowvar=False)
    error = 4.0 * total * np.sqrt(2.0 / CLUSTERS)
    np.testing.assert_allclose(np.diag(covariance), total, atol=error)
    np.testing.assert_allclose(covariance[0, 1], 2.0**2 + 1.0, atol=error)
    np.testing.assert_allclose(covariance[0, 2], 2.0**2 + 1.5**2, atol=error)
    np.testing.assert_allclose(covariance[0, 3], 2.0**2, atol=error)


@pytest.mark.parametrize("noise", [Noise.YES_OR_NO, Noise.COUNT])
def test_outcomes_when_they_are_no_continuum_are_whole(noise: Noise) -> None:
    world = World(0.4, (0.0, 0.1), (0.2,), RandomEffects(), noise, 0.0)
    exposure = np.tile([0, 1], (CLUSTERS, 1)).astype(np.int64)
    made = rehearse(world, exposure, 5, np.random.default_rng(2))
    assert set(np.unique(made)) <= set(range(12))
    if noise is Noise.YES_OR_NO:
        assert set(np.unique(made)) == {0.0, 1.0}
    error = 4.0 * np.sqrt(0.7 / (5 * CLUSTERS))
    np.testing.assert_allclose(made.mean(axis=(0, 2)), [0.4, 0.7], atol=error)


def test_growing_effects_when_averaged_give_what_was_asked() -> None:
    effects = growing_effects(4.0, 6)
    assert np.mean(effects) == pytest.approx(4.0)
    assert list(effects) == sorted(effects)
    assert effects[1] / effects[0] == pytest.approx(1.5)


@pytest.mark.parametrize(
    "world",
    [
        World(10.0, (0.0,), (3.0, 5.0), SPREAD, Noise.NORMAL, 1.0),
        World(10.0, (0.0, 0.0, 0.0), (3.0,), SPREAD, Noise.NORMAL, 1.0),
    ],
)
def test_outcomes_when_periods_do_not_fit_are_refused(world: World) -> None:
    with pytest.raises(InputError):
        rehearse(world, EXPOSURE, PERSONS, np.random.default_rng(1))
