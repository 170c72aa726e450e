"""Who may see the page of keys; revoking another's is the administrator's."""

from typing import Any

from tests.web.members.pages import ADMINISTRATOR, somebody
from tests.web.pages import EVERY_ROLE, Page
from tests.web.world import World

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import User
from samskab.web.api.actions import make_token
from samskab.web.api.models import Token

KEEPERS = EVERY_ROLE - {Role.LEADER, Role.FACILITATOR}


def token(world: World) -> dict[str, Any]:
    """A key of somebody else, in the municipality."""
    owner = User.objects.get(**somebody(world))
    found = Token.objects.filter(owner=owner).first()
    if found is None:
        make_token(organisation=world.municipality, by=owner, name="x", scopes=[], days=1)
        found = Token.objects.get(owner=owner)
    return {"pk": found.pk}


PAGES = {
    "api_tokens": Page(KEEPERS, KEEPERS),
    "api_token_revoke": Page(ADMINISTRATOR, frozenset(), token, method="post"),
}
