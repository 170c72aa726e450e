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
    """Join groups that overlap; items in the order of their first cluster."""
    clusters = len(rollout.clusters)
    index = {name: row for row, name in enumerate(rollout.clusters)}
    links = [(index[a], index[b]) for group in rollout.together for a, b in pairwise(group)]
    rows, columns = np.array(links, dtype=np.int64).reshape(-1, 2).T
    graph = coo_array((np.ones(len(links)), (rows, columns)), shape=(clusters, clusters))
    count, label = connected_components(graph, directed=False)
    size = np.bincount(label, minlength=count)
    allowed = np.ones((count, len(rollout.waves)), dtype=np.bool_)
    np.logical_and.at(allowed, label, rollout.allowed)
    return Items(size.astype(np.int64), allowed, label.astype(np.int64))


def reordered(items: Items, order: Integers) -> Items:
    """The same items, placed in this (I,) order."""
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    return Items(items.size[order], items.allowed[order], place[items.item_of_cluster])
