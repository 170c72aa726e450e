"""What was observed, as the mean of each cluster in each period."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.outcomes import varies_by_period_alone
from samskab.evidence.effect.permutation.codes import PermutationCode

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
FEWEST = 2


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
    periods = np.tile(np.arange(shape[1]), shape[0])
    if shape[0] < FEWEST:
        faults.append(Fault(PermutationCode.ONE_UNIT, {"units": shape[0]}))
    elif not faults and varies_by_period_alone(means.mean.ravel(), periods):
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
