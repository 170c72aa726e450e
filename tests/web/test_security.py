"""What holds on every page: headers, bounds, logs, and Django's own check of a deployment."""

import io
import json
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, RequestFactory
from django.urls import reverse
from pytest_django.fixtures import Settings
from tests.web import fjordby
from tests.web.test_who_sees_what import PAGES
from tests.web.world import World, make_world

from samskab.web.accounts.enums import Role
from samskab.web.logs import JsonLines

EMAIL = "hemmelig@fjordby.example"
OPEN = ("/konto/login/", "/konto/password/reset/", "/findes-ikke/", "/healthz", "/api/v1/people")


@pytest.fixture
def world(db: None) -> World:  # noqa: ARG001
    return make_world()


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What is logged, as the server writes it."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    names = ("", "samskab", "django")
    for name in names:
        logging.getLogger(name).addHandler(handler)
    yield stream
    for name in names:
        logging.getLogger(name).removeHandler(handler)


def policy_of(header: str) -> dict[str, list[str]]:
    parts = [part.split() for part in header.split(";") if part.strip()]
    return {part[0]: part[1:] for part in parts}


def holds(header: str) -> None:
    policy = policy_of(header)
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == ["'self'"]
    assert policy["style-src"] == ["'self'"]
    assert policy["frame-ancestors"] == ["'none'"]
    assert policy["base-uri"] == ["'none'"]
    assert "unsafe" not in header


@pytest.mark.parametrize("page", PAGES)
def test_a_page_lets_no_inline_script_or_style_run(page: str, world: World) -> None:
    row = PAGES[page]
    if row.method == "post":
        return
    client = Client()
    client.force_login(fjordby.member(world.municipality, *Role))
    slug = world.municipality.slug
    answer = client.get(reverse(page, kwargs={"slug": slug, **row.arguments(world)}))
    holds(answer["Content-Security-Policy"])
    if answer["Content-Type"].startswith("text/html") and not answer.streaming:
        text = answer.content.decode()
        assert " style=" not in text
        assert " onclick=" not in text
        assert "<style" not in text


@pytest.mark.django_db
@pytest.mark.parametrize("path", OPEN)
def test_a_page_before_login_has_the_policy_too(path: str) -> None:
    answer = Client().get(path)
    holds(answer["Content-Security-Policy"])
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"


@pytest.mark.django_db
def test_a_body_that_is_too_large_is_refused(settings: Settings) -> None:
    settings.MOST_UPLOAD_MEGABYTES = 1
    larger = SimpleUploadedFile("a.csv", b"x" * 1_000_001)
    answer = Client().post("/konto/login/", {"file": larger})
    assert answer.status_code == 413
    assert "højst fylde 1 MB" in answer.content.decode()
    smaller = SimpleUploadedFile("a.csv", b"x" * 900_000)
    assert Client().post("/konto/login/", {"file": smaller}).status_code == 200


@pytest.mark.django_db
def test_a_form_without_files_is_bounded_too() -> None:
    large = {"login": "x" * 3_000_000}
    assert Client().post("/konto/login/", large, content_type="application/json").status_code == 400


@pytest.mark.django_db
def test_a_failed_login_is_logged_without_the_address(lines: io.StringIO) -> None:
    Client().post("/konto/login/", {"login": EMAIL, "password": "forkert"})
    told = [json.loads(line) for line in lines.getvalue().splitlines()]
    assert {"event": "login_failed", "level": "warning"}.items() <= told[0].items()
    assert any(line["event"] == "request" and line["route"] == "konto/login/" for line in told)
    assert EMAIL not in lines.getvalue()
    assert "forkert" not in lines.getvalue()


@pytest.mark.django_db
def test_a_secret_address_is_logged_as_its_route(lines: io.StringIO) -> None:
    Client().get("/invitation/et-hemmeligt-link/")
    Client().get("/findes/slet/ikke/")
    assert "et-hemmeligt-link" not in lines.getvalue()
    assert "slet" not in lines.getvalue()
    assert "invitation/<str:secret>/" in lines.getvalue()


def refuse() -> None:
    message = f"{EMAIL} må ikke"
    raise PermissionDenied(message)


def test_a_fault_is_logged_with_its_place_and_without_its_words(lines: io.StringIO) -> None:
    request = RequestFactory().get(f"/x/?q={EMAIL}")
    request.resolver_match = None
    try:
        refuse()
    except PermissionDenied:
        logging.getLogger("django.request").exception(
            "Internal Server Error: %s", request.path, extra={"request": request}
        )
    line = json.loads(lines.getvalue().splitlines()[0])
    assert line["fault"] == "PermissionDenied"
    assert line["at"][0].endswith("without_its_words")
    assert EMAIL not in lines.getvalue()


def test_a_library_that_logs_an_address_does_not_get_it_through(lines: io.StringIO) -> None:
    ready_made = f"could not mail to {EMAIL} today"
    logging.getLogger("another.library").warning(ready_made)
    logging.getLogger("another.library").warning("could not mail to %s, %d tries", EMAIL, 3)
    logging.getLogger("another.library").warning("%(who)s: %(tries)d", {"who": EMAIL, "tries": 2})
    assert EMAIL not in lines.getvalue()
    assert "3 tries" in lines.getvalue()


def test_djangos_check_of_a_deployment_finds_nothing(tmp_path: Path) -> None:
    secure = {
        "DJANGO_SETTINGS_MODULE": "samskab.web.settings",
        "SAMSKAB_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOP",
        "SAMSKAB_HOSTS": "samskab.fjordby.example",
        "SAMSKAB_DATA": str(tmp_path),
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
        "PATH": os.environ["PATH"],
    }
    checked = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "INFO"],
        env=secure,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert checked.returncode == 0, checked.stderr
    asked = (
        "from django.conf import settings as s;"
        "print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SESSION_COOKIE_HTTPONLY,"
        " s.SESSION_COOKIE_SAMESITE, s.SECURE_SSL_REDIRECT, s.SECOND_FACTOR,"
        " bool(s.ACCOUNT_RATE_LIMITS), s.DEBUG)"
    )
    told = subprocess.run(
        [sys.executable, "-c", asked],
        env=secure,
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["True", "True", "True", "Lax", "True", "True", "True", "False"]
