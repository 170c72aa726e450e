"""The most that the people of one session could pay."""

import numpy as np
import numpy.typing as npt

from samskab.planner.bound.conflicts import Conflicts, Weights

Bools = npt.NDArray[np.bool_]


def fullest(
    shares: Weights, sizes: Weights, capacity: int, conflicts: Conflicts, rounds: int
) -> tuple[Weights, Bools]:
    """At least what any blocks pay that fit in a session and are not kept apart.

    For every seat price q >= 0, blocks A that fit pay at most

        capacity q + sum over A of (share - size q)
            <= capacity q + the best set by max(0, share - size q).

    Without conflicts the best q is what the last who fills the session pays per person (Dantzig
    1957). With them, who lost a conflict is left aside and q sought anew; the inequality holds for
    any q, and in whole numbers it is exact.

    Args:
        shares: [N, B] øre of a block at each of N offers, none below 0.
        sizes: [B] people of a block.
        capacity: people whom a session holds.
        conflicts: who is kept apart.
        rounds: how often q is sought.

    Returns:
        ([N] øre, [N, B] who fills the session that pays so much).
    """
    rivals = shares
    most, filling = None, None
    for _ in range(rounds if conflicts.levels else 1):
        seat = _last_density(rivals, sizes, capacity)
        excess = shares - seat[:, None] * sizes
        np.maximum(excess, 0, out=excess)
        weight, chosen = conflicts.best_set(excess)
        total = capacity * seat + weight
        beaten = (excess > 0) & ~chosen
        fills = ~beaten & (rivals >= seat[:, None] * sizes)
        if most is None or filling is None:
            most, filling = total, fills
        else:
            filling = np.where((total < most)[:, None], fills, filling)
            most = np.minimum(most, total)
        rivals = np.where(beaten, 0, rivals)
    assert most is not None
    assert filling is not None
    return most, filling


def _last_density(shares: Weights, sizes: Weights, capacity: int) -> Weights:
    """[N] what the last of the largest payers per person who fill a session pays per person."""
    if (sizes == 1).all():
        place = max(0, shares.shape[1] - capacity)
        return np.partition(shares, place, axis=1)[:, place]
    whole = np.issubdtype(shares.dtype, np.integer)
    density: Weights = np.floor_divide(shares, sizes) if whole else np.divide(shares, sizes)
    # each takes a seat at least: whoever fills the session is among so many
    few = min(capacity, shares.shape[1])
    top = np.argpartition(-density, few - 1, axis=1)[:, :few]
    ranked = np.take_along_axis(density, top, axis=1)
    order = np.argsort(-ranked, axis=1)
    seats = np.take_along_axis(sizes[top], order, axis=1)
    before = np.cumsum(seats, axis=1) - seats
    last = np.maximum((before < capacity).sum(axis=1) - 1, 0)
    by_rank = np.take_along_axis(ranked, order, axis=1)
    return np.take_along_axis(by_rank, last[:, None], axis=1)[:, 0]
