"""`outcomes.csv`: what was measured, a row per person (or mean) of a unit in a period."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import numpy as np
import numpy.typing as npt

from samskab.cli.rollout.settings import OutcomeKind, PeriodSetting, RolloutSettings
from samskab.cli.rollout.values import SIGNED
from samskab.common.errors import InputError
from samskab.planner.folder.findings import Findings, Spot
from samskab.planner.folder.limits import ANY_AMOUNT, SHARE, Limits
from samskab.planner.folder.rows import Row, rows_of
from samskab.planner.folder.tables import Columns, Table, read_table
from samskab.telling.rollout_codes import RolloutFileCode

Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]

FILE = "outcomes.csv"
UNIT, PERIOD, VALUE = "unit", "period", "value"
TREATED, PERSON, DAY = "treated", "person", "day"
COLUMNS = Columns((UNIT, PERIOD, VALUE), (TREATED, PERSON, DAY), frozenset({VALUE}))
TRUTH = Limits(Decimal(0), Decimal(1))
LIMITS = {
    OutcomeKind.CONTINUOUS: SIGNED,
    OutcomeKind.BINARY: SHARE,
    OutcomeKind.COUNT: ANY_AMOUNT,
}


@dataclass(frozen=True, slots=True, eq=False)
class Observed:
    """N rows, in the order of the file.

    Attributes:
        unit: (N,) names.
        period: (N,) the place in `RolloutSettings.periods`, from 0.
        value: (N,) in the outcome's own unit: a person's, or the mean of a unit in a period.
        treated: (N,) whether the unit had really started; None where the file has no such column.
        person: (N,) who was measured; None where nobody is followed.
        day: (N,) when the row was recorded; the period's first day where the file does not say.
        rows: (N,) where each stands, for what is said of a fault.
    """

    unit: tuple[str, ...]
    period: Integers
    value: Floats
    treated: Bools | None
    person: tuple[str, ...] | None
    day: tuple[date, ...]
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class _Measured:
    """One row."""

    unit: str
    period: int
    value: float
    treated: bool
    person: str
    day: date
    row: Row


def read_observed(
    root: Path, settings: RolloutSettings, units: Sequence[str] | None = None
) -> Observed:
    """Read what was measured.

    Args:
        root: the folder.
        settings: with the periods; its outcome says what a value may be.
        units: those that take part; None where any name will do, as where nothing was drawn.

    Raises:
        InputError: with every fault, each with its file, line and column.
    """
    findings = Findings()
    table = read_table(root, FILE, COLUMNS, findings)
    reader = _Reader(settings, units)
    measured = [one for row in rows_of(table, findings) if (one := reader.measured(row))]
    if table is not None and not findings.faults and not measured:
        findings.fault(RolloutFileCode.NOTHING_MEASURED, Spot(FILE, 1, 1))
    if findings.faults or table is None:
        raise InputError(findings.faults)
    return _observed(measured, table)


def _observed(measured: Sequence[_Measured], table: Table) -> Observed:
    has = table.columns
    return Observed(
        unit=tuple(one.unit for one in measured),
        period=np.array([one.period for one in measured], dtype=np.int64),
        value=np.array([one.value for one in measured], dtype=np.float64),
        treated=np.array([one.treated for one in measured]) if TREATED in has else None,
        person=tuple(one.person for one in measured) if PERSON in has else None,
        day=tuple(one.day for one in measured),
        rows=tuple(one.row for one in measured),
    )


class _Reader:
    """Rows against the settings, and against the rows before them."""

    def __init__(self, settings: RolloutSettings, units: Sequence[str] | None) -> None:
        self._periods = {period.id: at for at, period in enumerate(settings.periods)}
        self._settings = settings.periods
        self._units = None if units is None else frozenset(units)
        kind = settings.outcome.kind if settings.outcome else OutcomeKind.CONTINUOUS
        self._limits = LIMITS[kind]
        self._seen: set[tuple[str, str, int]] = set()

    def measured(self, row: Row) -> _Measured | None:
        """What a row says; None where its period is not known."""
        unit = row.required(UNIT)
        if unit and self._units is not None and unit not in self._units:
            row.findings.fault(RolloutFileCode.UNIT_UNKNOWN, row.at(UNIT), unit=unit)
        value = float(row.number(VALUE, self._limits))
        treated = row.whole(TREATED, TRUTH) == 1 if TREATED in row.table.columns else False
        at = self._period(row)
        if at is None:
            return None
        day = self._day(row, self._settings[at])
        return _Measured(unit, at, value, treated, self._person(row, unit, at), day, row)

    def _period(self, row: Row) -> int | None:
        name = row.required(PERIOD)
        if name and name not in self._periods:
            values = {"period": name, "known": list(self._periods)}
            row.findings.fault(RolloutFileCode.PERIOD_UNKNOWN, row.at(PERIOD), **values)
        return self._periods.get(name)

    def _day(self, row: Row, period: PeriodSetting) -> date:
        day = row.day_or_none(DAY) or period.first_day
        if day < period.first_day:
            values = {"day": day, "period": period.id, "first_day": period.first_day}
            row.findings.fault(RolloutFileCode.RECORDED_EARLY, row.at(DAY), **values)
        return day

    def _person(self, row: Row, unit: str, at: int) -> str:
        if PERSON not in row.table.columns:
            return ""
        person = row.required(PERSON)
        key = (unit, person, at)
        if person and key in self._seen:
            values = {"person": person, "period": self._settings[at].id}
            row.findings.fault(RolloutFileCode.PERSON_TWICE, row.at(PERSON), **values)
        self._seen.add(key)
        return person
