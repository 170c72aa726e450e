"""Sums over clusters of what each adds in its wave, for many allocations at once."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from samskab.evidence.rollout.model import Integers

Floats = npt.NDArray[np.float64]
ROWS_AT_ONCE = 2048


def sums_over_waves(entries: Floats, allocations: Integers) -> Iterator[Floats]:
    """A product of a 0/1 matrix and the table: no allocation is gone through by itself.

    Args:
        entries: (C, W, P) what a cluster adds in a wave.
        allocations: (N, C) the wave of each cluster, counted from 0.

    Yields:
        (n, P) of the next n allocations; the last part may be shorter.
    """
    clusters, waves, size = entries.shape
    table = entries.reshape(clusters * waves, size)
    for begin in range(0, len(allocations), ROWS_AT_ONCE):
        part = allocations[begin : begin + ROWS_AT_ONCE]
        chosen = np.zeros((len(part), clusters * waves))
        chosen[np.arange(len(part))[:, None], part + np.arange(clusters) * waves] = 1.0
        yield chosen @ table
