"""A CSV file as a table, in the English or the Danish dialect.

Excel's own first line `sep=;` is understood; header names are read in any case.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings, Spot
from samskab.planner.folder.records import LINE_END, Record, Source, records_of
from samskab.planner.folder.source import read_text

SEPARATOR_LINE = re.compile(r'"?sep=([,;])"?(?:\r\n|\n|\r)', re.IGNORECASE)
LONGEST_HEADER = 10_000


@dataclass(frozen=True, slots=True)
class Columns:
    """What a file's header may name; `numbers` are those of its columns that may hold a comma."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    numbers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a header.

    Attributes:
        semicolons: the Danish dialect: decimal commas, and days before months.
        columns: name -> index of each column that the header has and the reader knows.
        rows: a cell that says nothing at the end of a row may be left out, as Excel does.
        misfits: rows too short or too long, of which only the names are of use.
    """

    semicolons: bool
    columns: Mapping[str, int]
    rows: tuple[Record, ...]
    misfits: tuple[Record, ...]

    def names(self, column: str) -> frozenset[str] | None:
        """What a column names; None where the header lacks it."""
        index = self.columns.get(column)
        if index is None:
            return None
        every = (*self.rows, *self.misfits)
        return frozenset(record.texts[index] for record in every if index < len(record.texts))


def read_table(
    root: Path, name: str, columns: Columns, findings: Findings, *, optional: bool = False
) -> Table | None:
    """The table in `root/name`; None where there is no file, or no header in it.

    Args:
        root: the folder.
        name: of the file, relative to it.
        columns: what its header may name.
        findings: where faults go.
        optional: a missing file is no fault.
    """
    text = read_text(root, name, findings, optional=optional)
    if text is None:
        return None
    source, line, offset = separated(name, text)
    return table_of(records_of(source, line, offset, findings), source, line, columns, findings)


def table_of(
    records: Iterator[Record], source: Source, line: int, columns: Columns, findings: Findings
) -> Table | None:
    """The table whose header and rows these are; None where the first is no header.

    Args:
        records: all of a file's, or of a sheet's.
        source: what they come from.
        line: of the header.
        columns: what the header may name.
        findings: where faults go.
    """
    header = next(records, None)
    by_name = _header(header, columns, findings) if header else None
    if header is None or by_name is None:
        findings.fault(Code.HEADER_UNKNOWN, Spot(source.file, line, 1), columns=columns.required)
        return None
    frame = _Frame(header, by_name, columns)
    rows: list[Record] = []
    misfits: list[Record] = []
    for record in records:
        (rows if frame.fits(record, findings) else misfits).append(record)
    return Table(source.separator == ";", by_name, tuple(rows), tuple(misfits))


def header_of(root: Path, name: str, findings: Findings) -> Record | None:
    """The first row that says anything, for who must see the header before knowing its columns.

    Args:
        root: the folder.
        name: of the file, relative to it.
        findings: where faults go.
    """
    text = read_text(root, name, findings)
    if text is None:
        return None
    return next(records_of(*separated(name, text), findings), None)


def separated(name: str, text: str) -> tuple[Source, int, int]:
    """The file with its separator, and the line and the offset at which its header is."""
    if match := SEPARATOR_LINE.match(text):
        return Source(name, text, match[1]), 2, match.end()
    header = LINE_END.split(text[:LONGEST_HEADER].lstrip(), maxsplit=1)[0]
    return Source(name, text, ";" if header.count(";") > header.count(",") else ","), 1, 0


def _header(header: Record, columns: Columns, findings: Findings) -> dict[str, int] | None:
    """Column -> index; None where the row is no header at all."""
    known = (*columns.required, *columns.optional)
    names = [text.casefold() for text in header.texts]
    if not set(names) & set(known):
        return None
    by_name: dict[str, int] = {}
    for index, name in enumerate(names):
        if name in by_name:
            findings.fault(Code.COLUMN_TWICE, header.spot(index), column=name)
        elif name in known:
            by_name[name] = index
        elif name:
            findings.warn(Code.COLUMN_UNKNOWN, header.spot(index), column=header.texts[index])
    for column in columns.required:
        if column not in by_name:
            findings.fault(Code.COLUMN_MISSING, header.spot(0), column=column)
    return by_name


class _Frame:
    """What the rows under a header have to fit."""

    def __init__(self, header: Record, by_name: Mapping[str, int], columns: Columns) -> None:
        required = [index for name, index in by_name.items() if name in columns.required]
        self._least_cells = max(required, default=0) + 1
        self._header_cells = len(header.texts)
        self._numbers = {
            index: name
            for name, index in by_name.items()
            if name in columns.numbers and header.separator == ","
        }

    def fits(self, record: Record, findings: Findings) -> bool:
        """Whether a row has the header's cells; a fault where it has not."""
        cells = len(record.texts)
        counts = {"cells": cells, "columns": self._header_cells}
        if cells < self._least_cells:
            findings.fault(Code.CELLS_TOO_FEW, record.spot(cells - 1), **counts)
            return False
        if not any(record.texts[self._header_cells :]):
            return True
        split = self._index_of_split_number(record.texts)
        if split is None:
            extra = next(i for i in range(self._header_cells, cells) if record.texts[i])
            findings.fault(Code.CELLS_TOO_MANY, record.spot(extra), **counts)
        else:
            text = ",".join(record.texts[split : split + 2])
            name = self._numbers[split]
            findings.fault(Code.DECIMAL_COMMA, record.spot(split), name=name, text=text)
        return False

    def _index_of_split_number(self, texts: Sequence[str]) -> int | None:
        """Where a number's first half is, in a row that is too long: 412,50 is two cells."""
        halves = (i for i in self._numbers if all(t.isdecimal() for t in texts[i : i + 2]))
        return next(halves, None)
