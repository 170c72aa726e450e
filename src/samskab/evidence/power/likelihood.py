"""Power of a mixed logistic regression by its exact likelihood.

Zhou, Liao, Kunz, Normand, Wang and Spiegelman (2020), section 2: the expected information over
every outcome that a cluster can have, the random effect integrated out by Gauss-Hermite.
"""

import math
from dataclasses import dataclass, field

import numpy as np
from scipy.optimize import brentq
from scipy.special import expit, logit
from scipy.stats import binom

from samskab.common.errors import Fault
from samskab.evidence.power.answer import Power
from samskab.evidence.power.arrays import FloatArray
from samskab.evidence.power.checks import inside_unit, numbers, refuse
from samskab.evidence.power.codes import PowerCode
from samskab.evidence.power.design import Design
from samskab.evidence.power.estimand import ConstantEffect
from samskab.evidence.power.least_squares import Whitened
from samskab.evidence.power.trend import Trend
from samskab.evidence.power.wald import WaldTest

NODES, _WEIGHTS = np.polynomial.hermite.hermgauss(40)
WEIGHTS = _WEIGHTS / math.sqrt(math.pi)
MOST_OUTCOMES = 3_000_000
WIDEST = 50.0  # standard deviations on the logit scale: beyond it an ICC is 1 in all but name


@dataclass(frozen=True, slots=True)
class MixedLogit:
    """Shares of yes as a survey would find them, and how alike people of a cluster are.

    Attributes:
        control: share under control, per period.
        effect: of treatment, as the log odds ratio of the shares in the first period.
        icc: intracluster correlation of the yeses under control in the first period.
        trend: what is allowed for time.
        test: the rule by which the trial speaks.
    """

    control: tuple[float, ...]
    effect: float
    icc: float
    trend: Trend = Trend.PERIODS
    test: WaldTest = field(default_factory=WaldTest)

    def __post_init__(self) -> None:
        """Refuse shares that are none.

        Raises:
            InputError: as said.
        """
        shares = {f"control {place}": share for place, share in enumerate(self.control, 1)}
        refuse(inside_unit(shares) + inside_unit({"icc": self.icc}) + numbers({"e": self.effect}))


@dataclass(frozen=True, slots=True, eq=False)
class Conditional:
    """The same, given the random effect: on the logit scale.

    Attributes:
        control: (J,); predictor under control at a random effect of 0.
        effect: log odds ratio within a cluster.
        tau: standard deviation of the random effect.
    """

    control: FloatArray
    effect: float
    tau: float


def conditional_of(model: MixedLogit) -> Conditional:
    """The mixed model whose shares and ICC, averaged over clusters, are the given ones.

    Raises:
        InputError: an ICC that no normal random effect can have with such a share.
    """
    first = model.control[0]

    def icc_at(tau: float) -> float:
        shares = expit(_predictor(first, tau) + math.sqrt(2) * tau * NODES)
        return float(WEIGHTS @ shares**2 - first**2) / (first * (1 - first))

    if icc_at(WIDEST) <= model.icc:
        refuse([Fault(PowerCode.COVARIANCE_IMPOSSIBLE, {})])
    tau = float(brentq(lambda sd: icc_at(sd) - model.icc, 1e-8, WIDEST, xtol=1e-13))
    treated = float(expit(logit(first) + model.effect))
    effect = _predictor(treated, tau) - _predictor(first, tau)
    control = np.array([_predictor(share, tau) for share in model.control])
    return Conditional(control, effect, tau)


def likelihood_power(design: Design, model: MixedLogit) -> Power:
    """The power of the Wald test of a mixed logistic regression.

    Args:
        design: as many people in each cell of a cluster as come new in each period.
        model: the true shares.

    Returns:
        The effect and its variance are those within a cluster, as log odds ratios.

    Raises:
        InputError: as `conditional_of`; not one share per period; clusters with more possible
            outcomes than can be gone through; an effect that cannot be told from time.
    """
    if len(model.control) != design.periods:
        values = {"found": len(model.control), "wanted": design.periods}
        refuse([Fault(PowerCode.PERIODS_UNFIT, values)])
    given = conditional_of(model)
    estimand = ConstantEffect()
    columns = estimand.columns(design)
    estimand.contrast(columns, design.observed)
    time = model.trend.columns(design.periods)
    told = _whitened(design, given, np.concatenate([_everywhere(time, design), columns], axis=2))
    contrast = np.zeros(time.shape[1] + 2)
    contrast[-2] = 1.0
    variance = told.variance(contrast)
    power = model.test.power(given.effect, math.sqrt(variance))
    return Power(power, given.effect, variance, None)


def _everywhere(time: FloatArray, design: Design) -> FloatArray:
    return np.broadcast_to(time, (design.clusters, *time.shape))


def _whitened(design: Design, given: Conditional, columns: FloatArray) -> Whitened:
    """The information on all columns and, last, on the random effect's variance."""
    designs, roots = [], []
    states = np.concatenate([design.treatment, design.persons], axis=1)
    _, first, counts = np.unique(states, axis=0, return_index=True, return_counts=True)
    for cluster, count in zip(first, counts, strict=True):
        seen = np.flatnonzero(design.persons[cluster] > 0)
        predictor = given.control[seen] + given.effect * design.treatment[cluster, seen]
        # Cells that are alike in everything are one larger cell: far fewer outcomes.
        merged, place = np.unique(
            np.column_stack([columns[cluster, seen], predictor]), axis=0, return_inverse=True
        )
        persons = np.bincount(place.ravel(), design.persons[cluster, seen]).astype(int)
        width = merged.shape[1]
        rows = np.zeros((persons.size + 1, width))
        rows[:-1, :-1], rows[-1, -1] = merged[:, :-1], 1.0
        designs.append(rows)
        root = _root(_information(merged[:, -1], persons, given.tau))
        roots.append(math.sqrt(count) * root @ rows)
    return Whitened(np.concatenate(designs), np.concatenate(roots))


def _predictor(share: float, tau: float) -> float:
    """Where the mean of expit over the random effect is this share."""

    def excess(at: float) -> float:
        return float(WEIGHTS @ expit(at + math.sqrt(2) * tau * NODES)) - share

    reach = 40 + 10 * tau
    return float(brentq(excess, -reach, reach, xtol=1e-13))


def _information(predictor: FloatArray, persons: FloatArray, tau: float) -> FloatArray:
    """(J+1, J+1): of each cell's predictor and of tau squared, in one cluster."""
    outcomes = math.prod(int(count) + 1 for count in persons)
    if outcomes > MOST_OUTCOMES:
        values = {"outcomes": outcomes, "most": MOST_OUTCOMES}
        refuse([Fault(PowerCode.TOO_MANY_OUTCOMES, values)])
    shares = expit(predictor[:, None] + math.sqrt(2) * tau * NODES)
    likely = [
        binom.pmf(np.arange(count + 1)[:, None], count, share)
        for count, share in zip(persons, shares, strict=True)
    ]
    widths = (NODES**2 - 0.5) / tau**2
    total = np.zeros((persons.size + 1, persons.size + 1))
    for yeses in range(persons[0] + 1):
        weights = (WEIGHTS * likely[0][yeses])[None, :]
        counted = [np.array([yeses])]
        for cell in likely[1:]:
            weights = (weights[:, None, :] * cell[None, :, :]).reshape(-1, NODES.size)
            counted = [np.repeat(part, cell.shape[0]) for part in counted]
            counted.append(np.tile(np.arange(cell.shape[0]), weights.shape[0] // cell.shape[0]))
        chance = weights.sum(axis=1)
        sums = np.column_stack([weights @ (persons[:, None] * shares).T, weights @ widths])
        score = np.column_stack([np.array(counted).T * chance[:, None] - sums[:, :-1], sums[:, -1]])
        kept = chance > np.finfo(float).tiny
        total += score[kept].T @ (score[kept] / chance[kept, None])
    return total


def _root(information: FloatArray) -> FloatArray:
    """A square root R with R'R the information, which may be short of full rank."""
    values, vectors = np.linalg.eigh(information)
    root: FloatArray = np.sqrt(np.maximum(values, 0.0))[:, None] * vectors.T
    return root
