"""Errors as RFC 9457 tells them: no more than the caller needs, never code."""

import logging
from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

log = logging.getLogger("samskab.api")


class ProblemError(Exception):
    """An answer that is an error."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status, self.detail = status, detail


def problem(status: int, detail: str = "", **more: object) -> HttpResponse:
    """An error in JSON: `type`, `title`, `status`, and `detail` where there is one."""
    told: dict[str, object] = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
    }
    if detail:
        told["detail"] = detail
    response = JsonResponse(told | more, status=status, content_type="application/problem+json")
    if status == HTTPStatus.UNAUTHORIZED:
        response["WWW-Authenticate"] = 'Bearer realm="samskab"'
    return response


def tell_problems(api: NinjaAPI) -> None:
    """Let an API answer every error so."""

    @api.exception_handler(ProblemError)
    def known(request: HttpRequest, fault: ProblemError) -> HttpResponse:
        del request
        return problem(fault.status, fault.detail)

    @api.exception_handler(AuthenticationError)
    def nobody(request: HttpRequest, fault: AuthenticationError) -> HttpResponse:
        del request, fault
        return problem(401, "Send a key that works: `Authorization: Bearer samskab_…`.")

    @api.exception_handler(Http404)
    def missing(request: HttpRequest, fault: Http404) -> HttpResponse:
        del request, fault
        return problem(404, "There is none, or not for this key.")

    @api.exception_handler(ValidationError)
    def wrong(request: HttpRequest, fault: ValidationError) -> HttpResponse:
        del request
        errors = [
            {"place": [str(part) for part in error["loc"]], "what": error["msg"]}
            for error in fault.errors
        ]
        return problem(422, "Something asked for cannot be read.", errors=errors)

    @api.exception_handler(HttpError)
    def refused(request: HttpRequest, fault: HttpError) -> HttpResponse:
        del request
        return problem(fault.status_code, str(fault))

    @api.exception_handler(Exception)
    def broken(request: HttpRequest, fault: Exception) -> HttpResponse:
        log.error("api_fault", exc_info=fault, extra={"request": request})
        return problem(500, "A fault of the server; it is written down there.")
