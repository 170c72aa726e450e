"""From the wave of a cluster to its treatment in each period, and back."""

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from samskab.common.errors import Fault, InputError
from samskab.evidence.rollout.codes import RolloutCode
from samskab.evidence.rollout.model import Integers


def treatment(allocations: Integers, start_periods: Sequence[int], periods: int) -> Integers:
    """Who is treated when.

    Args:
        allocations: (..., C) the wave of each cluster, counted from 0.
        start_periods: (W,) the period, counted from 0, from which a wave is treated; `periods`
            where it never is within the study.
        periods: T.

    Returns:
        (..., C, T) 1 where treated, else 0.

    Raises:
        InputError: a wave starts outside 0..T, or before the wave ahead of it.
    """
    return np.asarray(exposure_time(allocations, start_periods, periods) > 0, dtype=np.int64)


def exposure_time(allocations: Integers, start_periods: Sequence[int], periods: int) -> Integers:
    """How long each cluster has been treated.

    Args:
        allocations: (..., C) as in `treatment`.
        start_periods: (W,) as in `treatment`.
        periods: T.

    Returns:
        (..., C, T) 1 in the first treated period, 2 in the next, ...; 0 before.

    Raises:
        InputError: as for `treatment`.
    """
    require_starts(start_periods, periods)
    start = np.asarray(start_periods, dtype=np.int64)[allocations]
    since = np.arange(periods, dtype=np.int64) - start[..., None] + 1
    return np.asarray(np.maximum(since, 0), dtype=np.int64)


def require_starts(start_periods: Sequence[int], periods: int) -> None:
    """Refuse waves that start outside the study, or out of order.

    Raises:
        InputError: see above.
    """
    starts = list(start_periods)
    inside = all(0 <= start <= periods for start in starts)
    if not inside or starts != sorted(set(starts)):
        values = {"starts": starts, "periods": periods}
        raise InputError([Fault(RolloutCode.START_PERIODS, values)])


def waves_of(
    treated: npt.ArrayLike, start_periods: Sequence[int], clusters: Sequence[str]
) -> Integers:
    """The wave in which each cluster really started.

    Args:
        treated: (C, T) 1 where treated, 0 where not.
        start_periods: (W,) as in `treatment`.
        clusters: C names, for what is said of a fault.

    Raises:
        InputError: a cell that is neither 0 nor 1, a cluster that stops again, or one that starts
            in a period in which no wave does.
    """
    cells = np.asarray(treated, dtype=np.float64)
    require_starts(start_periods, cells.shape[1])
    faults = list(_faults_of(cells, start_periods, clusters))
    if faults:
        raise InputError(faults)
    start = np.where(cells.any(axis=1), cells.argmax(axis=1), cells.shape[1])
    return np.asarray(np.searchsorted(np.asarray(start_periods), start), dtype=np.int64)


def _faults_of(
    cells: npt.NDArray[np.float64], start_periods: Sequence[int], clusters: Sequence[str]
) -> Iterator[Fault]:
    for name, row in zip(clusters, cells, strict=True):
        if not np.isin(row, (0.0, 1.0)).all():
            yield Fault(RolloutCode.TREATMENT_UNREADABLE, {"unit": name})
        elif (np.diff(row) < 0.0).any():
            period = int(np.flatnonzero(np.diff(row) < 0.0)[0]) + 2
            yield Fault(RolloutCode.UNIT_STOPS, {"unit": name, "period": period})
        else:
            start = int(row.argmax()) if row.any() else len(row)
            if start not in start_periods:
                yield Fault(RolloutCode.START_IN_NO_WAVE, {"unit": name, "period": start + 1})
