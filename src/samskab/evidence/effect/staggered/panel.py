"""Every unit in every period, and when each unit started."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import numpy as np
import numpy.typing as npt

from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.staggered.codes import StaggeredCode

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
FEWEST = 2


@dataclass(frozen=True, slots=True, eq=False)
class StaggeredPanel:
    """N units in T periods.

    Attributes:
        outcome: (N, T) in its own unit.
        start: (N,) the first treated period, in the same count as `periods`; infinite for never.
        periods: (T,) whole numbers in a row.
    """

    outcome: Floats
    start: Floats
    periods: Integers


def panel_of(
    unit: npt.NDArray[np.generic], period: Integers, start: Floats, outcome: Floats
) -> StaggeredPanel:
    """Spread rows (one for each unit and period) to a panel, units sorted by their label.

    Args:
        unit: (R,) labels.
        period: (R,) whole numbers.
        start: (R,) the unit's first treated period; infinite for never.
        outcome: (R,).

    Raises:
        InputError: a unit twice in a period or not in all of them, one that changes its start,
            values that are no numbers, an outcome that never varies, one cohort only, a cohort of
            one unit.
    """
    units, row = np.unique(unit, return_inverse=True)
    periods, column = np.unique(period, return_inverse=True)
    order = np.lexsort((column, row))
    cell = row[order] * len(periods) + column[order]
    faults = list(_faults_of_rows(units, row, cell, len(periods)))
    if faults:
        raise InputError(faults)
    shape = (len(units), len(periods))
    starts = start[order].reshape(shape)
    changed = np.flatnonzero((starts != starts[:, :1]).any(axis=1))
    if changed.size:
        raise InputError(
            [Fault(StaggeredCode.UNIT_CHANGED_START, {"unit": str(units[k])}) for k in changed]
        )
    values = np.asarray(outcome, dtype=np.float64)[order].reshape(shape)
    panel = StaggeredPanel(values, starts[:, 0].copy(), periods.astype(np.int64))
    require_sound(panel)
    return panel


def _faults_of_rows(
    units: npt.NDArray[np.generic], row: Integers, cell: Integers, periods: int
) -> Iterator[Fault]:
    twice = np.unique(cell[1:][np.diff(cell) == 0] // periods)
    for k in twice:
        yield Fault(StaggeredCode.UNIT_TWICE, {"unit": str(units[k])})
    count = np.bincount(row, minlength=len(units))
    for k in np.setdiff1d(np.flatnonzero(count != periods), twice):
        values = {"unit": str(units[k]), "periods": periods, "found": int(count[k])}
        yield Fault(StaggeredCode.UNIT_INCOMPLETE, values)


def require_sound(panel: StaggeredPanel) -> None:
    """Refuse what has no estimate or no standard error.

    Raises:
        InputError: see `panel_of`.
    """
    units, periods = len(panel.start), len(panel.periods)
    if panel.outcome.shape != (units, periods):
        raise InputError([Fault(StaggeredCode.SHAPE, {"units": units, "periods": periods})])
    faults = list(_faults_of_values(panel))
    cohorts, size = np.unique(panel.start, return_counts=True)
    if len(cohorts) < FEWEST:
        faults.append(Fault(StaggeredCode.ONE_COHORT))
    faults += [
        Fault(StaggeredCode.ONE_UNIT_IN_COHORT, {"start": f"{cohort:g}"})
        for cohort in cohorts[size < FEWEST]
    ]
    if faults:
        raise InputError(faults)


def _faults_of_values(panel: StaggeredPanel) -> Iterator[Fault]:
    broken = np.flatnonzero(~np.isfinite(panel.outcome).all(axis=1) | np.isnan(panel.start))
    if broken.size:
        yield Fault(StaggeredCode.NOT_A_NUMBER, {"row": int(broken[0]) + 1, "count": broken.size})
    elif np.ptp(panel.outcome) <= 0.0:
        yield Fault(StaggeredCode.NEVER_VARIES, {"value": Decimal(str(panel.outcome[0, 0]))})
    if (np.diff(panel.periods) != 1).any():
        yield Fault(StaggeredCode.PERIODS_NOT_IN_A_ROW)
