"""How many allocations the calendars allow, exactly.

Dynamic programming over the items with what is left in each wave as the state. The number of
ways to complete a state is the sum over the waves that the next item may take; Python's whole
numbers keep it exact at any size.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.evidence.rollout.items import Items, items_of, reordered
from samskab.evidence.rollout.model import Integers, Rollout
from samskab.evidence.rollout.orders import orders
from samskab.evidence.rollout.states import Canon, canons, distinct, start_of
from samskab.evidence.rollout.validity import require_sound

STATES_AT_MOST = 2_000_000
NOWHERE = -1


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """The states in which the first few items are placed.

    Attributes:
        left: (N, W) what is left in each wave (`states`).
        after: (N, W) which state of the next layer follows where the next item takes the wave;
            -1 where it may not.
        ways: (N + 1,) whole numbers: completions of each state; the last is 0, what -1 finds.
    """

    left: Integers
    after: Integers
    ways: npt.NDArray[np.object_]


@dataclass(frozen=True, slots=True, eq=False)
class AllowedSet:
    """All allocations that calendars, sizes and groups allow.

    Attributes:
        rollout: what was asked.
        size: how many allocations there are, exactly; 0 where none is.
        items: what is placed, in this order.
        wave_of_column: (W,) the wave that each column of the first layer stands for.
        canons: one for each layer.
        layers: the states, from none to all items placed.
    """

    rollout: Rollout
    size: int
    items: Items
    wave_of_column: Integers
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
    tries = [_Try(rollout, reordered(items, o)) for o in orders(items.allowed, items.size)]
    while True:
        # Which order suits the calendars shows on the way: the one that met fewer states goes on.
        best = min(tries, key=lambda each: each.met)
        if best.met > states_at_most:
            return NotCounted(best.met, states_at_most, len(best.after), len(items.size))
        if len(best.after) == len(items.size):
            return best.finished()
        best.go_on()


class _Try:
    """A count under way, in one order of the items."""

    def __init__(self, rollout: Rollout, items: Items) -> None:
        self.rollout, self.items = rollout, items
        self.canon = canons(rollout, items)
        start, self.wave_of_column = start_of(rollout, self.canon[0])
        self.left = [start]
        self.after: list[Integers] = []
        self.met = len(start)

    def go_on(self) -> None:
        """Place the next item."""
        placed = len(self.after)
        after, states = _place(self.items, placed, self.left[-1], self.canon[placed + 1])
        self.after.append(after)
        self.left.append(states)
        self.met += len(states)

    def finished(self) -> AllowedSet:
        """All are placed: the ways add up from the end."""
        layers = _ways(self.left, self.after)
        size = int(sum(layers[0].ways))
        return AllowedSet(self.rollout, size, self.items, self.wave_of_column, self.canon, layers)


def _place(items: Items, placed: int, left: Integers, canon: Canon) -> tuple[Integers, Integers]:
    """(N, W) the state that each choice leads to, and the (M, W) states."""
    after = np.full(left.shape, NOWHERE)
    choices = list(canon.choices(left, items.allowed[placed], int(items.size[placed])))
    reached = np.concatenate([left[:0], *(canon.sorted_alike(state) for _, _, state in choices)])
    states, which = distinct(reached)
    begin = 0
    for wave, rows, _ in choices:
        after[rows, wave] = which[begin : begin + len(rows)]
        begin += len(rows)
    return after, states


def _ways(left: list[Integers], after: list[Integers]) -> tuple[Layer, ...]:
    ways = np.array([1] * len(left[-1]) + [0], dtype=object)
    layers = [Layer(left[-1], np.full(left[-1].shape, NOWHERE), ways)]
    for states, following in zip(reversed(left[:-1]), reversed(after), strict=True):
        total = np.array([0] * (len(states) + 1), dtype=object)
        for column in following.T:
            total[:-1] += ways[column]
        layers.append(Layer(states, following, total))
        ways = total
    return tuple(reversed(layers))
