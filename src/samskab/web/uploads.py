"""Refuses what is too large before any of it is read."""

from collections.abc import Callable
from time import monotonic

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

MEGABYTE = 1_000_000
TOO_LARGE = 413
PIECE = 65_536
LINGER_SECONDS = 3


class BoundedBody:
    """Middleware, before any that reads the form: a request has a limit, told in a sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The page, or the refusal; servers reckon a body of no length as empty."""
        length = request.META.get("CONTENT_LENGTH") or "0"
        most = settings.MOST_UPLOAD_MEGABYTES * MEGABYTE
        if not length.isdecimal() or int(length) <= most:
            return self._get_response(request)
        _linger(request)
        return _too_large(request)


def _too_large(request: HttpRequest) -> HttpResponse:
    context = {"megabytes": settings.MOST_UPLOAD_MEGABYTES}
    return render(request, "413.html", context, status=TOO_LARGE)


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
