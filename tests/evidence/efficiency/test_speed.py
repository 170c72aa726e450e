"""How long 98 units with 3 inputs and 4 outputs take on this machine; run by make bench."""

from time import perf_counter

import numpy as np
import pytest

from samskab.evidence.efficiency.bootstrap import bootstrap
from samskab.evidence.efficiency.compare import compare
from samskab.evidence.efficiency.units import Units, units_of

SECONDS_TO_COMPARE, SECONDS_TO_BOOTSTRAP = 0.3, 60.0


def municipalities() -> Units:
    random = np.random.default_rng(0)
    inputs = random.lognormal(0, 0.6, (98, 3))
    mean = inputs @ random.uniform(0.2, 1.0, (3, 4))
    return units_of(inputs, mean * random.lognormal(-0.2, 0.3, (98, 4)))


@pytest.mark.bench
def test_comparison_when_there_are_98_units_is_quick() -> None:
    units = municipalities()
    compare(units)
    start = perf_counter()
    compare(units)
    seconds = perf_counter() - start
    print(f"98 units, 3 inputs, 4 outputs: {seconds:.2f} s")  # noqa: T201 (the bench's figure)
    assert seconds < SECONDS_TO_COMPARE


@pytest.mark.bench
def test_bootstrap_when_98_units_are_drawn_2000_times_is_quick() -> None:
    start = perf_counter()
    bootstrap(municipalities(), runs=2000, random=np.random.default_rng(1))
    seconds = perf_counter() - start
    print(f"2,000 bootstrap runs of them: {seconds:.1f} s")  # noqa: T201 (the bench's figure)
    assert seconds < SECONDS_TO_BOOTSTRAP
