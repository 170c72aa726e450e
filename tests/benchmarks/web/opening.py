"""Who opens which page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Opening:
    """Somebody opens a page.

    Attributes:
        page: name of its address.
        role: of the one who opens it.
        path: of the page.
        cookie: by which she is known.
    """

    page: str
    role: str
    path: str
    cookie: str
