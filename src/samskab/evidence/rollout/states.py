"""What is left to fill in each wave, told apart only where it makes a difference to what follows.

A wave's room (the most it may still take) and need (the least it must still take) are one number,
room * (C + 1) + need, so that states are compared and sorted wave by wave.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from samskab.evidence.rollout.items import Items
from samskab.evidence.rollout.model import Bools, Integers, Rollout

Choice = tuple[int, Integers, Integers]


@dataclass(frozen=True, slots=True, eq=False)
class Canon:
    """Which states are the same in all that follows, after a number of items.

    Attributes:
        span: C + 1.
        later: (W,) clusters still to be placed that may take the wave.
        alike: groups of waves that the same later items may take.
    """

    span: int
    later: Integers
    alike: tuple[Integers, ...]

    def choices(self, left: Integers, waves: Bools, size: int) -> Iterator[Choice]:
        """What follows when an item takes one wave or another.

        Args:
            left: (N, W) states before it.
            waves: (W,) those that are open to the item.
            size: clusters in the item.

        Yields:
            For each open wave: the wave, (M,) the rows of `left` in which the item fits and all can
            still be filled, and (M, W) what is left then.
        """
        room, need = np.divmod(left, self.span)
        others = np.minimum(room, self.later) * self.span + need
        short = need > self.later
        shorts = short.sum(axis=1)
        for wave in np.flatnonzero(waves).tolist():
            own_room = room[:, wave] - size
            own_need = np.maximum(need[:, wave] - size, 0)
            fits = (own_room >= 0) & (own_need <= self.later[wave])
            rows = np.flatnonzero(fits & (shorts == short[:, wave]))
            state = others[rows]
            state[:, wave] = np.minimum(own_room[rows], self.later[wave]) * self.span
            state[:, wave] += own_need[rows]
            yield wave, rows, state

    def after(self, left: Integers, waves: Integers, size: int) -> Integers:
        """(N, W) what is left of (N, W) states once each has given a wave, (N,), to an item."""
        room, need = np.divmod(left, self.span)
        rows = np.arange(len(left))
        room[rows, waves] -= size
        need[rows, waves] = np.maximum(need[rows, waves] - size, 0)
        return np.asarray(np.minimum(room, self.later) * self.span + need, dtype=np.int64)

    def sorted_alike(self, left: Integers) -> Integers:
        """(N, W) the canonical states alone: twice as fast as `canonical`."""
        state = left.copy()
        for columns in self.alike:
            state[:, columns] = np.sort(left[:, columns], axis=1)
        return state

    def canonical(self, left: Integers) -> tuple[Integers, Integers]:
        """One state for all that the same completions follow: waves alike, sorted.

        Args:
            left: (N, W) states.

        Returns:
            (N, W) the state, and (N, W) the column of `left` that each of its columns was.
        """
        state = left.copy()
        column = np.broadcast_to(np.arange(left.shape[1]), left.shape).copy()
        for columns in self.alike:
            order = np.argsort(left[:, columns], axis=1, kind="stable")
            state[:, columns] = np.take_along_axis(left[:, columns], order, axis=1)
            column[:, columns] = columns[order]
        return state, column


def canons(rollout: Rollout, items: Items) -> tuple[Canon, ...]:
    """One for each number of items placed, from none to all."""
    result = []
    for placed in range(len(items.size) + 1):
        rest = items.allowed[placed:]
        later = (rest * items.size[placed:, None]).sum(axis=0)
        alike: dict[bytes, list[int]] = {}
        for wave, column in enumerate(rest.T):
            alike.setdefault(column.tobytes(), []).append(wave)
        groups = tuple(np.array(waves) for waves in alike.values() if len(waves) > 1)
        result.append(Canon(len(rollout.clusters) + 1, later, groups))
    return tuple(result)


def start_of(rollout: Rollout, canon: Canon) -> tuple[Integers, Integers]:
    """What is left before any item is placed.

    Returns:
        (1, W) the canonical state, none where a wave cannot be filled; (W,) the wave that each of
        its columns stands for.
    """
    room = np.minimum(np.array(rollout.most), canon.later)
    need = np.array(rollout.least)
    left = (room * canon.span + need)[None, :]
    state, wave = canon.canonical(left)
    return (state if (need <= canon.later).all() else state[:0]), wave[0]


def distinct(states: Integers) -> tuple[Integers, Integers]:
    """The different rows, and (N,) which of them each row is.

    Rows are numbered column by column, and the numbers made small again before they could grow out
    of 64 bits: numpy's own way by rows is many times slower.
    """
    seen = np.zeros(int(states.max(initial=0)) + 1, dtype=np.int64)
    seen[states] = 1
    digit = np.cumsum(seen) - 1
    radix = int(digit[-1]) + 1
    number = np.zeros(len(states), dtype=np.int64)
    span = 1
    for column in np.ascontiguousarray(states.T):
        if span * radix >= 2**62:
            number = np.unique(number, return_inverse=True)[1].astype(np.int64)
            span = len(states)
        number = number * radix + digit[column]
        span *= radix
    _, first, which = np.unique(number, return_index=True, return_inverse=True)
    return states[first], which.astype(np.int64)
