"""What the API says, and how it says that something is wrong."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web import fjordby
from tests.web.api import rows
from tests.web.api.test_who_opens_what import key
from tests.web.world import World, make_world

from samskab.web.accounts.enums import Role
from samskab.web.people.models import Person
from samskab.web.plans.models import Job, Plan

pytestmark = pytest.mark.django_db
PROBLEM = "application/problem+json"


@pytest.fixture
def world() -> World:
    return make_world()


@pytest.fixture
def client(world: World) -> Client:
    secret = key(fjordby.member(world.municipality, *Role), world.municipality)
    return Client(headers={"Authorization": f"Bearer {secret}"})


def told(client: Client, path: str, status: int = 200) -> Any:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == status
    return json.loads(answer.content)


def test_a_person_is_told_as_files_name_her(client: Client, world: World) -> None:
    assert told(client, f"people/{world.person.pk}") == {
        "number": world.person.pk,
        "id": "p1",
        "name": "Leder p1",
        "email": "p1@fjordby.example",
        "unit": "Skole",
        "position": "",
        "place": "",
        "hourly_value_oere": 41_250,
        "calendar_state": None,
    }


def test_who_is_erased_is_not_told(client: Client, world: World) -> None:
    Person.objects.filter(pk=world.person.pk).update(erased_at="2027-01-01T00:00Z")
    told(client, f"people/{world.person.pk}", 404)
    assert told(client, "people")["count"] == 3


def test_a_programme_comes_with_its_text_as_it_is(client: Client, world: World) -> None:
    one = told(client, f"programmes/{world.programme.pk}")
    assert one["text"] == fjordby.PROGRAMME
    assert (one["municipality"], one["provider"]) == ("fjordby", "laerkilde")
    assert told(client, f"programmes/{world.programme.pk}/revisions/1")["text"] == one["text"]


def test_a_plan_file_is_the_planners_own_bytes(client: Client, world: World) -> None:
    number = rows.a_plan(world)["number"]
    text = '{"form": "samskab-plan/1",\n  "æ": 1.50}\n'
    Plan.objects.filter(pk=number).update(text=text)
    answer = client.get(f"/api/v1/plans/{number}/plan.json")
    assert answer.content.decode() == text
    assert answer["Content-Type"] == "application/json"


def test_a_list_comes_in_pages(client: Client, world: World) -> None:
    for number in range(60):
        fjordby.person(world.municipality, f"q{number:02}")
    first = told(client, "people")
    assert (first["count"], len(first["items"])) == (64, 50)
    rest = told(client, "people?offset=50")["items"]
    assert len(rest) == 14
    assert not {row["id"] for row in rest} & {row["id"] for row in first["items"]}
    assert len(told(client, "people?limit=3&offset=1")["items"]) == 3


@pytest.mark.parametrize("query", ["limit=0", "limit=201", "limit=x", "offset=-1", "offset=1e99"])
def test_what_cannot_be_read_is_named(client: Client, query: str) -> None:
    answer = client.get(f"/api/v1/people?{query}")
    assert answer.status_code == 422
    assert answer["Content-Type"] == PROBLEM
    problem = json.loads(answer.content)
    assert problem["status"] == 422
    assert problem["errors"][0]["place"][-1] == query.partition("=")[0]


@pytest.mark.parametrize("number", ["0", "-1", "9223372036854775808", "x", "1.5"])
def test_a_number_that_is_none_is_no_fault(client: Client, number: str) -> None:
    for path in ("people", "programmes", "jobs", "plans", "commissions"):
        answer = client.get(f"/api/v1/{path}/{number}")
        assert answer.status_code in {404, 422}


def test_a_fault_of_ours_tells_no_code(client: Client) -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE people_unit RENAME TO people_gone")
    answer = client.get("/api/v1/units")
    assert answer.status_code == 500
    assert answer["Content-Type"] == PROBLEM
    assert "people_unit" not in answer.content.decode()
    assert "Traceback" not in answer.content.decode()


@pytest.mark.parametrize("path", ["people", "units", "programmes", "commissions", "audit"])
@pytest.mark.parametrize("count", [1, 3])
def test_a_list_asks_as_often_for_three_as_for_one(
    client: Client,
    world: World,
    path: str,
    count: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(count):
        fjordby.person(world.municipality, f"q{number}", unit=f"Enhed {number}")
        fjordby.programme(world.municipality, world.provider)
    told(client, path)
    with django_assert_num_queries(4):
        told(client, path)


def test_the_planner_is_started_watched_and_stopped(client: Client, world: World) -> None:
    address = f"/api/v1/programmes/{world.programme.pk}/jobs"
    asked = {"seconds": 30, "seed": 7}
    begun = client.post(address, asked, content_type="application/json")
    assert begun.status_code == 202
    job = Job.objects.get()
    assert job.asked == asked
    assert json.loads(begun.content)["number"] == job.pk
    again = client.post(address, asked, content_type="application/json")
    assert again.status_code == 409
    assert again["Content-Type"] == PROBLEM
    assert told(client, f"jobs/{job.pk}")["state"] == "queued"
    client.post(f"/api/v1/jobs/{job.pk}/stop")
    assert told(client, f"jobs/{job.pk}")["state"] == "stopped"


@pytest.mark.parametrize("asked", ["", "{", "[1]", '{"seconds": 0}', '{"seed": -1}', "\0", "ÿ"])
def test_a_body_that_cannot_be_read_starts_nothing(
    client: Client, world: World, asked: str
) -> None:
    address = f"/api/v1/programmes/{world.programme.pk}/jobs"
    answer = client.generic("POST", address, asked.encode("latin-1"), "application/json")
    assert answer.status_code in {400, 422}
    assert answer["Content-Type"] == PROBLEM
    assert not Job.objects.exists()


def test_the_document_is_there_for_everybody() -> None:
    document = json.loads(Client().get("/api/v1/openapi.json").content)
    assert document["info"]["title"] == "Samskab"
    assert Client().get("/api/v1/docs").status_code == 404
