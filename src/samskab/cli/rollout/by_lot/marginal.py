"""Yes or no: the difference of shares by estimating equations with bias-reduced errors."""

from dataclasses import dataclass

import numpy as np

from samskab.cli.rollout.by_lot.gathered import LotData
from samskab.cli.rollout.settings import Estimand
from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.cells import check_waves_repeat
from samskab.evidence.effect.gee import Link, fit_marginal
from samskab.evidence.effect.mixed.contrasts import Contrast, contrast
from samskab.evidence.effect.stepped_wedge import exposure_columns
from samskab.telling.rollout_codes import RolloutFileCode


@dataclass(frozen=True, slots=True)
class Marginal:
    """Differences of shares, t on units less two degrees of freedom (Mancl and DeRouen 2001).

    Attributes:
        effect: the constant one, or its average over exposure times.
        by_exposure: after 1, 2, ... periods; empty if constant.
    """

    effect: Contrast
    by_exposure: tuple[Contrast, ...]


def marginal(data: LotData, estimand: Estimand, level: float) -> Marginal:
    """Fit periods and the effect.

    Raises:
        InputError: each wave has one unit only, the effect cannot be told from the periods, or
            nothing was found.
    """
    check_waves_repeat(data.cells)
    rows = data.outcomes
    _, unit = np.unique(rows.cluster, return_inverse=True)
    period = rows.period.astype(np.int64)
    columns = rows.treated[:, None].astype(np.float64)
    constant = estimand is Estimand.CONSTANT
    if not constant:
        shape = (*data.cells.count.shape, -1)
        columns = exposure_columns(data.cells).reshape(shape)[unit, period]
    X = np.hstack([np.eye(len(data.periods))[period], columns])  # noqa: N806 (the engine's letter)
    order = np.argsort(unit, kind="stable")
    fit = fit_marginal(rows.y[order], X[order], unit[order], Link.IDENTITY)
    if not fit.converged:
        raise InputError([Fault(RolloutFileCode.MODEL_WITHOUT_END)])
    effects = columns.shape[1]
    df = max(len(data.units) - 2, 1)
    average = np.concatenate([np.zeros(len(data.periods)), np.full(effects, 1.0 / effects)])
    told = [average, *np.eye(X.shape[1])[len(data.periods) :]]
    found = [
        contrast(
            float(one @ fit.beta),
            float(np.sqrt(one @ fit.bias_reduced @ one)),
            df,
            1.0 - level,
        )
        for one in told
    ]
    return Marginal(found[0], () if constant else tuple(found[1:]))
