"""Needs in: what is read, told, stored, and stored again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation
from tests.web import fjordby
from tests.web.people.files import workbook

from samskab.web.accounts.enums import Role
from samskab.web.audit.models import Entry
from samskab.web.people.importing.words import told
from samskab.web.people.models import Upload
from samskab.web.programmes.enums import ProgrammeState
from samskab.web.programmes.models import Need, Programme
from samskab.web.programmes.needs_reading import needs_changes, read_needs

pytestmark = pytest.mark.django_db
ADDRESS = "/fjordby/forloeb/{}/behov/indlaes/"
TABLE = b"person;module\np1;m1\np1;m2\np2;m1\n"


@pytest.fixture
def programme() -> Programme:
    fjord = fjordby.municipality()
    for number in range(1, 4):
        fjordby.person(fjord, f"p{number}")
    return fjordby.programme(fjord)


@pytest.fixture
def client(programme: Programme) -> Client:
    browser = Client(headers={"accept-language": "en"})
    browser.force_login(fjordby.member(programme.municipality, Role.CONSULTANT))
    return browser


def confirmed(client: Client, programme: Programme, table: bytes) -> str:
    address = ADDRESS.format(programme.pk)
    file = SimpleUploadedFile("behov.csv", table)
    shown = client.post(address, {"tables": [file]}, follow=True)
    digest = shown.context["changes"].digest
    return client.post(f"{address}se/", {"digest": digest}, follow=True).content.decode()


def needs() -> list[tuple[str, str]]:
    rows = Need.objects.order_by("participant__person__key", "module")
    return list(rows.values_list("participant__person__key", "module"))


def test_needs_are_stored_and_a_second_table_updates_them(
    client: Client, programme: Programme
) -> None:
    page = confirmed(client, programme, TABLE)
    assert "Needs imported: 2 new people, 0 changed, 0 as before." in page
    assert needs() == [("p1", "m1"), ("p1", "m2"), ("p2", "m1")]
    page = confirmed(client, programme, b"person;module\np1;m2\np2;m1\np3;m1\n")
    assert "Needs imported: 1 new people, 1 changed, 1 as before." in page
    assert needs() == [("p1", "m2"), ("p2", "m1"), ("p3", "m1")]
    assert Entry.objects.filter(action="needs_imported").count() == 2


def test_the_table_of_a_workbook_is_read(programme: Programme) -> None:
    book = workbook({"needs": [["person", "module"], ["p1", "m1"]]})
    reading = read_needs([("behov.xlsx", book)], programme)
    assert reading.faults == ()
    (row,) = needs_changes(reading, programme).rows
    assert (row.key, row.fields[0].after) == ("p1", "m1")


@pytest.mark.parametrize("language", ["da", "en"])
def test_unknown_people_and_modules_and_doubles_are_told(
    programme: Programme, language: str
) -> None:
    table = b"person,module\np9,m1\np1,m9\np2,m1\np2,m1\n"
    reading = read_needs([("behov.csv", table)], programme)
    assert [(fault.code, fault.line, fault.column) for fault in reading.faults] == [
        ("import_person_unknown", 2, 1),
        ("import_module_unknown", 3, 4),
        ("need_twice", 5, 1),
    ]
    with translation.override(language):
        assert all(fault.words for fault in told(reading.faults))


def test_a_signed_programme_takes_people_in_and_an_ended_one_does_not(
    client: Client, programme: Programme
) -> None:
    Programme.objects.update(state=ProgrammeState.SIGNED)
    confirmed(client, programme, TABLE)
    assert len(needs()) == 3
    Programme.objects.update(state=ProgrammeState.ENDED)
    address = ADDRESS.format(programme.pk)
    file = SimpleUploadedFile("behov.csv", b"person;module\np3;m1\n")
    shown = client.post(address, {"tables": [file]}, follow=True)
    assert "This programme has ended" in shown.content.decode()
    assert not Upload.objects.exists()
    assert len(needs()) == 3
