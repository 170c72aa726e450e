"""How fast something grows: the slope of a straight line through logarithms."""

from collections.abc import Sequence

import numpy as np

FEWEST_POINTS = 2


def log_log_slope(sizes: Sequence[float], amounts: Sequence[float | None]) -> float | None:
    """The k of amount = c size^k by least squares on logarithms; None with fewer than two points.

    Args:
        sizes: positive.
        amounts: positive; None where there is none, which is left out.
    """
    known = [(size, y) for size, y in zip(sizes, amounts, strict=True) if y]
    if len({size for size, _ in known}) < FEWEST_POINTS:
        return None
    x, y = np.log(np.array(known, dtype=np.float64)).T
    centred = x - x.mean()
    return float((centred * (y - y.mean())).sum() / (centred**2).sum())
