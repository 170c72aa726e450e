"""The efficient estimate and its standard errors.

Equations of Roth and Sant'Anna (2023): theta_beta = theta_0 - beta X (3), with beta* = Var(X)^-1
Cov(X, theta_0) (their proposition 2.1) from the cohorts' covariances S_g; Neyman's variance
(section 2.4) and its refinement sigma_**, which takes off the part of the effects' spread that the
periods before the first start foretell. beta = 1 is the difference in differences of Callaway and
Sant'Anna or, compared with the last cohort only, of Sun and Abraham.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.staggered.codes import StaggeredCode
from samskab.evidence.effect.staggered.panel import (
    Floats,
    Integers,
    StaggeredPanel,
    require_sound,
)
from samskab.evidence.effect.staggered.weights import Estimand, Weights, weights_of

PINV_CUTOFF = float(np.sqrt(np.finfo(np.float64).eps))


@dataclass(frozen=True, slots=True)
class StaggeredEstimate:
    """In the outcome's unit.

    Attributes:
        estimate: of the estimand.
        standard_error: refined; 0 where the data leave nothing.
        neyman_error: conservative, never below `standard_error`.
        beta: how much of the difference beforehand is taken off.
    """

    estimate: float
    standard_error: float
    neyman_error: float
    beta: float


@dataclass(frozen=True, slots=True)
class FisherTest:
    """The estimate over its standard error, under other start times.

    Attributes:
        shuffles: how many other start times were tried.
        more_extreme: of them, those with a statistic beyond the drawn one, in either direction.
        p_value: (1 + at least as extreme) / (1 + shuffles).
    """

    shuffles: int
    more_extreme: int
    p_value: float


@dataclass(frozen=True, slots=True, eq=False)
class _Projection:
    """All that any assignment of starts needs: (N, G) both sums of a unit, (N, P) before anyone."""

    theta: Floats
    before: Floats
    early: Floats
    first: int


def staggered_estimate(
    panel: StaggeredPanel, estimand: Estimand, *, beta: float | None = None
) -> StaggeredEstimate:
    """Estimate the average effect of starts drawn by lot.

    Args:
        panel: the data.
        estimand: which average.
        beta: None for the efficient one; 0 is the plain difference in means, 1 the difference in
            differences.

    Raises:
        InputError: a broken panel (`require_sound`), nothing to compare.
    """
    require_sound(panel)
    cohorts, label, size = _cohorts(panel)
    weights = weights_of(estimand, cohorts, size, panel.periods)
    return _estimate(_project(panel, cohorts, weights), label, size, beta)


def callaway_santanna(panel: StaggeredPanel, estimand: Estimand) -> StaggeredEstimate:
    """Difference in differences with all that wait; units that were always treated are left out."""
    return staggered_estimate(_started_within(panel), estimand, beta=1.0)


def sun_abraham(panel: StaggeredPanel, estimand: Estimand) -> StaggeredEstimate:
    """Difference in differences with the last cohort; units always treated are left out."""
    last = Estimand(estimand.average, estimand.event, last_only=True)
    return staggered_estimate(_started_within(panel), last, beta=1.0)


def fisher_test(
    panel: StaggeredPanel,
    estimand: Estimand,
    starts: Iterable[Floats],
    *,
    beta: float | None = None,
    refined: bool = False,
) -> FisherTest:
    """Compare the studentised estimate with that under other assignments of the starts.

    Studentised by Neyman's error: in small cohorts the refined one comes to 0 in many shuffles,
    whose statistics then are infinite, so that no true effect stands out.

    Args:
        panel: the data.
        estimand: which average.
        starts: each (N,) the drawn starts in another order (`shuffled_starts`).
        beta: as in `staggered_estimate`.
        refined: studentise by the refined error, as the authors' own package does.

    Raises:
        InputError: as for `staggered_estimate`; no start times to compare with.
    """
    require_sound(panel)
    cohorts, label, size = _cohorts(panel)
    projection = _project(panel, cohorts, weights_of(estimand, cohorts, size, panel.periods))
    drawn = _statistic(_estimate(projection, label, size, beta), refined=refined)
    others = np.array(
        [
            _statistic(
                _estimate(projection, np.searchsorted(cohorts, start), size, beta), refined=refined
            )
            for start in starts
        ]
    )
    if not others.size:
        raise InputError([Fault(StaggeredCode.NO_SHUFFLES)])
    beyond = int(np.count_nonzero(others > drawn))
    extreme = int(np.count_nonzero(others >= drawn))
    return FisherTest(len(others), beyond, (1 + extreme) / (1 + len(others)))


def shuffled_starts(
    panel: StaggeredPanel, number: int, generator: np.random.Generator
) -> Iterable[Floats]:
    """So many times the drawn starts, dealt out anew."""
    return (generator.permutation(panel.start) for _ in range(number))


def _statistic(found: StaggeredEstimate, *, refined: bool) -> float:
    error = found.standard_error if refined else found.neyman_error
    if error > 0.0:
        return abs(found.estimate / error)
    return np.inf if found.estimate else 0.0


def _started_within(panel: StaggeredPanel) -> StaggeredPanel:
    kept = panel.start > panel.periods[0]
    return StaggeredPanel(panel.outcome[kept], panel.start[kept], panel.periods)


def _cohorts(panel: StaggeredPanel) -> tuple[Floats, Integers, Integers]:
    cohorts, label, size = np.unique(panel.start, return_inverse=True, return_counts=True)
    return cohorts, label, size


def _project(panel: StaggeredPanel, cohorts: Floats, weights: Weights) -> _Projection:
    """Centred first: products of a unit's values with weights that add up to nothing stay exact."""
    centred = panel.outcome - panel.outcome.mean(axis=0)
    first = int(np.flatnonzero(weights.theta.any(axis=1))[0])
    early = centred[:, panel.periods < cohorts[first]]
    return _Projection(centred @ weights.theta.T, centred @ weights.before.T, early, first)


def _estimate(
    projection: _Projection, label: Integers, size: Integers, beta: float | None
) -> StaggeredEstimate:
    order = np.argsort(label, kind="stable")
    own = label[order]
    early = projection.early[order]
    values = np.column_stack([projection.theta[order, own], projection.before[order, own], early])
    begin = np.concatenate([[0], np.cumsum(size)[:-1]])
    mean = np.add.reduceat(values, begin, axis=0) / size[:, None]
    rest = values - mean[own]
    covariance = np.stack([part.T @ part / (len(part) - 1) for part in np.split(rest, begin[1:])])
    pair = (covariance[:, :2, :2] / size[:, None, None]).sum(axis=0)
    theta, before = mean[:, :2].sum(axis=0)
    if beta is None:
        beta = float(pair[0, 1] / pair[1, 1]) if pair[1, 1] > 0.0 else 0.0
    variance = pair[0, 0] - 2.0 * beta * pair[0, 1] + beta**2 * pair[1, 1]
    variance = max(float(variance), 0.0)
    foretold = _foretold(covariance[projection.first :], len(label))
    return StaggeredEstimate(
        estimate=float(theta - beta * before),
        standard_error=float(np.sqrt(max(variance - foretold, 0.0))),
        neyman_error=float(np.sqrt(variance)),
        beta=beta,
    )


def _foretold(covariance: Floats, units: int) -> float:
    """The refinement of Neyman's variance, of the cohorts from the first one that counts on."""
    spread = covariance[:, 2:, 2:]
    if not spread.shape[1]:
        return 0.0
    inverse = np.linalg.pinv(spread, rcond=PINV_CUTOFF, hermitian=True)
    slope = (inverse @ covariance[:, 2:, :1]).sum(axis=0)[:, 0]
    return float(slope @ spread.mean(axis=0) @ slope / units)
