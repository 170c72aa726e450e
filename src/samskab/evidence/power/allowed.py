"""Power over the allocations that the calendars allow, and over what is not known of the ICC."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from samskab.common.errors import Fault
from samskab.evidence.power.answer import ExposurePremium, exposure_premium, power_of
from samskab.evidence.power.arrays import FloatArray
from samskab.evidence.power.checks import refuse
from samskab.evidence.power.codes import PowerCode
from samskab.evidence.power.correlation import from_icc
from samskab.evidence.power.design import Design
from samskab.evidence.power.outcome import Continuous
from samskab.evidence.power.question import Question
from samskab.evidence.power.table import powers_by_table


@dataclass(frozen=True, slots=True, eq=False)
class AllowedPower:
    """The power of each of the allocations that a lottery may draw.

    Attributes:
        powers: (A,); of each allocation, in their order.
        mean: before the lottery is drawn: the chance to find the effect.
        worst: of the allocation that tells least.
        worst_place: which one that is, from 0.
    """

    powers: FloatArray
    mean: float
    worst: float
    worst_place: int


@dataclass(frozen=True, slots=True)
class DetectableAt:
    """The smallest detectable effects at one guess of the correlations.

    Attributes:
        icc: intracluster correlation.
        cac: cluster autocorrelation.
        effects: the average over exposure time beside the constant effect.
    """

    icc: float
    cac: float
    effects: ExposurePremium


def power_over_allowed(question: Question, allocations: ArrayLike) -> AllowedPower:
    """The power averaged over a lottery's allocations, and the worst of them.

    Args:
        question: its own treatment is not used; its people per cell stay with the clusters.
        allocations: (A, I, J); the treatment of each allocation, all or a uniform sample of them.

    Raises:
        InputError: there is none, they do not fit the design, or as `precision_of`.
    """
    treatments = np.array(allocations, dtype=float)
    if not treatments.size:
        refuse([Fault(PowerCode.NO_ALLOCATION, {})])
    persons = question.design.persons
    if treatments.shape[1:] != persons.shape:
        shapes = {"found": treatments.shape[1:], "wanted": persons.shape}
        said = {name: " x ".join(map(str, shape)) for name, shape in shapes.items()}
        refuse([Fault(PowerCode.ALLOCATIONS_UNFIT, said)])
    powers = powers_by_table(question, treatments)
    for place in np.flatnonzero(np.isnan(powers)):
        one = replace(question, design=Design(treatments[place], persons))
        powers[place] = power_of(one).power
    worst = int(powers.argmin())
    return AllowedPower(powers, float(powers.mean()), float(powers[worst]), worst)


def detectable_by_icc(
    question: Question,
    iccs: Iterable[float],
    cacs: Iterable[float] = (1.0,),
    power: float = 0.8,
) -> tuple[DetectableAt, ...]:
    """The smallest detectable effects for guesses of the ICC and the CAC.

    A continuous outcome keeps its total standard deviation; a share or a count keeps its residual
    one, which its mean gives. The correlation of a person with himself and the decay are kept;
    the random treatment effect is left out.

    Args:
        question: its design, outcome and test.
        iccs: guesses of the intracluster correlation.
        cacs: guesses of the cluster autocorrelation.
        power: the target.

    Raises:
        InputError: a guess outside 0-1, or as `precision_of`.
    """
    given = list(cacs)
    return tuple(
        DetectableAt(icc, cac, exposure_premium(_guessed(question, icc, cac), power))
        for icc in iccs
        for cac in given
    )


def _guessed(question: Question, icc: float, cac: float) -> Question:
    columns = question.estimand.columns(question.design)
    cells = question.outcome.cells(columns, question.effects, null=True)
    residual, own = float(cells.residual.mean()), question.effects.zeta**2
    total = residual + own + question.effects.tau**2 + question.effects.gamma**2
    linear = isinstance(question.outcome, Continuous)
    spread = from_icc(
        icc=icc,
        cac=cac,
        iac=own / (own + residual),
        total_sd=math.sqrt(total) if linear else None,
        residual_sd=None if linear else math.sqrt(residual),
    )
    effects = replace(
        question.effects,
        tau=spread.effects.tau,
        gamma=spread.effects.gamma,
        zeta=spread.effects.zeta,
        eta=0.0,
        rho=0.0,
    )
    outcome = question.outcome
    if isinstance(outcome, Continuous):
        outcome = replace(outcome, residual_sd=spread.residual_sd)
    return replace(question, effects=effects, outcome=outcome)
