"""The OpenAPI document against a machine that tries everything: never a fault of the server."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from tests.web import fjordby
from tests.web.api.test_who_opens_what import key
from tests.web.world import make_world

from samskab.web.accounts.enums import Role
from samskab.web.wsgi import application

SERVER_FAULT = 500
TRIES = 25


@pytest.fixture
def document(db: None) -> schemathesis.BaseSchema:  # noqa: ARG001
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


schema = schemathesis.pytest.from_fixture("document")


@pytest.fixture
def secret(db: None) -> str:  # noqa: ARG001
    world = make_world()
    return key(fjordby.member(world.municipality, *Role), world.municipality)


@schema.parametrize()
@settings(
    max_examples=TRIES,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
def test_no_request_makes_the_server_fail(case: schemathesis.Case, secret: str) -> None:
    answer = case.call(headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code < SERVER_FAULT
    case.validate_response(answer, checks=[schemathesis.checks.not_a_server_error])
