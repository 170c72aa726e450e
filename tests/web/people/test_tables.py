"""Tables out: harmless in a spreadsheet, and read again by our own import."""

import csv
from io import BytesIO, StringIO

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from tests.web import fjordby

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation
from samskab.web.people.guard import guarded, unguarded
from samskab.web.people.importing.changes import changes_of, standing_of
from samskab.web.people.importing.register import read_register
from samskab.web.people.models import Party, Unit

pytestmark = pytest.mark.django_db
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
NAMES = ("=1+1|cmd", "+45 12", "-Åse", "@Bo", "'=x", "''-y", "'plain", "Æ;ø,å", 'Kim "K"', "دانا")


@pytest.fixture
def fjord() -> Organisation:
    organisation = fjordby.municipality()
    Unit.objects.create(organisation=organisation, name="Fjordby")
    people = [
        fjordby.person(
            organisation,
            f"={number}",
            name=name,
            email=f"k{number}@fjordby.example",
            hourly_value_oere=41_225,
        )
        for number, name in enumerate(NAMES)
    ]
    party = Party.objects.create(organisation=organisation, key="-top")
    party.people.set(people[:2])
    return organisation


def fetched(fjord: Organisation, name: str, language: str) -> bytes:
    client = Client(headers={"accept-language": language})
    client.force_login(fjordby.member(fjord, Role.CONSULTANT, email=f"{name}@fjordby.example"))
    response = client.get(f"/fjordby/personer/hent/{name}")
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    return response.content


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_cell_of_a_csv_file_is_a_formula_and_all_are_read_again(
    fjord: Organisation, language: str
) -> None:
    files = [
        (name, fetched(fjord, name, language))
        for name in ("people.csv", "units.csv", "together.csv")
    ]
    for _, content in files:
        text = content.decode("utf-8-sig")
        rows = list(csv.reader(StringIO(text), delimiter=";" if language == "da" else ","))
        assert len(rows) > 1
        assert not any(cell.startswith(DANGEROUS) for row in rows for cell in row)
    reading = read_register(files, standing_of(fjord))
    assert reading.faults == ()
    assert changes_of(reading, fjord).rows == ()


def test_no_cell_of_the_workbook_is_a_formula_and_all_are_read_again(fjord: Organisation) -> None:
    content = fetched(fjord, "register.xlsx", "da")
    book = load_workbook(BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} == {"s", "inlineStr", "n"}
    assert not any(str(cell.value or "").startswith(DANGEROUS) for cell in cells)
    reading = read_register([("register.xlsx", content)], standing_of(fjord))
    assert reading.faults == ()
    assert changes_of(reading, fjord).rows == ()


@given(st.text())
def test_taking_the_guard_off_gives_back_what_was_there(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(DANGEROUS)


def test_people_of_others_and_the_erased_are_not_in_it(fjord: Organisation) -> None:
    fjordby.person(fjordby.municipality("nabo"), "fremmed")
    fjordby.person(fjord, "slettet", erased_at="2026-01-01T00:00Z")
    content = fetched(fjord, "people.csv", "da").decode()
    assert "fremmed" not in content
    assert "slettet" not in content
