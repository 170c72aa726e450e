"""Observations as cells of cluster x period: all that the mixed models need of them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.codes import EffectCode
from samskab.evidence.effect.outcomes import Floats, Outcomes

Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Cells:
    """I clusters in T periods.

    Attributes:
        clusters: I labels, sorted.
        periods: T labels, sorted.
        count: (I, T) observations; 0 where a cell is empty.
        mean: (I, T) of the outcome; 0 where a cell is empty.
        treated: (I, T); in an empty cell what the cluster was in the period before.
        within_squares: the sum of squares of the observations about their cell's mean.
    """

    clusters: tuple[str, ...]
    periods: tuple[str, ...]
    count: Integers
    mean: Floats
    treated: npt.NDArray[np.bool_]
    within_squares: float

    @property
    def start(self) -> Integers:
        """(I,) the first treated period, counted from 0; T where a cluster never started."""
        never = len(self.periods)
        return np.where(self.treated.any(axis=1), self.treated.argmax(axis=1), never)

    @property
    def exposure(self) -> Integers:
        """(I, T) periods since the start, 1 in the first treated one; 0 before."""
        since = np.arange(len(self.periods)) - self.start[:, None] + 1
        return np.where(self.treated, np.maximum(since, 1), 0)


def cells_of(outcomes: Outcomes, *, empty_allowed: bool = False) -> Cells:
    """Sum observations over cells; exact for every model that is constant within a cell.

    Args:
        outcomes: the observations.
        empty_allowed: True for a design that leaves cells out on purpose.

    Raises:
        InputError: an empty cell that was not meant, a cell with both treated and untreated
            observations, a cluster that is treated and then untreated.
    """
    clusters, i = np.unique(outcomes.cluster, return_inverse=True)
    periods, j = np.unique(outcomes.period, return_inverse=True)
    shape = (clusters.size, periods.size)
    cell = np.ravel_multi_index((i, j), shape)
    size = clusters.size * periods.size
    count = np.bincount(cell, minlength=size)
    filled = np.maximum(count, 1)
    mean = np.bincount(cell, outcomes.y, minlength=size) / filled
    share = np.bincount(cell, outcomes.treated, minlength=size) / filled
    within = float(np.sum((outcomes.y - mean[cell]) ** 2))
    table = Cells(
        clusters=tuple(str(label) for label in clusters),
        periods=tuple(str(label) for label in periods),
        count=count.reshape(shape),
        mean=mean.reshape(shape),
        treated=_carried((share > 0.0).reshape(shape), (count > 0).reshape(shape)),
        within_squares=within,
    )
    faults = _faults(table, ((share > 0.0) & (share < 1.0)).reshape(shape), empty_allowed)
    if faults:
        raise InputError(faults)
    return table


def waves_with_one_cluster(cells: Cells) -> tuple[str, ...]:
    """Labels of the periods in which a single cluster started."""
    starts, counts = np.unique(cells.start[cells.start < len(cells.periods)], return_counts=True)
    return tuple(cells.periods[s] for s, n in zip(starts, counts, strict=True) if n == 1)


def check_waves_repeat(cells: Cells) -> None:
    """For methods that learn the spread between clusters from clusters of the same wave.

    The permutation test and the mixed model with Kenward-Roger need no such repetition.

    Raises:
        InputError: every wave has one cluster only.
    """
    alone = waves_with_one_cluster(cells)
    waves = np.unique(cells.start[cells.start < len(cells.periods)])
    if len(alone) == waves.size:
        raise InputError([Fault(EffectCode.ONE_CLUSTER_PER_WAVE, {"waves": alone})])


def _carried(
    treated: npt.NDArray[np.bool_], filled: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Treatment of an empty cell: that of the nearest filled period before it."""
    period = np.where(filled, np.arange(filled.shape[1]), -1)
    last = np.maximum.accumulate(period, axis=1)
    known = np.take_along_axis(treated, np.maximum(last, 0), axis=1)
    return known & (last >= 0)


def _faults(cells: Cells, mixed: npt.NDArray[np.bool_], empty_allowed: bool) -> list[Fault]:  # noqa: FBT001
    faults = []
    kinds = [(EffectCode.CELL_MIXED, mixed)]
    if not empty_allowed:
        kinds.append((EffectCode.CELL_EMPTY, cells.count == 0))
    for code, where in kinds:
        for i, j in np.argwhere(where):
            place = {"cluster": cells.clusters[i], "period": cells.periods[j]}
            faults.append(Fault(code, place))
    back = cells.treated[:, :-1] & ~cells.treated[:, 1:]
    for i in np.flatnonzero(back.any(axis=1)):
        period = cells.periods[int(back[i].argmax()) + 1]
        faults.append(
            Fault(EffectCode.CLUSTER_RETURNS, {"cluster": cells.clusters[i], "period": period})
        )
    return faults
