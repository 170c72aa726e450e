"""What every route may answer beside what it is for."""

from typing import Annotated, Any

from ninja import P

from samskab.web.api.paging import BIGGEST
from samskab.web.api.schemas import Problem

ERRORS = frozenset({401, 403, 404, 422})
Number = Annotated[int, P(ge=1, le=BIGGEST)]


def answers(schema: object, status: int = 200, *more: int) -> dict[Any, Any]:
    """The answer that is asked for, and the errors that may stand in its place."""
    return {status: schema, frozenset({*ERRORS, *more}): Problem}
