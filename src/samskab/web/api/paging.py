"""Long lists in pages."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from django.db.models import Model, QuerySet
from ninja import Field, Schema

Row = TypeVar("Row", bound=Model)
Item = TypeVar("Item")
MAX_ROWS = 200
BIGGEST = 2**63 - 1


class Paging(Schema):
    """Which rows of a list."""

    limit: int = Field(50, ge=1, le=MAX_ROWS, description="Rows at most.")
    offset: int = Field(0, ge=0, le=10_000_000, description="Rows to leave out before them.")


class Listed(Schema, Generic[Item]):
    """One page of a list.

    Attributes:
        count: rows of the whole list.
    """

    count: int
    items: list[Item]


def listed(rows: QuerySet[Row], paging: Paging, told: Callable[[Row], Any]) -> dict[str, Any]:
    """The page of a query, each row told by a function."""
    page = rows[paging.offset : paging.offset + paging.limit]
    return {"count": rows.count(), "items": [told(row) for row in page]}
