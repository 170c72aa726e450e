"""Secret calendar addresses."""

from secrets import token_urlsafe
from typing import Any

from django.db import transaction

from samskab.web.accounts.models import User
from samskab.web.audit.actions import record
from samskab.web.invitations.models import Feed
from samskab.web.people.models import Facilitator, Person, Room

_SECRET_BYTES = 32


@transaction.atomic
def renew_feed(*, owner: Person | Facilitator | Room, by: User) -> Feed:
    """A new secret address; the one before it leads nowhere from now on.

    Args:
        owner: whose calendar it is.
        by: who asks.
    """
    kind = type(owner).__name__.lower()
    of: dict[str, Any] = {kind: owner}
    secret = token_urlsafe(_SECRET_BYTES)
    feed, made = Feed.objects.update_or_create(**of, defaults={"secret": secret})
    record(
        by=by,
        organisation=owner.organisation,
        action="feed_made" if made else "feed_renewed",
        subject=f"{kind}:{owner.pk}",
    )
    return feed
