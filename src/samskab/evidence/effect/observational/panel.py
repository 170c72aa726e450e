"""Units followed over time, where nobody drew lots for the start."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.codes import EffectCode

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Panel:
    """N observations of U units at T times, each unit at most once a time.

    Attributes:
        units: U labels, sorted.
        unit: (N,) place in `units`.
        time: (N,) such as the year.
        y: (N,) the outcome.
        start: (U,) the first treated time; infinite where a unit never started.
        covariates: (N, q).
    """

    units: tuple[str, ...]
    unit: Integers
    time: Floats
    y: Floats
    start: Floats
    covariates: Floats

    @property
    def times(self) -> Floats:
        """(T,) sorted."""
        return np.unique(self.time)

    @property
    def treated(self) -> Floats:
        """(N,) 1 from the start on, else 0."""
        return (self.time >= self.start[self.unit]).astype(np.float64)

    @property
    def cohorts(self) -> Floats:
        """The finite starts, sorted."""
        return np.unique(self.start[np.isfinite(self.start)])

    def matrix(self) -> Floats:
        """(U, T) outcomes.

        Raises:
            InputError: a unit is not observed at every time.
        """
        times, j = np.unique(self.time, return_inverse=True)
        seen = np.zeros((len(self.units), times.size), dtype=np.int64)
        np.add.at(seen, (self.unit, j), 1)
        faults = [
            Fault(EffectCode.NOT_BALANCED, {"unit": self.units[u], "time": float(times[t])})
            for u, t in np.argwhere(seen != 1)
        ]
        if faults:
            raise InputError(faults)
        Y = np.empty(seen.shape)
        Y[self.unit, j] = self.y
        return Y


def panel_of(
    unit: Sequence[object] | npt.NDArray[np.generic],
    time: npt.ArrayLike,
    y: npt.ArrayLike,
    start: npt.ArrayLike,
    covariates: npt.ArrayLike | None = None,
) -> Panel:
    """Hold a table as a panel.

    Args:
        unit: (N,) labels.
        time: (N,).
        y: (N,).
        start: (N,) the unit's first treated time; infinite where it never started.
        covariates: (N, q), none if None.

    Raises:
        InputError: NaN, an outcome that never varies, one unit only, a start that differs
            between rows of a unit, no unit that starts.
    """
    when, value, begin = (np.asarray(a, dtype=np.float64) for a in (time, y, start))
    labels, index = np.unique(np.asarray(unit), return_inverse=True)
    given = np.zeros((value.size, 0)) if covariates is None else np.asarray(covariates, np.float64)
    first = np.full(labels.size, np.inf)
    first[index] = begin
    panel = Panel(tuple(str(label) for label in labels), index, when, value, first, given)
    faults = [*_broken_numbers(panel), *_broken_units(panel, begin)]
    if faults:
        raise InputError(faults)
    return panel


def start_of(unit: npt.NDArray[np.generic], time: npt.ArrayLike, treated: npt.ArrayLike) -> Floats:
    """(N,) each row's unit's first treated time, from a 0/1 column.

    Raises:
        InputError: a unit is treated and then untreated.
    """
    when, on = np.asarray(time, dtype=np.float64), np.asarray(treated, dtype=np.float64) > 0.0
    labels, index = np.unique(np.asarray(unit), return_inverse=True)
    first = np.full(labels.size, np.inf)
    np.minimum.at(first, index[on], when[on])
    back = ~on & (when > first[index])
    if back.any():
        faults = [
            Fault(
                EffectCode.CLUSTER_RETURNS,
                {"cluster": str(labels[index[row]]), "period": f"{when[row]:g}"},
            )
            for row in np.flatnonzero(back)
        ]
        raise InputError(faults)
    return np.asarray(first[index])


def _broken_numbers(panel: Panel) -> list[Fault]:
    faults = []
    columns = {"time": panel.time, "y": panel.y}
    columns |= {f"covariate {k + 1}": column for k, column in enumerate(panel.covariates.T)}
    for name, column in columns.items():
        broken = np.flatnonzero(~np.isfinite(column))
        if broken.size:
            values = {"column": name, "count": int(broken.size), "row": int(broken[0]) + 1}
            faults.append(Fault(EffectCode.OUTCOME_NOT_A_NUMBER, values))
    if not faults and np.ptp(panel.y) == 0.0:
        faults.append(Fault(EffectCode.OUTCOME_NEVER_VARIES, {"value": float(panel.y[0])}))
    return faults


def _broken_units(panel: Panel, start: Floats) -> list[Fault]:
    faults = []
    if len(panel.units) == 1:
        faults.append(Fault(EffectCode.ONE_UNIT, {"cluster": panel.units[0]}))
    differing = np.unique(panel.unit[start != panel.start[panel.unit]])
    faults += [Fault(EffectCode.STARTS_DIFFER, {"unit": panel.units[u]}) for u in differing]
    if not np.any(panel.treated):
        faults.append(Fault(EffectCode.NOBODY_TREATED))
    return faults
