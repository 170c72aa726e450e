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

from copy import deepcopy
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.likely_paths import LikelyPaths, likely_paths
from samskab.planner.bound.offers import NEVER, Offers
from samskab.planner.bound.payment import Cashier, Payment
from samskab.planner.bound.relaxation import Relaxation
from samskab.planner.bound.slope import Slope
from samskab.planner.bound.toll_ascent import TollAscent, TollHeight, likely_leaders
from samskab.planner.bound.tolls import Tolls, lowest_price, tolled_prices

Reals = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

HALVING = 80
"""After so many steps, temperature and pace have halved; after twice as many, they are a third."""

TEMPERATURE, PACE, LEAST_PACE = 0.02, 0.03, 6e-5
"""In typical shares: what a seat costs where a full session splits its price equally."""

TOLL_PACE = 5.0
SESSION_PACE = 15.0
"""Rebates and tolls are of the size of a session's price, shares of the size of a seat's."""

WEIGHT_MOVES = np.float32(0.05)
"""How much of a step the running mean of what is held takes in."""


@dataclass(frozen=True, slots=True, eq=False)
class Height:
    """How far an ascent has come: from here another goes on as if it had never stopped."""

    steps: int
    shares: list[Reals]
    slopes: list[Slope]
    rebates: Reals
    rebate_slope: Slope
    tolls: TollHeight
    weight: list[Reals]


class Ascent:
    """Raises shares and rebates step by step.

    Attributes:
        shares: by module, [Z, S, B] øre.
        rebates: by module, øre.
        weight: by module, [Z, S] sessions held of late, in parts.
    """

    def __init__(self, relaxation: Relaxation) -> None:
        self._relaxation = relaxation
        self._costs = [offers.cost.astype(np.float32) for offers in relaxation.offers]
        self._attends = [offers.cost < NEVER for offers in relaxation.offers]
        self.shares = [equal_shares(one, relaxation.blocks.sizes) for one in relaxation.offers]
        self.rebates = np.zeros(len(relaxation.offers), dtype=np.float32)
        self._slopes = [Slope(shares.shape) for shares in self.shares]
        self._rebate_slope = Slope(self.rebates.shape)
        self._seats = np.array([_typical_seat(one) for one in self.shares], dtype=np.float32)
        self._tolls = TollAscent(relaxation)
        self._cashiers = [Cashier(offers, relaxation) for offers in relaxation.offers]
        self.weight: list[Reals] = [np.zeros(one.shape[:2], np.float32) for one in self.shares]
        self._steps = 0

    @property
    def steps(self) -> int:
        """How many it has made."""
        return self._steps

    @property
    def tolls(self) -> Tolls:
        """On what is scarce."""
        return self._tolls.tolls

    @property
    def height(self) -> Height:
        """A copy of all that a step changes."""
        slopes, rebate_slope = deepcopy((self._slopes, self._rebate_slope))
        return Height(
            steps=self._steps,
            shares=[shares.copy() for shares in self.shares],
            slopes=slopes,
            rebates=self.rebates.copy(),
            rebate_slope=rebate_slope,
            tolls=self._tolls.height,
            weight=[weight.copy() for weight in self.weight],
        )

    def go_on_from(self, height: Height) -> None:
        """Take up what another ascent of the same relaxation has reached."""
        copy = deepcopy(height)
        self._steps, self.shares, self._slopes = copy.steps, copy.shares, copy.slopes
        self.rebates, self._rebate_slope = copy.rebates, copy.rebate_slope
        self._tolls.go_on_from(copy.tolls)
        self.weight = copy.weight

    def climb(self) -> None:
        """One step."""
        decay = 1.0 / (1.0 + self._steps / HALVING)
        self._steps += 1
        paces = self._seats * np.float32(max(PACE * decay, LEAST_PACE))
        temperature = float(np.median(self._seats)) * TEMPERATURE * decay
        toll_pace = TOLL_PACE * float(np.median(paces))
        relaxation, tolls = self._relaxation, self.tolls
        sizes, week = relaxation.blocks.sizes, relaxation.limits.week
        tolled = [tolled_prices(offers, tolls, week) for offers in relaxation.offers]
        highest = [lowest_price(prices) for _, prices in tolled]
        self.rebates = np.clip(self.rebates, 0, highest).astype(np.float32)
        paid = [
            cashier.pay(wished, [(price - rebate).astype(np.float32) for price in prices])
            for cashier, wished, rebate, (_, prices) in zip(
                self._cashiers, self.shares, self.rebates, tolled, strict=True
            )
        ]
        where, paths = self._attendance(paid, temperature)
        lift = np.zeros_like(self.rebates)
        for module, offers in enumerate(relaxation.offers):
            at = where[module] * paths.at[module]
            held = self._raise(module, paid[module], at, paces[module])
            self._weigh(module, offers, at, held)
            leads = likely_leaders(tolled[module][0], offers.leaders, toll_pace)
            self._tolls.use(offers, held, leads)
            left_out = float((paths.left_out[module] * sizes).sum())
            lift[module] = offers.least_sessions - left_out / offers.last_group - float(held.sum())
        self.rebates += SESSION_PACE * paces * self._rebate_slope.direction(lift, self._steps)
        self._tolls.rise(toll_pace, self._steps)

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
        sizes = relaxation.blocks.sizes
        left_out = [
            np.where(
                offers.needed, relaxation.unserved - rebate / offers.last_group * sizes, 0.0
            ).astype(np.float32)
            for offers, rebate in zip(relaxation.offers, self.rebates, strict=True)
        ]
        return where, likely_paths(relaxation.forest, price, left_out, temperature)

    def _raise(self, module: int, paid: Payment, at: Reals, pace: float) -> Reals:
        """Move one module's shares; returns [Z, S] sessions held at present, in parts."""
        held = (at * paid.shares).sum(axis=-1) / np.maximum(paid.price, np.float32(1))
        gradient = at - held[..., None] * paid.tops
        rise = self._slopes[module].direction(gradient, self._steps)
        rise *= np.float32(pace)
        rise += paid.shares
        np.maximum(rise, 0, out=rise)
        rise *= self._attends[module]
        self.shares[module] = rise
        return np.asarray(held)

    def _weigh(self, module: int, offers: Offers, at: Reals, held: Reals) -> None:
        """Sessions that those who attend would fill; what they pay for says it less well.

        A price that the rebate has lowered to nothing is paid by nobody.
        """
        sizes = self._relaxation.blocks.sizes.astype(np.float32)
        capacity = offers.tariffs[-1].capacity if offers.tariffs else 1
        now = np.maximum(np.minimum(held, 1), at @ sizes / np.float32(capacity))
        self.weight[module] += WEIGHT_MOVES * (now - self.weight[module])


def _over_places(price: Reals, temperature: float) -> tuple[Reals, Reals]:
    """[Z, S, B] -> (likelihood of each place, [S, B] softened minimum)."""
    if not price.shape[0]:
        return price, np.full(price.shape[1:], NEVER, dtype=np.float32)
    if price.shape[0] == 1:
        return np.ones_like(price), price[0]
    lowest = price.min(axis=0)
    weight: Reals = np.exp((lowest - price) * np.float32(1 / temperature))
    total = weight.sum(axis=0)
    weight /= total
    return weight, lowest - np.float32(temperature) * np.log(total)


def equal_shares(offers: Offers, sizes: Ints) -> Reals:
    """[Z, S, B]: everybody who may attend pays a seat's part of the price."""
    seat = _seat_prices(offers)
    seats: Reals = np.where(offers.cost < NEVER, seat[:, :, None] * sizes, 0).astype(np.float32)
    return seats


def _seat_prices(offers: Offers) -> Doubles:
    """[Z, S] the price over the capacity, at the tariff where a seat is cheapest; 0 if none."""
    seat = np.full(offers.cost.shape[:2], np.inf)
    least = np.sort(offers.fees, axis=0)[: offers.leaders].sum(axis=0)
    for tariff in offers.tariffs:
        its_seat = (tariff.rent + least) / tariff.capacity
        seat = np.where(tariff.exists, np.minimum(seat, its_seat), seat)
    return np.where(np.isfinite(seat), seat, 0.0)


def _typical_seat(shares: Reals) -> float:
    """The median share of one module, in øre; 1 where sessions are free."""
    paid = shares[shares > 0]
    return float(np.median(paid)) if paid.size else 1.0
