"""Faults and warnings of an import, each with its place, in the language of the page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from samskab.common.errors import Fault
from samskab.telling.words.printable import printable
from samskab.telling.words.sentence import LONGEST_VALUE, sentence
from samskab.web.notation import language
from samskab.web.people.importing.codes import Code

SHEET = re.compile(r"\[(?P<book>[^\]]+)\](?P<sheet>.+)")
LETTERS = 26
SENTENCES: dict[str, Promise] = {
    Code.EMAIL_TWICE: _(
        "Two people have the address {email}, on line {first_line} and on line {line}: "
        "give each her own, or leave one empty."
    ),
    Code.EMAIL_TAKEN: _(
        "The address {email} belongs to the person with the id {id} in the register: "
        "mend it, or give that person another address first."
    ),
    Code.EMAIL_WRONG: _(
        "“{email}” is no e-mail address that mail can be sent to: write it as name@council.dk."
    ),
    Code.TEXT_TOO_LONG: _("The cell in the column {column} is longer than {most} characters."),
    Code.PERSON_UNKNOWN: _(
        "Neither the register nor these files have a person with the id “{person}”: "
        "mend the id, or add the person."
    ),
    Code.PERSON_ERASED: _(
        "The person with the id “{id}” was erased: a new person needs another id."
    ),
    Code.MODULE_UNKNOWN: _(
        "The programme has no module with the id “{module}”: mend the id, or add the module."
    ),
    Code.UNIT_TWICE: _("The unit “{unit}” is on line {first_line} already: delete one of the two."),
    Code.UNIT_UNKNOWN: _(
        "There is no unit “{unit}” in these files or in the register: "
        "mend the name, or add a row for it."
    ),
    Code.UNIT_RING: _(
        "The unit “{unit}” would be above itself: give one of the units above it another parent."
    ),
    Code.TABLE_UNKNOWN: _(
        "The first line is not the header of a table that is imported here: "
        "it must name one of these sets of columns: {headers}."
    ),
    Code.TABLE_TWICE: _("The table {table} is there twice: leave one of them out."),
    Code.WORKBOOK_BROKEN: _("The workbook cannot be read: save it again as .xlsx from Excel."),
    Code.WORKBOOK_OLD: _(
        "The file is a workbook of the old kind, or has a password: "
        "save it as .xlsx without a password."
    ),
    Code.SHEET_TOO_LARGE: _(
        "The workbook has more than {rows} rows, or is too large when unpacked: "
        "leave in it only what is to be imported."
    ),
    Code.NOTHING_THERE: _("There is nothing to import: choose a file with a header and rows."),
    Code.SHEET_IGNORED: _("The sheet {sheet} has no table that is imported here, and is left out."),
    Code.CALENDAR_IGNORED: _(
        "Calendars are not taken from this table: each person's own page takes them."
    ),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A fault as the page shows it."""

    file: str
    place: str
    words: str


def told(faults: Iterable[Fault]) -> list[Told]:
    """Each with its place and its sentence."""
    return [Told(_file(fault), _place(fault), words_of(fault)) for fault in faults]


def words_of(fault: Fault) -> str:
    """The sentence, without its place."""
    if fault.code in SENTENCES:
        shown = {name: _shown(value) for name, value in fault.values.items()}
        return str(SENTENCES[fault.code]).format(**shown)
    return sentence(replace(fault, file=None, line=None, column=None), language())


def _shown(value: object) -> str:
    text = printable(str(value))
    return text if len(text) <= LONGEST_VALUE else f"{text[: LONGEST_VALUE - 1]}…"


def _file(fault: Fault) -> str:
    match = SHEET.fullmatch(fault.file or "")
    return match["book"] if match else fault.file or ""


def _place(fault: Fault) -> str:
    match = SHEET.fullmatch(fault.file or "")
    if match and fault.line:
        cell = f"{_letters(fault.column or 1)}{fault.line}"
        return gettext("sheet %(sheet)s, cell %(cell)s") % {"sheet": match["sheet"], "cell": cell}
    if match:
        return gettext("sheet %(sheet)s") % {"sheet": match["sheet"]}
    if not fault.line:
        return ""
    place = {"line": fault.line, "column": fault.column or 1}
    return gettext("line %(line)s, column %(column)s") % place


def _letters(column: int) -> str:
    """A column's letters in a sheet: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
