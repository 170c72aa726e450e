"""Synthetic control with predictors (Abadie, Diamond and Hainmueller 2010), through pysyncon."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
import pandas as pd
from pysyncon import Dataprep, Synth


@dataclass(frozen=True, slots=True)
class Predictor:
    """A column averaged over some times.

    Attributes:
        column: its name.
        times: the times it is averaged over.
    """

    column: str
    times: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Who is compared with whom, by what.

    Attributes:
        treated: the treated unit's label.
        controls: the donors' labels.
        predictors: what the synthetic unit shall resemble the treated one in.
        fitted_times: the outcome's times before the start that choose the predictors' weights.
    """

    treated: str
    controls: tuple[str, ...]
    predictors: tuple[Predictor, ...]
    fitted_times: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SyntheticControl:
    """A weighted average of donors that resembles the treated unit.

    Attributes:
        weights: by donor, at least zero, sum one.
        times: T times.
        gap: (T,) outcome of the treated unit less the synthetic one's.
        loss: mean squared gap over the fitted times.
        randomised: False.
    """

    weights: Mapping[str, float]
    times: tuple[int, ...]
    gap: tuple[float, ...]
    loss: float
    randomised: bool = False


def synthetic_control(
    unit: Sequence[str],
    time: Sequence[int],
    columns: Mapping[str, Sequence[float]],
    outcome: str,
    comparison: Comparison,
) -> SyntheticControl:
    """Choose the weights of predictors and donors.

    Args:
        unit: (N,) labels.
        time: (N,) such as the year; each pair of unit and time once.
        columns: (N,) numbers each, the outcome among them; NaN where not measured.
        outcome: its name.
        comparison: who with whom.
    """
    table = pd.DataFrame({**columns, "unit": list(unit), "time": list(time)})
    inputs = Dataprep(
        foo=table,
        predictors=[],
        predictors_op="mean",
        dependent=outcome,
        unit_variable="unit",
        time_variable="time",
        treatment_identifier=comparison.treated,
        controls_identifier=list(comparison.controls),
        time_predictors_prior=list(comparison.fitted_times),
        time_optimize_ssr=list(comparison.fitted_times),
        special_predictors=[(p.column, list(p.times), "mean") for p in comparison.predictors],
    )
    model = _best(inputs)
    weights = {str(name): float(value) for name, value in model.weights(round=12).items()}
    wide = table.pivot_table(index="time", columns="unit", values=outcome)
    gap = wide[comparison.treated] - wide[list(weights)] @ np.array(list(weights.values()))
    return SyntheticControl(
        weights=weights,
        times=tuple(int(t) for t in wide.index),
        gap=tuple(float(g) for g in gap),
        loss=float(model.loss_V),
    )


def _best(inputs: Dataprep) -> Synth:
    """The search for the predictors' weights has many valleys: start twice, keep the lowest.

    From equal weights and from those of a regression, as section 2.1 of Abadie, Diamond and
    Hainmueller (2011) does.
    """
    found = []
    for initial in ("equal", "ols"):
        model = Synth()
        with suppress(ValueError):  # a regression has no answer where predictors are collinear
            model.fit(dataprep=inputs, optim_initial=initial)
            found.append(model)
    return min(found, key=lambda model: float(model.loss_V))
