"""A roll-out: which unit may start in which wave, and how many a wave takes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Covariate:
    """What a draw should leave alike between those who have started and those who wait.

    Attributes:
        name: as the user knows it.
        values: (C,) one for each cluster, in any unit: it is standardised.
        weight: how much it counts beside the others, above 0.
    """

    name: str
    values: Floats
    weight: float = 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Rollout:
    """C clusters to be spread over W waves.

    Attributes:
        clusters: C names.
        waves: W names, in the order of time; a last one may be "never" (or "after the study").
        allowed: (C, W) whether the cluster's calendars allow it to start in the wave.
        least: (W,) the fewest clusters that the wave takes.
        most: (W,) the most clusters that the wave takes; equal to `least` for an exact size.
        together: groups of names of clusters that must share a wave; groups that overlap are one.
        covariates: what to balance.
    """

    clusters: tuple[str, ...]
    waves: tuple[str, ...]
    allowed: Bools
    least: tuple[int, ...]
    most: tuple[int, ...]
    together: tuple[tuple[str, ...], ...] = ()
    covariates: tuple[Covariate, ...] = ()


def exact_sizes(
    clusters: Sequence[str],
    waves: Sequence[str],
    allowed: npt.ArrayLike,
    sizes: Sequence[int],
    *,
    together: Sequence[Sequence[str]] = (),
    covariates: Sequence[Covariate] = (),
) -> Rollout:
    """A roll-out whose waves take exactly so many clusters; arguments as in `Rollout`."""
    return Rollout(
        clusters=tuple(clusters),
        waves=tuple(waves),
        allowed=np.asarray(allowed, dtype=np.bool_),
        least=tuple(sizes),
        most=tuple(sizes),
        together=tuple(tuple(group) for group in together),
        covariates=tuple(covariates),
    )
