"""From rows to a panel: the mean of each unit in each period, and when each unit started."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from samskab.cli.rollout.observed import FILE, TREATED, Observed
from samskab.cli.rollout.settings import PeriodSetting, RolloutSettings
from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.codes import EffectCode
from samskab.evidence.effect.observational.panel import Floats, Panel, panel_of
from samskab.telling.rollout_comparison_codes import ComparisonCode


@dataclass(frozen=True, slots=True, eq=False)
class Gathered:
    """Units that can be compared.

    Attributes:
        panel: times are 1, 2, ... for `periods`; outcomes in the better direction.
        periods: T that were measured.
        rows: of people or means that the panel stands on.
        remarks: who was left out, and why.
    """

    panel: Panel
    periods: tuple[PeriodSetting, ...]
    rows: int
    remarks: tuple[Fault, ...]

    @property
    def starters(self) -> int:
        """Units that started."""
        return int(np.isfinite(self.panel.start).sum())

    @property
    def waiting(self) -> int:
        """Units that never did."""
        return len(self.panel.units) - self.starters

    def period_of(self, time: float) -> PeriodSetting:
        """The period of a time of the panel."""
        return self.periods[round(time) - 1]


def gather(observed: Observed, settings: RolloutSettings) -> Gathered:
    """Hold what was measured as a panel of units that were measured in every period.

    Raises:
        InputError: no word of who had started, a period of a unit with both, a unit that had
            started and then had not, nobody left to compare, or one unit, or no variation.
    """
    if observed.treated is None:
        raise InputError([Fault(ComparisonCode.TREATED_MISSING, {}, FILE, 1)])
    units, unit = np.unique(np.asarray(observed.unit), return_inverse=True)
    seen, period = np.unique(observed.period, return_inverse=True)
    shape = (units.size, seen.size)
    count, total, begun = (np.zeros(shape) for _ in range(3))
    for table, amounts in ((count, 1.0), (total, observed.value), (begun, observed.treated)):
        np.add.at(table, (unit, period), amounts)
    names = tuple(str(name) for name in units)
    periods = tuple(settings.periods[place] for place in seen)
    broken = (*_mixed(count, begun), *_returned(count, begun))
    if broken:
        raise InputError(
            [_fault(code, observed, names[u], settings, int(seen[t])) for code, u, t in broken]
        )
    whole, early = np.all(count > 0.0, axis=1), (count[:, 0] > 0.0) & (begun[:, 0] > 0.0)
    kept = whole & ~early
    if not kept.any():
        raise InputError([Fault(ComparisonCode.NOBODY_COMPARABLE, {}, FILE)])
    outcome = settings.outcome
    better = -1.0 if outcome is not None and not outcome.higher_is_better else 1.0
    means = better * total[kept] / count[kept]
    panel = _panel(units[kept], means, begun[kept] > 0.0)
    remarks = (*_incomplete(names, periods, count), *_started_before(names, whole & early))
    return Gathered(panel, periods, int(count[kept].sum()), remarks)


def _panel(units: npt.NDArray[np.str_], means: Floats, begun: npt.NDArray[np.bool_]) -> Panel:
    number, times = means.shape
    first = np.where(begun.any(axis=1), begun.argmax(axis=1) + 1.0, np.inf)
    try:
        return panel_of(
            np.repeat(units, times),
            np.tile(np.arange(1.0, times + 1.0), number),
            means.ravel(),
            np.repeat(first, times),
        )
    except InputError as error:
        faults = [Fault(fault.code, fault.values, FILE) for fault in error.faults]
        raise InputError(faults) from error


def _mixed(count: Floats, begun: Floats) -> Iterator[tuple[EffectCode, int, int]]:
    for u, t in np.argwhere((begun > 0.0) & (begun < count)):
        yield EffectCode.CELL_MIXED, int(u), int(t)


def _returned(count: Floats, begun: Floats) -> Iterator[tuple[EffectCode, int, int]]:
    started = np.maximum.accumulate(begun > 0.0, axis=1)
    for u, t in np.argwhere(started & (begun == 0.0) & (count > 0.0)):
        yield EffectCode.CLUSTER_RETURNS, int(u), int(t)


def _fault(
    code: EffectCode, observed: Observed, unit: str, settings: RolloutSettings, place: int
) -> Fault:
    """At the first row that says the unit had not started in the period."""
    values = {"cluster": unit, "period": settings.periods[place].id}
    for row, *told in zip(
        observed.rows, observed.unit, observed.period, _began(observed), strict=False
    ):
        if told == [unit, place, False]:
            spot = row.at(TREATED).spot
            return Fault(code, values, FILE, spot.line, spot.column)
    return Fault(code, values, FILE)


def _began(observed: Observed) -> list[bool]:
    return [] if observed.treated is None else observed.treated.tolist()


def _incomplete(
    units: tuple[str, ...], periods: tuple[PeriodSetting, ...], count: Floats
) -> Iterator[Fault]:
    for u in np.flatnonzero((count == 0.0).any(axis=1)):
        missing = [periods[t].id for t in np.flatnonzero(count[u] == 0.0)]
        yield Fault(ComparisonCode.UNIT_INCOMPLETE, {"unit": units[u], "periods": missing})


def _started_before(units: tuple[str, ...], early: npt.NDArray[np.bool_]) -> Iterator[Fault]:
    for u in np.flatnonzero(early):
        yield Fault(ComparisonCode.STARTED_BEFORE, {"unit": units[u]})
