"""Each block's cheapest way through all of its modules, by dynamic programming, exactly."""

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.forest import Forest, Link

Ints = npt.NDArray[np.int64]

LARGEST = np.iinfo(np.int64).max


def cheapest_paths(forest: Forest, price: list[Ints], left_out: list[Ints]) -> Ints:
    """What each block pays at least: one start or being left out, for every module it needs.

    A module left out leaves out all that come after it. In the forest of what comes after what,
    f_m(t) = price_m(t) + sum over the modules c next of min(min over allowed t' of f_c(t'), u_c),
    where u_c leaves out c and all that follow it.

    Args:
        forest: each block's modules, with at most one predecessor each.
        price: by module, [S, B] øre of attending at a start; NEVER where that cannot be.
        left_out: by module, [B] øre of being left out of it.

    Returns:
        [B] øre; exact as long as the sums fit in 64 bits.
    """
    total = np.zeros_like(left_out[0]) if left_out else np.zeros(0, dtype=np.int64)
    without: dict[int, Ints] = {}
    within: dict[int, Ints] = {}
    for module in reversed(forest.order):
        at_start, without[module] = price[module].copy(), left_out[module].copy()
        for link in forest.out_of[module]:
            without[module] += np.where(link.holds, without[link.after], 0)
            onward = np.minimum(_window_minimum(within[link.after], link), without[link.after])
            at_start += np.where(link.holds, onward, 0)
        within[module] = at_start
        best = np.minimum(at_start.min(axis=0, initial=LARGEST), without[module])
        total += np.where(forest.rooted[module], best, 0)
    return total


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
