"""What was observed: one row per person and period."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.codes import EffectCode

Floats = npt.NDArray[np.float64]
Labels = npt.NDArray[np.generic]
ROUNDING = 1e-12
"""Of the largest value: what is left by rounding alone."""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """N observations.

    Attributes:
        cluster: (N,) the unit's label, text or whole numbers.
        period: (N,) the period's label, in an order that sorts.
        treated: (N,) whether the unit had started.
        y: (N,) the outcome, in its own unit.
        person: (N,) the person's label, or None where nobody is followed.
    """

    cluster: Labels
    period: Labels
    treated: npt.NDArray[np.bool_]
    y: Floats
    person: Labels | None = None


def outcomes(
    cluster: Sequence[object] | Labels,
    period: Sequence[object] | Labels,
    treated: Sequence[object] | Labels,
    y: Sequence[float] | Labels,
    person: Sequence[object] | Labels | None = None,
) -> Outcomes:
    """Check the columns of a table and hold them.

    Raises:
        InputError: columns of different length, none at all, a treatment or an outcome that is
            not a number, an outcome that never varies, one unit only, nobody or everybody treated.
    """
    columns = {"cluster": cluster, "period": period, "treated": treated, "y": y}
    if person is not None:
        columns["person"] = person
    lengths = {name: len(column) for name, column in columns.items()}
    if len(set(lengths.values())) > 1:
        shown = [f"{name} {length}" for name, length in lengths.items()]
        raise InputError([Fault(EffectCode.LENGTHS_DIFFER, {"columns": shown})])
    if lengths["y"] == 0:
        raise InputError([Fault(EffectCode.NOTHING_OBSERVED)])
    start = np.asarray(treated, dtype=np.float64)
    value = np.asarray(y, dtype=np.float64)
    labels = np.asarray(cluster)
    when = np.asarray(period)
    faults = [*_faults_of_numbers(value, start), *_faults_of_units(labels, start)]
    if not faults and varies_by_period_alone(value, when):
        faults.append(Fault(EffectCode.OUTCOME_NEVER_VARIES, {"value": float(value[0])}))
    if faults:
        raise InputError(faults)
    who = None if person is None else np.asarray(person)
    return Outcomes(labels, when, start > 0.0, value, who)


def _faults_of_numbers(y: Floats, treated: Floats) -> list[Fault]:
    faults = []
    for name, column in (("y", y), ("treated", treated)):
        broken = np.flatnonzero(~np.isfinite(column))
        if broken.size:
            faults.append(
                Fault(
                    EffectCode.OUTCOME_NOT_A_NUMBER,
                    {"column": name, "count": int(broken.size), "row": int(broken[0]) + 1},
                )
            )
    return faults


def varies_by_period_alone(y: Floats, period: Labels) -> bool:
    """Whether all (N,) outcomes of a period are one: nothing then tells an effect from time."""
    _, place = np.unique(period, return_inverse=True)
    mean = np.bincount(place, weights=y) / np.bincount(place)
    return bool(np.abs(y - mean[place]).max() <= ROUNDING * np.abs(y).max())


def _faults_of_units(cluster: Labels, treated: Floats) -> list[Fault]:
    faults = []
    if np.unique(cluster).size == 1:
        faults.append(Fault(EffectCode.ONE_UNIT, {"cluster": str(cluster[0])}))
    if np.all(treated <= 0.0):
        faults.append(Fault(EffectCode.NOBODY_TREATED))
    elif np.all(treated > 0.0):
        faults.append(Fault(EffectCode.EVERYBODY_TREATED))
    return faults
