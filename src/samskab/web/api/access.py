"""Who asks, and whether the key opens this."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils import timezone
from ninja.security import HttpBearer

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Organisation, User
from samskab.web.accounts.queries import roles_in
from samskab.web.api.actions import note_use
from samskab.web.api.enums import ROLES_FOR, Scope
from samskab.web.api.problems import ProblemError
from samskab.web.api.queries import token_of


@dataclass(frozen=True, slots=True)
class Caller:
    """A request with a key that opens what is asked for."""

    user: User
    organisation: Organisation
    roles: frozenset[Role]


class Key(HttpBearer):
    """A key that needs one scope, whose owner still has a role that the scope is for."""

    openapi_name = "key"

    def __init__(self, scope: Scope | None = None) -> None:
        super().__init__()
        self.scope = scope

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        """Who asks; None where the key is none.

        Raises:
            ProblemError: the key does not reach this.
        """
        del request
        key = token_of(token)
        if key is None:
            return None
        roles = roles_in(key.owner, key.organisation)
        if not roles or (self.scope is not None and not self._opens(key.scopes, roles)):
            raise ProblemError(403, self._closed())
        note_use(key, timezone.localdate())
        return Caller(key.owner, key.organisation, roles)

    def _opens(self, scopes: list[str], roles: frozenset[Role]) -> bool:
        return (
            self.scope in scopes and self.scope is not None and bool(ROLES_FOR[self.scope] & roles)
        )

    def _closed(self) -> str:
        if self.scope is None:
            return "The key's owner has no role in the organisation any more."
        return f"This needs the scope {self.scope.value}, and an owner with a role that has it."


def caller(request: HttpRequest) -> Caller:
    """Who asks, behind a `Key`."""
    found: Caller = request.auth  # type: ignore[attr-defined]  # set by django-ninja
    return found
