"""Content lines of iCalendar: stamps, escapes and folds (RFC 5545, sections 3.1 and 3.3)."""

from collections.abc import Iterable
from datetime import date, datetime

LONGEST_LINE = 75
"""Octets, without the line break (RFC 5545, section 3.1)."""

WITHIN_A_LETTER = 0x80
"""The two highest bits of every octet of a UTF-8 letter but its first."""

WRITTEN = "20270104T080000Z"
"""DTSTAMP of everything: the same seed gives the same bytes, whenever it is run."""


def stamp(moment: datetime) -> str:
    """A date-time without zone: 20270201T083000."""
    return moment.isoformat()[:19].replace("-", "").replace(":", "")


def day_stamp(day: date) -> str:
    """A date: 20270201."""
    return day.isoformat()[:10].replace("-", "")


def escaped(text: str) -> str:
    """A TEXT value (RFC 5545, section 3.3.11)."""
    for plain, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(plain, written)
    return text


def as_bytes(lines: Iterable[str]) -> bytes:
    """The file: UTF-8, every line folded and ended by CRLF."""
    return b"".join(_folded(line.encode()) for line in lines)


def _folded(line: bytes) -> bytes:
    if len(line) <= LONGEST_LINE:
        return line + b"\r\n"
    parts, start, room = [], 0, LONGEST_LINE
    while start < len(line):
        end = start + room
        while end < len(line) and line[end] & 0xC0 == WITHIN_A_LETTER:
            end -= 1
        parts.append(line[start:end])
        start, room = end, LONGEST_LINE - 1
    return b"\r\n ".join(parts) + b"\r\n"
