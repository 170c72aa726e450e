"""A content line to a property: name, parameters, value (RFC 5545, 3.1 and 3.2)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_PARAMETER = re.compile(r';\s*([A-Za-z0-9-]+)\s*=\s*("[^"]*"|[^;]*)')
_QUOTED_HEAD = re.compile(r'(?:[^":]|"[^"]*")*')
_DATED = re.compile(r":(?=\d{4}-?\d\d-?\d\d)")
_ESCAPE = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True)
class Property:
    """One property; `name` and the parameters' names are in capitals."""

    name: str
    value: str
    line: int
    parameters: Mapping[str, str] = field(default_factory=dict)


def parse_property(text: str, line: int) -> Property | None:
    """The property of an unfolded line; None where the line has no value."""
    head, colon, value = text.partition(":")
    if '"' in head:
        quoted = _QUOTED_HEAD.match(text)
        end = quoted.end() if quoted else 0
        head, colon, value = text[:end], text[end : end + 1], text[end + 1 :]
    elif "TZID" in head and not value[:4].isdigit() and (dated := _DATED.search(text)):
        # TZID=UTC+01:00 should have been quoted, and often is not.
        head, value = text[: dated.start()], text[dated.end() :]
    if not colon:
        return None
    name, semicolon, rest = head.partition(";")
    parameters = (
        {key.upper(): given.strip('"') for key, given in _PARAMETER.findall(";" + rest)}
        if semicolon
        else {}
    )
    return Property(name.strip().upper(), value.strip(), line, parameters)


def unescaped_list(value: str) -> list[str]:
    """The texts of a comma-separated TEXT list, escapes undone (3.3.11)."""
    return [
        _ESCAPE.sub(r"\1", text).strip() for text in re.split(r"(?<!\\),", value) if text.strip()
    ]
