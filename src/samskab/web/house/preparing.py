"""What a server needs before it starts: the database's tables and the collected static files."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from django.db import connection

from samskab.web.house.database import lacks_migrations

LOCK_NUMBER = 7_267_522  # any; the same in every version


def prepare() -> None:
    """Migrate and collect, one process at a time; servers that start together wait for the first.

    Raises:
        OSError: the data folder cannot be written.
    """
    data = Path(settings.DATA)
    data.mkdir(parents=True, exist_ok=True)
    with (data / ".preparing").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with _alone_in_database():
            if lacks_migrations():
                call_command("migrate", interactive=False, verbosity=0)
        _collect()


def _collect() -> None:
    """Static files, where any is another than the last time."""
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    now = _sources()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == now:
        return
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now, encoding="utf-8")


def _sources() -> str:
    """A digest of every source's name, size and time."""
    digest = sha256()
    for finder in get_finders():
        for name, storage in finder.list([]):
            stat = Path(storage.path(name)).stat()
            digest.update(f"{name} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


@contextmanager
def _alone_in_database() -> Iterator[None]:
    """No other machine migrates meanwhile; with SQLite there is none."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK_NUMBER])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [LOCK_NUMBER])
