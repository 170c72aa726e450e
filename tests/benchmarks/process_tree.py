"""A process and all that it started, as the Linux kernel shows them under /proc."""

import os
import signal
from collections import defaultdict
from contextlib import suppress
from pathlib import Path

PROC = Path("/proc")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


def tree_of(pid: int) -> list[int]:
    """A process, those that it started, those that these started, and so on."""
    children: dict[int, list[int]] = defaultdict(list)
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            with suppress(OSError):
                # the name in brackets may hold spaces: the parent's id is the second word after it
                words = (folder / "stat").read_text().rpartition(")")[2].split()
                children[int(words[1])].append(int(folder.name))
    found = [pid]
    for one in found:
        found.extend(children[one])
    return found


def resident_bytes(pid: int) -> int:
    """Resident memory of a process and its descendants; pages that they share count each time."""
    total = 0
    for one in tree_of(pid):
        with suppress(OSError):
            total += int((PROC / str(one) / "statm").read_text().split()[1]) * PAGE_BYTES
    return total


def kill_tree(pid: int) -> None:
    """End a process and its descendants at once."""
    for one in reversed(tree_of(pid)):
        with suppress(ProcessLookupError):
            os.kill(one, signal.SIGKILL)
