"""Which cohort means, with which weights, make an estimand and its comparison beforehand.

Roth and Sant'Anna (2023, Journal of Political Economy Microeconomics 1:669), section 2: the effect
of start g in period t is Ybar_{t,g} minus the mean of the units that have not started by t. An
estimand is a weighted sum of these: theta_0 = sum_g A_theta,g Ybar_g. The same differences in the
period before each cohort's start, X = sum_g A_0,g Ybar_g, are known to have mean 0 when the start
was drawn by lot.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.staggered.codes import StaggeredCode
from samskab.evidence.effect.staggered.panel import Floats, Integers

Effect = tuple[int, int, float]
"""Cohort's index, period's index, weight."""


class Average(StrEnum):
    """How the effects by cohort and period are averaged (their section 2.3)."""

    SIMPLE = "simple"
    COHORT = "cohort"
    CALENDAR = "calendar"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Estimand:
    """What is estimated.

    Attributes:
        average: over all treated cells, first within cohorts, first within periods, or of the cells
            at `event` periods since the start.
        event: 0 is the first treated period; below 0 a placebo before it. For EVENT only.
        last_only: compare with the last cohort alone (Sun and Abraham), else with all that wait.
    """

    average: Average
    event: int = 0
    last_only: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """G cohorts, T periods.

    Attributes:
        theta: (G, T) A_theta.
        before: (G, T) A_0.
    """

    theta: Floats
    before: Floats


def weights_of(estimand: Estimand, cohorts: Floats, size: Integers, periods: Integers) -> Weights:
    """The weights of the cohorts' means.

    Args:
        estimand: what is asked.
        cohorts: (G,) starts, ascending; infinite for never.
        size: (G,) units in each.
        periods: (T,) whole numbers in a row.

    Raises:
        InputError: no cohort can be compared with one that waits.
    """
    theta = np.zeros((len(cohorts), len(periods)))
    before = np.zeros_like(theta)
    effects = list(_effects(estimand, cohorts, size, periods))
    if not effects:
        raise InputError([Fault(StaggeredCode.NOTHING_TO_COMPARE, {"event": estimand.event})])
    for g, t, weight in effects:
        waiting = cohorts > max(cohorts[g], periods[t])
        if estimand.last_only:
            waiting = cohorts == cohorts[-1]
        contrast = -np.where(waiting, size, 0) / size[waiting].sum()
        contrast[g] += 1.0
        theta[:, t] += weight * contrast
        if cohorts[g] > periods[0]:
            before[:, int(cohorts[g] - periods[0]) - 1] += weight * contrast
    return Weights(theta, before)


def _effects(
    estimand: Estimand, cohorts: Floats, size: Integers, periods: Integers
) -> Iterator[Effect]:
    known = (periods >= cohorts[:, None]) & (periods < cohorts[-1])
    people = size[:, None] * known
    match estimand.average:
        case Average.SIMPLE:
            weight = people / max(people.sum(), 1)
        case Average.COHORT:
            cells = np.maximum(known.sum(axis=1, keepdims=True), 1)
            weight = people / cells / max(size[known.any(axis=1)].sum(), 1)
        case Average.CALENDAR:
            total = people.sum(axis=0)
            weight = people / np.maximum(total, 1) / max(np.count_nonzero(total), 1)
        case Average.EVENT:
            weight = _event_weights(estimand.event, cohorts, size, periods)
    for g, t in np.argwhere(weight > 0.0):
        yield int(g), int(t), float(weight[g, t])


def _event_weights(event: int, cohorts: Floats, size: Integers, periods: Integers) -> Floats:
    """(G, T) by size among the cohorts that are seen at that time while another one waits."""
    at = periods == cohorts[:, None] + event
    latest = np.maximum(cohorts, cohorts + event)
    seen = at & ((latest < cohorts[-1]) & (latest <= periods[-1]))[:, None]
    people = np.where(seen, size[:, None], 0)
    return np.asarray(people / max(people.sum(), 1), dtype=np.float64)
