"""Tables in: what is read, told, stored, and stored again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation
from tests.web import fjordby
from tests.web.people.files import PEOPLE, REGISTER, TOGETHER, UNITS, workbook

from samskab.common.money import kr_from_oere
from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.audit.models import Entry
from samskab.web.people.actions.importing import import_register, preview
from samskab.web.people.actions.uploads import KEPT, forget_old_uploads, keep_upload
from samskab.web.people.actions.uploads import REGISTER as SUBJECT
from samskab.web.people.importing.changes import standing_of
from samskab.web.people.importing.register import read_register
from samskab.web.people.importing.sheets import Kind
from samskab.web.people.importing.words import Told, told
from samskab.web.people.models import Party, Person, Unit, Upload

pytestmark = pytest.mark.django_db


@pytest.fixture
def fjord() -> Organisation:
    return fjordby.municipality()


@pytest.fixture
def consultant(fjord: Organisation) -> User:
    return fjordby.member(fjord, Role.CONSULTANT)


def taken(fjord: Organisation, by: User, *files: tuple[str, bytes]) -> tuple[int, int, int]:
    """Upload, look, confirm: how many rows were new, changed and as before."""
    upload = keep_upload(organisation=fjord, by=by, subject=SUBJECT, files=files)
    reading, changes = preview(upload)
    assert changes is not None, told(reading.faults)
    done = import_register(upload=upload, digest=changes.digest, by=by)
    assert done is not None
    return done.new, done.changed, done.same


def faults_of(fjord: Organisation, *files: tuple[str, bytes]) -> list[Told]:
    return told(read_register(files, standing_of(fjord)).faults)


def test_an_import_stores_units_people_and_pairs(fjord: Organisation, consultant: User) -> None:
    assert taken(fjord, consultant, *REGISTER) == (8, 0, 0)
    names = dict(Person.objects.values_list("key", "name"))
    assert names == {"p1": "Ærlig Øster Åby", "p2": "🦊 Ræv", "p3": "דנה לוי"}
    parents = dict(Unit.objects.values_list("name", "parent__name"))
    assert parents == {"Fjordby": None, "Børn": "Fjordby", "Skole": "Børn", "Pleje": "Fjordby"}
    first = Person.objects.get(key="p1")
    assert (first.hourly_value_oere, first.role, first.place) == (41_250, "Skoleleder", "raadhus")
    party = Party.objects.get(key="top")
    assert sorted(party.people.values_list("key", flat=True)) == ["p1", "p2"]
    assert not Upload.objects.exists()
    entry = Entry.objects.get(action="people_imported")
    assert entry.by == consultant
    assert entry.facts == {"new": 8, "changed": 0, "same": 0}


def test_a_second_import_updates_instead_of_doubling(fjord: Organisation, consultant: User) -> None:
    taken(fjord, consultant, *REGISTER)
    assert taken(fjord, consultant, *REGISTER) == (0, 0, 8)
    changed = PEOPLE.replace("412.50", "500").replace("p3,דנה לוי", "p4,Ny Leder")
    assert taken(fjord, consultant, ("people.csv", changed.encode())) == (1, 1, 1)
    assert Person.objects.count() == 4
    assert Person.objects.get(key="p1").hourly_value_oere == 50_000
    assert Person.objects.filter(key="p3").exists()


def test_a_column_that_the_file_lacks_changes_nothing(
    fjord: Organisation, consultant: User
) -> None:
    taken(fjord, consultant, *REGISTER)
    short = b"id,name,unit,hourly_value\np1,\xc3\x86rlig,Skole,412.50\n"
    taken(fjord, consultant, ("people.csv", short))
    person = Person.objects.get(key="p1")
    assert (person.name, person.email) == ("Ærlig", "p1@fjordby.example")


def test_the_danish_dialect_and_excels_byte_order_mark_are_read(
    fjord: Organisation, consultant: User
) -> None:
    danish = "\ufeffid;name;unit;hourly_value\r\np1;Åse;Skole;1.412,50\r\n".encode()
    taken(fjord, consultant, ("ledere.csv", danish))
    assert Person.objects.get().hourly_value_oere == 141_250


def test_a_workbook_is_read_sheet_by_sheet(fjord: Organisation, consultant: User) -> None:
    book = workbook(
        {
            "Vejledning": [["Udfyld arkene"]],
            "people": [
                ["id", "name", "unit", "hourly_value"],
                [1, "Åse", "Skole", 412.5],
                ["p2", "Bo", "Skole", "390,25"],
            ],
            "units": [["name", "parent"], ["Fjordby", None], ["Skole", "Fjordby"]],
            "together": [["party", "person"], ["top", 1], ["top", "p2"]],
        }
    )
    assert taken(fjord, consultant, ("register.xlsx", book)) == (5, 0, 0)
    amounts = dict(Person.objects.values_list("key", "hourly_value_oere"))
    assert amounts == {"1": 41_250, "p2": 39_025}


def test_a_fault_of_a_workbook_names_sheet_row_and_column(fjord: Organisation) -> None:
    rows = [["id", "name", "unit", "hourly_value"], [], ["p1", "Åse", "Skole", "1.500"]]
    book = workbook({"people": rows})
    with translation.override("da"):
        (fault,) = faults_of(fjord, ("register.xlsx", book))
    assert (fault.file, fault.place) == ("register.xlsx", "ark people, celle D3")
    assert fault.words.startswith("hourly_value er »1.500«, som kan være både tusinder")


ONE_ADDRESS = {
    "da": "To personer har adressen P1@fjordby.example, i linje 2 og i linje 3: "
    "giv dem hver sin, eller lad den ene være tom.",
    "en": "Two people have the address P1@fjordby.example, on line 2 and on line 3: "
    "give each her own, or leave one empty.",
}


@pytest.mark.parametrize("language", ONE_ADDRESS)
def test_two_people_of_one_address_are_told_with_both_lines(
    fjord: Organisation, language: str
) -> None:
    table = PEOPLE.replace("p2@fjordby.example", "P1@fjordby.example")
    with translation.override(language):
        (fault,) = faults_of(fjord, ("people.csv", table.encode()))
    assert fault.words == ONE_ADDRESS[language]
    assert "3" in fault.place
    assert "20" in fault.place


def test_every_fault_is_told_at_once_and_nothing_is_stored(
    fjord: Organisation, consultant: User
) -> None:
    people = (
        "id,name,unit,hourly_value,email\n"
        'p1,Åse,Skole,"412,50",a@fjordby.example\n'
        "p1,Bo,,390,ikke en adresse\n"
        f"{'x' * 201},Ci,Skole,1,\n"
    )
    units = "name,parent\nA,B\nB,A\nC,findes ikke\nA,\n"
    together = "party,person\ntop,p1\ntop,p99\n"
    files = [
        ("people.csv", people.encode()),
        ("units.csv", units.encode()),
        ("together.csv", together.encode()),
    ]
    upload = keep_upload(organisation=fjord, by=consultant, subject=SUBJECT, files=files)
    reading, changes = preview(upload)
    assert changes is None
    assert [(fault.file, fault.code, fault.line, fault.column) for fault in reading.faults] == [
        ("people.csv", "decimal_comma", 2, 14),
        ("people.csv", "id_twice", 3, 1),
        ("people.csv", "cell_empty", 3, 7),
        ("people.csv", "import_email_wrong", 3, 12),
        ("people.csv", "import_text_too_long", 4, 1),
        ("together.csv", "import_person_unknown", 3, 5),
        ("units.csv", "import_unit_ring", 2, 3),
        ("units.csv", "import_unit_ring", 3, 3),
        ("units.csv", "import_unit_unknown", 4, 3),
        ("units.csv", "import_unit_twice", 5, 1),
        ("units.csv", "import_unit_ring", 5, 3),
    ]
    assert import_register(upload=upload, digest="", by=consultant) is None
    assert not Person.objects.exists()
    assert not Unit.objects.exists()


def test_an_address_of_somebody_else_in_the_register_is_a_fault(
    fjord: Organisation, consultant: User
) -> None:
    taken(fjord, consultant, *REGISTER)
    other = b"id,name,unit,hourly_value,email\np9,Ny,Skole,1,P1@fjordby.example\n"
    (fault,) = read_register([("people.csv", other)], standing_of(fjord)).faults
    assert (fault.code, fault.values["id"]) == ("import_email_taken", "p1")


def test_addresses_may_be_swapped(fjord: Organisation, consultant: User) -> None:
    taken(fjord, consultant, *REGISTER)
    swapped = PEOPLE.replace("p1@", "x@").replace("p2@", "p1@").replace("x@", "p2@")
    assert taken(fjord, consultant, ("people.csv", swapped.encode())) == (0, 2, 1)


def test_an_erased_person_is_not_brought_back(fjord: Organisation) -> None:
    fjordby.person(fjord, "p1", erased_at="2026-01-01T00:00Z")
    (fault,) = read_register([("people.csv", PEOPLE.encode())], standing_of(fjord)).faults
    assert fault.code == "import_person_erased"


def test_a_confirmation_of_other_changes_stores_nothing(
    fjord: Organisation, consultant: User
) -> None:
    upload = keep_upload(organisation=fjord, by=consultant, subject=SUBJECT, files=REGISTER)
    _, changes = preview(upload)
    assert changes is not None
    fjordby.person(fjord, "p1", unit="Skole")
    assert import_register(upload=upload, digest=changes.digest, by=consultant) is None
    assert Person.objects.count() == 1
    assert Upload.objects.exists()


def test_pairs_need_nothing_but_the_register(fjord: Organisation, consultant: User) -> None:
    taken(fjord, consultant, ("people.csv", PEOPLE.encode()))
    assert taken(fjord, consultant, ("par.csv", TOGETHER.encode())) == (1, 0, 0)
    alone = b"party,person\ntop,p3\n"
    (fault,) = read_register([("par.csv", alone)], standing_of(fjord)).faults
    assert fault.code == "party_of_one"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"PK\x03\x04 but no more", "import_workbook_broken"),
        (b"\xd0\xcf\x11\xe0 of 1997", "import_workbook_old"),
        (b"a,b\n1,2\n", "import_table_unknown"),
        ("id,name\np1,Åse".encode("latin-1"), "not_utf8"),
        ("id,name".encode("utf-16"), "not_utf8"),
        (b"\x89PNG\x00\x00", "file_binary"),
    ],
)
def test_a_file_that_is_no_table_is_told_of(fjord: Organisation, content: bytes, code: str) -> None:
    reading = read_register([("fil", content)], standing_of(fjord))
    assert [fault.code for fault in reading.faults] == [code]
    for language in ("da", "en"):
        with translation.override(language):
            assert told(reading.faults)[0].words


def test_a_table_twice_is_a_fault(fjord: Organisation) -> None:
    files = [("a.csv", UNITS.encode()), ("b.csv", UNITS.encode())]
    (fault,) = read_register(files, standing_of(fjord)).faults
    assert (fault.code, fault.file, fault.values) == (
        "import_table_twice", "b.csv", {"table": Kind.UNITS.value},
    )  # fmt: skip


def test_an_upload_is_forgotten_after_a_day(fjord: Organisation, consultant: User) -> None:
    upload = keep_upload(organisation=fjord, by=consultant, subject=SUBJECT, files=REGISTER)
    assert forget_old_uploads() == 0
    Upload.objects.filter(pk=upload.pk).update(at=upload.at - KEPT)
    assert forget_old_uploads() == 1
    assert not Upload.objects.exists()


def uploaded(*files: tuple[str, bytes]) -> list[SimpleUploadedFile]:
    return [SimpleUploadedFile(name, content) for name, content in files]


def test_the_pages_lead_from_files_to_the_register(consultant: User) -> None:
    client = Client(headers={"accept-language": "da"})
    client.force_login(consultant)
    address = "/fjordby/personer/indlaes/"
    shown = client.post(address, {"tables": uploaded(*REGISTER)}, follow=True)
    assert shown.context["changes"].new == 8
    assert not Person.objects.exists()
    done = client.post(f"{address}se/", {"digest": shown.context["changes"].digest}, follow=True)
    assert "8 nye, 0 ændret, 0 som før" in done.content.decode()
    assert Person.objects.count() == 3


def test_files_of_another_user_are_not_seen(fjord: Organisation, consultant: User) -> None:
    keep_upload(organisation=fjord, by=consultant, subject=SUBJECT, files=REGISTER)
    client = Client()
    client.force_login(fjordby.member(fjord, Role.CONSULTANT, email="other@fjordby.example"))
    shown = client.get("/fjordby/personer/indlaes/se/", follow=True)
    assert shown.redirect_chain == [("/fjordby/personer/indlaes/", 302)]


def test_a_file_above_its_limit_is_refused(consultant: User) -> None:
    client = Client(headers={"accept-language": "en"})
    client.force_login(consultant)
    files = uploaded(("people.csv", b"x" * 10_000_001))
    shown = client.post("/fjordby/personer/indlaes/", {"tables": files})
    assert "people.csv is larger than 10 MB" in shown.content.decode()
    assert not Upload.objects.exists()


def test_three_thousand_people_are_imported_in_few_queries(
    fjord: Organisation, consultant: User, django_assert_max_num_queries: object
) -> None:
    rows = "".join(f"p{i},Leder {i},Enhed {i % 90},400,p{i}@f.example\n" for i in range(3000))
    table = f"id,name,unit,hourly_value,email\n{rows}".encode()
    with django_assert_max_num_queries(90):  # type: ignore[operator]
        assert taken(fjord, consultant, ("people.csv", table)) == (3090, 0, 0)
    assert sum(Person.objects.values_list("hourly_value_oere", flat=True)) == 3000 * 40_000
    assert kr_from_oere(40_000) == 400
