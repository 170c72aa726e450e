"""The command as its users meet it: a process of its own, alone or at a terminal."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from typer.testing import CliRunner

from samskab.cli.main import app

PATIENCE_SECONDS = 60
MAIN = "from samskab.cli.main import main; main()"
HEARS = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
COMMAND = (sys.executable, "-c", MAIN)
Ended = tuple[int, str, str]


def environment(home: Path) -> dict[str, str]:
    return {
        **{name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ},
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "cache"),
        "SAMSKAB_LANG": "en",
        "TERM": "xterm",
    }


def run(
    home: Path,
    *arguments: object,
    before: Sequence[str] = (),
    command: Sequence[str] = COMMAND,
) -> Ended:
    """Exit code, output and errors of `samskab ARGUMENTS`; `before` are words of a shell."""
    done = subprocess.run(
        [*before, *command, *map(str, arguments)],
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def run_here(home: Path, *arguments: object) -> Ended:
    """The same in this process: quicker where it does not matter that it is one of its own."""
    done = CliRunner().invoke(app, list(map(str, arguments)), env=environment(home))
    return done.exit_code, done.stdout, done.stderr


@contextmanager
def started(
    home: Path, *arguments: object, at: int = subprocess.PIPE
) -> Iterator[subprocess.Popen[str]]:
    """`samskab ARGUMENTS` in a process group of its own, as a shell starts it; `at` a terminal.

    It hears Ctrl-C even where the tests run in the background, which makes processes deaf to it.
    """
    with subprocess.Popen(
        [sys.executable, "-c", HEARS + MAIN, *map(str, arguments)],
        env=environment(home),
        stdin=subprocess.DEVNULL,
        stdout=at,
        stderr=at,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def press_ctrl_c(process: subprocess.Popen[str]) -> None:
    """What a terminal does: every process of the group is interrupted, the children too."""
    os.killpg(process.pid, signal.SIGINT)


def said(process: subprocess.Popen[str], text: str) -> str:
    """What is on the error stream up to the line that holds `text`."""
    assert process.stderr
    lines = []
    for line in process.stderr:
        lines.append(line)
        if text in line:
            return "".join(lines)
    raise AssertionError(lines)


def has_workers(process: subprocess.Popen[str]) -> bool:
    """Whether it has started more than Python's own tracker; by Linux' own account."""
    threads = Path(f"/proc/{process.pid}/task")
    children = [child for each in threads.glob("*/children") for child in each.read_text().split()]
    return len(children) > 1


def ended(group: int) -> bool:
    """Whether no process of a group still works; by Linux' own account."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, its_group = stat.read_text().rpartition(")")[2].split()[:3]
            if int(its_group) == group and state != "Z":
                return False
    return True


def wait_until(happened: Callable[[], bool]) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while not happened():
        assert time.monotonic() < until
        time.sleep(0.02)
