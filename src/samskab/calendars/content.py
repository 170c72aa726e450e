"""Bytes to content lines (RFC 5545, 3.1): size, marks, line ends, folds and encoding."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from samskab.calendars.codes import Code
from samskab.calendars.warnings import Warnings
from samskab.common.errors import Fault, InputError

MEGABYTE = 1_000_000
MOST_BYTES = 20 * MEGABYTE
MOST_BYTES_PER_LINE = 200_000

_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Blank lines are no line ends of their own, nor is one that a folded line follows. The searches
# look at each byte once, whatever the file holds.
_LINE_END = re.compile(rb"(?<!\n)\n++(?![ \t])")
_FOLD = re.compile(rb"\n++[ \t]")
_READABLE_COMPONENT = re.compile(rb"BEGIN:V(?:CALENDAR|EVENT|FREEBUSY|AVAILABILITY)", re.IGNORECASE)


class ContentLine(NamedTuple):
    """One unfolded line; `number` is that of its first physical line, from 1."""

    raw: bytes
    number: int


def refuse_size(size_bytes: int, file: str) -> None:
    """Raise InputError where a file is too large to be somebody's calendar."""
    if size_bytes > MOST_BYTES:
        values = {"megabytes": size_bytes // MEGABYTE, "most": MOST_BYTES // MEGABYTE}
        raise InputError([Fault(Code.TOO_LARGE.value, values, file)])


def content_lines(content: bytes, file: str) -> Iterator[ContentLine]:
    """The unfolded lines of a calendar.

    Folds are undone before decoding, for some writers fold in the middle of a character.

    Raises:
        InputError: the file is too large, empty, or holds no calendar component at all.
    """
    refuse_size(len(content), file)
    if content.startswith(_UTF16_MARKS):
        content = content.decode("utf-16", errors="replace").encode()
    content = content.removeprefix(_UTF8_MARK)
    if not content.strip():
        raise InputError([Fault(Code.EMPTY.value, {}, file, 1)])
    if not _READABLE_COMPONENT.search(content):
        raise InputError([Fault(Code.NOT_A_CALENDAR.value, {}, file, 1)])
    return _unfolded(content.replace(b"\r\n", b"\n").replace(b"\r", b"\n"))


def _unfolded(content: bytes) -> Iterator[ContentLine]:
    begin, number = 0, 1
    for line_end in _LINE_END.finditer(content):
        if line_end.start() > begin:
            yield ContentLine(_unfold(content[begin : line_end.start()]), number)
        number += content.count(b"\n", begin, line_end.end())
        begin = line_end.end()
    if begin < len(content):
        yield ContentLine(_unfold(content[begin:]), number)


def _unfold(line: bytes) -> bytes:
    is_folded = b"\n" in line and len(line) <= MOST_BYTES_PER_LINE
    return _FOLD.sub(b"", line) if is_folded else line


class Decoder:
    """Decodes lines as UTF-8, and as Windows' Latin where they are not; warns of it once."""

    def __init__(self, warnings: Warnings) -> None:
        self._warnings = warnings
        self._has_warned = False

    def text(self, line: ContentLine) -> str:
        """The line's text; never fails."""
        try:
            return line.raw.decode()
        except UnicodeDecodeError:
            if not self._has_warned:
                self._has_warned = True
                self._warnings.add(Code.NOT_UTF8, line.number)
            return line.raw.decode("cp1252", errors="replace")
