"""How sure a score is: Simar and Wilson's (1998) smoothed bootstrap.

A score is measured against the best units that happened to be seen; the truly best practice may
be better still, so scores are too high. Drawing the units' distances to the frontier anew, many
times, tells how much too high, and how far off by chance.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.random import Generator

from samskab.common.errors import Fault, InputError
from samskab.evidence.efficiency.codes import EfficiencyCode
from samskab.evidence.efficiency.model import Model, Orientation, Returns
from samskab.evidence.efficiency.pivots import solve_replicates
from samskab.evidence.efficiency.radial import ON_FRONTIER, radial_scores
from samskab.evidence.efficiency.technology import Technology, technology_of
from samskab.evidence.efficiency.undesirable import without_bad_outputs
from samskab.evidence.efficiency.units import Figures, Units
from samskab.evidence.efficiency.validity import refuse_unfit

RUNS = 2000
LEVEL = 0.95
LEAST_INEFFICIENT = 4
PROGRAMMES_AT_ONCE = 4000


@dataclass(frozen=True, slots=True)
class Intervals:
    """How sure the scores of n units are, as shares between 0 and 1 (θ, or 1 / φ).

    Attributes:
        share: (n,), as measured.
        bias: (n,), by how much that is too high on average.
        corrected: (n,), without the bias.
        low, high: (n,), ends of the interval.
        bandwidth: h, of the smoothing.
        runs: B, how many reference sets were drawn.
        level: of the interval, such as 0.95.
    """

    share: Figures
    bias: Figures
    corrected: Figures
    low: Figures
    high: Figures
    bandwidth: float
    runs: int
    level: float


def bootstrap(
    units: Units,
    model: Model | None = None,
    *,
    runs: int = RUNS,
    level: float = LEVEL,
    random: Generator,
) -> Intervals | None:
    """Intervals of the scores; None where too few units are inefficient to tell.

    Simar and Wilson (1998, section 3, steps 1-6), homogeneous case, drawn as `_distances` says;
    the ends are those of the
    basic bootstrap, share − quantile of (share* − share) (Simar and Wilson 2000, eq. 2.18).

    Args:
        units: as for `compare`.
        model: any but the free disposal hull, whose scores this bootstrap does not fit.
        runs: B.
        level: of the interval.
        random: draws the distances.

    Raises:
        InputError: unfit figures, or the free disposal hull.
    """
    model = model or Model()
    refuse_unfit(units, model)
    if model.returns is Returns.FREE_DISPOSAL:
        raise InputError([Fault(EfficiencyCode.NO_BOOTSTRAP)])
    plain = without_bad_outputs(units, model)
    technology = technology_of(plain, plain, model)
    share = _shares(radial_scores(technology), model)
    bandwidth = bandwidth_of(share)
    if bandwidth is None:
        return None
    drawn = np.concatenate(
        [
            _shares(
                _replicated(technology, share, _distances(share, bandwidth, part, random)), model
            )
            for part in _portions(runs, len(share))
        ]
    )
    bias = drawn.mean(axis=0) - share
    ends = np.quantile(drawn - share, [(1 + level) / 2, (1 - level) / 2], axis=0)
    low, high = share - ends
    return Intervals(share, bias, share - bias, low, high, bandwidth, runs, level)


def bandwidth_of(share: Figures) -> float | None:
    """The h of the normal reference rule on reflected scores (Daraio and Simar 2007, p. 61).

    None where fewer than four units are inefficient, or all equally so: nothing can be learnt
    from them of how distances are spread.
    """
    below = share[share < 1.0 - ON_FRONTIER]
    if len(below) < LEAST_INEFFICIENT or np.ptp(below) < ON_FRONTIER:
        return None
    reflected = np.concatenate([below, 2.0 - below])
    count = len(reflected)
    quarter, three_quarters = np.quantile(reflected, [0.25, 0.75])
    spread = min(reflected.std(ddof=1), (three_quarters - quarter) / 1.34)
    rule = 1.06 * spread * count ** (-1 / 5)
    # The rule is of 2m reflected scores below 1; the draw is from all n, of their own spread.
    return float(rule * (count / len(share)) ** (1 / 5) * share.std(ddof=1) / reflected.std(ddof=1))


def _distances(share: Figures, bandwidth: float, runs: int, random: Generator) -> Figures:
    """(runs, n): shares drawn from the smoothed, reflected spread (steps 3 and 4).

    Two departures from the paper, each of which the coverage of known truths asked for. The
    variance that smoothing adds is taken out about 1, the centre of the reflected scores, not
    about the mean of the drawn ones: else no draw would reach the frontier, which would seem far
    off. And scores of exactly 1 are not drawn from: that so many are is an artefact of measuring
    against the best seen (Daraio and Simar 2007, p. 61).
    """
    below = share[share < 1.0 - ON_FRONTIER]
    reflected = np.concatenate([below, 2.0 - below])
    chosen = random.choice(reflected, size=(runs, len(share)))
    noise = bandwidth * random.standard_normal(chosen.shape)
    drawn = 1.0 + (chosen + noise - 1.0) / np.sqrt(1.0 + bandwidth**2 / reflected.var())
    inside = np.where(drawn > 1.0, 2.0 - drawn, drawn)
    # Nobody can be infinitely wasteful: a draw below zero is as far above it.
    return np.asarray(np.clip(np.abs(inside), ON_FRONTIER, 1.0))


def _replicated(technology: Technology, share: Figures, distances: Figures) -> Figures:
    """(runs, n): φ of the real units against units moved to the drawn distances (step 5)."""
    starts = share / distances
    if technology.sense < 0:
        starts = 1.0 / starts
    references = technology.base + starts[:, :, None] * technology.direction
    answers = solve_replicates(technology, references, starts)
    score = answers.score.copy()
    for run in np.flatnonzero(~answers.proven.all(axis=1)):
        unsure = ~answers.proven[run]
        asked = replace(technology, reference=references[run]).part(unsure)
        score[run, unsure] = radial_scores(asked)
    return score


def _portions(runs: int, units: int) -> list[int]:
    """How many runs at a time: arrays of them should stay in the processor's cache."""
    most = max(1, PROGRAMMES_AT_ONCE // units)
    return [min(most, runs - done) for done in range(0, runs, most)]


def _shares(score: Figures, model: Model) -> Figures:
    return 1.0 / score if model.orientation is Orientation.OUTPUT else score
