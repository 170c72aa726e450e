"""A worker in a process of its own, on the database of the test: `from tests.web.worker import *`.

Needs rows that are committed: `pytest.mark.django_db(transaction=True)`.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection

ENDING_SECONDS = 10
WORK = ("work", "--beat", "0.2", "--dead-after", "2", "--grace", "1")
StartWorker = Callable[..., "subprocess.Popen[str]"]


def database_url() -> str:
    """Of the test's own database, for another process."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{Path(given['NAME']).absolute()}"
    who = f"{quote(given['USER'])}:{quote(given['PASSWORD'], safe='')}"
    host = quote(given["HOST"] or "", safe="")
    port = f":{given['PORT']}" if given["PORT"] else ""
    return f"postgres://{who}@{host}{port}/{given['NAME']}"


def site_environment(**more: str) -> dict[str, str]:
    """What a process of the site needs to work on the test's database."""
    own = {
        "DATABASE_URL": database_url(),
        "DJANGO_SETTINGS_MODULE": "samskab.web.settings",
        "SAMSKAB_DATA": str(settings.DATA),
        "SAMSKAB_HTTPS": "no",
        "SAMSKAB_SECRET_KEY": settings.SECRET_KEY,
        "PYTHONPATH": os.pathsep.join(path for path in sys.path if path),
    }
    return os.environ | own | more


@pytest.fixture
def start_worker(transactional_db: None) -> Iterator[StartWorker]:  # noqa: ARG001
    """Start a worker, with more environment variables where a test gives them; ended after it."""
    begun: list[subprocess.Popen[str]] = []

    def start(**environment: str) -> "subprocess.Popen[str]":
        begun.append(
            subprocess.Popen(
                [sys.executable, "-m", "django", *WORK],
                env=site_environment(**environment),
                text=True,
                start_new_session=True,
            )
        )
        return begun[-1]

    yield start
    for process in begun:
        end(process)


@pytest.fixture
def worker(start_worker: StartWorker) -> "subprocess.Popen[str]":
    """One worker that runs as long as the test."""
    return start_worker()


def end(process: "subprocess.Popen[str]") -> None:
    """End a worker with whatever it began."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(ENDING_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
    process.wait()


def wait_until(holds: Callable[[], object], seconds: float = 180) -> None:
    """Wait for what another process does.

    Raises:
        AssertionError: it has not come within the time.
    """
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "it has not come within the time"
        time.sleep(0.1)
