"""The audit log refuses to be emptied; a test that has committed rows empties it all the same."""

from collections.abc import Iterator
from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection

triggers = import_module("samskab.web.audit.migrations.0002_only_added_to")


@pytest.fixture(autouse=True)
def audit_gives_way(request: pytest.FixtureRequest) -> Iterator[None]:
    """Take the triggers away before Django empties the tables, and bring them back after."""
    marker = request.node.get_closest_marker("django_db")
    commits = marker is not None and marker.kwargs.get("transaction", False)
    if not commits and not {"live_server", "transactional_db"} & set(request.fixturenames):
        if marker is not None or "db" in request.fixturenames:
            request.getfixturevalue("db")
            _stand()
        yield
        return
    request.getfixturevalue("transactional_db")  # whose end, the emptying, comes after ours
    _stand()
    yield
    with connection.schema_editor() as editor:
        triggers.allow(apps, editor)


def _stand() -> None:
    """Bring them back where an earlier test's end has taken them away."""
    if not _are_there():
        with connection.cursor() as cursor:
            for statement in triggers.DO[connection.vendor]:
                cursor.execute(statement)


def _are_there() -> bool:
    by_vendor = {
        "sqlite": "SELECT count(*) FROM sqlite_master WHERE name LIKE 'audit_entry_no_%'",
        "postgresql": "SELECT count(*) FROM pg_trigger WHERE tgname = 'audit_entry_only_added_to'",
    }
    with connection.cursor() as cursor:
        cursor.execute(by_vendor[connection.vendor])
        return bool(cursor.fetchone()[0])
