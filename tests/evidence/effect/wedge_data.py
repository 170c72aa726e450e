"""Stepped wedges with a known truth."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.evidence.effect.outcomes import Outcomes, outcomes


@dataclass(frozen=True, slots=True)
class Truth:
    effect: float = 0.0
    cluster_sd: float = 0.4
    cell_sd: float = 0.2
    residual_sd: float = 1.0


def starts_with_forbidden_waves(rng: np.random.Generator) -> npt.NDArray[np.int64]:
    """12 clusters in 4 waves of 3 from period 1 on; the first three clusters may not go first."""
    while True:
        start = 1 + rng.permutation(np.repeat(np.arange(4), 3))
        if np.all(start[:3] > 1):
            return start


def wedge(
    rng: np.random.Generator, start: npt.NDArray[np.int64], periods: int, people: int, truth: Truth
) -> Outcomes:
    """Every cluster measured in every period; cell sizes vary between half and 1.5 of `people`."""
    shape = (start.size, periods)
    counts = rng.integers(max(people // 2, 1), people + people // 2 + 1, shape)
    treated = np.arange(periods) >= start[:, None]
    mean = (
        0.1 * np.arange(periods)
        + truth.effect * treated
        + truth.cluster_sd * rng.standard_normal((start.size, 1))
        + truth.cell_sd * rng.standard_normal(shape)
    )
    cell = np.repeat(np.arange(counts.size), counts.ravel())
    y = mean.ravel()[cell] + truth.residual_sd * rng.standard_normal(cell.size)
    i, j = np.unravel_index(cell, shape)
    return outcomes(i, j, treated.ravel()[cell], y)
