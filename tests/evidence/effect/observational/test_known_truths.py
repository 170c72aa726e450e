"""Estimators for what was not drawn by lot, on panels whose truth is known exactly."""

import numpy as np
import pytest

from samskab.common.errors import InputError
from samskab.evidence.effect.observational.bacon import Comparison, bacon
from samskab.evidence.effect.observational.callaway_santanna import callaway_santanna
from samskab.evidence.effect.observational.panel import Panel, panel_of, start_of
from samskab.evidence.effect.observational.synthetic_did import (
    Weighting,
    placebo_error,
    synthetic_did,
)
from samskab.evidence.effect.observational.two_way import sun_abraham, two_way

START = np.array([3.0, 3.0, 5.0, 5.0, 5.0, np.inf, np.inf, np.inf])


def panel(noise: float, growth: float, start: np.ndarray = START) -> Panel:
    """Units with levels and a common trend; the effect is `growth` for each time since start."""
    rng = np.random.default_rng(1)
    unit, time = np.repeat(np.arange(start.size), 8), np.tile(np.arange(1.0, 9.0), start.size)
    since = np.where(time >= start[unit], time - start[unit] + 1, 0.0)
    y = unit + 0.3 * time**1.5 + np.where(since > 0, growth * since, 0.0)
    return panel_of(unit, time, y + noise * rng.standard_normal(unit.size), start[unit])


def test_sun_abraham_when_effects_grow() -> None:
    found = sun_abraham(panel(1e-9, 0.5))
    late = [e for e in found.event_times if e >= 0]
    effects = dict(zip(found.event_times, found.effects, strict=True))
    assert [effects[e] for e in late] == pytest.approx([0.5 * (e + 1) for e in late], abs=1e-6)
    early = np.array([effects[e] for e in found.event_times if e < 0])
    assert early == pytest.approx(0.0, abs=1e-6)
    assert found.randomised is False


def test_callaway_santanna_when_effects_grow() -> None:
    found = callaway_santanna(panel(1e-6, 0.5, np.append(START, [np.inf] * 3)))
    after = found.time >= found.cohort
    truth = 0.5 * (found.time - found.cohort + 1)
    assert found.att[after] == pytest.approx(truth[after], abs=1e-4)
    assert found.att[~after] == pytest.approx(0.0, abs=1e-4)
    assert found.randomised is False


def test_callaway_santanna_when_few_never_started() -> None:
    with pytest.raises(InputError, match="effect_no_untreated"):
        callaway_santanna(panel(0.1, 0.5))


def test_bacon_when_it_adds_up_to_two_way_effects() -> None:
    data = panel(0.5, 0.5)
    found, direct = bacon(data), two_way(data)
    assert found.estimate == pytest.approx(direct.estimate, abs=1e-10)
    assert sum(c.weight for c in found.comparisons) == pytest.approx(1.0)
    assert found.weight_of(Comparison.LATER_EARLIER) > 0.0
    # The comparison with units already treated takes their growth for a lack of effect.
    exact = bacon(panel(0.0, 0.5))
    assert exact.average_of(Comparison.LATER_EARLIER) < exact.average_of(Comparison.EARLIER_LATER)


def test_bacon_when_some_were_always_treated() -> None:
    start = np.array([0.0, 0.0, 4.0, 4.0, np.inf, np.inf])
    data = panel(0.5, 0.2, start)
    assert bacon(data).estimate == pytest.approx(two_way(data).estimate, abs=1e-10)


@pytest.mark.parametrize("weighting", [Weighting.DID, Weighting.SDID])
def test_synthetic_did_when_units_run_parallel(weighting: Weighting) -> None:
    start = np.array([6.0, 6.0, *[np.inf] * 6])
    found = synthetic_did(panel(1e-7, 0.5, start), weighting)
    assert found.att == pytest.approx(0.5 * (1 + 2 + 3) / 3, abs=1e-5)
    assert found.randomised is False
    assert np.sum(found.weights.omega) == pytest.approx(1.0)


def test_placebo_error_when_noise_is_known() -> None:
    """Of plain differences in differences it is sigma sqrt((1/1 + 1/39)(1/3 + 1/5))."""
    start = np.array([6.0, *[np.inf] * 40])
    found = synthetic_did(panel(0.7, 0.0, start), Weighting.DID)
    error = placebo_error(found, np.random.default_rng(2).permutation, 400)
    assert error == pytest.approx(0.7 * ((1 + 1 / 39) * (1 / 3 + 1 / 5)) ** 0.5, rel=0.2)


def test_synthetic_did_when_the_panel_does_not_allow_it() -> None:
    with pytest.raises(InputError, match="effect_starts_differ"):
        synthetic_did(panel(0.1, 0.0))
    with pytest.raises(InputError, match="effect_no_untreated"):
        synthetic_did(panel(0.1, 0.0, np.full(4, 5.0)))
    with pytest.raises(InputError, match="effect_no_time_before"):
        synthetic_did(panel(0.1, 0.0, np.array([2.0, np.inf, np.inf])))


def test_panel_when_it_is_broken() -> None:
    with pytest.raises(InputError, match="effect_outcome_not_a_number"):
        panel_of([1, 1, 2, 2], [1, 2, 1, 2], [1, 2, np.nan, 3], [2, 2, np.inf, np.inf])
    with pytest.raises(InputError, match="effect_starts_differ"):
        panel_of([1, 1, 2, 2], [1, 2, 1, 2], [1, 2, 5, 3], [2, 1, np.inf, np.inf])
    with pytest.raises(InputError, match="effect_cluster_returns"):
        start_of(np.array([1, 1, 1]), [1, 2, 3], [0, 1, 0])
    with pytest.raises(InputError, match="effect_not_balanced"):
        bacon(panel_of([1, 1, 2], [1, 2, 1], [1, 2, 5], [2, 2, np.inf]))
