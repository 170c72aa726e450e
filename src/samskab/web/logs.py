"""What the server writes of its work: a line of JSON for each event, without personal data.

A line holds the words of the code and numbers. Values that came from people (addresses, search
words, paths with secrets, the text of an exception) are left out: a path is told by its route.
"""

import json
import logging
import time
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from types import TracebackType
from typing import Any

from django.http import HttpRequest, HttpResponseBase

MILLISECONDS = 1000
log = logging.getLogger("samskab.requests")


class JsonLines(logging.Formatter):
    """One line of JSON for one event."""

    def format(self, record: logging.LogRecord) -> str:
        """The event without what people wrote."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": _words(record),
        }
        line |= getattr(record, "facts", {})
        request = getattr(record, "request", None)
        if isinstance(request, HttpRequest):
            line |= {"method": request.method, "route": route_of(request)}
        if record.exc_info and record.exc_info[0] is not None:
            line["fault"] = record.exc_info[0].__name__
            line["at"] = _frames(record.exc_info[2])
        return json.dumps(line, ensure_ascii=False)


def _words(record: logging.LogRecord) -> str:
    """The sentence with its numbers; every other value is an ellipsis."""
    words = str(record.msg) if isinstance(record.msg, str) else type(record.msg).__name__
    arguments = record.args
    if not arguments:
        return words if record.name.startswith("samskab.") else words.split(":", 1)[0]
    try:
        if isinstance(arguments, dict):
            return words % {name: _number_or_dots(value) for name, value in arguments.items()}
        return words % tuple(_number_or_dots(value) for value in arguments)
    except (TypeError, ValueError):
        return words


def _number_or_dots(value: object) -> object:
    return value if isinstance(value, int | float) else "…"


def _frames(tracing: TracebackType | None) -> list[str]:
    frames = traceback.extract_tb(tracing)
    return [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]


def route_of(request: HttpRequest) -> str:
    """The pattern of the address: `<slug:slug>/medlemmer/`; empty where no page has it."""
    match = request.resolver_match
    return match.route if match else ""


class RequestLog:
    """Writes a line for each request: route, status, milliseconds, the user's number."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, and tell how long it took."""
        begun = time.perf_counter()
        response = self.get_response(request)
        spent = (time.perf_counter() - begun) * MILLISECONDS
        facts = {
            "method": request.method,
            "route": route_of(request),
            "status": response.status_code,
            "milliseconds": round(spent, 1),
            "user": _user(request),
        }
        log.info("request", extra={"facts": facts})
        return response


def _user(request: HttpRequest) -> int | None:
    """The number of who was asked for; a page that never asked costs no query here."""
    user = getattr(request, "_cached_user", None)
    return user.pk if user is not None else None


LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "samskab.web.logs.JsonLines"}},
    "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["lines"], "level": "WARNING"},
    "loggers": {
        "samskab": {"level": "INFO"},
        "django": {"handlers": ["lines"], "level": "WARNING", "propagate": False},
        "django.server": {"handlers": [], "level": "ERROR", "propagate": False},
    },
}
