"""Tasks that tests put in the queue; each tells a file what it does."""

import time
from pathlib import Path

from django_tasks import task

PATIENCE_SECONDS = 60


def say(path: str, words: str) -> None:
    with Path(path).open("a", encoding="utf-8") as file:
        file.write(words + "\n")


def said(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split() if path.exists() else []


@task()
def note(path: str, words: str) -> None:
    say(path, words)


@task()
def wait_for(path: str, permission: str) -> str:
    """Begins, and is done when a file is there."""
    say(path, "begun")
    until = time.monotonic() + PATIENCE_SECONDS
    while not Path(permission).exists():
        if time.monotonic() > until:
            raise TimeoutError
        time.sleep(0.02)
    say(path, "done")
    return "done"
