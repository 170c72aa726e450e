"""How many allocations the calendars allow, exactly.

Dynamic programming over the items with the places taken in each wave as the state. The number of
ways to complete a state is the sum over the waves that the next item may take; Python's whole
numbers keep it exact at any size.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.evidence.rollout.items import Items, items_of
from samskab.evidence.rollout.model import Integers, Rollout
from samskab.evidence.rollout.states import Canon, canons, distinct
from samskab.evidence.rollout.validity import require_sound

STATES_AT_MOST = 1_000_000
NOWHERE = -1


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """The states in which the first few items are placed.

    Attributes:
        taken: (N, W) places taken.
        after: (N, W) which state of the next layer follows where the next item takes the wave;
            -1 where it may not.
        ways: (N + 1,) whole numbers: completions of each state; the last is 0, what -1 finds.
    """

    taken: Integers
    after: Integers
    ways: npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True, eq=False)
class AllowedSet:
    """All allocations that calendars, sizes and groups allow.

    Attributes:
        rollout: what was asked.
        size: how many allocations there are, exactly; 0 where none is.
        items, canons, layers: what draws walk through.
    """

    rollout: Rollout
    size: int
    items: Items
    canons: tuple[Canon, ...]
    layers: tuple[Layer, ...]


@dataclass(frozen=True, slots=True)
class NotCounted:
    """The allocations are too many sorts of to count within the limit.

    Nothing is drawn then: an exactly uniform draw stands on the exact count. Fewer waves, exact
    wave sizes, or groups that share a wave make the count small enough.

    Attributes:
        states: states met when the count was given up.
        limit: the most that were allowed.
        placed: items placed by then, of `items`.
        items: clusters, or groups of clusters that share a wave.
    """

    states: int
    limit: int
    placed: int
    items: int


def count_allowed(
    rollout: Rollout, *, states_at_most: int = STATES_AT_MOST
) -> AllowedSet | NotCounted:
    """Count the allowed allocations, and keep what uniform draws need.

    Args:
        rollout: what the calendars allow.
        states_at_most: give the count up beyond so many states (about 200 bytes each).

    Raises:
        InputError: the roll-out is unsound (`require_sound`).
    """
    require_sound(rollout)
    items = items_of(rollout)
    canon = canons(rollout, items)
    start = np.zeros((1, len(rollout.waves)), dtype=np.int64)
    taken = [canon[0].canonical(start[canon[0].viable(start)])[0]]
    after: list[Integers] = []
    for placed in range(len(items.size)):
        following, states = _place(items, placed, taken[-1], canon[placed + 1])
        after.append(following)
        taken.append(states)
        met = sum(len(layer) for layer in taken)
        if met > states_at_most:
            return NotCounted(met, states_at_most, placed + 1, len(items.size))
    layers = _ways(taken, after)
    return AllowedSet(rollout, sum(layers[0].ways), items, canon, layers)


def _place(items: Items, placed: int, taken: Integers, canon: Canon) -> tuple[Integers, Integers]:
    """(N, W) the state that each choice leads to, and the (M, W) states."""
    after = np.full(taken.shape, NOWHERE)
    reached = []
    where = []
    for wave in np.flatnonzero(items.allowed[placed]):
        state = taken.copy()
        state[:, wave] += items.size[placed]
        rows = np.flatnonzero(canon.viable(state))
        reached.append(canon.canonical(state[rows])[0])
        where.append((rows, wave))
    waves = taken.shape[1]
    together = np.concatenate([np.zeros((0, waves), dtype=np.int64), *reached])
    states, which = distinct(together)
    begin = 0
    for (rows, wave), part in zip(where, reached, strict=True):
        after[rows, wave] = which[begin : begin + len(part)]
        begin += len(part)
    return after, states


def _ways(taken: list[Integers], after: list[Integers]) -> tuple[Layer, ...]:
    ways = np.array([1] * len(taken[-1]) + [0], dtype=object)
    layers = [Layer(taken[-1], np.full(taken[-1].shape, NOWHERE), ways)]
    for states, following in zip(reversed(taken[:-1]), reversed(after), strict=True):
        total = np.array([0] * (len(states) + 1), dtype=object)
        for column in following.T:
            total[:-1] += ways[column]
        layers.append(Layer(states, following, total))
        ways = total
    return tuple(reversed(layers))
