"""Tolls that rise where more is used than there is."""

from copy import deepcopy
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.offers import NEVER, Offers
from samskab.planner.bound.relaxation import Relaxation
from samskab.planner.bound.slope import Slope
from samskab.planner.bound.tolls import (
    HALF_DAYS_OF_TWO_DAYS,
    Tolls,
    allowed_tolls,
    takes_two_days,
)

Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float32]

SURE, TAKEN = 1 - 1e-9, -1e12
"""Who leads with a probability above the one gets the other as the logarithm of her chance."""


@dataclass(frozen=True, slots=True, eq=False)
class TollHeight:
    """How far the tolls have come: each, and its slope."""

    tolls: list[Reals]
    slopes: list[Slope]


class TollAscent:
    """Projected ascent on the tolls."""

    def __init__(self, relaxation: Relaxation) -> None:
        self._limits = limits = relaxation.limits
        self._first_of_week = np.searchsorted(
            limits.week, np.arange(limits.facilitator_week.shape[1])
        )
        facilitators, half_days = limits.facilitator_week.shape[0], len(limits.week)
        ones = np.ones((facilitators, half_days), dtype=np.float32)
        at_once = np.full(half_days, limits.at_once, dtype=np.float32)
        places = limits.place.astype(np.float32)
        two_days = limits.two_days.astype(np.float32)
        weekly = limits.facilitator_week.astype(np.float32)
        self._available = [ones, weekly, places, at_once, two_days]
        self._tolls = [np.zeros_like(one) for one in self._available]
        self._uses = [np.zeros_like(one) for one in self._available]
        self._slopes = [Slope(one.shape) for one in self._available]

    @property
    def tolls(self) -> Tolls:
        """In whole øre."""
        return allowed_tolls(self._limits, Tolls(*(one.astype(np.int64) for one in self._tolls)))

    @property
    def height(self) -> TollHeight:
        """A copy of all that a step changes."""
        return deepcopy(TollHeight(self._tolls, self._slopes))

    def go_on_from(self, height: TollHeight) -> None:
        """Take up what another ascent of the same relaxation has reached."""
        copy = deepcopy(height)
        self._tolls, self._slopes = copy.tolls, copy.slopes

    def use(self, offers: Offers, held: Reals, leads: Reals) -> None:
        """Count the sessions of one module.

        Args:
            offers: its offers.
            held: [Z, S] sessions, in parts.
            leads: [F, S] how much of the session each facilitator leads.
        """
        by_half_day = self._over_half_days(leads * held.sum(axis=0), offers)
        by_week = np.add.reduceat(by_half_day, self._first_of_week, axis=1)
        self._uses[0] += by_half_day
        self._uses[1] += by_week
        if offers.in_person:
            self._uses[2] += self._over_half_days(held, offers)
        self._uses[3] += self._over_half_days(held.sum(axis=0, keepdims=True), offers)[0]
        if takes_two_days(offers):
            self._uses[4] += by_week / HALF_DAYS_OF_TWO_DAYS

    def _over_half_days(self, uses: Reals, offers: Offers) -> Reals:
        """[n, S] -> [n, H]: each start's uses in every half-day that it covers."""
        total = np.zeros((len(uses), len(self._limits.week)), dtype=np.float32)
        for covered in offers.covered.T:  # no half-day twice in one of these
            total[:, covered] += uses
        return total

    def rise(self, pace: float, steps: int) -> None:
        """One step, by the uses counted since the last."""
        moved = []
        for toll, used, limit, slope in zip(
            self._tolls, self._uses, self._available, self._slopes, strict=True
        ):
            excess = np.where(limit < NEVER, used - limit, np.float32(0))
            # A toll of nothing that is not needed stays at rest, ready to rise.
            excess[(toll <= 0) & (excess < 0)] = 0
            rise = np.float32(pace) * slope.direction(excess, steps)
            moved.append(np.maximum(toll + rise, 0))
            used[...] = 0
        self._tolls = moved


def likely_leaders(fees: Ints, count: int, temperature: float) -> Reals:
    """[F, S] how much of `count` seats at the front each facilitator takes, the cheapest most."""
    chosen = np.zeros(fees.shape)
    if not len(fees):
        return chosen.astype(np.float32)
    for _ in range(count):
        # Whoever leads already is out of the question for the next seat.
        appeal = np.where(chosen < SURE, np.log1p(-np.minimum(chosen, SURE)), TAKEN)
        appeal -= fees / temperature
        weight = np.exp(appeal - appeal.max(axis=0))
        chosen += weight / weight.sum(axis=0)
    return np.where(fees < NEVER, np.minimum(chosen, 1), 0).astype(np.float32)
