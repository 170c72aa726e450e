"""A folder for unfinished files; one whose process was killed is swept away by the next."""

import fcntl
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = ".samskab-unfinished-"


@contextmanager
def workspace(beside: Path) -> Iterator[Path]:
    """A folder in `beside`, on the same disk as what its files become; nobody else may read it.

    Raises:
        OSError: `beside` is not there or may not be written to.
    """
    sweep(beside)
    made = Path(tempfile.mkdtemp(prefix=PREFIX, dir=beside))
    try:
        with (made / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def sweep(folder: Path) -> None:
    """Remove what killed processes left: the lock of a living one is held."""
    for left in folder.glob(f"{PREFIX}*"):
        with suppress(OSError), (left / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(left)
