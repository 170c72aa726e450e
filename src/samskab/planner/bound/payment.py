"""What free shares come to once every offer's price limits them."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.offers import NEVER, Offers

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Payment:
    """One module's shares as they are paid.

    Attributes:
        shares: [Z, S, B] øre, lowered in proportion where too much.
        price: [Z, S] f_o - pi_m of the tariff that limits most.
        tops: [Z, S, B] who fills a session that just pays for itself; False where none does.
    """

    shares: Reals
    price: Reals
    tops: Bools


def pay(offers: Offers, wished: Reals, sizes: Ints, prices: list[Doubles]) -> Payment:
    """Lower shares until no session's people pay more than its price [Z, S], at every tariff."""
    cells = (offers.cost.shape[0] * offers.cost.shape[1], len(sizes))
    flat = wished.reshape(cells)
    ratio = np.ones(cells[0], dtype=np.float32)
    price = np.full(cells[0], NEVER, dtype=np.float32)
    threshold = np.full(cells[0], np.inf, dtype=np.float32)
    density: Reals = np.divide(flat, sizes, dtype=np.float32)
    for tariff, limits in zip(offers.tariffs, prices, strict=True):
        rows = np.flatnonzero(tariff.exists)
        limit = limits.ravel()[rows].astype(np.float32)
        most, lowest = _fullest(flat[rows], density[rows], sizes, tariff.capacity)
        its_ratio = limit / np.maximum(most, np.float32(1))
        binds = its_ratio < ratio[rows]
        hit = rows[binds]
        ratio[hit], price[hit] = its_ratio[binds], limit[binds]
        threshold[hit] = lowest[binds]
    tops = density >= threshold[:, None]
    return Payment(
        shares=(flat * ratio[:, None]).reshape(wished.shape),
        price=price.reshape(wished.shape[:2]),
        tops=tops.reshape(wished.shape),
    )


def _fullest(shares: Reals, density: Reals, sizes: Ints, capacity: int) -> tuple[Reals, Reals]:
    """([N] what the largest payers who fill a session pay, [N] the least density among them)."""
    if (sizes == 1).all():
        first = max(0, shares.shape[1] - capacity)
        ranked = np.partition(shares, first, axis=1)[:, first:]
        return ranked.sum(axis=1), ranked[:, 0]
    order = np.argsort(-density, axis=1)
    people = sizes[order]
    seated = np.clip(capacity - (np.cumsum(people, axis=1) - people), 0, people)
    ranked = np.take_along_axis(density, order, axis=1)
    last = np.maximum((seated > 0).sum(axis=1) - 1, 0)
    lowest = np.take_along_axis(ranked, last[:, None], axis=1)[:, 0]
    return (ranked * seated).sum(axis=1).astype(np.float32), lowest
