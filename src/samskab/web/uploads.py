"""Refuses what is too large before any of it is read."""

from collections.abc import Callable
from time import monotonic

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

MEGABYTE = 1_000_000
TOO_LARGE = 413
PIECE = 65_536
LINGER_SECONDS = 3


class BoundedUploads:
    """Middleware, before any that reads the form: an upload has a limit, told in a sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The page, or the refusal."""
        most = settings.MOST_UPLOAD_MEGABYTES * MEGABYTE
        if _length(request) <= most:
            return self._get_response(request)
        _linger(request)
        context = {"most": settings.MOST_UPLOAD_MEGABYTES}
        response = render(request, "too_large.html", context, status=TOO_LARGE)
        return response


def _length(request: HttpRequest) -> int:
    text = request.META.get("CONTENT_LENGTH") or "0"
    return int(text) if text.isdecimal() else 0


def _linger(request: HttpRequest) -> None:
    """Let some of it go by: a browser that is still sending does not read the answer.

    RFC 9112, section 9.6. Nothing of it is kept.
    """
    until = monotonic() + LINGER_SECONDS
    try:
        while monotonic() < until and request.read(PIECE):
            pass
    except OSError:
        return
