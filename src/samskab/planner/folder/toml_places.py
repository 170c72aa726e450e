"""Where each key and each list element of a TOML document stands, for the faults it may have.

`tomllib` tells what a document says and forgets where; this reads a document that tomllib accepts
once more, and only for places. Grammar: TOML 1.0.0.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

KeyPath: TypeAlias = tuple[str | int, ...]

TOKEN = re.compile(
    r'(?P<string>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<comment>#[^\n]*)"
    r"|(?P<newline>\r?\n)"
    r"|(?P<space>[ \t]+)"
    r"|(?P<sign>[\[\]{}=,])"
    r"|(?P<bare>[^\s\[\]{}=,#\"']+)"
    r"|(?P<other>.)",
    re.DOTALL,
)
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a document: its kind, its text and where it starts."""

    kind: str
    text: str
    line: int
    column: int
    offset: int


def tokens(text: str) -> Iterator[Token]:
    """The pieces of a document; spaces and comments are left out."""
    line, line_start = 1, 0
    for match in TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        if kind not in {"space", "comment"}:
            yield Token(kind, match[0], line, match.start() - line_start + 1, match.start())
        line += match[0].count("\n")
        if "\n" in match[0]:
            line_start = match.start() + match[0].rindex("\n") + 1


class _Reader:
    """Walks the tokens of a valid document, one step at a time."""

    def __init__(self, text: str) -> None:
        self._tokens = list(tokens(text))
        self._next = 0
        self._tables_of: dict[KeyPath, int] = {}
        self.places: dict[KeyPath, tuple[int, int]] = {}

    def read(self) -> None:
        prefix: KeyPath = ()
        while self._skip_newlines():
            if self._peek() == "[":
                prefix = self._header()
            else:
                self._pair(prefix)

    def _peek(self) -> str:
        return self._tokens[self._next].text if self._next < len(self._tokens) else ""

    def _take(self) -> Token:
        self._next += 1
        return self._tokens[self._next - 1]

    def _skip_newlines(self) -> bool:
        """Whether anything follows."""
        while self._next < len(self._tokens) and self._tokens[self._next].kind == "newline":
            self._next += 1
        return self._next < len(self._tokens)

    def _header(self) -> KeyPath:
        start = self._take()
        is_list = self._peek() == "["
        if is_list:
            self._take()
        path = self._key("]")
        if is_list:
            self._take()
            index = self._tables_of.get(path, 0)
            self._tables_of[path] = index + 1
            path = (*path, index)
        self.places.setdefault(path, (start.line, start.column))
        return path

    def _key(self, end: str) -> KeyPath:
        parts: list[str] = []
        while (token := self._take()).text != end:
            if token.kind == "string":
                parts.append(token.text[1:-1])
            else:
                parts.extend(part for part in token.text.split(".") if part)
        return tuple(parts)

    def _pair(self, prefix: KeyPath) -> None:
        start = self._tokens[self._next]
        path = (*prefix, *self._key("="))
        self.places.setdefault(path, (start.line, start.column))
        self._value(path)

    def _value(self, path: KeyPath) -> None:
        opening = self._take().text
        if opening == "[":
            self._list(path)
        elif opening == "{":
            self._inline_table(path)
        elif self._next < len(self._tokens) and self._tokens[self._next].kind == "bare":
            self._take()  # the clock of a day and a clock with a space between them

    def _list(self, path: KeyPath) -> None:
        index = 0
        while self._skip_newlines() and self._peek() != "]":
            if self._peek() == ",":
                self._take()
                continue
            start = self._tokens[self._next]
            self.places[*path, index] = (start.line, start.column)
            self._value((*path, index))
            index += 1
        self._take()

    def _inline_table(self, path: KeyPath) -> None:
        while self._skip_newlines() and self._peek() != "}":
            if self._peek() == ",":
                self._take()
                continue
            self._pair(path)
        self._take()


def places_of(text: str) -> dict[KeyPath, tuple[int, int]]:
    """Line and column of each key, table and list element of a valid document, by its path."""
    reader = _Reader(text)
    reader.read()
    return reader.places


def day_literals(text: str) -> Iterator[Token]:
    """Every bare piece of a document that has the form of a day, possible or not."""
    return (token for token in tokens(text) if token.kind == "bare" and DAY.match(token.text))
