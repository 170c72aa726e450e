"""Every endpoint, tried with a key of every role of every organisation."""

from collections.abc import Iterable

import pytest
from django.http import HttpResponseBase
from django.test import Client
from tests.web import fjordby
from tests.web.api.rows import ROWS
from tests.web.world import World, make_world

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.api.actions import make_token
from samskab.web.api.enums import ROLES_FOR, Scope
from samskab.web.api.v1 import api

pytestmark = pytest.mark.django_db
ROOT = "/api/v1"
EVERY_SCOPE = tuple(Scope)


@pytest.fixture
def world() -> World:
    return make_world()


def key(user: User, organisation: Organisation, scopes: Iterable[Scope] = EVERY_SCOPE) -> str:
    return make_token(organisation=organisation, by=user, name="x", scopes=scopes, days=1)


def asked(world: World, endpoint: str, secret: str | None) -> HttpResponseBase:
    method, path = endpoint.split(" ")
    row = ROWS[endpoint]
    headers = {} if secret is None else {"Authorization": f"Bearer {secret}"}
    address = ROOT + path.format(**row.place(world))
    return Client(headers=headers).generic(method, address, content_type="application/json")


def test_the_table_names_every_endpoint() -> None:
    paths = api.get_openapi_schema(path_prefix="")["paths"]
    found = [f"{method.upper()} {path}" for path, ways in paths.items() for method in ways]
    assert sorted(ROWS) == sorted(found)


@pytest.mark.parametrize("endpoint", ROWS)
def test_an_endpoint_opens_for_its_roles_and_nobody_else(endpoint: str, world: World) -> None:
    row = ROWS[endpoint]
    for organisation in (world.municipality, world.provider):
        is_provider = organisation == world.provider
        for role in Role:
            secret = key(fjordby.member(organisation, role), organisation)
            status = asked(world, endpoint, secret).status_code
            inside = 404 if is_provider and not row.seen_by_provider else 200
            written = inside if not endpoint.startswith("POST") else {inside, 202, 409, 422}
            if role in row.roles:
                assert status in ({written} if isinstance(written, int) else written)
            else:
                assert status == 403, (organisation, role)


@pytest.mark.parametrize("endpoint", ROWS)
def test_a_key_from_outside_finds_nothing_of_others(endpoint: str, world: World) -> None:
    for other in (world.other_municipality, world.other_provider):
        answer = asked(world, endpoint, key(fjordby.member(other, *Role), other))
        if ROWS[endpoint].place(world):
            assert answer.status_code == 404
        else:
            assert answer.status_code == 200
            assert world.municipality.name.encode() not in getattr(answer, "content", b"")


@pytest.mark.parametrize("endpoint", ROWS)
def test_no_key_or_one_without_the_scope_opens_nothing(endpoint: str, world: World) -> None:
    nobody = asked(world, endpoint, None)
    assert nobody.status_code == 401
    assert nobody["WWW-Authenticate"].startswith("Bearer")
    assert nobody["Content-Type"] == "application/problem+json"
    assert asked(world, endpoint, "samskab_gættet").status_code == 401
    scope = ROWS[endpoint].scope
    user = fjordby.member(world.municipality, *Role)
    others = [one for one in Scope if one != scope]
    expected = 200 if scope is None else 403
    assert asked(world, endpoint, key(user, world.municipality, others)).status_code == expected


def test_the_pages_roles_are_the_keys_roles() -> None:
    assert {row.scope: row.roles for row in ROWS.values() if row.scope} == {
        scope: ROLES_FOR[scope] for scope in Scope if scope in {row.scope for row in ROWS.values()}
    }
    assert {row.scope for row in ROWS.values() if row.scope} == set(Scope)
