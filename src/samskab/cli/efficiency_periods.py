"""A table of two periods: the rows of either, unit beside unit."""

from collections.abc import Sequence
from dataclasses import dataclass

from samskab.planner.folder.findings import Findings
from samskab.planner.folder.rows import Row
from samskab.telling.efficiency_codes import PeriodCode

TWO = 2


@dataclass(frozen=True, slots=True)
class PeriodRows:
    """The rows of one period.

    Attributes:
        name: as the file has it; "" where the file has no periods.
        rows: a unit each.
    """

    name: str
    rows: tuple[Row, ...]


def rows_of_periods(
    rows: Sequence[Row], unit: str, period: str, findings: Findings
) -> tuple[PeriodRows, ...]:
    """The earlier and the later period, with the same units in the order of the later one.

    Args:
        rows: of the whole file.
        unit: the column of the units' names.
        period: that of the periods, which sort as numbers where all of them are, else as text.
        findings: gets what is wrong; the answer is then empty.
    """
    names = _in_order({row.required(period) for row in rows})
    if len(names) != TWO:
        values = {"count": len(names), "periods": names}
        findings.fault(PeriodCode.PERIODS_NOT_TWO, rows[0].at(period), **values)
        return ()
    placed = {name: _by_unit(rows, (unit, period), name, findings) for name in names}
    for name, other in (names, names[::-1]):
        for alone in placed[name].keys() - placed[other].keys():
            where = placed[name][alone].at(unit)
            findings.fault(PeriodCode.UNIT_OF_ONE_PERIOD, where, unit=alone, period=other)
    if findings.faults:
        return ()
    order = placed[names[-1]]
    return tuple(PeriodRows(name, tuple(placed[name][one] for one in order)) for name in names)


def _by_unit(
    rows: Sequence[Row], columns: tuple[str, str], name: str, findings: Findings
) -> dict[str, Row]:
    unit, period = columns
    found: dict[str, Row] = {}
    for row in rows:
        if row.text(period) == name:
            if row.text(unit) in found:
                values = {"unit": row.text(unit), "period": name}
                findings.fault(PeriodCode.UNIT_TWICE, row.at(unit), **values)
            found[row.text(unit)] = row
    return found


def _in_order(names: set[str]) -> list[str]:
    if all(name.isdigit() for name in names):
        return sorted(names, key=int)
    return sorted(names)
