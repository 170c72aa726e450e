"""In which order items are best placed: the count is the same, the memory it takes is not."""

from itertools import chain

import numpy as np

from samskab.evidence.rollout.model import Bools, Integers


def orders(allowed: Bools, size: Integers) -> tuple[Integers, ...]:
    """Orders worth trying: the first for tight calendars, the second for loose ones.

    Args:
        allowed: (I, W) waves open to each item.
        size: (I,) clusters in the item.

    Returns:
        Each (I,) the items in the order in which they are placed.
    """
    return _wave_by_wave(allowed, size), _alike_last(allowed, size)


def _wave_by_wave(allowed: Bools, size: Integers) -> Integers:
    """The wave that fewest items may still take is emptied first: its places need no memory then.

    Items alike stand side by side, for the same reason. An item that no wave is open to (groups
    that overlap, without a wave in common) ends the count at once wherever it stands: it is first.
    """
    closed: Bools = np.logical_not(allowed.any(axis=1))
    left: Bools = np.logical_not(closed)
    batches: list[list[int]] = [np.flatnonzero(closed).tolist()]
    while left.any():
        asking = (allowed & left[:, None]).sum(axis=0)
        wave = np.where(asking > 0, asking, len(allowed) + 1).argmin()
        batch = np.flatnonzero(left & allowed[:, wave])
        keys = np.column_stack([size[batch], allowed[batch]])
        batches.append(batch[np.lexsort(keys.T)].tolist())
        left[batch] = False
    return np.array(list(chain.from_iterable(batches)), dtype=np.int64)


def _alike_last(allowed: Bools, size: Integers) -> Integers:
    """From the last item backwards the one that tells fewest waves apart.

    States are the same up to the order of waves alike.
    """
    left = list(range(len(allowed)))
    backwards = []
    kind = np.zeros(allowed.shape[1], dtype=np.int64)
    while left:
        split = kind * 2 + allowed[left]
        kinds = (np.diff(np.sort(split, axis=1), axis=1) > 0).sum(axis=1)
        closed = (~allowed[left]).sum(axis=1)
        best = left[int(np.lexsort((size[left], closed, kinds))[0])]
        _, kind = np.unique(kind * 2 + allowed[best], return_inverse=True)
        backwards.append(best)
        left.remove(best)
    return np.array(backwards[::-1], dtype=np.int64)
