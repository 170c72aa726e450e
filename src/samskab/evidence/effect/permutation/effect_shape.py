"""How the effect is supposed to run: at once and the same, or by time since the start."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.permutation.cluster_means import Floats
from samskab.evidence.effect.permutation.codes import PermutationCode
from samskab.evidence.rollout.treatment import exposure_time


@dataclass(frozen=True, slots=True)
class EffectShape:
    """E effects, and which mean of them is asked for (Kenny et al. 2022, Statistics in Medicine).

    Attributes:
        by_exposure: one effect for each period since the start, and their plain average; False for
            one constant effect.
        longest: periods since the start from which on the effect is taken to stay; None for all.
    """

    by_exposure: bool = True
    longest: int | None = None


def effect_columns(shape: EffectShape, start_periods: Sequence[int], periods: int) -> Floats:
    """(W, T, E) 1 where a cluster of that wave is under that effect in that period, else 0.

    Raises:
        InputError: `longest` below 1; waves that start outside the study.
    """
    if shape.longest is not None and shape.longest < 1:
        raise InputError([Fault(PermutationCode.LONGEST, {"longest": shape.longest})])
    waves = np.arange(len(start_periods))
    exposure = exposure_time(waves, start_periods, periods)
    if not shape.by_exposure:
        return np.asarray(exposure > 0, dtype=np.float64)[:, :, None]
    longest = min(int(exposure.max()), shape.longest or periods)
    levels = np.arange(1, longest + 1)
    return np.asarray(np.minimum(exposure, longest)[:, :, None] == levels, dtype=np.float64)
