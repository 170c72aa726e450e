"""Who must not share a session, as a forest: the best set without a conflict, exactly."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.blocks import Blocks
from samskab.planner.timetable import Timetable

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float32]
Weights = TypeVar("Weights", Ints, Reals)


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """Blocks at one depth of the forest, siblings side by side.

    Attributes:
        blocks: [n] the blocks.
        parent_of_each: [n] their parents.
        firsts: where the children of each parent begin.
        parents: the parents, one each.
    """

    blocks: Ints
    parent_of_each: Ints
    firsts: Ints
    parents: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Conflicts:
    """Pairs of blocks apart, as many as fit in a forest; dropping the others relaxes the problem.

    Attributes:
        levels: from the children of the roots downwards; none where nobody is kept apart.
        is_root: [B] blocks without a parent.
    """

    levels: tuple[Level, ...]
    is_root: Bools

    def best_set(self, weights: Weights) -> tuple[Weights, Bools]:
        """The heaviest set of blocks of which no two conflict, for each row.

        Args:
            weights: [N, B], none below 0.

        Returns:
            ([N] its weight, [N, B] who is in it).
        """
        taken, passed = weights.copy(), np.zeros_like(weights)
        for level in reversed(self.levels):
            below = passed[:, level.blocks]
            best = np.maximum(taken[:, level.blocks], below)
            taken[:, level.parents] += np.add.reduceat(below, level.firsts, axis=1)
            passed[:, level.parents] += np.add.reduceat(best, level.firsts, axis=1)
        chosen = taken > passed
        value = np.maximum(taken, passed)[:, self.is_root].sum(axis=1)
        for level in self.levels:
            chosen[:, level.blocks] &= ~chosen[:, level.parent_of_each]
        return value, chosen


def conflicts_of(timetable: Timetable, blocks: Blocks) -> Conflicts:
    """A forest among the pairs kept apart, grown from those who are kept apart from most."""
    count = len(blocks.sizes)
    apart: list[set[int]] = [set() for _ in range(count)]
    for person, others in enumerate(timetable.apart):
        block = int(blocks.of_person[person])
        apart[block].update({int(blocks.of_person[other]) for other in others} - {block})
    for block in range(count):
        for other in apart[block]:
            apart[other].add(block)
    parent = np.full(count, -1, dtype=np.int64)
    reached = [not others for others in apart]
    levels: list[list[int]] = []
    for root in sorted(range(count), key=lambda block: -len(apart[block])):
        if reached[root]:
            continue
        reached[root], front, depth = True, [root], 0
        while front := _children(front, apart, parent, reached):
            levels.extend([[]] if depth == len(levels) else [])
            levels[depth].extend(front)
            depth += 1
    return Conflicts(tuple(_level(blocks_, parent) for blocks_ in levels), parent < 0)


def _children(
    front: list[int], apart: list[set[int]], parent: Ints, reached: list[bool]
) -> list[int]:
    """Who conflicts with the front and was not reached before; notes their parents."""
    children = []
    for block in front:
        for other in sorted(apart[block]):
            if not reached[other]:
                reached[other] = True
                parent[other] = block
                children.append(other)
    return children


def _level(blocks: list[int], parent: Ints) -> Level:
    members = np.array(sorted(blocks, key=lambda block: int(parent[block])), dtype=np.int64)
    parents, firsts = np.unique(parent[members], return_index=True)
    return Level(members, parent[members], firsts.astype(np.int64), parents)
