"""Averages of Callaway and Sant'Anna's effects, with intervals that few units can bear.

The analytic error divides by units, not by degrees of freedom: a cohort of two shows half of its
spread, a cohort of one none. Here every unit's influence is scaled by n / (n - 1) of its cohort
(as the variance of a mean is), and the t quantile has Satterthwaite's degrees of freedom over the
cohorts (as in Welch's test). Of cohorts of two, with one degree of freedom each, the intervals
are wider than they need be: 98 of 100 instead of 95 in our simulations.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import stats

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.codes import EffectCode
from samskab.evidence.effect.observational.callaway_santanna import CallawaySantAnna
from samskab.evidence.effect.observational.panel import Floats, Panel


@dataclass(frozen=True, slots=True)
class Average:
    """A weighted average of effects by cohort and time.

    Attributes:
        estimate: in the outcome's unit.
        se: scaled for the size of cohorts.
        freedom: Satterthwaite's.
        randomised: False.
    """

    estimate: float
    se: float
    freedom: float
    randomised: bool = False

    def interval(self, level: float, tests: int = 1) -> tuple[float, float]:
        """At `level`, for so many tests together (Bonferroni)."""
        half = float(stats.t.ppf(1.0 - (1.0 - level) / (2.0 * tests), self.freedom)) * self.se
        return self.estimate - half, self.estimate + half


def lonely_cohorts(panel: Panel, found: CallawaySantAnna) -> tuple[float, ...]:
    """The starts of cohorts of one unit that have an effect after their start."""
    used = np.unique(found.cohort[_known(found) & (found.time >= found.cohort)])
    return tuple(float(g) for g in used if np.sum(panel.start == g) == 1)


def exposure_average(panel: Panel, found: CallawaySantAnna) -> Average:
    """Every time since the start counts the same, cohorts within it by their size.

    Raises:
        InputError: as `average_of`.
    """
    since = _exposures(found)
    weights = sum((_of_exposure(panel, found, e) for e in since), np.zeros(found.att.size))
    return average_of(panel, found, weights / max(len(since), 1))


def treated_average(panel: Panel, found: CallawaySantAnna) -> Average:
    """Every treated observation counts the same.

    Raises:
        InputError: as `average_of`.
    """
    after = _known(found) & (found.time >= found.cohort)
    size = _sizes(panel, found) * after
    return average_of(panel, found, size / max(float(size.sum()), 1.0))


def by_exposure(panel: Panel, found: CallawaySantAnna) -> tuple[tuple[float, Average], ...]:
    """(Time since the start, average over cohorts), those before the start too.

    Raises:
        InputError: as `average_of`.
    """
    known = np.unique((found.time - found.cohort)[_known(found)])
    return tuple((float(e), average_of(panel, found, _of_exposure(panel, found, e))) for e in known)


def average_of(panel: Panel, found: CallawaySantAnna, weights: Floats) -> Average:
    """The average with weights (C,) that do not depend on the outcome.

    Raises:
        InputError: no effect can be told, or a cohort with an effect has one unit only.
    """
    if not np.any(weights):
        raise InputError([Fault(EffectCode.NOT_ESTIMABLE)])
    lonely = lonely_cohorts(panel, found)
    if lonely:
        raise InputError([Fault(EffectCode.ONE_CLUSTER_PER_WAVE, {"waves": list(lonely)})])
    estimate = float(weights @ np.nan_to_num(found.att))
    influence = np.nan_to_num(found.influence) @ weights / len(panel.units)
    parts, freedoms = [], []
    for start in np.unique(panel.start):
        members = panel.start == start
        n = int(members.sum())
        parts.append(float(np.sum(influence[members] ** 2)) * n / max(n - 1, 1))
        freedoms.append(max(n - 1, 1))
    variance = sum(parts)
    spread = sum(part**2 / df for part, df in zip(parts, freedoms, strict=True))
    freedom = variance**2 / spread if spread > 0.0 else 1.0
    return Average(estimate, float(np.sqrt(variance)), freedom)


def _known(found: CallawaySantAnna) -> np.ndarray:
    return np.isfinite(found.att) & np.isfinite(found.se)


def _exposures(found: CallawaySantAnna) -> Sequence[float]:
    since = (found.time - found.cohort)[_known(found)]
    return [float(e) for e in np.unique(since[since >= 0.0])]


def _sizes(panel: Panel, found: CallawaySantAnna) -> Floats:
    return np.array([np.sum(panel.start == g) for g in found.cohort], dtype=np.float64)


def _of_exposure(panel: Panel, found: CallawaySantAnna, since: float) -> Floats:
    """(C,) the cohorts' shares at one time since the start."""
    size = _sizes(panel, found) * (_known(found) & (found.time - found.cohort == since))
    return np.asarray(size / size.sum())
