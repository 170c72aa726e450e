"""Work that starts processes and yet ends at once, and without their words, on Ctrl-C."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import wait as wait_for
from threading import Thread
from time import monotonic, sleep
from typing import TypeVar

from samskab.common.interrupts import children_deaf_to_interrupts

POLL_SECONDS = 0.1
LAST_START_SECONDS = 0.5

Result = TypeVar("Result")


def interruptible(work: Callable[[], Result]) -> Result:
    """What `work` returns or raises; it is done beside the main thread, which hears Ctrl-C.

    Raises:
        KeyboardInterrupt: of Ctrl-C; the processes that `work` started are ended.
    """
    future: Future[Result] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as error:  # noqa: BLE001 (it is raised again where it is waited for)
            future.set_exception(error)

    with children_deaf_to_interrupts():
        Thread(target=run, daemon=True).start()
    try:
        while not future.done():  # a wait without end would not hear Ctrl-C on Windows
            wait_for([future], timeout=POLL_SECONDS)
    except KeyboardInterrupt:
        _end_children(future)
        raise
    return future.result()


def _end_children(work: "Future[Result]") -> None:
    """End them for a while: work that is just starting them has more in a moment."""
    until = monotonic() + LAST_START_SECONDS
    while not work.done() and monotonic() < until:
        for child in multiprocessing.active_children():
            child.kill()
        sleep(POLL_SECONDS / 10)
