"""Places taken so far, told apart only where it makes a difference to what can follow."""

from dataclasses import dataclass

import numpy as np

from samskab.evidence.rollout.items import Items
from samskab.evidence.rollout.model import Bools, Integers, Rollout


@dataclass(frozen=True, slots=True, eq=False)
class Canon:
    """Which states of a layer are the same in all that follows.

    Attributes:
        least, most: (W,) of the roll-out.
        later: (W,) clusters still to be placed that may take the wave.
        alike: columns of waves with the same bounds that the same later items may take.
    """

    least: Integers
    most: Integers
    later: Integers
    alike: tuple[Integers, ...]

    def viable(self, taken: Integers) -> Bools:
        """(N,) whether each wave of the (N, W) states fits, and can still be filled."""
        fits = (taken <= self.most) & (taken + self.later >= self.least)
        return np.asarray(fits.all(axis=1), dtype=np.bool_)

    def canonical(self, taken: Integers) -> tuple[Integers, Integers]:
        """One state for all that the same completions follow.

        Where a wave has its least and cannot pass its most, how many it has is all one. Waves
        alike differ by name only: they are sorted.

        Args:
            taken: (N, W) viable states.

        Returns:
            (N, W) the state, and (N, W) the column of `taken` that each of its columns was.
        """
        free = (taken >= self.least) & (taken + self.later <= self.most)
        state = np.where(free, self.least, taken)
        column = np.broadcast_to(np.arange(state.shape[1]), state.shape).copy()
        for columns in self.alike:
            order = np.argsort(state[:, columns], axis=1, kind="stable")
            state[:, columns] = np.take_along_axis(state[:, columns], order, axis=1)
            column[:, columns] = columns[order]
        return state, column


def canons(rollout: Rollout, items: Items) -> tuple[Canon, ...]:
    """One for each number of items placed, from none to all."""
    least, most = np.array(rollout.least), np.array(rollout.most)
    result = []
    for placed in range(len(items.size) + 1):
        rest = items.allowed[placed:]
        later = (rest * items.size[placed:, None]).sum(axis=0)
        keys = np.column_stack([least, most, rest.T])
        _, label = np.unique(keys, axis=0, return_inverse=True)
        groups = (np.flatnonzero(label.ravel() == kind) for kind in range(int(label.max()) + 1))
        alike = tuple(columns for columns in groups if len(columns) > 1)
        result.append(Canon(least, most, later, alike))
    return tuple(result)


def distinct(states: Integers) -> tuple[Integers, Integers]:
    """The different rows, and (N,) which of them each row is.

    Rows are numbered column by column, and the numbers made small again before they could grow out
    of 64 bits: numpy's own way by rows is many times slower.
    """
    number = np.zeros(len(states), dtype=np.int64)
    span = 1
    for column in states.T:
        radix = int(column.max(initial=0)) + 1
        if span * radix >= 2**62:
            number = np.unique(number, return_inverse=True)[1].astype(np.int64)
            span = len(states)
        number = number * radix + column
        span *= radix
    _, first, which = np.unique(number, return_index=True, return_inverse=True)
    return states[first], which.astype(np.int64)
