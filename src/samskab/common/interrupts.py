"""Ctrl-C: which parts of the work hear it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import resource_tracker
from types import FrameType


@contextmanager
def children_deaf_to_interrupts() -> Iterator[None]:
    """Processes and threads begun in here never hear Ctrl-C, which a terminal sends to them all.

    What is sent meanwhile reaches the caller when it leaves. A process begins with the signals
    blocked that its parent blocks: there is no moment in which it could still die of one.
    """
    if not hasattr(signal, "pthread_sigmask"):  # Windows: the processes must look to themselves
        yield
        return
    resource_tracker.ensure_running()  # its own start, were it later, would undo the blocking
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class Interrupts:
    """How often Ctrl-C was pressed."""

    count = 0


@contextmanager
def interrupts_counted() -> Iterator[Interrupts]:
    """Ctrl-C interrupts as ever and is counted, whoever hears it; to be entered by the main thread.

    Where the process is deaf to Ctrl-C, it stays so.
    """
    interrupts, before = Interrupts(), signal.getsignal(signal.SIGINT)
    if not callable(before):
        yield interrupts
        return

    def hear(number: int, frame: FrameType | None) -> None:
        interrupts.count += 1
        before(number, frame)

    signal.signal(signal.SIGINT, hear)
    try:
        yield interrupts
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def interrupts_ignored() -> Iterator[None]:
    """Ctrl-C does nothing in here; to be entered by the main thread."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
