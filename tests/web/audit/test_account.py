"""The account of changes: shown, filtered, taken as a file, and edited by nobody."""

import csv
import io
from datetime import timedelta

import pytest
from django.db import Error, connection, transaction
from django.http import StreamingHttpResponse
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries
from tests.web import fjordby

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.audit.actions import record
from samskab.web.audit.models import Entry
from samskab.web.audit.tables import safe_cell

pytestmark = pytest.mark.django_db
PAGE = "/fjordby/revision/"


@pytest.fixture
def place() -> Organisation:
    return fjordby.municipality()


@pytest.fixture
def auditor(place: Organisation) -> User:
    return fjordby.member(place, Role.AUDITOR)


@pytest.fixture
def client(auditor: User) -> Client:
    client = Client()
    client.force_login(auditor)
    return client


def told(place: Organisation, action: str = "member_invited", by: User | None = None) -> Entry:
    return record(by=by, organisation=place, action=action, subject="user:1", roles=["leader"])


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET action = 'x'",
        "UPDATE audit_entry SET by_id = NULL",
        "DELETE FROM audit_entry",
    ],
)
def test_the_database_refuses_to_change_a_line(place: Organisation, statement: str) -> None:
    entry = told(place)
    with (
        pytest.raises(Error, match="only added to"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert Entry.objects.get().action == entry.action


def streamed(answer: object) -> bytes:
    assert isinstance(answer, StreamingHttpResponse)
    return answer.getvalue()


def test_the_page_tells_the_line_in_words(
    client: Client, place: Organisation, auditor: User
) -> None:
    told(place, by=auditor)
    page = client.get(PAGE).content.decode()
    assert "Et medlem blev inviteret" in page
    assert str(auditor) in page
    client.post("/sprog/setlang/", {"language": "en"})
    assert "A member was invited" in client.get(PAGE).content.decode()


def test_the_lines_of_others_are_not_seen(client: Client) -> None:
    told(fjordby.municipality("nabo", "Nabo"), action="secret_thing")
    assert "secret" not in client.get(PAGE).content.decode()
    assert "secret" not in streamed(client.get(f"{PAGE}fil.csv")).decode()


def test_the_filter_takes_code_and_days(client: Client, place: Organisation) -> None:
    told(place, "member_invited")
    told(place, "person_erased")
    today = timezone.localdate()
    rows = client.get(PAGE, {"action": "person_erased"}).context["page"].object_list
    assert [row.action for row in rows] == ["person_erased"]
    assert (
        client.get(PAGE, {"first_day": f"{today}", "last_day": f"{today}"})
        .context["page"]
        .paginator.count
    )
    late = {"first_day": f"{today + timedelta(days=1)}"}
    assert client.get(PAGE, late).context["page"].paginator.count == 0
    early = {"last_day": f"{today - timedelta(days=1)}"}
    assert client.get(PAGE, early).context["page"].paginator.count == 0


@pytest.mark.parametrize("value", ["x", "0000-00-00", "9999-12-31", "\0", "-1"])
def test_a_filter_that_cannot_be_read_is_no_fault(client: Client, value: str) -> None:
    for name in ("action", "first_day", "last_day", "side"):
        assert client.get(PAGE, {name: value}).status_code == 200


def test_fifty_lines_stand_on_a_page(client: Client, place: Organisation) -> None:
    for _ in range(51):
        told(place)
    assert len(client.get(PAGE).context["page"].object_list) == 50
    assert len(client.get(PAGE, {"side": "2"}).context["page"].object_list) == 1


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_often_for_three_as_for_one(
    client: Client,
    place: Organisation,
    auditor: User,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(count):
        told(place, by=auditor)
    client.get(PAGE)
    with django_assert_num_queries(8):
        client.get(PAGE)


def test_the_file_says_what_the_page_says_and_is_written_down(
    client: Client, place: Organisation, auditor: User
) -> None:
    told(place, by=auditor)
    answer = client.get(f"{PAGE}fil.csv")
    text = streamed(answer).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0] == ["at", "who", "what", "code", "subject", "facts"]
    assert rows[1][1:] == [
        str(auditor),
        "et medlem blev inviteret",
        "member_invited",
        "user:1",
        "roles=leader",
    ]
    assert Entry.objects.filter(action="audit_exported", by=auditor).count() == 1


def test_a_name_that_is_a_formula_is_text_in_the_file(
    client: Client, place: Organisation, auditor: User
) -> None:
    User.objects.filter(pk=auditor.pk).update(name='=HYPERLINK("http://x","y")')
    told(place, by=auditor)
    text = streamed(client.get(f"{PAGE}fil.csv")).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=";") for cell in row]
    assert '\'=HYPERLINK("http://x","y")' in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@given(st.text())
def test_no_cell_begins_a_formula(text: str) -> None:
    safe = safe_cell(text)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert safe.removeprefix("'") == text.removeprefix("'")
