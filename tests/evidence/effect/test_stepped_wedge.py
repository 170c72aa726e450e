"""The mixed models' promises, by simulation under the lottery that the calendars allow."""

from dataclasses import replace

import numpy as np
import pytest
from tests.evidence.effect.wedge_data import Truth, starts_with_forbidden_waves, wedge

from samskab.common.errors import InputError
from samskab.evidence.effect.cells import cells_of
from samskab.evidence.effect.stepped_wedge import Correlation, Curve, rollout_effect


def test_average_over_exposure_when_the_effect_grows() -> None:
    rng = np.random.default_rng(3)
    data = wedge(rng, np.repeat([1, 2, 3, 4], 2), 5, 4000, Truth(0.0, 0.1, 0.0, 0.05))
    cells = cells_of(data)
    grown = cells.mean + np.array([0.0, 1.0, 2.0, 3.0, 4.0])[cells.exposure]
    found = rollout_effect(replace(cells, mean=grown), Correlation.NESTED, Curve.BY_EXPOSURE)
    assert [c.estimate for c in found.by_exposure] == pytest.approx([1, 2, 3, 4], abs=0.02)
    assert found.kenward_roger.estimate == pytest.approx(2.5, abs=0.02)
    assert found.no_effect_at_all is not None
    assert found.no_effect_at_all.p < 1e-6


def test_estimate_when_the_outcome_is_in_other_units() -> None:
    data = wedge(np.random.default_rng(5), np.repeat([1, 2, 3], 2), 4, 8, Truth(0.4))
    small = rollout_effect(cells_of(data))
    large = rollout_effect(cells_of(replace(data, y=data.y * 1e6 + 3e6)))
    assert large.kenward_roger.estimate / 1e6 == pytest.approx(small.kenward_roger.estimate)
    assert large.kenward_roger.df == pytest.approx(small.kenward_roger.df, rel=1e-5)


def test_effect_when_the_level_is_no_level() -> None:
    data = wedge(np.random.default_rng(5), np.repeat([1, 2, 3], 2), 4, 3, Truth())
    with pytest.raises(InputError, match="effect_level_out_of_range"):
        rollout_effect(cells_of(data), level=95)


def simulated(runs: int, seed: int, truth: Truth) -> tuple[float, float]:
    """Shares of runs in which Kenward-Roger rejects zero, and in which its interval holds truth."""
    rng = np.random.default_rng(seed)
    rejected = covered = 0
    for _ in range(runs):
        data = wedge(rng, starts_with_forbidden_waves(rng), 5, 10, truth)
        found = rollout_effect(cells_of(data), Correlation.NESTED, Curve.CONSTANT).kenward_roger
        rejected += found.p < 0.05
        covered += found.low <= truth.effect <= found.high
    return rejected / runs, covered / runs


def test_kenward_roger_when_nothing_happened_and_when_something_did() -> None:
    """300 runs: the standard error of a share of 5 % is 1.3 points; 3 of them are allowed."""
    error, _ = simulated(300, 11, Truth(0.0))
    assert error == pytest.approx(0.05, abs=0.038)
    _, coverage = simulated(300, 12, Truth(0.4))
    assert coverage == pytest.approx(0.95, abs=0.038)
