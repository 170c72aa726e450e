"""Free disposal hull: a unit is compared with single units, never with mixtures.

Deprins, Simar and Tulkens (1984). No programme has to be solved: of the units that are no worse
in what stays fixed, the one that leaves most room is found by looking at each.
"""

from dataclasses import dataclass

import numpy as np

from samskab.evidence.efficiency.technology import Technology
from samskab.evidence.efficiency.units import Figures

TOLERANCE = 1e-12


@dataclass(frozen=True, slots=True)
class Dominator:
    """The unit that each of K units is compared with.

    Attributes:
        score: (K,), φ; NaN where no unit may be compared with.
        weights: (K, J), 1 for the dominating unit.
        slack: (K, r), how much better still it is than b + φ g.
    """

    score: Figures
    weights: Figures
    slack: Figures


def nearest_dominator(technology: Technology) -> Dominator:
    """φ of each unit, and of the units that reach it the one with the largest slack."""
    count, others = len(technology.base), len(technology.reference)
    score = np.full(count, np.nan)
    weights = np.zeros((count, others))
    slack = np.full(technology.base.shape, np.nan)
    for unit in range(count):
        reach = _reach(technology, unit)
        best = reach.min() if technology.sense > 0 else reach.max()
        if not np.isfinite(best):
            continue
        goal = technology.base[unit] + best * technology.direction[unit]
        ties = np.flatnonzero(np.abs(reach - best) <= TOLERANCE * max(1.0, abs(best)))
        left = technology.reference[ties] - goal
        chosen = int(np.argmax(left.sum(axis=1)))
        score[unit], slack[unit] = best, np.maximum(left[chosen], 0.0)
        weights[unit, ties[chosen]] = 1.0
    return Dominator(score, weights, slack)


def _reach(technology: Technology, unit: int) -> Figures:
    """(J,): the φ at which each reference unit just reaches this one; infinite where it cannot."""
    base, direction = technology.base[unit], technology.direction[unit]
    moves = direction != 0
    worst = np.inf * technology.sense
    stays = technology.reference[:, ~moves] >= base[~moves] - TOLERANCE
    ratios = technology.reference[:, moves] / direction[moves]
    limit = ratios.max(axis=1) if technology.sense > 0 else ratios.min(axis=1)
    return np.where(stays.all(axis=1) & technology.allowed[unit], limit, worst)
