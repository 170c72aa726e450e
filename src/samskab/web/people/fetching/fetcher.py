"""Fetches a feed: only http(s), only from where the host may ask, within limits.

A name is looked up once, all that it stands for is checked, and the connection goes to what was
checked: an answer that changes meanwhile leads nowhere else. Each redirect is a new address with
the same checks. The libraries of this kind either follow no redirect or limit each read alone, not
the whole; http.client needs this much around it.
"""

import http.client
import ssl
from collections.abc import Sequence
from dataclasses import dataclass, field
from time import monotonic
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from samskab.web.people.fetching.codes import Code, FeedError
from samskab.web.people.fetching.connection import (
    Addresses,
    Deadline,
    addresses_of,
    asked,
    connected,
)
from samskab.web.people.fetching.networks import Network, is_allowed

PORTS = {"http": 80, "https": 443}
SUBSCRIBED = {"webcal": "https", "webcals": "https"}
REDIRECTS = {301, 302, 303, 307, 308}
OK = 200
MEGABYTE = 1_000_000
PIECE = 65_536
LONGEST_ADDRESS = 2000
SAFE = "%/:?#[]@!$&'()*+,;=~"  # RFC 3986: what stands for itself, and what is quoted already


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a feed may take; the time is for all of it."""

    megabytes: int = 10
    seconds: float = 30
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetcher:
    """How feeds are fetched.

    Attributes:
        own_networks: networks that may be asked though they are not of the public internet.
        addresses: looks names up.
        tls: whom it trusts.
    """

    own_networks: Sequence[Network] = ()
    limits: Limits = Limits()
    addresses: Addresses = addresses_of
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    def fetch(self, address: str) -> bytes:
        """The body of what an address answers.

        Raises:
            FeedError: there is none to be had; its fault says why.
        """
        deadline = Deadline(monotonic() + self.limits.seconds)
        try:
            for _ in range(self.limits.redirects + 1):
                response = self._response(address, deadline)
                with response:
                    if response.status not in REDIRECTS:
                        return self._body(response)
                    address = urljoin(_https(address), response.headers.get("Location", ""))
        except TimeoutError as error:
            raise FeedError(Code.TOO_SLOW, seconds=int(self.limits.seconds)) from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise FeedError(Code.BROKEN) from error
        raise FeedError(Code.REDIRECTS, most=self.limits.redirects)

    def _response(self, address: str, deadline: Deadline) -> http.client.HTTPResponse:
        parts = checked_address(address)
        name = parts.hostname or ""
        port = parts.port or PORTS[parts.scheme]
        tls = self.tls if parts.scheme == "https" else None
        try:
            found = self.addresses(name, port)
        except OSError as error:
            raise FeedError(Code.NAME_UNKNOWN, host=name) from error
        if not all(is_allowed(host, self.own_networks) for host, _ in found):
            raise FeedError(Code.PRIVATE, host=name)
        sock = connected(found, name, tls, deadline)
        host = f"[{name}]" if ":" in name else name
        host = host if port == PORTS[parts.scheme] else f"{host}:{port}"
        target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return asked(sock, host, target)

    def _body(self, response: http.client.HTTPResponse) -> bytes:
        if response.status != OK:
            raise FeedError(Code.STATUS, status=response.status)
        most = self.limits.megabytes * MEGABYTE
        if response.length is not None and response.length > most:
            raise FeedError(Code.TOO_LARGE, most=self.limits.megabytes)
        body = bytearray()
        while piece := response.read1(PIECE):
            body += piece
            if len(body) > most:
                raise FeedError(Code.TOO_LARGE, most=self.limits.megabytes)
        if looks_like_a_web_page(bytes(body[:PIECE])):
            raise FeedError(Code.WEB_PAGE)
        return bytes(body)


def _https(address: str) -> str:
    """The address as http.client knows its scheme."""
    scheme, colon, rest = address.strip().partition(":")
    return f"{SUBSCRIBED.get(scheme.lower(), scheme.lower())}{colon}{rest}"


def checked_address(address: str) -> SplitResult:
    """The parts of an address that may be asked; webcal: is read as https:.

    Raises:
        FeedError: its form is wrong, or its scheme is none of http and https.
    """
    text = _https(address)
    try:
        parts = urlsplit(text)
        _ = parts.port
        name = (parts.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError) as error:
        raise FeedError(Code.ADDRESS) from error
    if parts.scheme not in PORTS:
        raise FeedError(Code.SCHEME, scheme=parts.scheme or "-")
    is_plain = text.isprintable() and " " not in text and len(text) <= LONGEST_ADDRESS
    if not name or parts.username is not None or not is_plain:
        raise FeedError(Code.ADDRESS)
    port = f":{parts.port}" if parts.port else ""
    host = f"[{name}]" if ":" in name else name
    path, query = quote(parts.path, safe=SAFE), quote(parts.query, safe=SAFE)
    return SplitResult(parts.scheme, f"{host}{port}", path, query, "")


def looks_like_a_web_page(content: bytes) -> bool:
    """Whether a calendar is not what one has got, but a page such as a login."""
    start = content.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    return start.startswith((b"<!doctype html", b"<html", b"<head", b"<!--", b"<?xml"))
