"""The server and the commands as processes of their own, on the database of the test."""

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

from tests.web.worker import end, site_environment

PATIENCE_SECONDS = 60
COMMAND = (sys.executable, "-c", "from samskab.cli.main import main; main()")


@dataclass(frozen=True, slots=True)
class House:
    """A data folder, and commands that work on it and on the test's database."""

    data: Path

    def environment(self, **more: str) -> dict[str, str]:
        own = {"SAMSKAB_DATA": str(self.data), "SAMSKAB_LANG": "en", "SAMSKAB_SECOND_FACTOR": "no"}
        return site_environment(**own, **more)

    def begin(self, *words: object) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            [*COMMAND, *map(str, words)],
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def run(self, *words: object) -> tuple[int, str]:
        """Exit code, and what it said."""
        process = self.begin(*words)
        said, _ = process.communicate(timeout=PATIENCE_SECONDS)
        return process.returncode, said


@dataclass(frozen=True, slots=True)
class Server:
    """One that answers."""

    process: "subprocess.Popen[str]"
    port: int

    def status(self, path: str, cookie: str = "", seconds: float = 30) -> int:
        asked = HTTPConnection("127.0.0.1", self.port, timeout=seconds)
        try:
            asked.request("GET", path, headers={"Cookie": cookie})
            return asked.getresponse().status
        finally:
            asked.close()

    def post(self, path: str, cookie: str, **fields: str) -> int:
        """The status of a form that is sent, with what protects it from other sites."""
        asked = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE_SECONDS)
        token = "a" * 32
        headers = {
            "Cookie": f"{cookie}; csrftoken={token}",
            "X-CSRFToken": token,
            "Content-Type": "application/x-www-form-urlencoded",
        }
        try:
            asked.request("POST", path, body=urlencode(fields), headers=headers)
            return asked.getresponse().status
        finally:
            asked.close()


@contextmanager
def serving(house: House) -> Iterator[Server]:
    """`samskab serve`, from the moment in which it answers."""
    port = free_port()
    process = house.begin("serve", "--bind", f"127.0.0.1:{port}", "--processes", 2)
    server = Server(process, port)
    try:
        wait_for(server)
        yield server
    finally:
        end(process)


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def wait_for(server: Server) -> None:
    """Wait until it answers."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            assert server.status("/healthz") == 200
        except (OSError, HTTPException):
            assert server.process.poll() is None, server.process.communicate()
            assert time.monotonic() < until
            time.sleep(0.1)
        else:
            return
