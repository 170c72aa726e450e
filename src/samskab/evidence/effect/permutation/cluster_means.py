"""What was observed, as the mean of each cluster in each period."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.permutation.codes import PermutationCode

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
FEWEST = 2
ROUNDING = 1e-12
"""Of the largest mean: what is left by rounding alone."""


@dataclass(frozen=True, slots=True, eq=False)
class ClusterMeans:
    """C clusters in T periods.

    Attributes:
        clusters: C names.
        periods: T names.
        mean: (C, T) of the outcome, in its own unit.
        people: (C, T) how many observations each mean is of, at least 1.
    """

    clusters: tuple[str, ...]
    periods: tuple[str, ...]
    mean: Floats
    people: Floats


def require_sound(means: ClusterMeans) -> None:
    """Refuse what no test can be made of.

    Raises:
        InputError: tables of the wrong shape, one unit only, an empty cell, a mean that is not a
            number, an outcome that never varies.
    """
    shape = (len(means.clusters), len(means.periods))
    if means.mean.shape != shape or means.people.shape != shape:
        values = {"units": shape[0], "periods": shape[1]}
        raise InputError([Fault(PermutationCode.SHAPE, values)])
    faults = list(_faults_of_cells(means))
    if shape[0] < FEWEST:
        faults.append(Fault(PermutationCode.ONE_UNIT, {"units": shape[0]}))
    elif not faults and varies_by_period_alone(means.mean):
        faults.append(
            Fault(PermutationCode.NEVER_VARIES, {"value": Decimal(str(means.mean[0, 0]))})
        )
    if faults:
        raise InputError(faults)


def _faults_of_cells(means: ClusterMeans) -> Iterator[Fault]:
    empty = ~(means.people > 0.0)
    for code, cells in (
        (PermutationCode.EMPTY_CELL, empty),
        (PermutationCode.NOT_A_NUMBER, ~empty & ~np.isfinite(means.mean + means.people)),
    ):
        for row, column in np.argwhere(cells):
            yield Fault(code, {"unit": means.clusters[row], "period": means.periods[column]})


def varies_by_period_alone(mean: Floats) -> bool:
    """Whether all clusters had the same in each period: nothing then tells an effect from time."""
    rest = mean - mean.mean(axis=0)
    return bool(np.abs(rest).max() <= ROUNDING * np.abs(mean).max())
