"""Outcomes made up with a known effect, to try an analysis on before there are real ones.

Hussey and Hughes (2007), equation 1, with the effect by exposure time of Kenny et al. (2022):
Y_ijk = mu + beta_j + delta_s + a_i + g_ij + p_ik + e_ijk for cluster i, period j, person k and s
periods since the cluster's start.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import numpy.typing as npt
from numpy.random import Generator

from samskab.common.errors import Fault, InputError
from samskab.evidence.power.codes import PowerCode
from samskab.evidence.power.correlation import RandomEffects

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


class Noise(StrEnum):
    """How one measurement falls about the mean of its cell."""

    NORMAL = "normal"
    YES_OR_NO = "yes_or_no"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class World:
    """How made-up outcomes come about, in the outcome's unit; a share is from 0 to 1.

    Attributes:
        mean: mu, without the programme.
        drift: (T,) beta_j, what each period adds for everybody.
        effects: (E,) delta_s, after 1, 2, ... E periods since the start.
        spread: tau, gamma and zeta of it are used: no decay, no random effect of treatment.
        noise: of one measurement.
        residual_sd: of one measurement about its mean, for NORMAL noise; the others have none.
    """

    mean: float
    drift: tuple[float, ...]
    effects: tuple[float, ...]
    spread: RandomEffects
    noise: Noise
    residual_sd: float


def growing_effects(average: float, periods: int) -> tuple[float, ...]:
    """(E,) effects whose plain average is given: of what is still missing, half comes each period.

    Args:
        average: over the exposure times.
        periods: E, the longest exposure.
    """
    grown = 1.0 - 0.5 ** np.arange(1, periods + 1)
    return tuple((average * grown / grown.mean()).tolist())


def rehearse(world: World, exposure: Integers, persons: int, random: Generator) -> Floats:
    """Make outcomes up.

    A cell's mean that is no share (or no rate) is brought to the nearest one.

    Args:
        world: how they come about.
        exposure: (C, T) periods since the start, 1 in the first treated one, 0 before.
        persons: n, measured in each cell; with `zeta` the k-th is the same in all periods.
        random: draws.

    Returns:
        (C, T, n) outcomes.

    Raises:
        InputError: drift or effects for fewer periods than there are, or no person.
    """
    clusters, periods = exposure.shape
    found = (len(world.drift), len(world.effects))
    if found[0] != periods or found[1] < exposure.max() or persons < 1:
        values = {"found": [*found, persons], "wanted": [periods, int(exposure.max()), 1]}
        raise InputError([Fault(PowerCode.SIZES_UNFIT, values)])
    spread = world.spread
    effects = np.array((0.0, *world.effects))[exposure]
    own = spread.tau * random.standard_normal((clusters, 1))
    passing = spread.gamma * random.standard_normal((clusters, periods))
    people = spread.zeta * random.standard_normal((clusters, 1, persons))
    cells = world.mean + np.array(world.drift) + effects + own + passing
    means = np.broadcast_to(cells[:, :, None] + people, (clusters, periods, persons))
    return _measured(world, means, random)


def _measured(world: World, means: Floats, random: Generator) -> Floats:
    if world.noise is Noise.YES_OR_NO:
        return random.binomial(1, np.clip(means, 0.0, 1.0)).astype(np.float64)
    if world.noise is Noise.COUNT:
        return random.poisson(np.maximum(means, 0.0)).astype(np.float64)
    return np.asarray(means + world.residual_sd * random.standard_normal(means.shape))
