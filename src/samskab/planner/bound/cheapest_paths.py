"""Each block's cheapest way through all of its modules, by dynamic programming, exactly."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.forest import Forest, Link

Ints = npt.NDArray[np.int64]

LARGEST = np.iinfo(np.int64).max


@dataclass(frozen=True, slots=True, eq=False)
class CheapestPaths:
    """What blocks pay at least, in øre; exact as long as the sums fit in 64 bits.

    Attributes:
        whole: [B] for all of a block's modules.
        ahead: by module, [S, B] for the modules that come after each start of it.
    """

    whole: Ints
    ahead: list[Ints]


def cheapest_paths(forest: Forest, price: list[Ints], left_out: list[Ints]) -> CheapestPaths:
    """One start or being left out, for every module that a block needs, at the least price.

    A module left out leaves out all that come after it. In the forest of what comes after what,
    f_m(t) = price_m(t) + sum over the modules c next of min(min over allowed t' of f_c(t'), u_c),
    where u_c leaves out c and all that follow it.

    Args:
        forest: each block's modules, with at most one predecessor each.
        price: by module, [S, B] øre of attending at a start; NEVER where that cannot be.
        left_out: by module, [B] øre of being left out of it.
    """
    whole = np.zeros_like(left_out[0]) if left_out else np.zeros(0, dtype=np.int64)
    without = [one.copy() for one in left_out]
    ahead = [np.zeros_like(one) for one in price]
    within: dict[int, Ints] = {}
    for module in reversed(forest.order):
        for link in forest.out_of[module]:
            without[module] += np.where(link.holds, without[link.after], 0)
            onward = np.minimum(_window_minimum(within[link.after], link), without[link.after])
            ahead[module] += np.where(link.holds, onward, 0)
        within[module] = price[module] + ahead[module]
        best = np.minimum(within[module].min(axis=0, initial=LARGEST), without[module])
        whole += np.where(forest.rooted[module], best, 0)
    return CheapestPaths(whole, ahead)


def _window_minimum(values: Ints, link: Link) -> Ints:
    """[S of before, B]: the least of values[low:high] for each start of the earlier module."""
    width = link.high - link.low
    longest = int(width.max(initial=0))
    result = np.full((len(width), values.shape[1]), LARGEST, dtype=np.int64)
    level, doubled = 0, values
    while (1 << level) <= longest:
        step = 1 << level
        # Two overlapping runs of 2^level starts cover every window from that length to twice it.
        rows = np.flatnonzero((width >= step) & (width < 2 * step))
        result[rows] = np.minimum(doubled[link.low[rows]], doubled[link.high[rows] - step])
        doubled = np.minimum(doubled[:-step], doubled[step:])
        level += 1
    return result
