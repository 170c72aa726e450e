"""A row of a table, asked for its cells by column and by kind.

A cell that is wrong is noted among the findings and answered with a stand-in, so that the rest of
the row is read too; a folder with faults yields no problem, so no stand-in is ever planned with.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samskab.common.money import oere_from_kr
from samskab.planner.folder.codes import Code
from samskab.planner.folder.days import day_of
from samskab.planner.folder.findings import Findings, Placed
from samskab.planner.folder.limits import ANY_AMOUNT, Limits
from samskab.planner.folder.numbers import number_of
from samskab.planner.folder.records import Cell, Record
from samskab.planner.folder.tables import Table


@dataclass(frozen=True, slots=True)
class Row:
    """A record under its table's header."""

    record: Record
    table: Table
    findings: Findings

    def text(self, column: str) -> str:
        """What the cell says; empty where it says nothing or the file lacks the column."""
        index = self.table.columns.get(column)
        if index is None or index >= len(self.record.texts):
            return ""
        return self.record.texts[index]

    def required(self, column: str) -> str:
        """What the cell says; a fault where it says nothing.

        A column that the file lacks has had its fault at the header.
        """
        text = self.text(column)
        if not text and column in self.table.columns:
            self.findings.fault(Code.CELL_EMPTY, self.at(column), column=column)
        return text

    def at(self, column: str) -> Placed:
        """The cell's place, or that of its row where the file lacks the column."""
        return Cell(self.record, self.table.columns.get(column, 0))

    def number(self, column: str, limits: Limits = ANY_AMOUNT) -> Decimal:
        """A required number."""
        text = self.required(column)
        if not text:
            return limits.least
        number = number_of(text, semicolons=self.table.semicolons)
        where = self.at(column)
        if isinstance(number, Code):
            self.findings.fault(number, where, text=text, name=column)
            return limits.least
        return number if limits.hold(number, column, where, self.findings) else limits.least

    def oere(self, column: str) -> int:
        """A required amount in kr, of zero or more, in øre."""
        return oere_from_kr(self.number(column))

    def whole(self, column: str, limits: Limits = ANY_AMOUNT) -> int:
        """A required whole number."""
        number = self.number(column, limits)
        if number != int(number):
            self.findings.fault(
                Code.WHOLE_WRONG, self.at(column), text=self.text(column), name=column
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
        day = day_of(text, day_first=self.table.semicolons)
        if isinstance(day, Code):
            self.findings.fault(day, self.at(column), text=text, name=column)
            return None
        return day


def rows_of(table: Table | None, findings: Findings) -> Iterator[Row]:
    """Each row of a table, none where there is no table."""
    if table:
        yield from (Row(record, table, findings) for record in table.rows)
