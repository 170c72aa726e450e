"""A process of the planner that ends with whoever began it, however that one ended."""

import os
from multiprocessing import parent_process
from multiprocessing.connection import wait
from threading import Thread


def end_with_parent() -> None:
    """End this process in the moment in which its parent is gone; to be called by a child, once.

    A parent that is killed ends nobody: its searches would go on for ever, and for nobody.
    """
    parent = parent_process()
    if parent is not None:
        Thread(target=_end_after, args=(parent.sentinel,), daemon=True).start()


def _end_after(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
