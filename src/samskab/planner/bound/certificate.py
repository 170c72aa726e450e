"""From any prices whatever to a bound that is one: whole numbers only, nothing rounded up.

The planning problem, relaxed, reads: people choose starts, sessions open, and a session at offer o
costs its price f_o, however few attend. Let each person p pay a share s_po >= 0 of the sessions she
attends. If no set of people that fits in a session pays more than its price, then in every plan
the shares paid come to no more than the sessions cost, so that

    sum over people of their cheapest path, with shares added to costs <= cost of any plan.

In every plan the S sessions of m, of c people at most, and the L people left out of it are enough
for the n who need it: c S + L >= n. S is whole, so S + L / r >= k, with k = ceil(n / c) and
r = n - c (k - 1), the people left to the last session (mixed-integer rounding: Nemhauser and Wolsey
1990). With a multiplier pi_m >= 0 of this counting cut, the same bound holds with f_o - pi_m for
f_o, with u - pi_m / r for the price u of being left out, and pi_m k added. With tolls on what is
scarce (see `tolls`), f_o grows by those a session pays, and what they can bring in at most is taken
off.

Where a track lowers c (see `company`), the few sessions that are larger are paid for by those who
are left out of the track's other module: what each of them could pay at most, and her part of pi,
is taken off the price of leaving her out of it.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.cheapest_paths import CheapestPaths, cheapest_paths
from samskab.planner.bound.fullest import fullest
from samskab.planner.bound.offers import NEVER, Offers
from samskab.planner.bound.relaxation import Relaxation
from samskab.planner.bound.tolls import (
    Tolls,
    allowed_tolls,
    lowest_price,
    returned,
    tolled_prices,
)

Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float32]

LARGEST_SHARE = 1 << 31
"""Øre; the product of two such still fits in 64 bits."""


ROUNDS = 4
"""How often the price of a seat is sought."""


@dataclass(frozen=True, slots=True, eq=False)
class Certificate:
    """A bound and what it stands on.

    Attributes:
        bound_oere: no plan costs less.
        paths: what each block pays at least.
    """

    bound_oere: int
    paths: CheapestPaths


def certify(
    relaxation: Relaxation, shares: list[Reals], rebates: list[float], wished: Tolls
) -> Certificate:
    """A lower bound on the cost of every plan, in øre, whatever the arguments are.

    Args:
        relaxation: the problem as the bound sees it.
        shares: by module, [Z, S, B] øre; lowered where they would not be a share.
        rebates: by module, pi_m in øre.
        wished: tolls on what is scarce.
    """
    sizes, limits = relaxation.blocks.sizes, relaxation.limits
    tolls = allowed_tolls(limits, wished)
    total, price = -returned(limits, tolls), []
    left_out = [np.where(offers.needed, relaxation.unserved, 0) for offers in relaxation.offers]
    for module, offers in enumerate(relaxation.offers):
        _, prices = tolled_prices(offers, tolls, limits.week)
        pi = max(0, min(int(rebates[module]), lowest_price(prices)))
        paid = _lowered(offers, shares[module], relaxation, [one - pi for one in prices])
        price.append(np.minimum(offers.cost + paid, NEVER).min(axis=0, initial=NEVER))
        eased = -(-pi * sizes // offers.last_group)  # rounded up: the bound shall not be
        left_out[module] -= np.where(offers.needed, eased, 0)
        if offers.elsewhere is not None:
            both = offers.needed & relaxation.offers[offers.elsewhere].needed
            back = paid.max(axis=(0, 1), initial=0) + eased
            left_out[offers.elsewhere] -= np.where(both, back, 0)
        total += pi * offers.least_sessions
    paths = cheapest_paths(relaxation.forest, price, left_out)
    return Certificate(max(0, total + int(paths.whole.sum())), paths)


def _lowered(offers: Offers, wished: Reals, relaxation: Relaxation, prices: list[Ints]) -> Ints:
    """Whole shares such that no set of people that fits in a session pays more than its price."""
    kept = np.where(offers.cost < NEVER, np.nan_to_num(wished), 0)
    shares = np.clip(kept, 0, LARGEST_SHARE).astype(np.int64)
    for tariff, price in zip(offers.tariffs, prices, strict=True):
        rows = tariff.exists
        most, _ = fullest(
            shares[rows], relaxation.blocks.sizes, tariff.capacity, relaxation.conflicts, ROUNDS
        )
        limit = np.minimum(price[rows], LARGEST_SHARE)
        scale = np.minimum(limit, most)
        shares[rows] = shares[rows] * scale[:, None] // np.maximum(most, 1)[:, None]
    return shares
