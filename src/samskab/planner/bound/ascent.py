"""Shares that raise the bound: ascent on its smoothed form.

At a temperature mu the sum of all cheapest paths is smooth in the shares, and its derivative by
s_po is x_po, the probability that p is at o. Shares w are free; what is paid is
s_o = w_o min(1, f_o / top(w_o)), where top sums the largest shares that fill a session. By the
chain rule the derivative by w_po is, where the price binds and p is among the top,

    x_po - y_o,    y_o = sum over people of x_po s_po / f_o,

and x_po elsewhere: who is at o more often than o is held should pay more of it. At a fixed point
x <= y, the linear programme's own rule. Steps are Adam's (Kingma and Ba 2015, algorithm 1);
temperature and step fall with the number of steps, never with the clock.
"""

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.likely_paths import LikelyPaths, likely_paths
from samskab.planner.bound.offers import NEVER, Offers, Relaxation
from samskab.planner.bound.payment import Payment, pay

Reals = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

BETA_1, BETA_2, EPSILON = np.float32(0.9), np.float32(0.99), np.float32(1e-4)

HALVING = 20
"""After so many steps, temperature and pace have halved; after twice as many, they are a third."""

TEMPERATURE, PACE, LEAST_PACE = 0.4, 0.03, 6e-5
"""In typical shares: what a seat costs where a full session splits its price equally."""

REBATE_PACE = 5.0
"""Rebates are of the size of a session's price, shares of the size of a seat's."""


class Ascent:
    """Raises shares and rebates step by step.

    Attributes:
        shares: by module, [Z, S, B] øre.
        rebates: by module, øre.
    """

    def __init__(self, relaxation: Relaxation) -> None:
        self._relaxation = relaxation
        self._costs = [offers.cost.astype(np.float32) for offers in relaxation.offers]
        self._attends = [offers.cost < NEVER for offers in relaxation.offers]
        self.shares = [_equal_shares(one, relaxation.blocks.sizes) for one in relaxation.offers]
        self.rebates = np.zeros(len(relaxation.offers), dtype=np.float32)
        self._highest = np.array([one.lowest_price for one in relaxation.offers], dtype=np.float32)
        self._slopes = [_Slope(shares.shape) for shares in self.shares]
        self._rebate_slope = _Slope(self.rebates.shape)
        self._seat = _typical_seat(relaxation.offers)
        self._steps = 0

    def climb(self) -> None:
        """One step."""
        decay = 1.0 / (1.0 + self._steps / HALVING)
        self._steps += 1
        pace = np.float32(self._seat * max(PACE * decay, LEAST_PACE))
        sizes = self._relaxation.blocks.sizes
        paid = [
            pay(offers, wished, sizes, float(rebate))
            for offers, wished, rebate in zip(
                self._relaxation.offers, self.shares, self.rebates, strict=True
            )
        ]
        where, paths = self._attendance(paid, self._seat * TEMPERATURE * decay)
        lift = np.zeros_like(self.rebates)
        for module, offers in enumerate(self._relaxation.offers):
            at = where[module] * paths.at[module].astype(np.float32)
            held = self._raise(module, paid[module], at, pace)
            left_out = float((paths.left_out[module] * sizes).sum())
            lift[module] = offers.least_sessions - left_out - held
        rise = self._rebate_slope.direction(lift, self._steps)
        self.rebates = np.clip(self.rebates + REBATE_PACE * pace * rise, 0, self._highest)

    def _attendance(
        self, paid: list[Payment], temperature: float
    ) -> tuple[list[Reals], LikelyPaths]:
        """By module, [Z, S, B] how likely each place is at a start; and the likely paths."""
        where, price = [], []
        for cost, payment in zip(self._costs, paid, strict=True):
            chances, softened = _over_places(cost + payment.shares, temperature)
            where.append(chances)
            price.append(softened)
        relaxation = self._relaxation
        left_out = [
            np.where(offers.needed, relaxation.unserved - rebate * relaxation.blocks.sizes, 0.0)
            for offers, rebate in zip(relaxation.offers, self.rebates, strict=True)
        ]
        return where, likely_paths(relaxation.forest, price, left_out, temperature)

    def _raise(self, module: int, paid: Payment, at: Reals, pace: np.float32) -> float:
        """Move one module's shares; returns how many of its sessions are held at present."""
        held = (at * paid.shares).sum(axis=-1) / np.maximum(paid.price, np.float32(1))
        gradient = at - held[..., None] * paid.tops
        rise = self._slopes[module].direction(gradient, self._steps)
        rise *= pace
        rise += paid.shares
        np.maximum(rise, 0, out=rise)
        rise *= self._attends[module]
        self.shares[module] = rise
        return float(held.sum())


class _Slope:
    """Adam's running means of a gradient and of its square."""

    def __init__(self, shape: tuple[int, ...]) -> None:
        self._mean = np.zeros(shape, dtype=np.float32)
        self._square = np.zeros(shape, dtype=np.float32)

    def direction(self, gradient: Reals, steps: int) -> Reals:
        """Take a gradient in; the way to go, of size about 1 in each coordinate."""
        self._mean += (1 - BETA_1) * (gradient - self._mean)
        self._square += (1 - BETA_2) * (np.square(gradient) - self._square)
        size = np.sqrt(self._square * (1 / (1 - BETA_2**steps)))
        size += EPSILON
        way: Reals = self._mean * (1 / (1 - BETA_1**steps))
        way /= size
        return way


def _over_places(price: Reals, temperature: float) -> tuple[Reals, Doubles]:
    """[Z, S, B] -> (likelihood of each place, [S, B] softened minimum)."""
    if not price.shape[0]:
        return price, np.full(price.shape[1:], float(NEVER))
    if price.shape[0] == 1:
        return np.ones_like(price), price[0].astype(np.float64)
    lowest = price.min(axis=0)
    weight: Reals = np.exp((lowest - price) * np.float32(1 / temperature))
    total = weight.sum(axis=0)
    weight /= total
    return weight, (lowest - np.float32(temperature) * np.log(total)).astype(np.float64)


def _equal_shares(offers: Offers, sizes: Ints) -> Reals:
    """[Z, S, B]: everybody who may attend pays a seat's part of the price."""
    seat = _seat_prices(offers)
    seats: Reals = np.where(offers.cost < NEVER, seat[:, :, None] * sizes, 0).astype(np.float32)
    return seats


def _seat_prices(offers: Offers) -> Doubles:
    """[Z, S] the price over the capacity, at the tariff where a seat is cheapest; 0 if none."""
    seat = np.full(offers.cost.shape[:2], np.inf)
    for tariff in offers.tariffs:
        seat = np.where(tariff.exists, np.minimum(seat, tariff.price / tariff.capacity), seat)
    return np.where(np.isfinite(seat), seat, 0.0)


def _typical_seat(every: tuple[Offers, ...]) -> float:
    """The median price of a seat, in øre; 1 where sessions are free."""
    seats = np.concatenate([_seat_prices(offers).ravel() for offers in every] or [np.zeros(0)])
    return float(np.median(seats[seats > 0])) if (seats > 0).any() else 1.0
