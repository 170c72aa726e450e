"""Long lists, fifty rows at a time."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest

ROWS = 50


def page_of(rows: QuerySet[Any] | Sequence[Any], request: HttpRequest) -> Page[Any]:
    """The page that is asked for, else the nearest there is."""
    return Paginator(rows, ROWS).get_page(request.GET.get("side"))


def query_without_page(request: HttpRequest) -> str:
    """What is searched for, to be kept from page to page."""
    kept = request.GET.copy()
    kept.pop("side", None)
    return kept.urlencode()
