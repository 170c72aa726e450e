"""The effect of a roll-out by linear mixed models on cluster-period cells.

Hussey and Hughes (2007): exchangeable, a random effect per cluster. Hooper et al. (2016):
nested exchangeable, also one per cluster and period. Kenny et al. (2022): the effect may
depend on how long a cluster has been exposed; its average over exposure times is one number.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.cells import Cells
from samskab.evidence.effect.codes import EffectCode
from samskab.evidence.effect.mixed.contrasts import (
    Contrast,
    FTest,
    kenward_roger,
    kenward_roger_f,
    satterthwaite,
)
from samskab.evidence.effect.mixed.model import (
    Floats,
    MixedModel,
    RandomTerm,
    Spare,
    mean_rows,
    mixed_model,
)
from samskab.evidence.effect.mixed.reml import fit_reml


class Correlation(StrEnum):
    """What observations of one cluster share."""

    EXCHANGEABLE = "exchangeable"
    NESTED = "nested_exchangeable"


class Curve(StrEnum):
    """How the effect depends on time since the start."""

    CONSTANT = "constant"
    BY_EXPOSURE = "by_exposure"


@dataclass(frozen=True, slots=True)
class RolloutEffect:
    """The effect of having started, in the outcome's unit.

    Attributes:
        kenward_roger: the constant effect, or its average over exposure times.
        satterthwaite: the same estimate without the small-sample adjustment of its error.
        by_exposure: for 1, 2, ... periods of exposure, with Kenward-Roger; empty if constant.
        no_effect_at_all: F test that every exposure's effect is zero; None if constant.
        cluster_variance, cell_variance, residual_variance: in the outcome's unit squared;
            `cell_variance` is None where the model has none.
        boundary: random terms whose variance was estimated as zero.
        converged: False where the estimate must not be used.
        deviance: -2 restricted log-likelihood of the individual observations.
        observations: behind the cells.
        randomised: True; these models take the lottery's word for comparability.
    """

    kenward_roger: Contrast
    satterthwaite: Contrast
    by_exposure: tuple[Contrast, ...]
    no_effect_at_all: FTest | None
    cluster_variance: float
    cell_variance: float | None
    residual_variance: float
    boundary: tuple[str, ...]
    converged: bool
    deviance: float
    observations: int
    randomised: bool = True


def rollout_effect(
    cells: Cells,
    correlation: Correlation = Correlation.NESTED,
    curve: Curve = Curve.BY_EXPOSURE,
    level: float = 0.95,
) -> RolloutEffect:
    """REML with Kenward-Roger and Satterthwaite degrees of freedom.

    Raises:
        InputError: the effect cannot be told from the periods, or the level is not in (0, 1).
    """
    if not 0.0 < level < 1.0:
        raise InputError([Fault(EffectCode.LEVEL_OUT_OF_RANGE, {"level": level})])
    effects = exposure_columns(cells) if curve is Curve.BY_EXPOSURE else _treated_column(cells)
    fit = fit_reml(cell_model(cells, effects, correlation))
    p, q = fit.beta.size, effects.shape[1]
    average = np.concatenate([np.zeros(p - q), np.full(q, 1.0 / q)])
    each = np.eye(p)[p - q :] if curve is Curve.BY_EXPOSURE else np.zeros((0, p))
    nested = correlation is Correlation.NESTED
    return RolloutEffect(
        kenward_roger=kenward_roger(fit, average, level),
        satterthwaite=satterthwaite(fit, average, level),
        by_exposure=tuple(kenward_roger(fit, one, level) for one in each),
        no_effect_at_all=kenward_roger_f(fit, each) if len(each) else None,
        cluster_variance=float(fit.variances[0]),
        cell_variance=float(fit.variances[1]) if nested else None,
        residual_variance=float(fit.variances[-1]),
        boundary=fit.boundary,
        converged=fit.converged,
        deviance=fit.deviance,
        observations=fit.model.observations,
    )


def cell_model(cells: Cells, effects: Floats, correlation: Correlation) -> MixedModel:
    """The mixed model of all observations, on the cells that have any.

    Args:
        cells: I clusters in T periods.
        effects: (I * T, q) columns of the effect, cluster by cluster.
        correlation: which random effects.
    """
    count = cells.count.ravel()
    filled = count > 0
    cluster = np.repeat(np.arange(len(cells.clusters)), len(cells.periods))[filled]
    used = np.flatnonzero(cells.count.any(axis=0))
    periods = np.tile(np.eye(len(cells.periods))[:, used], (len(cells.clusters), 1))
    X = np.hstack([periods, effects])[filled]
    y, X, weight = mean_rows(count[filled], cells.mean.ravel()[filled], X)
    terms = [RandomTerm("cluster", cluster, weight[:, None])]
    if correlation is Correlation.NESTED:
        terms.append(RandomTerm("cluster:period", np.arange(y.size), weight[:, None]))
    spare = Spare(int(count.sum() - filled.sum()), cells.within_squares)
    return mixed_model(y, X, terms, spare)


def exposure_columns(cells: Cells) -> Floats:
    """(I * T, E) an indicator of each exposure time that was observed."""
    observed = np.where(cells.count > 0, cells.exposure, 0).ravel()
    times = np.unique(observed[observed > 0])
    return np.asarray(observed[:, None] == times, dtype=np.float64)


def _treated_column(cells: Cells) -> Floats:
    return np.asarray(cells.treated.ravel().astype(np.float64)[:, None])
