"""Cases of restricted randomisation: people's outcomes, and the schemes that could be drawn."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pandas as pd

from samskab.evidence.effect.permutation.effect_shape import EffectShape
from samskab.evidence.effect.permutation.randomisation_test import (
    Question,
    ReferenceSet,
    permutation_test,
)
from samskab.evidence.effect.permutation.residuals import residual_means

MODEL = re.compile(r"(logistic|linear) regression of (\w+)(?: on ([^;]+))?", re.IGNORECASE)
COVARIATE = re.compile(r"(\w+)\s*(\(\d+ levels\))?")
TREATED_FROM = (0, 1)
"""Of two waves the first is treated in the one period, the second never."""


def understands(case: Mapping[str, object]) -> bool:
    """Whether the case regresses an outcome and gives the schemes in a file of their own."""
    files = case.get("data")
    return isinstance(files, list) and len(files) > 1 and bool(MODEL.search(str(case["inputs"])))


def answer(case: Mapping[str, object], data: Path) -> object:
    """The permutation test's p-value and the number of schemes.

    Args:
        case: its `inputs` and `data` alone are read.
        data: the folder that the files are relative to.

    Raises:
        ValueError: the text names no regression, or no file has its columns.
        InputError: the engine refuses the data.
    """
    model = MODEL.search(str(case["inputs"]))
    files = case["data"]
    if model is None or not isinstance(files, list):
        raise ValueError(case["inputs"])
    kind, outcome, covariates = model.groups()
    tables = [pd.read_csv(data / str(name)) for name in files]
    people = next(table for table in tables if outcome in table.columns)
    schemes = next(table for table in tables if outcome not in table.columns).to_numpy()
    waves = 1 - schemes[:, 1:].astype(np.int64)
    means = residual_means(
        people[outcome].to_numpy(dtype=np.float64),
        _cluster(people, waves.shape[1], outcome),
        _design(people, COVARIATE.findall(covariates or "")),
        binary=kind.lower() == "logistic",
    )
    drawn = waves[np.flatnonzero(schemes[:, 0] == 1)[0]]
    reference = ReferenceSet(waves, drawn, TREATED_FROM)
    found = permutation_test(means, reference, Question(EffectShape(by_exposure=False)))
    return {"p": found.p_value, "p_exact": found.p_value, "n_schemes": found.allocations}


def _cluster(people: pd.DataFrame, clusters: int, outcome: str) -> npt.NDArray[np.generic]:
    """The column with as many labels as the schemes have clusters."""
    fitting = [c for c in people.columns if c != outcome and people[c].nunique() == clusters]
    if not fitting:
        message = f"no column has {clusters} clusters"
        raise ValueError(message)
    return np.asarray(people[fitting[0]])


def _design(people: pd.DataFrame, covariates: Sequence[tuple[str, str]]) -> npt.NDArray[np.float64]:
    """Numbers as they are; text, and what has levels, as a column for each but the first."""
    columns = [np.empty((len(people), 0))]
    for name, levels in covariates:
        column = people[name]
        if levels or column.dtype.kind not in "biuf":
            columns.append(pd.get_dummies(column, drop_first=True).to_numpy(dtype=np.float64))
        else:
            columns.append(column.to_numpy(dtype=np.float64)[:, None])
    return np.hstack(columns)
