"""Backups of a house whose server answers, restored, broken, foreign, and killed in the midst."""

import json
import os
import signal
import subprocess
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils.translation import override
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from pytest_django.fixtures import Settings
from tests.web import fjordby
from tests.web.house.cookies import login_cookie
from tests.web.house.serving import House, Server, serving
from tests.web.house.tasks import note

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation
from samskab.web.audit.models import Entry
from samskab.web.house.workspace import PREFIX
from samskab.web.people.models import Unit

pytestmark = pytest.mark.django_db(transaction=True)
OTHER = {"sqlite": "postgresql", "postgresql": "sqlite"}


@pytest.fixture
def house(house: House) -> House:
    """One that holds a file."""
    (house.data / "files" / "maps").mkdir(parents=True)
    (house.data / "files" / "maps" / "old.pdf").write_bytes(b"old")
    return house


@pytest.fixture
def here(house: House, settings: Settings) -> House:
    """The same in the test's own process: quicker where nothing is killed."""
    settings.DATA, settings.MEDIA_ROOT = house.data, house.data / "files"
    return house


def state(house: House) -> tuple[list[str], dict[str, bytes]]:
    files = house.data / "files"
    return (
        list(Organisation.objects.values_list("slug", flat=True)),
        {p.relative_to(files).as_posix(): p.read_bytes() for p in files.rglob("*") if p.is_file()},
    )


def change(house: House) -> None:
    fjordby.provider()
    (house.data / "files" / "maps" / "old.pdf").unlink()
    (house.data / "files" / "new.pdf").write_bytes(b"new")


@contextmanager
def asked_all_the_time(server: Server, cookie: str) -> Iterator[list[int]]:
    """What a page answers to somebody who is logged in, again and again."""
    answers: list[int] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            answers.append(server.status("/fjordby/personer/", cookie))
            time.sleep(0.05)

    asking = [threading.Thread(target=ask) for _ in range(2)]
    for each in asking:
        each.start()
    try:
        yield answers
    finally:
        done.set()
        for each in asking:
            each.join()


def test_everything_is_as_it_was_when_a_backup_is_restored_under_a_server_that_answers(
    house: House, tmp_path: Path
) -> None:
    cookie = login_cookie(fjordby.member(fjordby.municipality(), Role.CONSULTANT))
    running = DBTaskResult.objects.get(id=note.enqueue("nowhere", "nothing").id)
    running.claim("some-worker")
    before = state(house)
    with serving(house) as server, asked_all_the_time(server, cookie) as answers:
        assert house.run("backup", tmp_path / "b.zip")[0] == 0
        change(house)
        assert state(house) != before
        code, said = house.run("restore", tmp_path / "b.zip")
    assert code == 0, said
    assert state(house) == before
    assert set(answers) == {200}
    assert len(answers) > 20
    running.refresh_from_db()
    assert running.status == TaskResultStatus.READY
    assert Entry.objects.get().action == "backup_restored"
    assert (tmp_path / "b.zip").stat().st_mode & 0o077 == 0


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


def one_byte_else(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def no_archive(path: Path) -> None:
    path.write_text("<html>not found</html>")


def another_archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letter.txt", "hello")


def with_manifest(path: Path, **values: object) -> None:
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["manifest.json"] = json.dumps(json.loads(members["manifest.json"]) | values).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)


def of_another_database(path: Path) -> None:
    with_manifest(path, database=OTHER[connection.vendor])


def of_a_newer_version(path: Path) -> None:
    with_manifest(path, samskab="9.9", migrations=["people.9999_moon"])


def reaching_outside(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        sha256 = json.loads(archive.read("manifest.json"))["sha256"]
    with_manifest(path, sha256=sha256 | {"files/../../evil": "0"})
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("files/../../evil", "evil")


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        (truncated, "no whole backup"),
        (one_byte_else, "no whole backup"),
        (no_archive, "no whole backup"),
        (another_archive, "no whole backup"),
        (reaching_outside, "no whole backup"),
        (of_another_database, "the same kind"),
        (of_a_newer_version, "version 9.9"),
        (Path.unlink, "No such file"),
    ],
)
def test_nothing_changes_when_what_is_restored_is_no_backup_for_this_place(
    harm: Callable[[Path], None], words: str, here: House, tmp_path: Path
) -> None:
    fjordby.municipality()
    call_command("backup", tmp_path / "b.zip")
    change(here)
    before = state(here)
    harm(tmp_path / "b.zip")
    with pytest.raises(CommandError, match=words), override("en"):
        call_command("restore", tmp_path / "b.zip")
    assert state(here) == before
    assert not list(here.data.glob(f"{PREFIX}*"))


def test_command_ends_in_words_when_the_file_is_not_there(house: House) -> None:
    code, said = house.run("restore", house.data / "none.zip", "--lang", "da")
    assert code == 2
    assert said.endswith("none.zip kan ikke bruges (No such file or directory): intet er ændret.\n")


def kill_when(
    process: "subprocess.Popen[str]", begun: Callable[[], object], milliseconds: int = 0
) -> None:
    while not begun():
        assert process.poll() is None, process.communicate()
        time.sleep(0.001)
    time.sleep(milliseconds / 1000)
    with suppress(ProcessLookupError):  # it may have ended by itself
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def test_older_backup_stays_when_a_backup_is_killed(house: House, tmp_path: Path) -> None:
    fjordby.municipality()
    (house.data / "files" / "large").write_bytes(os.urandom(64 << 20))
    file = tmp_path / "b.zip"
    house.run("backup", file)
    older = file.read_bytes()
    process = house.begin("backup", file)
    kill_when(process, lambda: list(tmp_path.glob(f"{PREFIX}*/archive")))
    assert file.read_bytes() == older
    assert list(tmp_path.glob(f"{PREFIX}*"))
    assert house.run("backup", file)[0] == 0
    assert not list(tmp_path.glob(f"{PREFIX}*"))


def test_old_or_new_is_there_whole_when_a_restoration_is_killed(
    house: House, tmp_path: Path
) -> None:
    place = fjordby.municipality()
    Unit.objects.bulk_create(
        Unit(organisation=place, name=f"Enhed {number}") for number in range(20_000)
    )
    restored, (before, files) = tmp_path / "b.zip", state(house)
    house.run("backup", restored)
    change(house)
    changed = state(house)
    seen = []
    for milliseconds in (0, 100, 200, 300, 400, 600, 900, 1400):
        process = house.begin("restore", restored)
        kill_when(process, lambda: list(house.data.glob(f"{PREFIX}*/database")), milliseconds)
        slugs, now = state(house)
        seen.append(slugs)
        wanted = files if slugs == before else changed[1]
        assert wanted.items() <= now.items()
        assert Unit.objects.count() == 20_000
    assert seen[0] == changed[0]
    assert house.run("restore", restored)[0] == 0
    assert state(house) == (before, files)
