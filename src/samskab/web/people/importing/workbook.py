"""An Excel workbook as the rows of its sheets."""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from samskab.planner.folder.findings import Findings, Spot
from samskab.planner.folder.records import Record
from samskab.web.people.importing.codes import Code

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

ZIP = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
MOST_ROWS = 20_000
MOST_COLUMNS = 100
MOST_SHEETS = 20
MOST_UNPACKED_BYTES = 100_000_000


@dataclass(frozen=True, slots=True)
class SheetRows:
    """One sheet: its rows that say anything, each with its number in the sheet.

    Rows are records of the Danish dialect, whose cells are one character wide: the column of a
    spot is the number of the sheet's column.
    """

    title: str
    records: tuple[Record, ...]


def is_workbook(content: bytes) -> bool:
    """Whether a file is one of Excel's, of today or of long ago."""
    return content.startswith((ZIP, OLD_EXCEL))


def sheets_of(name: str, content: bytes, findings: Findings) -> tuple[SheetRows, ...]:
    """The sheets of a workbook; none, and a fault, where it cannot be read.

    Args:
        name: of the file, in faults; a sheet's faults have `[name]title` as their file.
        content: of the file.
        findings: where faults go.
    """
    if content.startswith(OLD_EXCEL):
        findings.fault(Code.WORKBOOK_OLD, Spot(name))
        return ()
    book = _opened(name, content, findings)
    if book is None:
        return ()
    if len(book.worksheets) > MOST_SHEETS:
        findings.fault(Code.SHEET_TOO_LARGE, Spot(name), rows=MOST_ROWS)
        return ()
    read = []
    for sheet in book.worksheets:
        file = f"[{name}]{sheet.title}"
        cells = sheet.iter_rows(max_row=MOST_ROWS + 1, max_col=MOST_COLUMNS, values_only=True)
        records = tuple(_records(file, cells, findings))
        read.append(SheetRows(sheet.title, records))
    return tuple(read)


def _opened(name: str, content: bytes, findings: Findings) -> "Workbook | None":
    from openpyxl import load_workbook  # noqa: PLC0415 (it loads numpy where that is installed)

    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            unpacked = sum(entry.file_size for entry in archive.infolist())
        if unpacked > MOST_UNPACKED_BYTES:
            findings.fault(Code.SHEET_TOO_LARGE, Spot(name), rows=MOST_ROWS)
            return None
        return load_workbook(BytesIO(content), read_only=True, data_only=True)
    except Exception:  # noqa: BLE001 (a broken workbook breaks openpyxl in any way there is)
        findings.fault(Code.WORKBOOK_BROKEN, Spot(name))
        return None


def _records(file: str, rows: Iterable[tuple[object, ...]], findings: Findings) -> Iterator[Record]:
    numbered = enumerate(rows, start=1)
    try:
        for line, cells in islice(numbered, MOST_ROWS):
            texts = tuple(_text(cell).strip() for cell in cells)
            if any(texts):
                yield Record(file, line, ";", ";" * (len(texts) - 1), texts)
        if next(numbered, None) is not None:
            findings.fault(Code.SHEET_TOO_LARGE, Spot(file), rows=MOST_ROWS)
    except Exception:  # noqa: BLE001 (sheets are read late, and break as workbooks do)
        findings.fault(Code.WORKBOOK_BROKEN, Spot(file))


def _text(value: object) -> str:
    """What a cell shows, as the Danish dialect writes it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}".removesuffix(".0").replace(".", ",")
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
