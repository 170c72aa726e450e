"""Who may see the pages of members."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from tests.web import fjordby
from tests.web.pages import Page
from tests.web.world import World

from samskab.web.accounts.enums import Role
from samskab.web.accounts.models import Membership, User
from samskab.web.members.models import Invite

ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})
WATCHERS = ADMINISTRATOR | {Role.AUDITOR}


def somebody(world: World) -> dict[str, Any]:
    """A member of both organisations."""
    user = User.objects.filter(email="begge@fjordby.example").first()
    if user is None:
        user = fjordby.member(world.municipality, Role.LEADER, email="begge@fjordby.example")
        Membership.objects.create(user=user, organisation=world.provider, role=Role.FACILITATOR)
    return {"pk": user.pk}


def invite(world: World) -> dict[str, Any]:
    made, _ = Invite.objects.get_or_create(
        secret_hash="x",
        defaults={
            "organisation": world.municipality,
            "email": "ny@fjordby.example",
            "expires_at": timezone.now() + timedelta(days=1),
        },
    )
    return {"pk": made.pk}


PAGES = {
    "members": Page(WATCHERS, WATCHERS),
    "member_invite": Page(ADMINISTRATOR, ADMINISTRATOR),
    "member": Page(ADMINISTRATOR, ADMINISTRATOR, somebody),
    "member_deactivate": Page(ADMINISTRATOR, ADMINISTRATOR, somebody),
    "invite_again": Page(ADMINISTRATOR, frozenset(), invite, method="post"),
}
