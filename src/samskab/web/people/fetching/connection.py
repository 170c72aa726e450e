"""One connection to one checked address, under one deadline for all that is said on it."""

import http.client
import io
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from time import monotonic

from samskab.web.people.fetching.codes import Code, FeedError

SHORTEST_WAIT = 0.001


@dataclass(frozen=True, slots=True)
class Deadline:
    """A moment of the monotonic clock."""

    at: float

    def left(self) -> float:
        """Seconds until then.

        Raises:
            TimeoutError: it is past.
        """
        seconds = self.at - monotonic()
        if seconds <= 0:
            raise TimeoutError
        return max(seconds, SHORTEST_WAIT)


class _Reader(io.RawIOBase):
    """Reads a socket; a server that sends a byte now and then gains no time by it."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock = sock
        self._deadline = deadline

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        self._sock.settimeout(self._deadline.left())
        return self._sock.recv_into(buffer)

    def close(self) -> None:
        self._sock.close()
        super().close()


class TimedSocket:
    """A socket, as much of it as http.client uses."""

    def __init__(self, sock: socket.socket, deadline: Deadline) -> None:
        self._sock = sock
        self._deadline = deadline
        self._has_reader = False

    def makefile(self, mode: str) -> io.BufferedReader:
        """What the server says."""
        assert mode == "rb", mode
        self._has_reader = True
        return io.BufferedReader(_Reader(self._sock, self._deadline))

    def sendall(self, content: bytes) -> None:
        """Say something to the server."""
        self._sock.settimeout(self._deadline.left())
        self._sock.sendall(content)

    def close(self) -> None:
        """Hang up, once the answer is read: http.client closes its end before that."""
        if not self._has_reader:
            self._sock.close()


Addresses = Callable[[str, int], list[tuple[str, int]]]


def addresses_of(host: str, port: int) -> list[tuple[str, int]]:
    """What a name stands for, by the system's resolver, which has a time limit of its own.

    Raises:
        OSError: it stands for nothing.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys((str(entry[4][0]), port) for entry in found))


def connected(
    addresses: list[tuple[str, int]], name: str, tls: ssl.SSLContext | None, deadline: Deadline
) -> TimedSocket:
    """A connection to the first of some checked addresses that answers.

    Args:
        addresses: checked; nothing is looked up any more.
        name: what the certificate must be for.
        tls: None for plain HTTP.
        deadline: for everything.

    Raises:
        FeedError: none answers, or the certificate is not the name's.
        TimeoutError: the deadline is past.
    """
    for address in addresses:
        try:
            raw = socket.create_connection(address, timeout=deadline.left())
        except TimeoutError:
            deadline.left()
            continue
        except OSError:
            continue
        return TimedSocket(_secured(raw, name, tls, deadline), deadline)
    raise FeedError(Code.UNREACHABLE, host=name)


def _secured(
    raw: socket.socket, name: str, tls: ssl.SSLContext | None, deadline: Deadline
) -> socket.socket:
    if tls is None:
        return raw
    try:
        raw.settimeout(deadline.left())
        return tls.wrap_socket(raw, server_hostname=name)
    except ssl.SSLCertVerificationError as error:
        raw.close()
        raise FeedError(Code.CERTIFICATE, host=name) from error
    except TimeoutError:
        raw.close()
        raise
    except OSError as error:
        raw.close()
        raise FeedError(Code.UNREACHABLE, host=name) from error


def asked(sock: TimedSocket, host: str, target: str) -> http.client.HTTPResponse:
    """The answer to a GET, its body still to be read.

    Raises:
        http.client.HTTPException, OSError: it is none.
    """
    connection = http.client.HTTPConnection(host)
    connection.sock = sock
    headers = {
        "Host": host,
        "Accept": "text/calendar, */*;q=0.1",
        "Accept-Encoding": "identity",
        "User-Agent": "Samskab",
        "Connection": "close",
    }
    connection.request("GET", target, headers=headers)
    return connection.getresponse()
