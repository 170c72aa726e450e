"""The OpenAPI document against a machine that tries everything: never a fault of the server."""

from typing import Any, cast

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from pytest_django.live_server_helper import LiveServer
from tests.web import fjordby
from tests.web.api.test_who_opens_what import key
from tests.web.world import make_world

from samskab.web.accounts.enums import Role
from samskab.web.api.v1 import api

SERVER_FAULT = 500
TRIES = 30
NEGATIVE = schemathesis.GenerationMode.NEGATIVE
document = schemathesis.openapi.from_dict(api.get_openapi_schema(path_prefix="/api/v1"))
OPERATIONS: list[Any] = [found.ok() for found in cast("Any", document).get_all_operations()]


@pytest.fixture
def secret(transactional_db: None) -> str:  # noqa: ARG001
    world = make_world()
    return key(fjordby.member(world.municipality, *Role), world.municipality)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.label)
def test_no_request_makes_the_server_fail(
    operation: Any,
    secret: str,
    live_server: LiveServer,
) -> None:
    tried = 0

    @given(case=operation.as_strategy() | operation.as_strategy(generation_mode=NEGATIVE))
    @settings(
        max_examples=TRIES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def no_fault(case: "schemathesis.Case[Any]") -> None:
        nonlocal tried
        tried += 1
        answer = case.call(base_url=live_server.url, headers={"Authorization": f"Bearer {secret}"})
        assert answer.status_code < SERVER_FAULT, case.as_curl_command()

    no_fault()
    assert tried
