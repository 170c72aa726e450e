"""Where a command writes: a folder that gets all of its files or none."""

import os
from collections.abc import Mapping
from contextlib import suppress
from errno import EACCES
from pathlib import Path

from samskab.cli.stopped import BAD_INPUT, StoppedError
from samskab.common.files import write_together


def refuse_target(target: Path) -> None:
    """Nobody shall wait for what cannot be written.

    Raises:
        StoppedError: `no_folder` or `unwritable`: what stands there is no folder, or may not be
            written to.
    """
    there = next(path for path in (target, *target.absolute().parents) if os.path.lexists(path))
    if not there.is_dir():
        raise StoppedError(BAD_INPUT, "no_folder", path=there)
    if not os.access(there, os.W_OK | os.X_OK):
        raise StoppedError(BAD_INPUT, "unwritable", path=there, why=os.strerror(EACCES))


def write_target(target: Path, contents: Mapping[str, bytes]) -> None:
    """Put all files in their folder, or none and no folder either.

    Args:
        target: made where it is missing.
        contents: by path below it, such as plan.json or people/p1.ics.

    Raises:
        StoppedError: `unwritable`.
    """
    files = {target / name: content for name, content in contents.items()}
    folders = dict.fromkeys(path.parent for path in files)
    made: list[Path] = []
    try:
        for folder in folders:
            missing = [path for path in (folder, *folder.parents) if not path.exists()]
            made += reversed(missing)
            folder.mkdir(parents=True, exist_ok=True)
        write_together(files)
    except OSError as error:
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        path, why = error.filename or target, error.strerror or type(error).__name__
        raise StoppedError(BAD_INPUT, "unwritable", path=path, why=why) from error
