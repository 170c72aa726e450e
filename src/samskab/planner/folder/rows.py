"""A row of a table, asked for its cells by column and by kind.

A cell that is wrong is noted among the findings and answered with a stand-in, so that the rest of
the row is read too; a folder with faults yields no problem, so no stand-in is ever planned with.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samskab.common.money import oere_from_kr
from samskab.planner.folder.codes import Code
from samskab.planner.folder.days import day_of
from samskab.planner.folder.findings import Findings, Spot
from samskab.planner.folder.limits import ANY_AMOUNT, Limits
from samskab.planner.folder.numbers import number_of
from samskab.planner.folder.tables import Cell, Table


@dataclass(frozen=True, slots=True)
class Row:
    """Cells by column; a column that the file lacks was told of once, at its header."""

    cells: Mapping[str, Cell]
    semicolons: bool
    findings: Findings

    def text(self, column: str) -> str:
        """What the cell says, empty where it says nothing."""
        cell = self.cells.get(column)
        return cell.text if cell else ""

    def required(self, column: str) -> str:
        """What the cell says; a fault where it says nothing."""
        cell = self.cells.get(column)
        if cell and not cell.text:
            self.findings.fault(Code.CELL_EMPTY, cell.spot, column=column)
        return self.text(column)

    def spot(self, column: str) -> Spot:
        """Where the cell stands, or where its row starts."""
        return (self.cells.get(column) or next(iter(self.cells.values()))).spot

    def number(self, column: str, limits: Limits = ANY_AMOUNT) -> Decimal:
        """A required number."""
        text = self.required(column)
        if not text:
            return limits.least
        number = number_of(text, semicolons=self.semicolons)
        spot = self.spot(column)
        if isinstance(number, Code):
            self.findings.fault(number, spot, text=text, name=column)
            return limits.least
        return number if limits.hold(number, column, spot, self.findings) else limits.least

    def oere(self, column: str) -> int:
        """A required amount in kr, of zero or more, in øre."""
        return oere_from_kr(self.number(column))

    def whole(self, column: str, limits: Limits = ANY_AMOUNT) -> int:
        """A required whole number."""
        number = self.number(column, limits)
        if number != int(number):
            self.findings.fault(
                Code.WHOLE_WRONG, self.spot(column), text=self.text(column), name=column
            )
        return int(number)

    def whole_or_none(self, column: str, limits: Limits = ANY_AMOUNT) -> int | None:
        """A whole number, None where the cell says nothing."""
        return self.whole(column, limits) if self.text(column) else None

    def day_or_none(self, column: str) -> date | None:
        """A day, None where the cell says nothing."""
        text = self.text(column)
        if not text:
            return None
        day = day_of(text, day_first=self.semicolons)
        if isinstance(day, Code):
            self.findings.fault(day, self.spot(column), text=text, name=column)
            return None
        return day


def rows_of(table: Table | None, findings: Findings) -> Iterator[Row]:
    """Each row of a table, none where there is no table."""
    for cells in table.rows if table else ():
        if cells:
            yield Row(cells, table.semicolons if table else False, findings)
