"""What the bound's prices say of a change: the bound of the changed problem at the same prices.

A certificate (see docs/explanation/bound.md) holds whatever its shares, rebates and tolls are.
Taken from the problem as it is and laid on the changed one, they prove a bound of that too, and
what it is lower by is the price of the change: to the first order, as a dual price is, what the
change can save. Nothing of it rests on the prices being the best ones.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.ascent import Ascent, equal_shares
from samskab.planner.bound.certificate import Certificate, certify
from samskab.planner.bound.offers import NEVER, Offers
from samskab.planner.bound.proof import STEPS_PER_PROOF
from samskab.planner.bound.relaxation import Relaxation, relax
from samskab.planner.bound.tolls import Tolls
from samskab.planner.timetable import Timetable

Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Prices:
    """The prices that prove a bound, and the problem that they were found for.

    Attributes:
        shares: by module, [Z, S, B] øre.
        rebates: by module, øre.
        bound_oere: what they prove.
        least: [P] øre that each person pays at least for all of her modules.
    """

    relaxation: Relaxation
    shares: tuple[Reals, ...]
    rebates: tuple[float, ...]
    tolls: Tolls
    bound_oere: int
    least: Ints


def prices_of(timetable: Timetable, steps: int) -> Prices:
    """The prices after some steps of the ascent."""
    relaxation = relax(timetable)
    ascent = Ascent(relaxation)
    best = _certified(relaxation, ascent)
    for step in range(1, steps + 1):
        ascent.climb()
        if step % STEPS_PER_PROOF == 0 or step == steps:
            found = _certified(relaxation, ascent)
            best = max(best, found, key=lambda one: one.bound_oere)
    return best


def bound_at(prices: Prices, changed: Timetable) -> int:
    """What the prices prove of a problem that differs by a lever: no plan of it costs less, in øre.

    Offers that the lever makes cost each of their people a seat's part of the session's price.
    """
    relaxation = relax(changed)
    shares = [_carried(prices, module, relaxation) for module in range(len(relaxation.offers))]
    tolls = _fitted(prices.tolls, relaxation)
    return certify(relaxation, shares, list(prices.rebates), tolls).bound_oere


def _certified(relaxation: Relaxation, ascent: Ascent) -> Prices:
    shares, tolls = ascent.shares, ascent.tolls
    rebates = [float(one) for one in ascent.rebates]
    certificate = certify(relaxation, shares, rebates, tolls)
    return Prices(
        relaxation,
        tuple(shares),
        tuple(rebates),
        tolls,
        certificate.bound_oere,
        _least(relaxation, certificate),
    )


def _least(relaxation: Relaxation, certificate: Certificate) -> Ints:
    """Each person of a block pays an equal part of what it pays."""
    block = relaxation.blocks.of_person
    return np.asarray(certificate.paths.whole[block] // relaxation.blocks.sizes[block])


def _carried(prices: Prices, module: int, relaxation: Relaxation) -> Reals:
    """[Z, S, B] a module's shares in the changed problem."""
    old, new = prices.relaxation.offers[module], relaxation.offers[module]
    fresh = equal_shares(new, relaxation.blocks.sizes)
    if old.covered.shape[1] != new.covered.shape[1]:
        return fresh  # shorter sessions have dates of their own
    of_person = prices.relaxation.blocks.of_person
    sizes = prices.relaxation.blocks.sizes[of_person].astype(np.float32)
    paid = prices.shares[module][..., of_person] / sizes
    there = _held(old)[..., of_person]
    starts = paid.shape[1]  # a longer programme only has more of them, later
    carried = relaxation.blocks.sums(paid)
    stands = relaxation.blocks.every(there)
    fresh[:, :starts] = np.where(stands, carried, fresh[:, :starts])
    return fresh


def _held(offers: Offers) -> npt.NDArray[np.bool_]:
    """[Z, S, B] where a block could attend a session that could be held."""
    led = (offers.fees < NEVER).sum(axis=0) >= offers.leaders
    return np.asarray((offers.cost < NEVER) & led[:, None])


def _fitted(tolls: Tolls, relaxation: Relaxation) -> Tolls:
    """The same tolls, and none on half-days and weeks that the programme had not before."""
    limits = relaxation.limits
    half_days, weeks = len(limits.week), limits.facilitator_week.shape[1]
    return Tolls(
        facilitator=_padded(tolls.facilitator, half_days),
        facilitator_week=_padded(tolls.facilitator_week, weeks),
        place=_padded(tolls.place, half_days),
        at_once=_padded(tolls.at_once, half_days),
        two_days=_padded(tolls.two_days, weeks),
    )


def _padded(tolls: Ints, length: int) -> Ints:
    missing = length - tolls.shape[-1]
    return np.pad(tolls, [(0, 0)] * (tolls.ndim - 1) + [(0, missing)])
