"""Lines of the account as a page and a file show them."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from samskab.web.audit.models import Entry
from samskab.web.audit.words import words_for

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class Line:
    """One line in words.

    Attributes:
        facts: names and values, as text.
    """

    at: datetime
    who: str
    words: str
    action: str
    subject: str
    facts: tuple[tuple[str, str], ...]


def lines(entries: Iterable[Entry], names: Mapping[int, str]) -> Iterator[Line]:
    """Lines of entries, with the names of who did it by their numbers."""
    for entry in entries:
        facts = tuple((key, _plain(value)) for key, value in sorted(entry.facts.items()))
        who = _who(entry.by_id, names)
        words = words_for(entry.action)
        yield Line(entry.at, who, words, entry.action, entry.subject, facts)


def _who(number: int | None, names: Mapping[int, str]) -> str:
    if number is None:
        return _("Samskab by itself")
    return names.get(number) or _("somebody who is gone (%(number)s)") % {"number": number}


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(_plain(part) for part in value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def csv_rows(of: Iterable[Line]) -> Iterator[str]:
    """The file line by line, with semicolons as Danish spreadsheets want them."""
    yield "\ufeff" + _row(["at", "who", "what", "code", "subject", "facts"])
    for line in of:
        facts = ", ".join(f"{key}={value}" for key, value in line.facts)
        when = timezone.localtime(line.at).isoformat(timespec="seconds")
        yield _row([when, line.who, line.words, line.action, line.subject, facts])


def _row(cells: Iterable[str]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=";").writerow(safe_cell(cell) for cell in cells)
    return buffer.getvalue()


def safe_cell(text: str) -> str:
    """Text that no spreadsheet takes for a formula: an apostrophe stands before one."""
    return f"'{text}" if text.startswith(STARTS_A_FORMULA) else text
