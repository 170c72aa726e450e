"""Every allowed allocation has a number; every number below the set's size is an allocation."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from samskab.common.errors import Fault, InputError
from samskab.evidence.rollout.codes import RolloutCode
from samskab.evidence.rollout.counting import AllowedSet
from samskab.evidence.rollout.model import Integers

LISTED_AT_MOST = 200_000


def allocations_at(allowed: AllowedSet, ranks: Sequence[int]) -> Integers:
    """The allocations of these numbers, walked down through the count.

    Args:
        allowed: the counted set.
        ranks: N numbers from 0 up to, but not including, the set's size.

    Returns:
        (N, C) the wave of each cluster, counted from 0.
    """
    waves = len(allowed.rollout.waves)
    rest = np.array([*ranks, 0], dtype=object)[:-1]
    state = np.zeros(len(ranks), dtype=np.int64)
    name = np.broadcast_to(allowed.wave_of_column, (len(ranks), waves)).copy()
    chosen = np.empty((len(ranks), len(allowed.items.size)), dtype=np.int64)
    rows = np.arange(len(ranks))
    for placed, size in enumerate(allowed.items.size):
        layer, following = allowed.layers[placed], allowed.layers[placed + 1]
        column = _choice(layer.after[state], following.ways, rest)
        chosen[:, placed] = name[rows, column]
        canon = allowed.canons[placed + 1]
        left = canon.after(layer.left[state], column, int(size))
        _, came_from = canon.canonical(left)
        name = np.take_along_axis(name, came_from, axis=1)
        state = layer.after[state, column]
    return chosen[:, allowed.items.item_of_cluster]


def _choice(
    after: Integers, ways: npt.NDArray[np.object_], rest: npt.NDArray[np.object_]
) -> Integers:
    """(N,) the wave in whose part of the numbers each rest falls; lowers `rest` to that part."""
    column = np.full(len(after), -1)
    open_rows = np.arange(len(after))
    for wave in range(after.shape[1]):
        weight = ways[after[open_rows, wave]]
        falls_here = (rest[open_rows] < weight).astype(np.bool_)
        column[open_rows[falls_here]] = wave
        open_rows = open_rows[~falls_here]
        if not open_rows.size:
            break
        rest[open_rows] -= weight[~falls_here]
    return column


def every_allocation(allowed: AllowedSet, *, at_most: int = LISTED_AT_MOST) -> Integers:
    """(size, C) all allowed allocations, the wave of each cluster counted from 0.

    Raises:
        InputError: there are more than `at_most`, or none.
    """
    require_some(allowed)
    if allowed.size > at_most:
        values = {"size": allowed.size, "most": at_most}
        raise InputError([Fault(RolloutCode.TOO_MANY_TO_LIST, values)])
    return allocations_at(allowed, range(allowed.size))


def require_some(allowed: AllowedSet) -> None:
    """Refuse an empty set.

    Raises:
        InputError: no allocation keeps calendars, sizes and groups together.
    """
    if not allowed.size:
        values = {"units": len(allowed.rollout.clusters), "waves": len(allowed.rollout.waves)}
        raise InputError([Fault(RolloutCode.NOTHING_ALLOWED, values)])
