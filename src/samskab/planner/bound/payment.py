"""What free shares come to once every offer's price limits them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.fullest import fullest
from samskab.planner.bound.offers import NEVER, Offers
from samskab.planner.bound.relaxation import Relaxation

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float32]

ROUNDS = 2
"""How often the price of a seat is sought; the proof takes more care."""

CALLS_TO_ALL = 20
STANDS_STILL = np.float32(1e-4)
"""Shares that move by less than this part of the largest are taken to stand still."""


@dataclass(frozen=True, slots=True, eq=False)
class Payment:
    """One module's shares as they are paid.

    Attributes:
        shares: [Z, S, B] øre, lowered in proportion where too much.
        price: [Z, S] of a session, at the tariff that limits most.
        tops: [Z, S, B] who fills a session that just pays for itself; False where none does.
    """

    shares: Reals
    price: Reals
    tops: Bools


class Cashier:
    """Lowers one module's shares until no session's people pay more than its price.

    Most offers are nobody's choice, and their shares stand still: what their people could pay at
    most is remembered, and found anew where shares have moved, and everywhere now and then.
    """

    def __init__(self, offers: Offers, relaxation: Relaxation) -> None:
        self._sizes = relaxation.blocks.sizes.astype(np.float32)
        self._conflicts = relaxation.conflicts
        self._rows = [np.flatnonzero(tariff.exists) for tariff in offers.tariffs]
        self._capacities = [tariff.capacity for tariff in offers.tariffs]
        count = offers.cost.shape[0] * offers.cost.shape[1]
        self._most = [np.zeros(len(rows), dtype=np.float32) for rows in self._rows]
        self._fills = [np.zeros((len(rows), len(self._sizes)), np.bool_) for rows in self._rows]
        self._paid = np.full((count, len(self._sizes)), -np.inf, dtype=np.float32)
        self._calls = 0

    def pay(self, wished: Reals, prices: list[Reals]) -> Payment:
        """What is paid.

        Args:
            wished: [Z, S, B] øre.
            prices: by tariff, [Z, S] øre of a session.
        """
        flat = wished.reshape(-1, wished.shape[2])
        moved = self._moved(flat)
        ratio = np.ones(len(flat), dtype=np.float32)
        price = np.full(len(flat), NEVER, dtype=np.float32)
        tops = np.zeros(flat.shape, dtype=np.bool_)
        for tariff, rows in enumerate(self._rows):
            self._refresh(tariff, flat, moved)
            limit = prices[tariff].ravel()[rows]
            its_ratio = limit / np.maximum(self._most[tariff], np.float32(1))
            binds = its_ratio < ratio[rows]
            hit = rows[binds]
            ratio[hit], price[hit] = its_ratio[binds], limit[binds]
            tops[hit] = self._fills[tariff][binds]
        for most, rows in zip(self._most, self._rows, strict=True):
            np.multiply(most, ratio[rows], out=most)
        self._paid = flat * ratio[:, None]
        return Payment(
            self._paid.reshape(wished.shape),
            price.reshape(wished.shape[:2]),
            tops.reshape(wished.shape),
        )

    def _moved(self, flat: Reals) -> Bools:
        """[Z S] where shares are no longer what was paid last."""
        self._calls += 1
        if self._calls % CALLS_TO_ALL == 1:
            return np.ones(len(flat), dtype=np.bool_)
        by = np.abs(flat - self._paid).max(axis=1)
        return np.asarray(by > STANDS_STILL * np.maximum(self._paid.max(axis=1), np.float32(1)))

    def _refresh(self, tariff: int, flat: Reals, moved: Bools) -> None:
        rows = self._rows[tariff]
        anew = np.flatnonzero(moved[rows])
        most, filling = fullest(
            flat[rows[anew]], self._sizes, self._capacities[tariff], self._conflicts, ROUNDS
        )
        self._most[tariff][anew], self._fills[tariff][anew] = most, filling
