"""How long 40 units x 8 periods take on this machine; run by make bench."""

from itertools import islice
from time import perf_counter

import numpy as np
import pytest
from tests.evidence.effect.permutation.wedges import forty_units
from tests.evidence.rollout.plain import counted, large_rollout

from samskab.evidence.effect.inversion import Lines, Tail, interval
from samskab.evidence.effect.permutation.effect_shape import EffectShape, effect_columns
from samskab.evidence.effect.permutation.tables import fits_of, tables_of
from samskab.evidence.effect.permutation.working_covariance import (
    WorkingCovariance,
    covariance_of_means,
)
from samskab.evidence.rollout.lots import lots
from samskab.evidence.rollout.ranks import allocations_at
from samskab.evidence.rollout.treatment import treatment

ALLOCATIONS = 10_000
SECONDS_TO_DRAW, SECONDS_TO_FIT, SECONDS_TO_INVERT = 2.0, 0.1, 0.5


@pytest.mark.bench
@pytest.mark.parametrize("share_open", [1.0, 0.9, 0.7, 0.5])
def test_draws_when_there_are_40_units_and_8_waves_are_quick(share_open: float) -> None:
    rollout = large_rollout(share_open)
    start = perf_counter()
    allowed = counted(rollout)
    counting = perf_counter() - start
    drawn = allocations_at(allowed, list(islice(lots("1", "draws", allowed.size), ALLOCATIONS)))
    seconds = perf_counter() - start
    print(f"{share_open:.0%} open: counted {counting:.2f} s, with 10,000 draws {seconds:.2f} s")  # noqa: T201 (the bench's figure)
    assert len(drawn) == ALLOCATIONS
    assert seconds < SECONDS_TO_DRAW


@pytest.mark.bench
@pytest.mark.parametrize("shape", [EffectShape(by_exposure=False), EffectShape()])
def test_statistics_when_there_are_40_units_and_8_periods_are_quick(shape: EffectShape) -> None:
    wedge = forty_units()
    outcome = wedge.outcome(0, 0.3, np.random.default_rng(1))
    treated = treatment(wedge.allocations[0], wedge.starts, 8).astype(np.float64)
    covariance = covariance_of_means(WorkingCovariance(), np.full((40, 8), 20.0))
    columns = effect_columns(shape, wedge.starts, 8)
    start = perf_counter()
    tables = tables_of(np.stack([outcome, treated]), covariance, columns)
    fits = fits_of(tables, wedge.allocations)
    fitting = perf_counter() - start
    a, b = fits.estimate.T / fits.standard_error
    start = perf_counter()
    interval(Lines(a, b, float(a[0]), float(b[0]), one_more=False), Tail.BOTH, 0.05)
    inverting = perf_counter() - start
    print(f"{shape}: 10,000 statistics {fitting:.3f} s, interval {inverting:.3f} s")  # noqa: T201 (the bench's figure)
    assert fitting < SECONDS_TO_FIT
    assert inverting < SECONDS_TO_INVERT
