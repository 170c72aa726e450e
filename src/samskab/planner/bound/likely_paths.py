"""The cheapest paths softened: at a temperature, how likely each block takes each start.

Replacing every minimum by -mu log(sum(exp(-./mu))) turns the cheapest path into a smooth function
of the prices, whose gradient is the probability of each start on a random path with weight
exp(-cost/mu). Only the ascent stands on this; nothing here needs to be exact.
"""

from dataclasses import dataclass
from math import isqrt

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.forest import Forest, Link

Reals = npt.NDArray[np.float32]

NOTHING = np.float32(-1e30)
"""The logarithm of a weight of zero; finite, so that differences stay defined."""

LEAST_CHANCE = np.float32(1e-37)
"""About the least that single precision holds."""


@dataclass(frozen=True, slots=True, eq=False)
class LikelyPaths:
    """Where blocks are at a temperature.

    Attributes:
        at: by module, [S, B] probability of each start.
        left_out: by module, [B] probability of being left out.
    """

    at: list[Reals]
    left_out: list[Reals]


def likely_paths(
    forest: Forest, price: list[Reals], left_out: list[Reals], temperature: float
) -> LikelyPaths:
    """Probabilities of all starts, by one pass from the last modules and one back.

    Args:
        forest: each block's modules, with at most one predecessor each.
        price: by module, [S, B] of attending at a start; very large where that cannot be.
        left_out: by module, [B] of being left out of it.
        temperature: of the same unit as the prices.
    """
    coldness = np.float32(-1 / temperature)
    # Everything below is a log-weight: minus a cost, over the temperature.
    within, without, onward = _from_the_last(
        forest, [p * coldness for p in price], [u * coldness for u in left_out]
    )
    at = [np.zeros_like(w) for w in within]
    out = [np.zeros_like(w) for w in without]
    for module in forest.order:
        rooted = forest.rooted[module]
        whole = _log_add(_log_sum(within[module]), without[module])
        at[module] += np.exp(within[module] - whole) * rooted
        out[module] += np.exp(without[module] - whole) * rooted
        for link in forest.into[module]:
            before = link.before
            mass = np.log(np.maximum(at[before], LEAST_CHANCE)) - onward[before, module]
            at[module] += (
                np.exp(_reaching(mass, link, len(at[module])) + within[module]) * link.holds
            )
            stopped = np.exp(_log_sum(mass) + without[module])
            out[module] += (stopped + out[before]) * link.holds
    return LikelyPaths(at, out)


def _from_the_last(
    forest: Forest, own: list[Reals], own_out: list[Reals]
) -> tuple[list[Reals], list[Reals], dict[tuple[int, int], Reals]]:
    """Log-weights of all ways on: by start, by leaving out, and by link after each start."""
    within, without = [w.copy() for w in own], [w.copy() for w in own_out]
    onward: dict[tuple[int, int], Reals] = {}
    for module in reversed(forest.order):
        for link in forest.out_of[module]:
            after = link.after
            without[module] += np.where(link.holds, without[after], np.float32(0))
            ways = _log_add(_over_windows(within[after], link), without[after])
            onward[module, after] = ways
            within[module] += np.where(link.holds, ways, np.float32(0))
    return within, without, onward


def _over_windows(weights: Reals, link: Link) -> Reals:
    """[S of after, B] -> [S of before, B]: log-sums of weights[low:high]."""
    if (link.high == len(weights)).all():
        from_each = np.vstack([_running(weights[::-1])[::-1], _nothing(weights.shape[1])[None]])
        return from_each[link.low]
    windows = zip(link.low, link.high, strict=True)
    return _stacked([_log_sum(weights[low:high]) for low, high in windows], weights)


def _reaching(mass: Reals, link: Link, count: int) -> Reals:
    """[S of before, B] -> [S of after, B]: log-sums over the starts whose window has each start.

    Windows move only forwards, so those starts follow each other.
    """
    every = np.arange(count)
    until = np.searchsorted(link.low, every, "right")
    since = np.searchsorted(link.high, every, "right")
    if not since.any():
        up_to_each = np.vstack([_nothing(mass.shape[1])[None], _running(mass)])
        return up_to_each[until]
    return _stacked([_log_sum(mass[a:b]) for a, b in zip(since, until, strict=True)], mass)


def _running(weights: Reals) -> Reals:
    """Log-sums of everything up to each row, by chunks: few calls on long rows."""
    rows, columns = weights.shape
    width = max(1, isqrt(rows))
    count = -(-rows // width)
    chunks = np.full((count * width, columns), NOTHING, dtype=np.float32)
    chunks[:rows] = weights
    chunks = chunks.reshape(count, width, columns)
    for place in range(1, width):
        chunks[:, place] = _log_add(chunks[:, place], chunks[:, place - 1])
    for chunk in range(1, count):
        chunks[chunk] = _log_add(chunks[chunk], chunks[chunk - 1, -1])
    return chunks.reshape(-1, columns)[:rows]


def _log_add(one: Reals, other: Reals) -> Reals:
    larger = np.maximum(one, other)
    sum_over_larger: Reals = np.log(1 + np.exp(np.minimum(one, other) - larger))
    return larger + sum_over_larger


def _log_sum(weights: Reals) -> Reals:
    """[S, B] -> [B]; NOTHING where there are no rows."""
    if not len(weights):
        return _nothing(weights.shape[1])
    largest = weights.max(axis=0)
    return np.asarray(largest + np.log(np.exp(weights - largest).sum(axis=0)))


def _nothing(columns: int) -> Reals:
    return np.full(columns, NOTHING, dtype=np.float32)


def _stacked(rows: list[Reals], like: Reals) -> Reals:
    return np.array(rows, dtype=np.float32).reshape(len(rows), like.shape[1])
