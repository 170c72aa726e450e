"""Uploads have a limit, which a real server tells of before it reads them."""

import http.client
import socket
import time
from urllib.parse import urlsplit

import pytest
from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.django_db(transaction=True)
TWO_GIGABYTES = 2_000_000_000
PAGE = "/fjordby/personer/indlaes/"


@pytest.mark.parametrize(
    ("language", "words"), [("da", "må højst fylde 20 MB"), ("en", "may be 20 MB at most")]
)
def test_two_gigabytes_are_refused_before_they_are_read(
    live_server: LiveServer, language: str, words: str
) -> None:
    parts = urlsplit(live_server.url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=20)
    begun = time.monotonic()
    connection.putrequest("POST", PAGE)
    connection.putheader("Content-Type", "multipart/form-data; boundary=x")
    connection.putheader("Content-Length", str(TWO_GIGABYTES))
    connection.putheader("Accept-Language", language)
    connection.endheaders(b"--x\r\n")
    connection.sock.shutdown(socket.SHUT_WR)
    response = connection.getresponse()
    assert response.status == 413
    assert words in response.read().decode()
    assert time.monotonic() - begun < 10
    connection.close()
