"""Files that are there whole or not at all."""

import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EISDIR
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Put `content` where `path` is, in one step: a crash leaves the old file or the new one.

    Args:
        path: in a folder that is there; a file of that name is replaced.
        content: every byte of the file.

    Raises:
        OSError: the folder is not there, is full or may not be written to; `path` is as it was.
    """
    write_together({path: content})


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Put files that belong together in their places: none is, before all can be.

    Each is replaced in one step, in the order given; only a crash in the moment between two of
    these steps leaves some old beside some new.

    Args:
        contents: every byte of each file, all in folders that are there.

    Raises:
        OSError: as for `write_whole`; where it is the first file that cannot be replaced, or one
            that cannot be written, every file is as it was.
    """
    unfinished = {path: _beside(path) for path in contents}
    try:
        for path, draft in unfinished.items():
            with _told_of(path):
                _refuse_folder(path)
                _write(draft, contents[path])
        for path, draft in unfinished.items():
            with _told_of(path):
                draft.replace(path)
    except BaseException:
        for draft in unfinished.values():
            with suppress(OSError):
                draft.unlink()
        raise
    for folder in {path.parent for path in contents}:
        _keep_names(folder)


def _beside(path: Path) -> Path:
    return path.with_name(f".{path.name}.{secrets.token_hex(4)}.unfinished")


@contextmanager
def _told_of(path: Path) -> Iterator[None]:
    """An error names the file that was wanted: nobody knows of the unfinished one."""
    try:
        yield
    except OSError as error:
        error.filename, error.filename2 = str(path), None
        raise


def _refuse_folder(path: Path) -> None:
    """No file can take the place of a folder: said before others have taken theirs."""
    if path.is_dir():
        raise IsADirectoryError(EISDIR, os.strerror(EISDIR), str(path))


def _write(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _keep_names(folder: Path) -> None:
    """Make the files' new names last through a power cut, where the system can open folders."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
