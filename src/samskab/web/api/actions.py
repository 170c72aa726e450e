"""Making and revoking keys."""

import secrets
from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from samskab.web.accounts.models import Organisation, User
from samskab.web.api.enums import Scope
from samskab.web.api.models import Token
from samskab.web.audit.actions import record
from samskab.web.members.queries import hash_of

PREFIX = "samskab_"


@transaction.atomic
def make_token(
    *, organisation: Organisation, by: User, name: str, scopes: Iterable[Scope], days: int
) -> str:
    """Make a key.

    Returns:
        The key, which is kept nowhere.
    """
    secret = PREFIX + secrets.token_urlsafe(32)
    chosen = sorted(scope.value for scope in scopes)
    token = Token.objects.create(
        organisation=organisation,
        owner=by,
        name=name,
        scopes=chosen,
        secret_hash=hash_of(secret),
        expires_at=timezone.now() + timedelta(days=days),
    )
    subject = f"token:{token.pk}"
    record(by=by, organisation=organisation, action="token_made", subject=subject, scopes=chosen)
    return secret


@transaction.atomic
def revoke_token(*, token: Token, by: User) -> None:
    """It opens nothing from now on."""
    Token.objects.filter(pk=token.pk).update(revoked_at=timezone.now())
    subject = f"token:{token.pk}"
    record(by=by, organisation=token.organisation, action="token_revoked", subject=subject)


def note_use(token: Token, day: date) -> None:
    """Keep the day of the last use: one write a day, not one a request."""
    if token.used_on != day:
        Token.objects.filter(pk=token.pk).update(used_on=day)
