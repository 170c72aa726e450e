"""One row of the table of pages: who may see it, and how its address is made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.web.world import World

from samskab.web.accounts.enums import Role

EVERY_ROLE = frozenset(Role)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of an organisation.

    Attributes:
        roles: who may see it in the municipality of `World`.
        provider_roles: who may see it in the provider; the programme of `World` is shared with it.
        arguments: of its address, besides the organisation's slug.
        method: "get" or "post"; an empty post must do no harm.
    """

    roles: frozenset[Role]
    provider_roles: frozenset[Role] = field(default_factory=frozenset)
    arguments: Callable[[World], Mapping[str, Any]] = lambda _: {}
    method: str = "get"
