"""How much one request may carry."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

MEGABYTE = 1_000_000


class BoundedBody:
    """Refuses a body that is larger than `UPLOAD_MAX_BYTES`, before any of it is read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """413 with words where it is too large; servers reckon a body of no length as empty."""
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) > settings.UPLOAD_MAX_BYTES:
            return _too_large(request)
        return self.get_response(request)


def _too_large(request: HttpRequest) -> HttpResponse:
    megabytes = settings.UPLOAD_MAX_BYTES // MEGABYTE
    response = render(request, "413.html", {"megabytes": megabytes}, status=413)
    response["Connection"] = "close"
    return response
