"""The register as files that our own import reads again, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO, StringIO

from samskab.common.money import kr_from_oere
from samskab.telling.language import Language
from samskab.web.accounts.models import Organisation
from samskab.web.notation import language
from samskab.web.people.guard import guarded
from samskab.web.people.importing.sheets import Kind
from samskab.web.people.kroner import written
from samskab.web.people.models import Unit
from samskab.web.people.queries import parties_of, people_of

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
HEADERS: Mapping[Kind, tuple[str, ...]] = {
    Kind.UNITS: ("name", "parent"),
    Kind.PEOPLE: ("id", "name", "unit", "hourly_value", "email", "role", "place"),
    Kind.PARTIES: ("party", "person"),
}
AMOUNT = "hourly_value"
Rows = Iterable[Sequence[str | int]]


def rows_of(kind: Kind, organisation: Organisation) -> Rows:
    """One table of the register; amounts are øre."""
    if kind is Kind.UNITS:
        units = Unit.objects.filter(organisation=organisation)
        return [(name, parent or "") for name, parent in units.values_list("name", "parent__name")]
    if kind is Kind.PEOPLE:
        columns = ("key", "name", "unit__name", "hourly_value_oere", "email", "role", "place")
        return list(people_of(organisation).order_by("key").values_list(*columns))
    return [
        (party.key, person.key)
        for party in parties_of(organisation)
        for person in sorted(party.people.all(), key=lambda person: person.key)
    ]


def csv_of(kind: Kind, organisation: Organisation) -> bytes:
    """The table as a spreadsheet of the page's language expects it.

    The byte order mark is what tells Excel that the letters are UTF-8.
    """
    danish = language() is Language.DANISH
    text = StringIO()
    writer = csv.writer(text, delimiter=";" if danish else ",", lineterminator="\r\n")
    writer.writerow(HEADERS[kind])
    for row in rows_of(kind, organisation):
        writer.writerow(
            written(cell, danish=danish) if isinstance(cell, int) else guarded(cell) for cell in row
        )
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def workbook_of(organisation: Organisation) -> bytes:
    """All tables as one Excel workbook, a sheet each; amounts are numbers."""
    from openpyxl import Workbook  # noqa: PLC0415 (it loads numpy where that is installed)
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE  # noqa: PLC0415

    book = Workbook(write_only=True)
    for kind, header in HEADERS.items():
        sheet = book.create_sheet(kind.value)
        sheet.append(header)
        for row in rows_of(kind, organisation):
            # A guarded text never begins as a formula does, so it is written as the text it is.
            sheet.append(
                float(kr_from_oere(value))
                if isinstance(value, int)
                else ILLEGAL_CHARACTERS_RE.sub("", guarded(value))
                for value in row
            )
    file = BytesIO()
    book.save(file)
    return file.getvalue()
