"""All files of a command in their places, or none and no folder either."""

from pathlib import Path

import pytest

from samskab.cli.stopped import BAD_INPUT, StoppedError
from samskab.cli.target import refuse_target, write_target

TOO_LONG = "x" * 300


def test_target_when_all_can_be_written(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b"
    write_target(target, {"plan.json": b"1", "people/ada.ics": b"2"})
    assert (target / "plan.json").read_bytes() == b"1"
    assert (target / "people" / "ada.ics").read_bytes() == b"2"


@pytest.mark.parametrize("unwritable", [TOO_LONG, f"rooms/{TOO_LONG}", f"{TOO_LONG}/r1.ics"])
def test_target_when_one_cannot_be_written_leaves_nothing(tmp_path: Path, unwritable: str) -> None:
    with pytest.raises(StoppedError) as stopped:
        write_target(tmp_path / "a" / "b", {"people/ada.ics": b"2", unwritable: b"1"})
    assert (stopped.value.code, stopped.value.word) == (BAD_INPUT, "unwritable")
    assert stopped.value.values["why"] == "File name too long"
    assert list(tmp_path.iterdir()) == []


def test_target_when_one_cannot_be_written_keeps_what_was_there(tmp_path: Path) -> None:
    write_target(tmp_path, {"people/ada.ics": b"old"})
    with pytest.raises(StoppedError):
        write_target(tmp_path, {"people/ada.ics": b"new", "people": b"1"})
    assert (tmp_path / "people" / "ada.ics").read_bytes() == b"old"


def test_target_when_a_file_is_on_the_way(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("mine")
    for target in (file, file / "below" / "it"):
        with pytest.raises(StoppedError) as stopped:
            refuse_target(target)
        assert stopped.value.word == "no_folder"
    refuse_target(tmp_path / "new" / "folder")
