"""What is placed as one: a cluster, or a group of clusters that must share a wave."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from samskab.evidence.rollout.model import Bools, Integers, Rollout


@dataclass(frozen=True, slots=True, eq=False)
class Items:
    """I items in the order in which they are placed.

    Attributes:
        size: (I,) clusters in the item.
        allowed: (I, W) waves open to every cluster of it.
        item_of_cluster: (C,) where each cluster is.
    """

    size: Integers
    allowed: Bools
    item_of_cluster: Integers


def items_of(rollout: Rollout) -> Items:
    """Join groups that overlap, and order the items so that waves are done with early."""
    clusters = len(rollout.clusters)
    index = {name: row for row, name in enumerate(rollout.clusters)}
    links = [(index[a], index[b]) for group in rollout.together for a, b in pairwise(group)]
    rows, columns = np.array(links, dtype=np.int64).reshape(-1, 2).T
    graph = coo_array((np.ones(len(links)), (rows, columns)), shape=(clusters, clusters))
    count, label = connected_components(graph, directed=False)
    size = np.bincount(label, minlength=count)
    allowed = np.ones((count, len(rollout.waves)), dtype=np.bool_)
    np.logical_and.at(allowed, label, rollout.allowed)
    order = _wave_by_wave(allowed, size)
    place = np.empty(count, dtype=np.int64)
    place[order] = np.arange(count)
    return Items(size[order].astype(np.int64), allowed[order], place[label])


def _wave_by_wave(allowed: Bools, size: Integers) -> Integers:
    """The wave that fewest items may still take is emptied first: its places need no memory then.

    Items alike stand side by side, for the same reason.
    """
    left = np.ones(len(allowed), dtype=np.bool_)
    order: list[int] = []
    while left.any():
        asking = (allowed & left[:, None]).sum(axis=0)
        wave = int(np.where(asking > 0, asking, len(allowed) + 1).argmin())
        batch = np.flatnonzero(left & allowed[:, wave])
        if asking[wave] == 0:
            batch = np.flatnonzero(left)
        keys = np.column_stack([size[batch], allowed[batch]])
        order += [int(item) for item in batch[np.lexsort(keys.T)]]
        left[batch] = False
    return np.array(order, dtype=np.int64)
