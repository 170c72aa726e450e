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
    """Lowers one module's shares until no session's people pay more than its price."""

    def __init__(self, offers: Offers, relaxation: Relaxation) -> None:
        self._sizes = relaxation.blocks.sizes.astype(np.float32)
        self._conflicts = relaxation.conflicts
        self._rows = [np.flatnonzero(tariff.exists) for tariff in offers.tariffs]
        self._capacities = [tariff.capacity for tariff in offers.tariffs]

    def pay(self, wished: Reals, prices: list[Reals]) -> Payment:
        """What is paid.

        Args:
            wished: [Z, S, B] øre.
            prices: by tariff, [Z, S] øre of a session.
        """
        flat = wished.reshape(-1, wished.shape[2])
        ratio = np.ones(len(flat), dtype=np.float32)
        price = np.full(len(flat), NEVER, dtype=np.float32)
        tops = np.zeros(flat.shape, dtype=np.bool_)
        for tariff, rows in enumerate(self._rows):
            limit = prices[tariff].ravel()[rows]
            most, filling = fullest(
                flat[rows], self._sizes, self._capacities[tariff], self._conflicts, ROUNDS
            )
            its_ratio = limit / np.maximum(most, np.float32(1))
            binds = its_ratio < ratio[rows]
            hit = rows[binds]
            ratio[hit], price[hit], tops[hit] = its_ratio[binds], limit[binds], filling[binds]
        paid = flat * ratio[:, None]
        return Payment(
            paid.reshape(wished.shape), price.reshape(wished.shape[:2]), tops.reshape(wished.shape)
        )
