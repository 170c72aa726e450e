"""A filled site on a database of its own, served as in a municipality, but for TLS."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
from tests.benchmarks.folders import ROOT
from tests.benchmarks.web.opening import Opening
from tests.web.house.serving import Server, free_port, wait_for

DATABASES = ("sqlite", "postgresql")
NAME = "samskab_bench"


@dataclass(frozen=True, slots=True)
class Site:
    """One that answers, and who opens what on it."""

    port: int
    openings: list[Opening]


@contextmanager
def filled_site(database: str) -> Iterator[Site]:
    """Make, fill and serve it; gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(Path(folder), database)
        _django(environment, "-m", "django", "migrate", "--verbosity", "0")
        filled = _django(environment, "-m", "tests.benchmarks.web.fill")
        openings = [Opening(**each) for each in json.loads(filled)]
        with _served(environment) as port:
            yield Site(port, openings)


def _environment(folder: Path, database: str) -> dict[str, str]:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "samskab.web.settings",
        "SAMSKAB_SECRET_KEY": "of-a-benchmark-that-keeps-nothing-1234567890",
        "SAMSKAB_DEBUG": "no",
        "SAMSKAB_HTTPS": "no",
        "SAMSKAB_SECOND_FACTOR": "no",
        "SAMSKAB_DATA": str(folder),
        "DATABASE_URL": "" if database == "sqlite" else _new_postgresql(),
        "PYTHONPATH": os.pathsep.join(path for path in [*sys.path, str(ROOT)] if path),
    }


def _new_postgresql() -> str:
    command = ["sh", str(ROOT / "tools" / "get-postgres.sh")]
    url = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {NAME} WITH (FORCE)")
        connection.execute(f"CREATE DATABASE {NAME}")
    return urlunsplit(urlsplit(url)._replace(path=f"/{NAME}"))


def _django(environment: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words], env=environment, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


@contextmanager
def _served(environment: dict[str, str]) -> Iterator[int]:
    port = free_port()
    words = ("serve", "--bind", f"127.0.0.1:{port}", "--processes", "2")
    process = subprocess.Popen(
        [sys.executable, "-c", "from samskab.cli.main import main; main()", *words],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        wait_for(Server(process, port))
        yield port
    finally:
        process.terminate()
        process.wait()
