"""Which comparisons make up a two-way fixed effects estimate (Goodman-Bacon 2021, theorem 1)."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samskab.evidence.effect.observational.panel import Floats, Panel


class Comparison(StrEnum):
    """Who is compared with whom; the third and the last may carry a wrong sign."""

    TREATED_UNTREATED = "treated_vs_untreated"
    EARLIER_LATER = "earlier_vs_later"
    LATER_EARLIER = "later_vs_earlier"
    LATER_ALWAYS = "later_vs_always"


@dataclass(frozen=True, slots=True)
class TwoByTwo:
    """One difference in differences.

    Attributes:
        kind: which comparison.
        treated: the start of the cohort that changes.
        control: the start of the cohort that does not; infinite for never, minus infinity for
            before the first time.
        estimate: in the outcome's unit.
        weight: its share of the two-way estimate.
    """

    kind: Comparison
    treated: float
    control: float
    estimate: float
    weight: float


@dataclass(frozen=True, slots=True)
class Decomposition:
    """All comparisons; the weights sum to one.

    Attributes:
        comparisons: every two by two.
        estimate: the two-way fixed effects estimate that they add up to.
        randomised: False.
    """

    comparisons: tuple[TwoByTwo, ...]
    estimate: float
    randomised: bool = False

    def weight_of(self, kind: Comparison) -> float:
        """The share of a kind of comparison."""
        return float(sum(c.weight for c in self.comparisons if c.kind is kind))

    def average_of(self, kind: Comparison) -> float:
        """The weighted average estimate of a kind; NaN where it has no weight."""
        weight = self.weight_of(kind)
        total = sum(c.weight * c.estimate for c in self.comparisons if c.kind is kind)
        return float(total / weight) if weight > 0.0 else float("nan")


def bacon(panel: Panel) -> Decomposition:
    """Decompose the estimate without covariates.

    Raises:
        InputError: a unit is not observed at every time.
    """
    Y, times = panel.matrix(), panel.times
    start = np.where(panel.start <= times[0], -np.inf, panel.start)
    start = np.where(start > times[-1], np.inf, start)
    cohorts = np.unique(start)
    share = {g: float(np.mean(start == g)) for g in cohorts}
    mean = {g: Y[start == g].mean(axis=0) for g in cohorts}
    found = []
    for k in cohorts[np.isfinite(cohorts)]:
        for other in cohorts[cohorts != k]:
            kind = _kind(k, other)
            estimate = _difference(mean[k], mean[other], _window(times, k, other))
            found.append(TwoByTwo(kind, k, other, estimate, _size(times, k, other, share)))
    total = sum(c.weight for c in found)
    found = [TwoByTwo(c.kind, c.treated, c.control, c.estimate, c.weight / total) for c in found]
    return Decomposition(tuple(found), float(sum(c.weight * c.estimate for c in found)))


def _kind(treated: float, control: float) -> Comparison:
    if np.isposinf(control):
        return Comparison.TREATED_UNTREATED
    if np.isneginf(control):
        return Comparison.LATER_ALWAYS
    return Comparison.EARLIER_LATER if treated < control else Comparison.LATER_EARLIER


def _window(times: Floats, treated: float, control: float) -> tuple[Floats, Floats]:
    """Times before and after the change while the control's treatment does not change."""
    steady = times < control if control > treated else times >= control
    return (steady & (times < treated)).astype(float), (steady & (times >= treated)).astype(float)


def _difference(treated: Floats, control: Floats, window: tuple[Floats, Floats]) -> float:
    before, after = window
    gap = treated - control
    return float(gap @ after / after.sum() - gap @ before / before.sum())


def _size(times: Floats, treated: float, control: float, share: dict[float, float]) -> float:
    """The weight, up to a common factor (equations 7 to 9 of the paper, all as one).

    With n the pair's share of units, s the window's share of times, a the treated cohort's part
    of the pair and d the treated part of the window: (n s)^2 a (1 - a) d (1 - d).
    """
    before, after = _window(times, treated, control)
    window = float(before.sum() + after.sum())
    d = float(after.sum()) / window
    pair = share[treated] + share[control]
    a = share[treated] / pair
    return (pair * window / times.size) ** 2 * a * (1.0 - a) * d * (1.0 - d)
