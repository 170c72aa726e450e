"""Which database, and how it is spoken to."""

from pathlib import Path
from typing import Any

import dj_database_url

from samskab.web import environment as env

SQLITE = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}
ENGINES = {"django.db.backends.sqlite3", "django.db.backends.postgresql"}


def database(given: env.Environment, data: Path) -> dict[str, Any]:
    """The default database: DATABASE_URL, else SQLite in the data folder.

    Raises:
        EnvironmentFaultError: DATABASE_URL cannot be read, or names another kind.
    """
    url = given.text(env.DATABASE_URL)
    try:
        read: dict[str, Any] = dict(
            dj_database_url.parse(
                url or f"sqlite:///{data / 'samskab.sqlite3'}",
                conn_max_age=60,
                conn_health_checks=True,
            )
        )
    except ValueError as error:
        raise env.EnvironmentFaultError(env.DATABASE_URL, "unreadable") from error
    if read.get("ENGINE") not in ENGINES:
        raise env.EnvironmentFaultError(env.DATABASE_URL, "unreadable")
    if read["ENGINE"].endswith("sqlite3"):
        read["OPTIONS"] = SQLITE
    return read
