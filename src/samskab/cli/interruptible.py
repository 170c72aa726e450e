"""Work that starts processes and yet ends at once, and without their words, on Ctrl-C."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import wait as wait_for
from threading import Thread
from typing import TypeVar

from samskab.common.interrupts import children_deaf_to_interrupts

POLL_SECONDS = 0.1

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

    try:
        with children_deaf_to_interrupts():
            Thread(target=run, daemon=True).start()
        while not future.done():  # a wait without end would not hear Ctrl-C on Windows
            wait_for([future], timeout=POLL_SECONDS)
    except KeyboardInterrupt:
        for child in multiprocessing.active_children():
            child.kill()
        raise
    return future.result()
