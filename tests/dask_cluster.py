"""A real Dask cluster of this machine: a scheduler and its workers, each a process of its own."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from distributed import Client

PATIENCE_SECONDS = 60
HOST = "127.0.0.1"
IDLE_SECONDS = "300"
"""After which processes end by themselves: those of tests that were killed do too."""
OF_WORKER = ("--no-nanny", "--nthreads", "1", "--death-timeout", IDLE_SECONDS)
NO_OTHER: Mapping[str, str] = {}
Process: TypeAlias = "subprocess.Popen[bytes]"


class DaskCluster:
    """Its processes, which a test may kill."""

    def __init__(self, scratch: Path, environment: Mapping[str, str]) -> None:
        self._scratch, self._environment = scratch, {**os.environ, **environment}
        file = scratch / "scheduler.json"
        self.scheduler = self._start(
            "scheduler", "--port", "0", "--scheduler-file", file, "--idle-timeout", IDLE_SECONDS
        )
        self.address = _address(file, self.scheduler)
        self.workers: list[Process] = []

    def hire(self, count: int) -> None:
        """Start workers, of one thread each, and wait until the scheduler knows them."""
        self.workers += [
            self._start("worker", self.address, *OF_WORKER, "--local-directory", self._scratch)
            for _ in range(count)
        ]
        with Client(self.address, set_as_default=False, timeout=PATIENCE_SECONDS) as client:
            alive = sum(worker.poll() is None for worker in self.workers)
            client.wait_for_workers(alive, timeout=PATIENCE_SECONDS)

    def end(self) -> None:
        """Kill all."""
        for process in (*self.workers, self.scheduler):
            kill(process)

    def _start(self, what: str, *options: object) -> Process:
        words = [sys.executable, "-m", "dask", what, "--host", HOST, "--no-dashboard"]
        with (self._scratch / "dask.log").open("ab") as log:
            return subprocess.Popen(
                [*words, *map(str, options)],
                env=self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )


@contextmanager
def dask_cluster(
    scratch: Path, workers: int = 2, environment: Mapping[str, str] = NO_OTHER
) -> Iterator[DaskCluster]:
    """Started on free ports, and ended with all that it left running."""
    cluster = DaskCluster(scratch, environment)
    try:
        if workers:
            cluster.hire(workers)
        yield cluster
    finally:
        cluster.end()


def kill(process: Process) -> None:
    """At once, as a power cut does, and its children with it."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _address(file: Path, scheduler: Process) -> str:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        assert scheduler.poll() is None
        with suppress(FileNotFoundError, json.JSONDecodeError):
            return str(json.loads(file.read_text())["address"])
        time.sleep(0.05)
    raise TimeoutError(file)
