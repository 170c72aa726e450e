"""Files and sheets as tables, each known by the columns of its header."""

import codecs
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from samskab.planner.folder import needs, people, together
from samskab.planner.folder.findings import Findings, Spot
from samskab.planner.folder.records import Record, Source, records_of
from samskab.planner.folder.source import decoded
from samskab.planner.folder.tables import Columns, Table, separated, table_of
from samskab.web.people.guard import unguarded
from samskab.web.people.importing.codes import Code
from samskab.web.people.importing.workbook import is_workbook, sheets_of


class Kind(StrEnum):
    """The tables that can be imported."""

    UNITS = "units"
    PEOPLE = "people"
    PARTIES = "together"
    NEEDS = "needs"


COLUMNS = {
    Kind.UNITS: Columns(required=("name",), optional=("parent",)),
    Kind.PEOPLE: people.COLUMNS,
    Kind.PARTIES: together.COLUMNS,
    Kind.NEEDS: needs.COLUMNS,
}
# The column that no other table has tells them apart; `person` alone would be two of them.
TELLTALE = {"parent": Kind.UNITS, "party": Kind.PARTIES, "module": Kind.NEEDS}
TELLTALE_OF_PEOPLE = frozenset({"unit", "hourly_value", "id"})


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What stands in one file, or in one sheet of a workbook."""

    source: Source
    line: int
    records: tuple[Record, ...]
    title: str
    is_of_workbook: bool


def tables_of(
    files: Sequence[tuple[str, bytes]], wanted: Sequence[Kind], findings: Findings
) -> Mapping[Kind, Table]:
    """The tables in some files, by what they are.

    Args:
        files: names and contents.
        wanted: what may be among them; anything else is a fault, in a workbook a warning.
        findings: where faults go.
    """
    found: dict[Kind, Table] = {}
    for name, content in files:
        for sheet in _sheets(name, content, findings):
            kind = _kind(sheet, wanted)
            if kind is None:
                _note_unknown(sheet, wanted, findings)
            elif kind in found:
                findings.fault(Code.TABLE_TWICE, Spot(sheet.source.file, 1, 1), table=kind.value)
            elif (table := _table(sheet, kind, findings)) is not None:
                found[kind] = table
    if not found and not findings.faults:
        findings.fault(Code.NOTHING_THERE, Spot(files[0][0] if files else ""))
    return found


def _sheets(name: str, content: bytes, findings: Findings) -> Iterator[_Sheet]:
    if is_workbook(content):
        for sheet in sheets_of(name, content, findings):
            if sheet.records:
                source = Source(f"[{name}]{sheet.title}", "", ";")
                yield _Sheet(
                    source, sheet.records[0].line, sheet.records, sheet.title, is_of_workbook=True
                )
        return
    # Excel's "CSV UTF-8" begins with a byte order mark, which is no fault of whoever saved it.
    text = decoded(content.removeprefix(codecs.BOM_UTF8), name, findings)
    if text is not None:
        source, line, offset = separated(name, text)
        records = tuple(records_of(source, line, offset, findings))
        title = name.rpartition(".")[0] or name
        yield _Sheet(source, line, records, title, is_of_workbook=False)


def _kind(sheet: _Sheet, wanted: Sequence[Kind]) -> Kind | None:
    """By its columns, else by its name."""
    header = {text.casefold() for text in sheet.records[0].texts} if sheet.records else set()
    for column, kind in TELLTALE.items():
        if column in header and kind in wanted:
            return kind
    if header & TELLTALE_OF_PEOPLE and Kind.PEOPLE in wanted:
        return Kind.PEOPLE
    return next((kind for kind in wanted if sheet.title.casefold() == kind.value), None)


def _note_unknown(sheet: _Sheet, wanted: Sequence[Kind], findings: Findings) -> None:
    if sheet.is_of_workbook:
        spot = Spot(sheet.source.file, sheet.line, 1)
        findings.warn(Code.SHEET_IGNORED, spot, sheet=sheet.title)
        return
    headers = "; ".join(", ".join(COLUMNS[kind].required) for kind in wanted)
    findings.fault(Code.TABLE_UNKNOWN, Spot(sheet.source.file, sheet.line, 1), headers=headers)


def _table(sheet: _Sheet, kind: Kind, findings: Findings) -> Table | None:
    records = (
        replace(record, texts=tuple(unguarded(text) for text in record.texts))
        for record in sheet.records
    )
    return table_of(records, sheet.source, sheet.line, COLUMNS[kind], findings)
