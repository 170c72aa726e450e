"""Copies of the running database, and a copy put in its place: in one step, or not at all."""

import os
import sqlite3
import subprocess
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient
from django.utils.translation import gettext as _
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from samskab.web.house.archive import ArchiveFaultError

WAIT_SECONDS = 30
TRIES = 5
# Whatever this version or another one made: the copy brings its own.
EMPTY = """
SET lock_timeout = '10s';
DO $$ DECLARE each record; BEGIN
  FOR each IN SELECT oid::regclass AS name FROM pg_class
      WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') LOOP
    EXECUTE format('DROP TABLE IF EXISTS %s CASCADE', each.name);
  END LOOP;
  FOR each IN SELECT p.oid::regprocedure AS name FROM pg_proc p
      WHERE p.pronamespace = current_schema()::regnamespace
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e') LOOP
    EXECUTE format('DROP FUNCTION IF EXISTS %s CASCADE', each.name);
  END LOOP;
END $$;
"""


class CopyError(Exception):
    """A program of the database failed; the sentence holds its own words."""


def copy_database(target: Path) -> None:
    """Copy it as it is at one moment, while others read and write.

    Raises:
        CopyError: the database's own program failed or is not there.
    """
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(_live())) as live, closing(sqlite3.connect(target)) as copy:
            live.backup(copy)
        return
    words = ["--format=custom", "--compress=0", "--no-owner", "--no-privileges"]
    _run("pg_dump", [*words, f"--file={target}"], connected=True)


def put_in_place(copy: Path, beside: Path) -> None:
    """Replace what the running database holds; whoever reads meanwhile sees the old or the new.

    Tasks that were running when the copy was made are ready in it.

    Args:
        copy: of the same kind of database.
        beside: a folder for unfinished files.

    Raises:
        ArchiveFaultError: the copy is broken.
        CopyError: the database refused; all is as it was.
    """
    if connection.vendor == "sqlite":
        _put_sqlite(copy)
    else:
        _put_postgresql(copy, beside)


def _ready_again() -> str:
    """No worker is at what a copy tells of."""
    ready, running = TaskResultStatus.READY.value, TaskResultStatus.RUNNING.value
    table = DBTaskResult._meta.db_table
    return (
        f"UPDATE {table} SET status = '{ready}', started_at = NULL"  # noqa: S608 (words of our own)
        f" WHERE status = '{running}'"
    )


def _live() -> Path:
    return Path(connection.settings_dict["NAME"])


def _put_sqlite(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as source:
        try:
            whole = source.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            source.execute(_ready_again())
            source.commit()
        except sqlite3.DatabaseError:
            whole = False
        if not whole:
            raise ArchiveFaultError(_("The database in the backup is broken: nothing was changed."))
        connection.close()
        with closing(sqlite3.connect(_live(), timeout=WAIT_SECONDS)) as live:
            live.execute("PRAGMA journal_mode=WAL")
            source.backup(live)  # one transaction of the live database, whatever its size


def _put_postgresql(copy: Path, beside: Path) -> None:
    script, empty, ready = (beside / name for name in ("copy.sql", "empty.sql", "ready.sql"))
    words = ["--no-owner", "--no-privileges", f"--file={script}", str(copy)]
    _run("pg_restore", words, connected=False)
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        schema = cursor.fetchone()[0]
    empty.write_text(EMPTY, encoding="utf-8")
    ready.write_text(f"SET search_path = {schema};\n{_ready_again()};\n", encoding="utf-8")
    connection.close()
    files = [f"--file={path}" for path in (empty, script, ready)]
    words = ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--single-transaction", *files]
    for left in reversed(range(TRIES)):
        try:
            _run("psql", words, connected=True)
        except CopyError:  # a request held a table too long, or wanted two in another order
            if not left:
                raise
        else:
            return


def _run(program: str, words: Sequence[str], *, connected: bool) -> None:
    arguments, variables = [program], {}
    if connected:
        own, given = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
        arguments, variables = [program, *own[1:]], given or {}
    try:
        subprocess.run(  # noqa: S603 (words of our own)
            [*arguments, *words],
            env={**os.environ, **variables, "LC_MESSAGES": "C"},
            check=True,
            capture_output=True,
            text=True,
        )
    except FileNotFoundError as error:
        what = _("%(program)s is not there: install PostgreSQL's client programs.")
        raise CopyError(what % {"program": program}) from error
    except subprocess.CalledProcessError as error:
        what = _("%(program)s failed, and all is as it was: %(why)s")
        why = " ".join(error.stderr.split())
        raise CopyError(what % {"program": program, "why": why}) from error
