"""The rows of a CSV file and the place of each of their cells.

The form is RFC 4180's, with a comma or a semicolon between cells and any line ending.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from samskab.planner.folder.codes import Code
from samskab.planner.folder.findings import Findings, Spot

LINE_END = re.compile(r"\r\n|\n|\r")
LINE_WITHOUT_QUOTES = re.compile(r'([^"\r\n]*+)(?:\r\n|\n|\r|\Z)')
QUOTED = r'[ \t]*+"([^"]*+(?:""[^"]*+)*+)"[ \t]*+'
CELL = {separator: re.compile(rf"{QUOTED}|([^{separator}\r\n]*+)") for separator in ",;"}
REST_OF_CELL = {separator: re.compile(rf"[^{separator}\r\n]*+") for separator in ",;"}


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a file.

    Attributes:
        line: its first; a cell in quotation marks may hold line ends.
        raw: the row as it stands in the file, without its line end.
        texts: of its cells, without the spaces around them.
    """

    file: str
    line: int
    separator: str
    raw: str
    texts: tuple[str, ...]

    def spot(self, index: int) -> Spot:
        """Where a cell starts: looked up when asked for, since few cells have a fault."""
        offset = 0
        for _ in range(index):
            offset = _end_of_cell(self.raw, offset, self.separator) + 1
        return self.spot_at(offset)

    def spot_at(self, offset: int) -> Spot:
        """Where a character of the row is."""
        before = LINE_END.split(self.raw[:offset])
        return Spot(self.file, self.line + len(before) - 1, len(before[-1]) + 1)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a row."""

    record: Record
    index: int

    @property
    def spot(self) -> Spot:
        """Where it starts."""
        return self.record.spot(self.index)


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a file and how it is separated."""

    file: str
    text: str
    separator: str


def records_of(source: Source, line: int, offset: int, findings: Findings) -> Iterator[Record]:
    """The rows that say anything, until the file ends, breaks or has had its share of faults.

    Args:
        source: the file.
        line: where the first row is.
        offset: where it starts in the text.
        findings: where the faults go.
    """
    while offset < len(source.text) and not findings.is_full(source.file):
        match = LINE_WITHOUT_QUOTES.match(source.text, offset)
        if match:
            texts = tuple(text.strip() for text in match[1].split(source.separator))
            record = Record(source.file, line, source.separator, match[1], texts)
            offset = match.end()
        else:
            quoted = _record_with_quotes(source, line, offset, findings)
            if quoted is None:
                return
            record = quoted
            end = LINE_END.match(source.text, offset + len(record.raw))
            offset = end.end() if end else len(source.text)
        if any(record.texts):
            yield record
        line += 1 + len(LINE_END.findall(record.raw))


def _record_with_quotes(source: Source, line: int, start: int, findings: Findings) -> Record | None:
    """The row that starts at an offset; None, and a fault, where a quotation mark stays open."""
    text, separator = source.text, source.separator
    texts: list[str] = []
    strays: list[int] = []
    offset = start
    while True:
        match = CELL[separator].match(text, offset)
        assert match, "the pattern matches nothing too"
        quoted, plain = match.groups()
        if plain is not None and plain.lstrip().startswith('"'):
            raw = text[start : match.end()]
            opened = Record(source.file, line, separator, raw, (*texts, plain))
            findings.fault(Code.QUOTE_UNCLOSED, opened.spot(len(texts)))
            return None
        texts.append((plain if quoted is None else quoted.replace('""', '"')).strip())
        offset = _end_of_cell(text, offset, separator)
        if offset > match.end():
            strays.append(match.end() - start)
        if text[offset : offset + 1] != separator:
            break
        offset += 1
    record = Record(source.file, line, separator, text[start:offset], tuple(texts))
    for stray in strays:
        findings.fault(Code.QUOTE_STRAY, record.spot_at(stray))
    return record


def _end_of_cell(text: str, offset: int, separator: str) -> int:
    """Where a cell ends, whatever stands behind its closing quotation mark."""
    cell = CELL[separator].match(text, offset)
    assert cell, "the pattern matches nothing too"
    rest = REST_OF_CELL[separator].match(text, cell.end())
    assert rest, "the pattern matches nothing too"
    return rest.end()
