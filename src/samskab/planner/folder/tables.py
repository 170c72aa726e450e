"""A CSV file as a table that knows the place of each cell, in the English or Danish dialect.

The form is RFC 4180's, with a comma or a semicolon between cells and any line ending; Excel's
first line `sep=;` is understood.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings, Spot
from samskab.planner.folder.source import read_text

LINE_END = re.compile(r"\r\n|\n|\r")
SEPARATOR_LINE = re.compile(r'"?sep=([,;])"?(?:\r\n|\n|\r)', re.IGNORECASE)
QUOTED = r'[ \t]*+"([^"]*+(?:""[^"]*+)*+)"[ \t]*+'
CELL = {separator: re.compile(rf"{QUOTED}|([^{separator}\r\n]*+)") for separator in (",", ";")}
REST_OF_CELL = {separator: re.compile(rf"[^{separator}\r\n]*+") for separator in (",", ";")}


@dataclass(frozen=True, slots=True)
class Columns:
    """What a file's header may name; `numbers` are those of its columns that may hold a comma."""

    required: tuple[str, ...]
    optional: tuple[str, ...] = ()
    numbers: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cell:
    """The trimmed text of a cell, and where it starts."""

    text: str
    spot: Spot


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells by column name.

    Attributes:
        semicolons: the Danish dialect: decimal commas, and days before months.
        columns: those of the header that are known.
        rows: a cell that says nothing at the end of a row may be left out, as Excel does.
        misfits: rows too short or too long, of which only the names are of use.
    """

    file: str
    semicolons: bool
    columns: frozenset[str]
    rows: tuple[dict[str, Cell], ...]
    misfits: tuple[dict[str, Cell], ...]

    def names(self, column: str) -> frozenset[str] | None:
        """What a column names; None where the header lacks it."""
        if column not in self.columns:
            return None
        cells = (row.get(column) for row in (*self.rows, *self.misfits))
        return frozenset(cell.text for cell in cells if cell)


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
    separator, start = _dialect(text)
    records = _records(text, start, separator, _Lines(name, text), findings)
    header = next(records, ())
    by_index = _header(header, columns, Spot(name, *_first_place(header)), findings)
    if by_index is None:
        return None
    frame = _Frame(header, by_index, columns, separator)
    rows: list[dict[str, Cell]] = []
    misfits: list[dict[str, Cell]] = []
    for record in records:
        cells = {by_index[i]: cell for i, cell in enumerate(record) if i in by_index}
        (rows if frame.fits(record, findings) else misfits).append(cells)
    return Table(name, separator == ";", frozenset(by_index.values()), tuple(rows), tuple(misfits))


def _dialect(text: str) -> tuple[str, int]:
    """The separator, and where the header starts."""
    if match := SEPARATOR_LINE.match(text):
        return match[1], match.end()
    header = LINE_END.split(text[:10_000].lstrip(), maxsplit=1)[0]
    return (";" if header.count(";") > header.count(",") else ","), 0


class _Lines:
    """Turns ever later offsets of a text into lines and columns."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._text = text
        self._line = 1
        self._line_start = 0

    def spot(self, offset: int) -> Spot:
        for end in LINE_END.finditer(self._text, self._line_start, offset):
            self._line += 1
            self._line_start = end.end()
        return Spot(self._file, self._line, offset - self._line_start + 1)


def _records(
    text: str, offset: int, separator: str, lines: _Lines, findings: Findings
) -> Iterator[tuple[Cell, ...]]:
    """The rows that hold anything, until the file ends, breaks or has had its share of faults."""
    while offset < len(text):
        record: list[Cell] = []
        while True:
            match = CELL[separator].match(text, offset)
            assert match, "the pattern matches nothing too"
            spot = lines.spot(offset)
            quoted, plain = match.groups()
            if plain is not None and plain.lstrip().startswith('"'):
                findings.fault(Code.QUOTE_UNCLOSED, spot)
                return
            record.append(
                Cell((plain if quoted is None else quoted.replace('""', '"')).strip(), spot)
            )
            offset = _end_of_cell(text, match.end(), separator, lines, findings)
            if text[offset : offset + 1] != separator:
                break
            offset += 1
        if line_end := LINE_END.match(text, offset):
            offset = line_end.end()
        if any(cell.text for cell in record):
            yield tuple(record)
        if findings.is_full(record[0].spot.file):
            return


def _end_of_cell(text: str, offset: int, separator: str, lines: _Lines, findings: Findings) -> int:
    rest = REST_OF_CELL[separator].match(text, offset)
    assert rest, "the pattern matches nothing too"
    if rest[0]:
        findings.fault(Code.QUOTE_STRAY, lines.spot(offset))
    return rest.end()


def _first_place(record: Sequence[Cell]) -> tuple[int | None, int | None]:
    return (record[0].spot.line, 1) if record else (1, 1)


def _header(
    header: Sequence[Cell], columns: Columns, spot: Spot, findings: Findings
) -> dict[int, str] | None:
    """Index -> column; None where the line is no header at all."""
    known = (*columns.required, *columns.optional)
    names = [cell.text.casefold() for cell in header]
    if not set(names) & set(known):
        findings.fault(Code.HEADER_UNKNOWN, spot, columns=columns.required)
        return None
    by_index: dict[int, str] = {}
    for index, (name, cell) in enumerate(zip(names, header, strict=True)):
        if name in by_index.values():
            findings.fault(Code.COLUMN_TWICE, cell.spot, column=name)
        elif name in known:
            by_index[index] = name
        elif name:
            findings.warn(Code.COLUMN_UNKNOWN, cell.spot, column=cell.text)
    for column in columns.required:
        if column not in names:
            findings.fault(Code.COLUMN_MISSING, spot, column=column)
    return by_index


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the rows under a header have to fit."""

    header: Sequence[Cell]
    by_index: Mapping[int, str]
    columns: Columns
    separator: str

    def fits(self, record: Sequence[Cell], findings: Findings) -> bool:
        """Whether a row has the header's cells; a fault where it has not."""
        counts = {"cells": len(record), "columns": len(self.header)}
        if any(i >= len(record) for i, c in self.by_index.items() if c in self.columns.required):
            findings.fault(Code.CELLS_TOO_FEW, record[-1].spot, **counts)
            return False
        extra = next((cell for cell in record[len(self.header) :] if cell.text), None)
        if extra is None:
            return True
        index = self._index_of_split_number(record)
        if index is None:
            findings.fault(Code.CELLS_TOO_MANY, extra.spot, **counts)
        else:
            name = self.by_index[index]
            text = f"{record[index].text},{record[index + 1].text}"
            findings.fault(Code.DECIMAL_COMMA, record[index].spot, name=name, text=text)
        return False

    def _index_of_split_number(self, record: Sequence[Cell]) -> int | None:
        """Where a number's first half is, in a row that is too long: 412,50 is two cells."""
        if self.separator != ",":
            return None
        numbers = [i for i, column in self.by_index.items() if column in self.columns.numbers]
        return next(
            (i for i in numbers if all(c.text.isdecimal() for c in record[i : i + 2])), None
        )
