"""`units.csv`: what is known of each unit before the lottery."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from samskab.cli.rollout.settings import LEADERS, UnitRow
from samskab.cli.rollout.values import SIGNED
from samskab.planner.folder.findings import Findings, Placed
from samskab.planner.folder.rows import Row, rows_of
from samskab.planner.folder.tables import Columns, header_of, read_table
from samskab.telling.rollout_codes import RolloutFileCode

FILE = "units.csv"
UNIT = "unit"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A column that `rollout.toml` names, and where it does."""

    column: str
    where: Placed
    is_number: bool


def read_units(
    root: Path, wanted: Sequence[Wanted], units: AbstractSet[str], findings: Findings
) -> dict[str, UnitRow]:
    """A row for each unit that takes part; none where nothing asks for the file.

    Args:
        root: the folder.
        wanted: columns that are balanced, or by which units are grouped.
        units: the names of all units of `people.csv`.
        findings: where faults go.
    """
    wanted = [one for one in wanted if one.column != LEADERS]
    if not (root / FILE).exists():
        for one in wanted:
            findings.fault(RolloutFileCode.COLUMN_UNKNOWN, one.where, column=one.column)
        return {}
    header = header_of(root, FILE, Findings())
    names = [text.casefold() for text in header.texts] if header else []
    for one in wanted:
        if header and one.column not in names:
            findings.fault(RolloutFileCode.COLUMN_UNKNOWN, one.where, column=one.column)
    numbers = frozenset(one.column for one in wanted if one.is_number)
    others = tuple(dict.fromkeys(name for name in names if name and name != UNIT))
    table = read_table(root, FILE, Columns((UNIT,), others, numbers), findings)
    known = sorted(numbers.intersection(names))
    return _rows(rows_of(table, findings), units, (others, known))


def _rows(
    table: Iterable[Row], units: AbstractSet[str], columns: tuple[Sequence[str], Sequence[str]]
) -> dict[str, UnitRow]:
    rows: dict[str, UnitRow] = {}
    for row in table:
        name = row.required(UNIT)
        if name in rows:
            row.findings.fault(RolloutFileCode.UNIT_TWICE, row.at(UNIT), unit=name)
        elif name and name not in units:
            row.findings.fault(RolloutFileCode.UNIT_UNKNOWN, row.at(UNIT), unit=name)
        elif name:
            rows[name] = _row(row, *columns)
    return rows


def _row(row: Row, columns: Sequence[str], numbers: Sequence[str]) -> UnitRow:
    return UnitRow(
        texts={column: row.text(column) for column in columns},
        numbers={column: float(row.number(column, SIGNED)) for column in numbers},
    )
