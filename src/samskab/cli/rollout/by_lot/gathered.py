"""Outcomes beside the lottery that decided who started when: all that the methods need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from samskab.cli.rollout.observed import FILE, TREATED, Observed
from samskab.cli.rollout.settings import OutcomeKind, OutcomeSetting, RolloutSettings
from samskab.common.errors import Fault, InputError
from samskab.evidence.effect.cells import Cells, cells_of
from samskab.evidence.effect.outcomes import Outcomes, outcomes
from samskab.evidence.effect.permutation.cluster_means import ClusterMeans
from samskab.evidence.effect.permutation.randomisation_test import ReferenceSet
from samskab.evidence.rollout.lottery import Drawn
from samskab.evidence.rollout.treatment import treatment
from samskab.telling.rollout_codes import RolloutFileCode

Integers = npt.NDArray[np.int64]
MOST_CELLS_TOLD = 20


@dataclass(frozen=True, slots=True, eq=False)
class LotData:
    """C units in T periods, W waves, N rows.

    Attributes:
        units, periods: C and T names, in the lottery's order and in that of time.
        outcomes: (N,) rows; units and periods by their place.
        cells: (C, T); where `only_means`, each counts as one observation.
        people: (C, T) how many rows each cell has.
        reference: the orders that could have been drawn.
        only_means: whether the models see a mean per unit and period and not the people behind it:
            rows are means, the same people are followed, or it is a count.
    """

    units: tuple[str, ...]
    periods: tuple[str, ...]
    outcomes: Outcomes
    cells: Cells
    people: Integers
    reference: ReferenceSet
    only_means: bool

    @property
    def treated(self) -> npt.NDArray[np.bool_]:
        """(C, T) who had started, as drawn."""
        starts = self.reference.start_periods
        return treatment(self.reference.drawn, starts, len(self.periods)) > 0

    def means(self, persons: int) -> ClusterMeans:
        """The cells for the permutation test.

        Args:
            persons: supposed behind each mean where the rows do not tell.
        """
        told = self.people.max() > 1
        people = self.people if told else np.full_like(self.people, persons)
        return ClusterMeans(self.units, self.periods, self.cells.mean, people.astype(np.float64))


def gather(
    observed: Observed, settings: RolloutSettings, units: Sequence[str], drawn: Drawn
) -> LotData:
    """Put what was measured beside what was drawn.

    Raises:
        InputError: units that changed wave, cells that nobody measured, an outcome that never
            varies, one unit only, nobody or everybody treated.
    """
    starts = settings.start_periods
    reference = ReferenceSet(drawn.kept, drawn.allocation, starts)
    place = {unit: at for at, unit in enumerate(units)}
    unit = np.array([place[name] for name in observed.unit], dtype=np.int64)
    by_lot = treatment(drawn.allocation, starts, len(settings.periods)) > 0
    treated = by_lot[unit, observed.period]
    _require_as_drawn(observed, settings, units, treated, drawn)
    _require_all_cells(observed, settings, units, unit)
    try:
        rows = outcomes(unit, observed.period, treated, observed.value)
        cells = cells_of(rows)
    except InputError as error:
        raise InputError([replace(fault, file=FILE) for fault in error.faults]) from error
    only_means = _only_means(observed, cells, settings.outcome)
    return LotData(
        units=tuple(units),
        periods=tuple(period.id for period in settings.periods),
        outcomes=rows,
        cells=_as_means(cells) if only_means else cells,
        people=cells.count,
        reference=reference,
        only_means=only_means,
    )


def of_units(data: LotData, chosen: Sequence[int]) -> LotData:
    """The same of some units alone; orders that differ in the others only count as often.

    Raises:
        InputError: what is left cannot be analysed.
    """
    rows = np.isin(data.outcomes.cluster, chosen)
    some = data.outcomes
    kept = outcomes(some.cluster[rows], some.period[rows], some.treated[rows], some.y[rows])
    cells = cells_of(kept)
    reference = replace(
        data.reference,
        allocations=data.reference.allocations[:, chosen],
        drawn=data.reference.drawn[list(chosen)],
    )
    return LotData(
        units=tuple(data.units[at] for at in chosen),
        periods=data.periods,
        outcomes=kept,
        cells=_as_means(cells) if data.only_means else cells,
        people=cells.count,
        reference=reference,
        only_means=data.only_means,
    )


def _as_means(cells: Cells) -> Cells:
    return replace(cells, count=(cells.count > 0).astype(np.int64), within_squares=0.0)


def _only_means(observed: Observed, cells: Cells, outcome: OutcomeSetting | None) -> bool:
    """People who are followed are alike over time, and counts vary with their mean."""
    count = outcome is not None and outcome.kind is OutcomeKind.COUNT
    return count or int(cells.count.max()) == 1 or _follows_people(observed)


def _follows_people(observed: Observed) -> bool:
    if observed.person is None:
        return False
    seen: dict[tuple[str, str], int] = {}
    for unit, person, period in zip(observed.unit, observed.person, observed.period, strict=True):
        if seen.setdefault((unit, person), int(period)) != period:
            return True
    return False


def _require_as_drawn(
    observed: Observed,
    settings: RolloutSettings,
    units: Sequence[str],
    treated: npt.NDArray[np.bool_],
    drawn: Drawn,
) -> None:
    """A fault for each unit at its first row that differs from its wave."""
    if observed.treated is None:
        return
    wave_of = dict(zip(units, drawn.allocation.tolist(), strict=True))
    told: dict[str, Fault] = {}
    for at in np.flatnonzero(observed.treated != treated).tolist():
        unit = observed.unit[at]
        spot = observed.rows[at].at(TREATED).spot
        values = {
            "unit": unit,
            "wave": settings.waves[wave_of[unit]].id,
            "period": settings.periods[int(observed.period[at])].id,
            "drawn": int(treated[at]),
        }
        code = RolloutFileCode.UNIT_CHANGED_WAVE
        told.setdefault(unit, Fault(code, values, FILE, spot.line, spot.column))
    if told:
        raise InputError([*told.values()])


def _require_all_cells(
    observed: Observed, settings: RolloutSettings, units: Sequence[str], unit: Integers
) -> None:
    shape = (len(units), len(settings.periods))
    filled = np.zeros(shape, dtype=np.bool_)
    filled[unit, observed.period] = True
    faults = [*_unmeasured(filled, settings, units)]
    if faults:
        raise InputError(faults[:MOST_CELLS_TOLD])


def _unmeasured(
    filled: npt.NDArray[np.bool_], settings: RolloutSettings, units: Sequence[str]
) -> Iterator[Fault]:
    whole = filled.any(axis=0)
    for at in np.flatnonzero(~whole).tolist():
        values = {"period": settings.periods[at].id}
        yield Fault(RolloutFileCode.PERIOD_UNMEASURED, values, FILE)
    for row, at in np.argwhere(~filled & whole).tolist():
        values = {"unit": units[row], "period": settings.periods[at].id}
        yield Fault(RolloutFileCode.CELL_UNMEASURED, values, FILE)
