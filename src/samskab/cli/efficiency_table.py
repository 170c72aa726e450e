"""From a CSV file to units that can be compared, with the place of every figure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from samskab.cli.efficiency_periods import PeriodRows, rows_of_periods
from samskab.cli.efficiency_roles import Part, Role, parts_of
from samskab.common.errors import Fault, InputError
from samskab.evidence.efficiency.units import Units
from samskab.planner.folder.findings import Findings
from samskab.planner.folder.limits import LARGEST, Limits
from samskab.planner.folder.records import Record
from samskab.planner.folder.rows import Row, rows_of
from samskab.planner.folder.tables import Columns, header_of, read_table

ANY_NUMBER = Limits(-LARGEST, LARGEST)


@dataclass(frozen=True, slots=True)
class CsvUnits:
    """What a file holds.

    Attributes:
        units: to compare; inputs that nobody can change stand behind the others.
        prices: (n, m) of the inputs, 0 for those that nobody can change; None where the file has
            none.
        warnings: what was not read.
        period: which the figures are of; "" where the file has no periods.
        before: the same units in the same order in the period before; None where there is none.
    """

    units: Units
    prices: NDArray[np.float64] | None
    warnings: tuple[Fault, ...]
    _parts: tuple[Part, ...]
    _rows: tuple[Row, ...]
    period: str = ""
    before: "CsvUnits | None" = None

    def placed(self, fault: Fault) -> Fault:
        """A fault of the engine, with the line and the column it is about.

        Its numbers become decimals, which the sentence writes as the language does.
        """
        values = {
            name: Decimal(f"{value:.10g}") if isinstance(value, float) else value
            for name, value in fault.values.items()
        }
        fault = replace(fault, values=values)
        unit, column = fault.values.get("unit"), fault.values.get("column")
        if unit not in self.units.names:
            return replace(fault, file=self._rows[0].record.file)
        row = self._rows[self.units.names.index(str(unit))]
        index = next((part.index for part in self._parts if part.name == column), 0)
        spot = row.record.spot(index)
        return replace(fault, file=spot.file, line=spot.line, column=spot.column)


def read_units(file: Path, asked: Mapping[Role, Sequence[str]]) -> CsvUnits:
    """Read a CSV file in either dialect; of two periods the later one, with the other beside it.

    Args:
        file: its first column names the units.
        asked: columns by role; where none is named, prefixes in the header tell.

    Raises:
        InputError: with every fault, each with file, line and column.
    """
    findings = Findings()
    header = header_of(file.parent, file.name, findings)
    parts = _parts(header, asked, findings) if header else ()
    if header is None or findings.faults:
        raise InputError(findings.faults)
    rows = _rows(file, header, parts, findings)
    name = header.texts[0].casefold()
    periods = _periods(rows, name, parts, findings)
    tables = [_csv_units(one, name, parts) for one in periods]
    if findings.faults:
        raise InputError(findings.faults)
    # The header was read twice: of each warning one is enough.
    warnings = tuple({(w.code, w.line, w.column): w for w in findings.warnings}.values())
    before = tables[0] if len(tables) > 1 else None
    return replace(tables[-1], warnings=warnings, before=before)


def _periods(
    rows: Sequence[Row], name: str, parts: Sequence[Part], findings: Findings
) -> tuple[PeriodRows, ...]:
    column = next((part.column.casefold() for part in parts if part.role is Role.PERIOD), None)
    if column is None or not rows:
        return (PeriodRows("", tuple(rows)),)
    return rows_of_periods(rows, name, column, findings)


def _csv_units(period: PeriodRows, name: str, parts: tuple[Part, ...]) -> CsvUnits:
    roles: list[Role] = [role for role in Role if role is not Role.PERIOD]
    tables = {role: _figures(period.rows, parts, role) for role in roles}
    names = tuple(row.text(name) for row in period.rows)
    return CsvUnits(
        units=_units(names, parts, tables),
        prices=_prices(period.rows, parts),
        warnings=(),
        _parts=parts,
        _rows=period.rows,
        period=period.name,
    )


def _parts(
    header: Record, asked: Mapping[Role, Sequence[str]], findings: Findings
) -> tuple[Part, ...]:
    parts, wrong = parts_of(header.texts, asked)
    for one in wrong:
        spot = header.spot(one.index)
        findings.faults.append(Fault(one.code.value, one.values, spot.file, spot.line, spot.column))
    return parts


def _rows(file: Path, header: Record, parts: Sequence[Part], findings: Findings) -> list[Row]:
    taken = [part.column.casefold() for part in parts]
    first = header.texts[0].casefold()
    figures = {part.column.casefold() for part in parts if part.role is not Role.PERIOD}
    columns = Columns(required=(first, *taken), numbers=frozenset(figures))
    rows = list(rows_of(read_table(file.parent, file.name, columns, findings), findings))
    for row in rows:
        row.required(first)
    return rows


def _figures(rows: Sequence[Row], parts: Sequence[Part], role: Role) -> NDArray[np.float64]:
    mine = [part.column.casefold() for part in parts if part.role is role]
    figures = [[float(row.number(column, ANY_NUMBER)) for column in mine] for row in rows]
    return np.array(figures, dtype=float).reshape(len(rows), len(mine))


def _units(
    names: tuple[str, ...], parts: Sequence[Part], tables: Mapping[Role, NDArray[np.float64]]
) -> Units:
    named = {role: tuple(part.name for part in parts if part.role is role) for role in Role}
    return Units(
        names=names,
        inputs=np.hstack([tables[Role.INPUT], tables[Role.FIXED]]),
        outputs=np.hstack([tables[Role.OUTPUT], tables[Role.BAD]]),
        fixed=np.repeat([False, True], [len(named[Role.INPUT]), len(named[Role.FIXED])]),
        bad=np.repeat([False, True], [len(named[Role.OUTPUT]), len(named[Role.BAD])]),
        input_names=named[Role.INPUT] + named[Role.FIXED],
        output_names=named[Role.OUTPUT] + named[Role.BAD],
    )


def _prices(rows: Sequence[Row], parts: Sequence[Part]) -> NDArray[np.float64] | None:
    """In the order of the inputs that they are of."""
    of = {part.name.casefold(): part.column.casefold() for part in parts if part.role is Role.PRICE}
    inputs = [part.name.casefold() for part in parts if part.role is Role.INPUT]
    if not of:
        return None
    fixed = [0.0 for part in parts if part.role is Role.FIXED]
    return np.array(
        [[*(float(row.number(of[name], ANY_NUMBER)) for name in inputs), *fixed] for row in rows]
    )
