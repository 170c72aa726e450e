"""Power, the smallest detectable effect, and how many more would tell."""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import brentq

from samskab.common.errors import InputError
from samskab.evidence.power.checks import inside_unit, refuse
from samskab.evidence.power.codes import PowerCode
from samskab.evidence.power.design import Design
from samskab.evidence.power.estimand import ConstantEffect, ExposureAverage
from samskab.evidence.power.outcome import Continuous
from samskab.evidence.power.question import Precision, Question, precision_of

MOST_PERSONS = 10**9
MOST_DOUBLINGS = 60


@dataclass(frozen=True, slots=True)
class Power:
    """The chance that a trial finds an effect.

    Attributes:
        power: from 0 to 1.
        effect: the true one, in units of the outcome (or of its link).
        variance: of its estimate, in squared units.
        df: degrees of freedom of the test; None for z.
    """

    power: float
    effect: float
    variance: float
    df: float | None


@dataclass(frozen=True, slots=True)
class Enough:
    """The smallest number that reaches a target, or that none does.

    Attributes:
        number: people per cell, further clusters or further periods; None where none is enough.
        power: with that number; where none is enough, the most that was reached.
    """

    number: int | None
    power: float


@dataclass(frozen=True, slots=True)
class ExposurePremium:
    """What it costs to allow the effect to grow or fade with exposure.

    Attributes:
        average: smallest detectable average over exposure time (primary).
        constant: smallest detectable effect where it is assumed constant.
        ratio: how many times as large the first is.
    """

    average: float
    constant: float
    ratio: float


def power_of(question: Question) -> Power:
    """The power of a question's test at its true effect.

    Raises:
        InputError: as `precision_of`.
    """
    found = precision_of(question)
    return Power(_power(question, found), found.effect, found.variance, found.df)


def detectable_effect(question: Question, power: float = 0.8) -> float:
    """The smallest constant effect that is found with this power.

    In closed form (multiple of the standard error) for continuous outcomes, by root finding where
    the variance depends on the effect. Of the outcome's own effect only its sign is used: it is
    looked for on that side.

    Args:
        question: its true effect's sign says on which side (positive where it is 0).
        power: the target.

    Returns:
        In units of the outcome (or of its link), with the sign of the question's effect; infinite
        where the outcome has no room for an effect that large.

    Raises:
        InputError: as `precision_of`; a power outside 0-1.
    """
    found = precision_of(question)
    start = math.sqrt(found.variance) * question.test.multiple(power, found.df)
    sign = -1.0 if found.effect < 0 else 1.0
    if isinstance(question.outcome, Continuous):
        return sign * start
    return sign * _smallest(lambda size: _power_at(question, sign * size) - power, start)


def smallest_n(question: Question, power: float = 0.8) -> Enough:
    """The fewest people per cell that reach a target, all cells having the same number.

    Raises:
        InputError: as `precision_of`; a power outside 0-1.
    """
    refuse(inside_unit({"power": power}))

    def reached(persons: int) -> float:
        return power_of(question.with_persons(persons)).power

    if reached(MOST_PERSONS) < power:
        return Enough(None, reached(MOST_PERSONS))
    return _bisect(reached, power, MOST_PERSONS)


def further_clusters(question: Question, power: float = 0.8, most: int = 400) -> Enough:
    """The fewest further clusters that reach a target, each like one that is there, in turn.

    Args:
        question: the k-th further cluster has the row of treatment and sizes of the k-th one.
        power: the target.
        most: further clusters are looked for up to this number.

    Raises:
        InputError: as `precision_of`; a power outside 0-1.
    """
    refuse(inside_unit({"power": power}))

    def reached(count: int) -> float:
        return power_of(replace(question, design=_with_clusters(question.design, count))).power

    if reached(0) >= power:
        return Enough(0, reached(0))
    if reached(most) < power:
        return Enough(None, reached(most))
    return _bisect(reached, power, most)


def further_periods(question: Question, power: float = 0.8, most: int = 36) -> Enough:
    """The fewest further periods at the end that reach a target, the last state going on.

    The average over exposure time keeps its exposure times: later ones are measured, but not
    averaged in, so that the question stays the same.

    Args:
        question: as it stands.
        power: the target.
        most: further periods are looked for up to this number.

    Raises:
        InputError: as `precision_of`; a power outside 0-1.
    """
    refuse(inside_unit({"power": power}))
    best = 0.0
    for count in range(most + 1):
        reached = power_of(_with_periods(question, count)).power
        if reached >= power:
            return Enough(count, reached)
        best = max(best, reached)
    return Enough(None, best)


def exposure_premium(question: Question, power: float = 0.8) -> ExposurePremium:
    """How much larger the detectable effect is where it may change with exposure.

    Kenny et al. (2022), section 5: the average over exposure time against the constant effect.

    Raises:
        InputError: as `precision_of`; a power outside 0-1.
    """
    average = question
    if not isinstance(question.estimand, ExposureAverage):
        average = replace(question, estimand=ExposureAverage())
    honest = detectable_effect(average, power)
    constant = detectable_effect(replace(question, estimand=ConstantEffect()), power)
    return ExposurePremium(honest, constant, honest / constant)


def _power(question: Question, found: Precision) -> float:
    return question.test.power(
        found.effect,
        math.sqrt(found.variance),
        se_null=math.sqrt(found.variance_null),
        df=found.df,
    )


def _power_at(question: Question, effect: float) -> float:
    return _power(question, precision_of(question.with_effect(effect)))


def _smallest(short: Callable[[float], float], start: float) -> float:
    """Where a shortfall that rises with its argument comes to 0."""
    high = start
    for _ in range(MOST_DOUBLINGS):
        gap = _or_none(short, high)
        if gap is None:
            # Beyond the largest share or rate that exists: close in on that edge from below.
            edge = _edge(short, high)
            if short(edge) < 0:
                return math.inf
            high = edge
            break
        if gap >= 0:
            break
        high *= 2
    return float(brentq(short, start * 1e-6, high, xtol=1e-14, rtol=1e-12))


def _edge(short: Callable[[float], float], beyond: float) -> float:
    low, high = 0.0, beyond
    for _ in range(MOST_DOUBLINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if _or_none(short, middle) is None else (middle, high)
    return low


def _or_none(short: Callable[[float], float], at: float) -> float | None:
    try:
        return short(at)
    except InputError as error:
        if {fault.code for fault in error.faults} <= {
            PowerCode.OUTSIDE_OPEN_UNIT,
            PowerCode.NOT_POSITIVE,
            PowerCode.COVARIANCE_IMPOSSIBLE,
        }:
            return None
        raise


def _bisect(reached: Callable[[int], float], power: float, most: int) -> Enough:
    """The smallest number from 1 whose power reaches the target, which the last one does."""
    low, high = 0, 1
    while reached(high) < power:
        low, high = high, min(2 * high, most)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if reached(middle) >= power else (middle, high)
    return Enough(high, reached(high))


def _with_clusters(design: Design, count: int) -> Design:
    rows = np.concatenate([np.arange(design.clusters), np.arange(count) % design.clusters])
    return Design(design.treatment[rows], design.persons[rows])


def _with_periods(question: Question, count: int) -> Question:
    design = question.design
    last = [np.repeat(part[:, -1:], count, axis=1) for part in (design.treatment, design.persons)]
    longer = Design(
        np.concatenate([design.treatment, last[0]], axis=1),
        np.concatenate([design.persons, last[1]], axis=1),
    )
    estimand = question.estimand
    if isinstance(estimand, ExposureAverage):
        weights = estimand.contrast(estimand.columns(design), design.observed)
        spare = estimand.columns(longer).shape[2] - weights.size
        estimand = ExposureAverage((*map(float, weights), *(0.0,) * spare))
    return replace(question, design=longer, estimand=estimand)
