"""A file is there whole, or as it was."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from time import monotonic

import pytest

from samskab.common.files import write_together, write_whole

WRITES_UNTIL_KILLED = """
import sys
from pathlib import Path
from samskab.common.files import write_whole
path = Path(sys.argv[1])
contents = [letter * 3_000_000 for letter in (b"a", b"b")]
write_whole(path, contents[0])
print("begun", flush=True)
while True:
    for content in contents:
        write_whole(path, content)
"""


def test_file_when_there_was_none(tmp_path: Path) -> None:
    write_whole(tmp_path / "plan.json", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]
    assert (tmp_path / "plan.json").read_bytes() == b"new"


def test_file_when_there_was_one(tmp_path: Path) -> None:
    (tmp_path / "plan.json").write_bytes(b"a longer old one")
    write_whole(tmp_path / "plan.json", b"new")
    assert (tmp_path / "plan.json").read_bytes() == b"new"


def test_file_when_somebody_reads_the_old_one(tmp_path: Path) -> None:
    """The old file is not written over: whoever has it open reads it to its end."""
    (tmp_path / "plan.json").write_bytes(b"old")
    with (tmp_path / "plan.json").open("rb") as old:
        write_whole(tmp_path / "plan.json", b"new")
        assert old.read() == b"old"


def test_file_when_it_is_read_by_others(tmp_path: Path) -> None:
    """The rights are those of any new file, not those of a temporary one."""
    (tmp_path / "any").write_bytes(b"")
    write_whole(tmp_path / "plan.json", b"new")
    assert (tmp_path / "plan.json").stat().st_mode == (tmp_path / "any").stat().st_mode


def test_folder_when_the_file_cannot_be_put_there(tmp_path: Path) -> None:
    (tmp_path / "plan.json").mkdir()
    with pytest.raises(OSError, match=r"plan\.json"):
        write_whole(tmp_path / "plan.json", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["plan.json"]


def test_files_when_all_can_be_put_there(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("plan.json", "report.html")]
    paths[1].write_bytes(b"old")
    write_together(dict.fromkeys(paths, b"new"))
    assert sorted(tmp_path.iterdir()) == paths
    assert [path.read_bytes() for path in paths] == [b"new", b"new"]


@pytest.mark.parametrize("last", ["a folder", "no folder/plan.json", "a" * 240])
def test_files_when_the_last_cannot_be_put_there(tmp_path: Path, last: str) -> None:
    """Not even an unfinished one is left, and the error names the file that was wanted."""
    (tmp_path / "a folder").mkdir()
    (tmp_path / "report.html").write_bytes(b"old")
    files = {tmp_path / "report.html": b"new", tmp_path / last: b"new"}
    with pytest.raises(OSError, match=re.escape(repr(str(tmp_path / last)))):
        write_together(files)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a folder", "report.html"]
    assert (tmp_path / "report.html").read_bytes() == b"old"


def test_file_when_its_writer_is_killed(tmp_path: Path) -> None:
    path = tmp_path / "plan.json"
    command = [sys.executable, "-c", WRITES_UNTIL_KILLED, str(path)]
    for _ in range(5):
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ) as writer:
            assert writer.stdout
            assert writer.stdout.readline() == b"begun\n"
            end = monotonic() + 0.2
            while monotonic() < end:
                assert path.stat().st_size == 3_000_000
            writer.send_signal(signal.SIGKILL)
        content = path.read_bytes()
        assert content == content[:1] * 3_000_000
