"""Uploaded files around the moment in which a restored database takes over."""

import filecmp
from pathlib import Path

from samskab.web.house.archive import files_below


class Uploads:
    """The folder that pages write to, and the files of a backup beside it."""

    def __init__(self, live: Path, restored: Path) -> None:
        self.live = live
        self.restored = dict(files_below(restored)) if restored.is_dir() else {}
        self.before: list[str] = []

    def add_missing(self) -> None:
        """Before the database changes: add, and neither replace nor remove.

        Names of uploads are used once, so a file with other content is a rare leftover.
        """
        self.live.mkdir(parents=True, exist_ok=True)
        self.before = [name for name, _ in files_below(self.live)]
        for name in set(self.restored) - set(self.before):
            self._move(name)

    def take_over(self) -> None:
        """After it has: replace what differs, remove what it does not speak of."""
        for name in self.before:
            live = self.live / name
            if name not in self.restored:
                live.unlink(missing_ok=True)
            elif not live.exists() or not filecmp.cmp(live, self.restored[name], shallow=False):
                self._move(name)

    def _move(self, name: str) -> None:
        target = self.live / name
        target.parent.mkdir(parents=True, exist_ok=True)
        self.restored[name].replace(target)
